package org.evenhand.statistics.exact;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/// Where a count of successes lies when the probability is known: equal tails, exact.
///
/// @param low the smallest count that is not in the lower tail
/// @param high the largest count that is not in the upper tail
public record BinomialRange(int low, int high) {
    /// The counts outside which at most `(1 − level)/2` lies at each end.
    ///
    /// @param trials at least 1
    /// @param probability between 0 and 1
    /// @param level for example 0.99
    public static BinomialRange of(int trials, double probability, double level) {
        if (trials < 1) {
            throw new IllegalArgumentException("%d trials: at least one is needed".formatted(trials));
        }
        double tail = (1 - ExactInterval.requireLevel(level)) / 2;
        var distribution = BinomialDistribution.of(trials, probability);
        return new BinomialRange(
                distribution.inverseCumulativeProbability(tail), distribution.inverseSurvivalProbability(tail));
    }

    public boolean contains(int count) {
        return low <= count && count <= high;
    }
}
