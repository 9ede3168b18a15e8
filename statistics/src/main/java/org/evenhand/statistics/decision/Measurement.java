package org.evenhand.statistics.decision;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// What is known of one option on one criterion, in the criterion's unit. Measurements are independent of
/// each other, but for the levels of an ordinal criterion, which are drawn together.
public sealed interface Measurement {
    /// Share of a distribution without ends that its bounds cover, here and in [NecessaryWeight].
    double COVERAGE = 0.95;

    /// The stated value: the mean, or the centre of a [StudentT], whose mean need not exist.
    double mean();

    /// The lower bound: the least possible value, or the lower end of the central 95 % where there is none.
    double low();

    /// The upper bound: the largest possible value, or the upper end of the central 95 % where there is none.
    double high();

    /// Known exactly.
    record Point(double value) implements Measurement {
        public Point {
            requireFinite(value, "value");
        }

        @Override
        public double mean() {
            return value;
        }

        @Override
        public double low() {
            return value;
        }

        @Override
        public double high() {
            return value;
        }
    }

    /// Anywhere between `low` and `high`.
    record Uniform(double low, double high) implements Measurement {
        public Uniform {
            requireFinite(low, "low");
            requireFinite(high, "high");
            if (low > high) {
                throw new IllegalArgumentException("uniform from %s to %s is empty".formatted(low, high));
            }
        }

        @Override
        public double mean() {
            return low + (high - low) / 2;
        }
    }

