package org.evenhand.statistics.decision;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// What is known of one option on one criterion, in the criterion's unit. Measurements are independent of
/// each other.
public sealed interface Measurement {
    /// Share of a distribution without ends that its bounds cover, here and in [NecessaryWeight].
    double COVERAGE = 0.95;

    /// The stated value: the mean.
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
            if (!(sd >= 0) || !Double.isFinite(sd)) {
                throw new IllegalArgumentException("a standard deviation of %s is not possible".formatted(sd));
            }
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

    /// Beta with shapes `alpha` and `beta`: the usual posterior of a rate.
    record Beta(double alpha, double beta) implements Measurement {
        public Beta {
            if (!(alpha > 0) || !(beta > 0) || !Double.isFinite(alpha) || !Double.isFinite(beta)) {
                throw new IllegalArgumentException("beta shapes %s and %s must be positive".formatted(alpha, beta));
            }
        }

        @Override
        public double mean() {
            return alpha / (alpha + beta);
        }

        @Override
        public double low() {
            return 0;
        }

        @Override
        public double high() {
            return 1;
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

    private static void requireFinite(double x, String what) {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("%s must be finite, not %s".formatted(what, x));
        }
    }
}
