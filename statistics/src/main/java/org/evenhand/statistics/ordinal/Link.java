package org.evenhand.statistics.ordinal;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// The distribution `F` in `P(Y ≤ k) = F(κ_k − x'β)`. All three have log-concave densities, so the
/// log-likelihood is concave in thresholds and slopes [Pratt 1981; Burridge 1981].
public enum Link {
    /// Logistic: proportional odds.
    LOGIT {
        @Override
        public double cumulative(double t) {
            return t >= 0 ? 1 / (1 + Math.exp(-t)) : upper(-t);
        }

        @Override
        public double upper(double t) {
            return t >= 0 ? Math.exp(-t) / (1 + Math.exp(-t)) : 1 / (1 + Math.exp(t));
        }

        @Override
        public double density(double t) {
            return cumulative(t) * upper(t);
        }

        @Override
        public double densitySlope(double t) {
            return density(t) * (upper(t) - cumulative(t));
        }

        @Override
        public double quantile(double p) {
            return Math.log(p) - Math.log1p(-p);
        }

        @Override
        double between(double low, double high) {
            return cumulative(high) * upper(low) * -Math.expm1(low - high);
        }
    },
    /// Standard normal.
    PROBIT {
        @Override
        public double cumulative(double t) {
            return NORMAL.cumulativeProbability(t);
        }

        @Override
        public double upper(double t) {
            return NORMAL.survivalProbability(t);
        }

        @Override
        public double density(double t) {
            return NORMAL.density(t);
        }

        @Override
        public double densitySlope(double t) {
            return -t * NORMAL.density(t);
        }

        @Override
        public double quantile(double p) {
            return NORMAL.inverseCumulativeProbability(p);
        }

        @Override
        double between(double low, double high) {
            return low > 0 ? upper(low) - upper(high) : cumulative(high) - cumulative(low);
        }
    },
    /// Complementary log-log, `F(t) = 1 − exp(−e^t)`: proportional hazards for grouped times.
    CLOGLOG {
        @Override
        public double cumulative(double t) {
            return -Math.expm1(-Math.exp(t));
        }

        @Override
        public double upper(double t) {
            return Math.exp(-Math.exp(t));
        }

        @Override
        public double density(double t) {
            return Math.exp(t - Math.exp(t));
        }

        @Override
        public double densitySlope(double t) {
            return density(t) * -Math.expm1(t);
        }

        @Override
        public double quantile(double p) {
            return Math.log(-Math.log1p(-p));
        }

        @Override
        double between(double low, double high) {
            return upper(low) * -Math.expm1(-(Math.exp(low) * Math.expm1(high - low)));
        }
    };

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// `F(t)`.
    public abstract double cumulative(double t);

    /// `1 − F(t)`, accurate in the upper tail.
    public abstract double upper(double t);

    /// `f(t) = F'(t)`.
    public abstract double density(double t);

    /// `f'(t)`.
    public abstract double densitySlope(double t);

    /// `F⁻¹(p)` for `0 < p < 1`.
    public abstract double quantile(double p);

    /// `F(high) − F(low)` without needless cancellation; not positive where `high ≤ low`.
    abstract double between(double low, double high);
}
