package org.evenhand.statistics.decision;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;

/// A problem's measurements on the value scale, drawn in blocks so that the arithmetic runs in long simple
/// loops.
///
/// Normal measurements are never drawn one by one: given weights `w`, an option's sum of independent normal
/// values is itself normal with mean `Σ w_k μ_k` and variance `Σ w_k² σ_k²`, and only sums enter a ranking.
/// One draw an option therefore has exactly the distribution that one draw a measurement would give.
final class MeasurementDraws implements Serializable {
    private static final long serialVersionUID = 1L;

    /// Draws in a block. A constant: results depend on it.
    static final int BLOCK = 128;

    private enum Kind {
        POINT,
        NORMAL,
        UNIFORM,
        BETA,
        LOG_NORMAL,
        LOGIT_NORMAL,
        STUDENT_T,
        TRIANGULAR,
        DISCRETE,
        LEVEL
    }

    private final int criteria;
    private final Kind[] kinds;
    /// The value of a point, the mean of a normal, the low end of a uniform, what a drawn 0 is worth
    /// elsewhere.
    private final double[] origin;
    /// The standard deviation of a normal, the length of a uniform, what a drawn 1 is worth
    /// more than a drawn 0 elsewhere.
    private final double[] scale;
    /// Parameters of the distribution that is drawn from; values of a discrete; the level less one of an
    /// order.
    private final double[][] parameters;
    private final double[][] cumulative;
    /// For each ordinal criterion its number of levels; 0 for the others.
    private final int[] levels;

    MeasurementDraws(DecisionProblem problem) {
        criteria = problem.criteria().size();
        int cells = problem.options().size() * criteria;
        kinds = new Kind[cells];
        origin = new double[cells];
        scale = new double[cells];
        parameters = new double[cells][0];
        cumulative = new double[cells][0];
        levels = new int[criteria];
        for (int at = 0; at < cells; at++) {
            Criterion c = problem.criteria().get(at % criteria);
            double unit = 1 / (c.best() - c.worst());
            switch (problem.measurement(at / criteria, at % criteria)) {
                case Measurement.Point(double x) -> set(at, Kind.POINT, c.value(x), 0);
                case Measurement.Normal(double mean, double sd) ->
                    set(at, Kind.NORMAL, c.value(mean), sd * Math.abs(unit));
                case Measurement.Uniform(double low, double high) ->
                    set(at, Kind.UNIFORM, c.value(low), (high - low) * unit);
                case Measurement.Beta(double alpha, double beta, double low, double high) ->
                    set(at, Kind.BETA, c.value(low), (high - low) * unit, alpha, beta);
                case Measurement.LogNormal(double mean, double sd)
                when sd == 0 -> set(at, Kind.POINT, c.value(Math.exp(mean)), 0);
                case Measurement.LogNormal(double mean, double sd) ->
                    set(at, Kind.LOG_NORMAL, c.value(0), unit, mean, sd);
                case Measurement.LogitNormal(double mean, double sd) ->
                    set(at, Kind.LOGIT_NORMAL, c.value(0), unit, mean, sd);
                case Measurement.StudentT(double location, double spread, double degrees) ->
                    set(at, Kind.STUDENT_T, c.value(location), spread * unit, degrees);
                case Measurement.Triangular(double low, double mode, double high) ->
                    set(at, Kind.TRIANGULAR, c.value(0), unit, low, mode, high);
                case Measurement.Level level
                when level.fixed() -> {
                    set(at, Kind.POINT, level.mean(), 0);
                    levels[at % criteria] = level.levels();
                }
                case Measurement.Level(int rank, int last) -> {
                    set(at, Kind.LEVEL, 0, 1, rank - 1.0);
                    levels[at % criteria] = last;
                }
                case Measurement.Discrete(List<Double> values, List<Double> probabilities) -> {
                    set(at, Kind.DISCRETE, 0, 1);
                    parameters[at] = values.stream().mapToDouble(c::value).toArray();
                    cumulative[at] = runningSums(probabilities);
                }
            }
        }
    }

    private void set(int at, Kind kind, double from, double length, double... more) {
        kinds[at] = kind;
        origin[at] = from;
        scale[at] = length;
        parameters[at] = more;
    }

    private static double[] runningSums(List<Double> probabilities) {
        double[] sums = new double[probabilities.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += probabilities.get(i);
            sums[i] = sum;
        }
        return sums;
    }

    Block begin(RandomGenerator random) {
        return new Block(random);
    }

    /// A block of draws on one stream.
    final class Block {
        private final RandomGenerator random;
        private final double[][] drawn;
        private final ContinuousDistribution.Sampler[] samplers;
        /// For each ordinal criterion the values of its levels, best first; nothing for the others.
        private final double[][][] ladders;
        private final double[] variance = new double[BLOCK];

        private Block(RandomGenerator random) {
            this.random = random;
            this.drawn = new double[kinds.length][];
            this.samplers = new ContinuousDistribution.Sampler[kinds.length];
            this.ladders = new double[criteria][0][];
            for (int k = 0; k < criteria; k++) {
                ladders[k] = new double[levels[k]][BLOCK];
            }
            UniformRandomProvider bits = random::nextLong;
            for (int at = 0; at < kinds.length; at++) {
                drawn[at] = switch (kinds[at]) {
                    case POINT, NORMAL -> new double[0];
                    case LEVEL -> ladders[at % criteria][(int) parameters[at][0]];
                    case UNIFORM, BETA, LOG_NORMAL, LOGIT_NORMAL, STUDENT_T, TRIANGULAR, DISCRETE -> new double[BLOCK];
                };
                samplers[at] = sampler(kinds[at], parameters[at], bits);
            }
        }

