package org.evenhand.statistics.exact;

import org.apache.commons.statistics.distribution.BetaDistribution;

/// Exact confidence limits for a binomial proportion: Clopper & Pearson 1934 (Biometrika 26:404-413).
///
/// The limits invert the binomial tail tests, so the coverage is at least the level at every true
/// proportion and every number of trials. "Never in n opportunities" is an answer too: its upper limit
/// says what rate cannot be excluded. The tails are quantiles of beta distributions (Johnson, Kotz & Kemp
/// 1992, eq. 3.28).
public final class ClopperPearson {
    private ClopperPearson() {}

    /// The two-sided interval with equal tails of (1 − level)/2.
    ///
    /// With no success the lower limit is exactly 0, with nothing but successes the upper limit is
    /// exactly 1; the tail at the other end stays (1 − level)/2, as in R's `binom.test`.
    ///
    /// @param successes how often it happened, 0 to `trials`
    /// @param trials opportunities, at least 1
    /// @param level coverage, for example 0.95
    /// @throws IllegalArgumentException if the counts or the level make no sense
    public static ExactInterval interval(long successes, long trials, double level) {
        requireCounts(successes, trials);
        double tail = (1 - ExactInterval.requireLevel(level)) / 2;
        return new ExactInterval(low(successes, trials, tail), high(successes, trials, tail), level);
    }

    /// The one-sided lower limit: with confidence `level` the proportion is at least this.
    ///
    /// @throws IllegalArgumentException if the counts or the level make no sense
    public static double lowerBound(long successes, long trials, double level) {
        requireCounts(successes, trials);
        return low(successes, trials, 1 - ExactInterval.requireLevel(level));
    }

    /// The one-sided upper limit: with confidence `level` the proportion is at most this.
    ///
    /// With no success in n trials this is 1 − (1 − level)^(1/n), near 3/n at 95% (the rule of three).
    ///
    /// @throws IllegalArgumentException if the counts or the level make no sense
    public static double upperBound(long successes, long trials, double level) {
        requireCounts(successes, trials);
        return high(successes, trials, 1 - ExactInterval.requireLevel(level));
    }

    private static double low(long x, long n, double tail) {
        if (x == 0) {
            return 0;
        }
        return x == n ? Math.exp(Math.log(tail) / n) : quantile(BetaDistribution.of(x, n - x + 1.0), tail, false);
    }

    private static double high(long x, long n, double tail) {
        if (x == n) {
            return 1;
        }
        return x == 0 ? -Math.expm1(Math.log(tail) / n) : quantile(BetaDistribution.of(x + 1.0, n - x), tail, true);
    }

    /// The point that leaves probability `tail` below it, or above it if `upper`.
    ///
    /// The library's quantile stops at an absolute 1e-9, too coarse for a proportion near zero; Newton
    /// steps finish it.
    private static double quantile(BetaDistribution beta, double tail, boolean upper) {
        double low = 0;
        double high = 1;
        double x = upper ? beta.inverseSurvivalProbability(tail) : beta.inverseCumulativeProbability(tail);
        for (int step = 0; step < 200; step++) {
            double excess = upper ? tail - beta.survivalProbability(x) : beta.cumulativeProbability(x) - tail;
            if (excess > 0) {
                high = x;
            } else {
                low = x;
            }
            double next = x - excess / beta.density(x);
            if (!(next > low && next < high)) {
                next = 0.5 * (low + high);
            }
            if (Math.abs(next - x) <= 2 * Math.ulp(x)) {
                return next;
            }
            x = next;
        }
        return x;
    }

    private static void requireCounts(long successes, long trials) {
        if (trials < 1) {
            throw new IllegalArgumentException("a proportion needs at least 1 trial; found %d".formatted(trials));
        }
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "successes lie between 0 and the number of trials; found %d of %d".formatted(successes, trials));
        }
    }
}