    /// Normal with standard deviation `sd`.
    record Normal(double mean, double sd) implements Measurement {
        private static final double Z = NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + COVERAGE) / 2);

        public Normal {
            requireFinite(mean, "mean");
            requireSpread(sd);
        }

        @Override
        public double low() {
            return mean - Z * sd;
        }

        @Override
        public double high() {
            return mean + Z * sd;
        }
    }

    /// Its logarithm is normal with mean `logMean` and standard deviation `logSd`: ratios, for example of
    /// odds.
    record LogNormal(double logMean, double logSd) implements Measurement {
        public LogNormal {
            requireFinite(logMean, "mean of the logarithm");
            requireSpread(logSd);
            requireFinite(Math.exp(logMean + Normal.Z * logSd + logSd * logSd), "value");
        }

        @Override
        public double mean() {
            return Math.exp(logMean + logSd * logSd / 2);
        }

        @Override
        public double low() {
            return Math.exp(logMean - Normal.Z * logSd);
        }

        @Override
        public double high() {
            return Math.exp(logMean + Normal.Z * logSd);
        }
    }

    /// Its logit is normal with mean `logitMean` and standard deviation `logitSd`: a rate between 0 and 1.
    record LogitNormal(double logitMean, double logitSd) implements Measurement {
        public LogitNormal {
            requireFinite(logitMean, "mean of the logit");
            requireSpread(logitSd);
        }

        /// By the midpoint rule over 2000 equal parts of the probability, since there is no closed form:
        /// within 0.00025 whatever the spread.
        @Override
        public double mean() {
            if (logitSd == 0) {
                return rate(logitMean);
            }
            var normal = NormalDistribution.of(logitMean, logitSd);
            int parts = 2000;
            double sum = 0;
            for (int i = 0; i < parts; i++) {
                sum += rate(normal.inverseCumulativeProbability((i + 0.5) / parts));
            }
            return sum / parts;
        }

        @Override
        public double low() {
            return rate(logitMean - Normal.Z * logitSd);
        }

        @Override
        public double high() {
            return rate(logitMean + Normal.Z * logitSd);
        }

        static double rate(double logit) {
            return 1 / (1 + Math.exp(-logit));
        }
    }

    /// `location + scale × t` with `degrees` degrees of freedom: a mean estimated from few observations.
    record StudentT(double location, double scale, double degrees) implements Measurement {
        public StudentT {
            requireFinite(location, "location");
            if (!(scale > 0) || !Double.isFinite(scale)) {
                throw new IllegalArgumentException("a scale of %s is not possible".formatted(scale));
            }
            if (!(degrees > 0) || !Double.isFinite(degrees)) {
                throw new IllegalArgumentException("%s degrees of freedom are not possible".formatted(degrees));
            }
        }

        @Override
        public double mean() {
            return location;
        }

        @Override
        public double low() {
            return 2 * location - high();
        }

        @Override
        public double high() {
            return location + scale * TDistribution.of(degrees).inverseCumulativeProbability((1 + COVERAGE) / 2);
        }
    }

    /// Between `low` and `high`, most likely at `mode`, with a density of straight lines.
    record Triangular(double low, double mode, double high) implements Measurement {
        public Triangular {
            requireFinite(low, "low");
            requireFinite(mode, "mode");
            requireFinite(high, "high");
            if (!(low <= mode && mode <= high && low < high)) {
                throw new IllegalArgumentException(
                        "a triangle from %s over %s to %s is not possible".formatted(low, mode, high));
            }
        }

        @Override
        public double mean() {
            return (low + mode + high) / 3;
        }
    }

    /// The place of an option on an ordinal criterion: level `rank`, 1 being the best, of `levels`. Only the
    /// order is known.
    ///
    /// SMAA-O (Lahdelma, Miettinen & Salminen 2003, European Journal of Operational Research 147:117–127):
    /// the value of the best level is 1, that of the worst 0, and those between are anything that falls with
    /// the level. For each draw `levels − 2` uniform numbers are sorted, so that every such mapping is as
    /// likely as any other; options on one level share its value. `mean` is the mean over mappings, `(levels
    /// − rank)/(levels − 1)`.
    ///
    /// @param rank from 1 to `levels`
    /// @param levels how many levels are in use, ties counted once
    record Level(int rank, int levels) implements Measurement {
        public Level {
            if (levels < 1 || rank < 1 || rank > levels) {
                throw new IllegalArgumentException("there is no level %d of %d".formatted(rank, levels));
            }
        }

        @Override
        public double mean() {
            return levels == 1 ? 1 : (levels - rank) / (levels - 1.0);
        }

        @Override
        public double low() {
            return rank == 1 ? 1 : 0;
        }

        @Override
        public double high() {
            return rank == levels && levels > 1 ? 0 : 1;
        }

        boolean fixed() {
            return rank == 1 || rank == levels;
        }
    }

    /// Beta with shapes `alpha` and `beta`, stretched from `low` to `high`; from 0 to 1 it is the usual
    /// posterior of a rate.
    record Beta(double alpha, double beta, double low, double high) implements Measurement {
        public Beta {
            if (!(alpha > 0) || !(beta > 0) || !Double.isFinite(alpha) || !Double.isFinite(beta)) {
                throw new IllegalArgumentException("beta shapes %s and %s must be positive".formatted(alpha, beta));
            }
            requireFinite(low, "low");
            requireFinite(high, "high");
            if (low >= high) {
                throw new IllegalArgumentException("beta from %s to %s is empty".formatted(low, high));
            }
        }

        /// From 0 to 1.
        public Beta(double alpha, double beta) {
            this(alpha, beta, 0, 1);
        }

        @Override
        public double mean() {
            return low + (high - low) * alpha / (alpha + beta);
        }
    }

    /// One of `values`, each with its probability.
    record Discrete(List<Double> values, List<Double> probabilities) implements Measurement {
        public Discrete {
            values = List.copyOf(values);
            probabilities = List.copyOf(probabilities);
            if (values.isEmpty() || values.size() != probabilities.size()) {
                throw new IllegalArgumentException(
                        "%d values and %d probabilities do not pair".formatted(values.size(), probabilities.size()));
            }
            double sum = 0;
            for (double p : probabilities) {
                if (!(p >= 0)) {
                    throw new IllegalArgumentException("a probability of %s is not possible".formatted(p));
                }
                sum += p;
            }
            if (Math.abs(sum - 1) > 1e-9) {
                throw new IllegalArgumentException("the probabilities add to %s, not to 1".formatted(sum));
            }
            for (double value : values) {
                requireFinite(value, "value");
            }
        }

        /// Each of `values` with the same probability, for example a sample of another program's posterior.
        public static Discrete equally(List<Double> values) {
            double p = 1.0 / values.size();
            return new Discrete(values, values.stream().map(_ -> p).toList());
        }

        @Override
        public double mean() {
            double sum = 0;
            for (int i = 0; i < values.size(); i++) {
                sum += values.get(i) * probabilities.get(i);
            }
            return sum;
        }

        @Override
        public double low() {
            return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        }

        @Override
        public double high() {
            return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        }
    }

    private static void requireSpread(double sd) {
        if (!(sd >= 0) || !Double.isFinite(sd)) {
            throw new IllegalArgumentException("a standard deviation of %s is not possible".formatted(sd));
        }
    }

    private static void requireFinite(double x, String what) {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("%s must be finite, not %s".formatted(what, x));
        }
    }
}