        /// What a cell is drawn from, before it is put on its scale; never called where there is nothing of
        /// the kind.
        private static ContinuousDistribution.Sampler sampler(Kind kind, double[] p, UniformRandomProvider bits) {
            return switch (kind) {
                case BETA -> BetaDistribution.of(p[0], p[1]).createSampler(bits);
                case LOG_NORMAL -> LogNormalDistribution.of(p[0], p[1]).createSampler(bits);
                case STUDENT_T -> TDistribution.of(p[0]).createSampler(bits);
                case TRIANGULAR -> TriangularDistribution.of(p[0], p[1], p[2]).createSampler(bits);
                case POINT, NORMAL, UNIFORM, LOGIT_NORMAL, DISCRETE, LEVEL -> () -> Double.NaN;
            };
        }

        /// Draws all measurements that are neither points nor normal anew.
        void next() {
            for (int at = 0; at < kinds.length; at++) {
                double[] values = drawn[at];
                double from = origin[at];
                double length = scale[at];
                switch (kinds[at]) {
                    case POINT, NORMAL, LEVEL -> {}
                    case UNIFORM -> {
                        for (int l = 0; l < values.length; l++) {
                            values[l] = from + length * random.nextDouble();
                        }
                    }
                    case BETA, LOG_NORMAL, STUDENT_T, TRIANGULAR -> {
                        for (int l = 0; l < values.length; l++) {
                            values[l] = from + length * samplers[at].sample();
                        }
                    }
                    case LOGIT_NORMAL -> {
                        for (int l = 0; l < values.length; l++) {
                            double logit = parameters[at][0] + parameters[at][1] * random.nextGaussian();
                            values[l] = from + length * Measurement.LogitNormal.rate(logit);
                        }
                    }
                    case DISCRETE -> {
                        for (int l = 0; l < values.length; l++) {
                            values[l] = pick(parameters[at], cumulative[at], random.nextDouble());
                        }
                    }
                }
            }
            for (double[][] ladder : ladders) {
                climb(ladder);
            }
        }

        /// Draws the values of an order anew: sorted uniform numbers between the best level at 1 and the
        /// worst at 0.
        private void climb(double[][] ladder) {
            int between = ladder.length - 2;
            if (between < 1) {
                return;
            }
            double[] values = new double[between];
            for (int l = 0; l < BLOCK; l++) {
                for (int r = 0; r < between; r++) {
                    values[r] = random.nextDouble();
                }
                Arrays.sort(values);
                for (int r = 0; r < between; r++) {
                    ladder[r + 1][l] = values[between - 1 - r];
                }
            }
        }

        private static double pick(double[] from, double[] cumulative, double u) {
            int at = Arrays.binarySearch(cumulative, u);
            at = at < 0 ? -at - 1 : at + 1;
            // The last sum may fall short of 1 by rounding.
            return from[Math.min(at, from.length - 1)];
        }

        /// Adds up the values of `option`, each draw with its own weights (`criteria × draws`), into `sums`.
        void score(int option, double[][] weights, double[] sums) {
            Arrays.fill(sums, 0);
            Arrays.fill(variance, 0);
            boolean normal = false;
            for (int k = 0; k < criteria; k++) {
                int at = option * criteria + k;
                double[] w = weights[k];
                switch (kinds[at]) {
                    case POINT -> addScaled(sums, w, origin[at]);
                    case NORMAL -> {
                        addScaled(sums, w, origin[at]);
                        addSquared(variance, w, scale[at]);
                        normal = true;
                    }
                    case UNIFORM, BETA, LOG_NORMAL, LOGIT_NORMAL, STUDENT_T, TRIANGULAR, DISCRETE, LEVEL ->
                        addProducts(sums, w, drawn[at]);
                }
            }
            if (normal) {
                for (int l = 0; l < BLOCK; l++) {
                    sums[l] += Math.sqrt(variance[l]) * random.nextGaussian();
                }
            }
        }

        /// Adds up the values of `option`, all draws with the same weights, into `sums`.
        void score(int option, double[] weights, double[] sums) {
            double constant = 0;
            double squares = 0;
            Arrays.fill(sums, 0);
            for (int k = 0; k < criteria; k++) {
                int at = option * criteria + k;
                switch (kinds[at]) {
                    case POINT -> constant += weights[k] * origin[at];
                    case NORMAL -> {
                        constant += weights[k] * origin[at];
                        squares += weights[k] * weights[k] * scale[at] * scale[at];
                    }
                    case UNIFORM, BETA, LOG_NORMAL, LOGIT_NORMAL, STUDENT_T, TRIANGULAR, DISCRETE, LEVEL ->
                        addScaled(sums, drawn[at], weights[k]);
                }
            }
            double sd = Math.sqrt(squares);
            for (int l = 0; l < BLOCK; l++) {
                sums[l] += constant;
            }
            if (sd > 0) {
                for (int l = 0; l < BLOCK; l++) {
                    sums[l] += sd * random.nextGaussian();
                }
            }
        }
    }

    private static void addScaled(double[] sums, double[] x, double factor) {
        for (int l = 0; l < sums.length; l++) {
            sums[l] += x[l] * factor;
        }
    }

    private static void addSquared(double[] sums, double[] x, double factor) {
        for (int l = 0; l < sums.length; l++) {
            double y = x[l] * factor;
            sums[l] += y * y;
        }
    }

    private static void addProducts(double[] sums, double[] x, double[] y) {
        for (int l = 0; l < sums.length; l++) {
            sums[l] += x[l] * y[l];
        }
    }
}
