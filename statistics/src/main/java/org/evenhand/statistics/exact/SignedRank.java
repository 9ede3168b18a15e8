package org.evenhand.statistics.exact;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Wilcoxon's signed-rank test of matched differences, exact, and Rosenbaum's bounds on it for a hidden difference.
///
/// Pairs that are alike in what was measured may differ in what was not. If that hidden difference changes the odds of
/// which of the two is exposed by at most `Γ`, the sign of a difference is positive under the null with a probability
/// between `1/(1+Γ)` and `Γ/(1+Γ)`, and the p-value lies below the one computed at the worse end (Rosenbaum 2002,
/// Observational Studies, section 4.3). Differences of zero say nothing and are left out; ties share their mean rank.
public final class SignedRank {
    private final int[] doubledRanks;
    private final int positive;
    private final int total;

    private SignedRank(int[] doubledRanks, int positive, int total) {
        this.doubledRanks = doubledRanks;
        this.positive = positive;
        this.total = total;
    }

    /// The statistic of these differences.
    ///
    /// @throws IllegalArgumentException if one is not a number
    public static SignedRank of(double... differences) {
        for (double d : differences) {
            if (Double.isNaN(d)) {
                throw new IllegalArgumentException("a difference is not a number");
            }
        }
        var kept = Arrays.stream(differences).filter(d -> d != 0).toArray();
        var order = IntStream.range(0, kept.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> Math.abs(kept[i])))
                .toList();
        var ranks = new int[kept.length];
        for (int i = 0; i < kept.length; ) {
            int j = i;
            while (j + 1 < kept.length
                    && Math.abs(Math.abs(kept[order.get(j + 1)]) - Math.abs(kept[order.get(i)])) <= 1e-12) {
                j++;
            }
            for (int k = i; k <= j; k++) {
                // Ranks from i + 1 to j + 1 share their mean; doubled, it is whole.
                ranks[order.get(k)] = i + j + 2;
            }
            i = j + 1;
        }
        int positive = 0;
        int total = 0;
        for (int i = 0; i < kept.length; i++) {
            positive += kept[i] > 0 ? ranks[i] : 0;
            total += ranks[i];
        }
        return new SignedRank(ranks, positive, total);
    }

    /// Differences that are not zero.
    public int size() {
        return doubledRanks.length;
    }

    /// The largest two-sided p-value that a hidden difference of odds `gamma` allows; at 1, the p-value itself.
    ///
    /// @throws IllegalArgumentException if `gamma` is less than 1
    public double p(double gamma) {
        if (!(gamma >= 1)) {
            throw new IllegalArgumentException("odds of a hidden difference are at least 1; found " + gamma);
        }
        if (doubledRanks.length == 0) {
            return 1;
        }
        int larger = Math.max(positive, total - positive);
        return Math.min(1, 2 * tail(larger, gamma / (1 + gamma)));
    }

    /// The smallest `Γ` at which the two-sided p-value could exceed `level`: how strong a hidden difference would have
    /// to be to explain the result away. 1 where there is nothing to explain away.
    public double gamma(double level) {
        if (p(1) > level) {
            return 1;
        }
        double low = 1;
        double high = 2;
        while (p(high) <= level && high < 1e6) {
            high *= 2;
        }
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            if (p(middle) <= level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /// `P(T ≥ t)` where each rank counts with probability `p`, by convolution over the doubled ranks.
    private double tail(int t, double p) {
        var density = new double[total + 1];
        density[0] = 1;
        int reached = 0;
        for (int rank : doubledRanks) {
            for (int s = reached; s >= 0; s--) {
                double mass = density[s];
                density[s] = mass * (1 - p);
                density[s + rank] += mass * p;
            }
            reached += rank;
        }
        double sum = 0;
        for (int s = total; s >= t; s--) {
            sum += density[s];
        }
        return sum;
    }
}
