package org.evenhand.statistics.decision;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

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
        DISCRETE
    }

    private final int criteria;
    private final Kind[] kinds;
    /// The value of a point, the mean of a normal, the low end of a uniform, the origin of a beta.
    private final double[] origin;
    /// The standard deviation of a normal, the length of a uniform, the scale of a beta.
    private final double[] scale;
    /// Shapes of a beta, values of a discrete.
    private final double[][] parameters;
    private final double[][] cumulative;

    MeasurementDraws(DecisionProblem problem) {
        criteria = problem.criteria().size();
        int cells = problem.options().size() * criteria;
        kinds = new Kind[cells];
        origin = new double[cells];
        scale = new double[cells];
        parameters = new double[cells][0];
        cumulative = new double[cells][0];
        for (int at = 0; at < cells; at++) {
            Criterion c = problem.criteria().get(at % criteria);
            double unit = 1 / (c.best() - c.worst());
            switch (problem.measurement(at / criteria, at % criteria)) {
                case Measurement.Point(double x) -> set(at, Kind.POINT, c.value(x), 0);
                case Measurement.Normal(double mean, double sd) ->
                    set(at, Kind.NORMAL, c.value(mean), sd * Math.abs(unit));
                case Measurement.Uniform(double low, double high) ->
                    set(at, Kind.UNIFORM, c.value(low), (high - low) * unit);
                case Measurement.Beta(double alpha, double beta) -> {
                    set(at, Kind.BETA, c.value(0), unit);
                    parameters[at] = new double[] {alpha, beta};
                }
                case Measurement.Discrete(List<Double> values, List<Double> probabilities) -> {
                    set(at, Kind.DISCRETE, 0, 1);
                    parameters[at] = values.stream().mapToDouble(c::value).toArray();
                    cumulative[at] = runningSums(probabilities);
                }
            }
        }
    }

    private void set(int at, Kind kind, double from, double length) {
        kinds[at] = kind;
        origin[at] = from;
        scale[at] = length;
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
        private final ContinuousDistribution.Sampler[] rates;
        private final double[] variance = new double[BLOCK];

        private Block(RandomGenerator random) {
            this.random = random;
            this.drawn = new double[kinds.length][];
            this.rates = new ContinuousDistribution.Sampler[kinds.length];
            UniformRandomProvider bits = random::nextLong;
            for (int at = 0; at < kinds.length; at++) {
                boolean isDrawn = kinds[at] != Kind.POINT && kinds[at] != Kind.NORMAL;
                drawn[at] = new double[isDrawn ? BLOCK : 0];
                if (kinds[at] == Kind.BETA) {
                    rates[at] = BetaDistribution.of(parameters[at][0], parameters[at][1])
                            .createSampler(bits);
                }
            }
        }

        /// Draws all measurements that are neither points nor normal anew.
        void next() {
            for (int at = 0; at < kinds.length; at++) {
                double[] values = drawn[at];
                double from = origin[at];
                double length = scale[at];
                switch (kinds[at]) {
                    case POINT, NORMAL -> {}
                    case UNIFORM -> {
                        for (int l = 0; l < values.length; l++) {
                            values[l] = from + length * random.nextDouble();
                        }
                    }
                    case BETA -> {
                        for (int l = 0; l < values.length; l++) {
                            values[l] = from + length * rates[at].sample();
                        }
                    }
                    case DISCRETE -> {
                        for (int l = 0; l < values.length; l++) {
                            values[l] = pick(parameters[at], cumulative[at], random.nextDouble());
                        }
                    }
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
                    case UNIFORM, BETA, DISCRETE -> addProducts(sums, w, drawn[at]);
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
                    case UNIFORM, BETA, DISCRETE -> addScaled(sums, drawn[at], weights[k]);
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
