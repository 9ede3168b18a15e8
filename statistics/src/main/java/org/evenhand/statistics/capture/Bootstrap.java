package org.evenhand.statistics.capture;

import java.util.Arrays;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Bootstrap replicates of an estimate, the whole selection repeated in each, and the limits they give.
///
/// @param replicates how many were drawn
/// @param failed how many of them have no estimate or an exploding one, by reason; they are in no quantile
/// @param totals the estimates of the others, ascending
/// @param acceleration skewness of the jackknife divided by six; `NaN` if some table with one person less has
/// no estimate
/// @param estimate the estimate the replicates belong to
public record Bootstrap(
        int replicates, Map<Failure, Integer> failed, double[] totals, double acceleration, double estimate) {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    public Bootstrap {
        failed = Map.copyOf(failed);
        totals = totals.clone();
        Arrays.sort(totals);
    }

    /// The estimates, ascending; a copy.
    @Override
    public double[] totals() {
        return totals.clone();
    }

    public int failures() {
        return failed.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Limits at a coverage.
    ///
    /// @param method `BCa` or `percentile`
    public record Limits(double low, double high, double level, String method) {}

    /// Percentile limits: quantiles of the replicates.
    public Limits percentile(double level) {
        double tail = (1 - level) / 2;
        return new Limits(quantile(tail), quantile(1 - tail), level, "percentile");
    }

    /// Whether bias-corrected and accelerated limits can be had.
    public boolean accelerated() {
        return Double.isFinite(acceleration) && Double.isFinite(bias());
    }

    /// Bias-corrected and accelerated limits [Efron 1987; with jackknife acceleration as in Chan, Silverman &
    /// Vincent 2021, section 3.3]; only if [#accelerated()].
    public Limits bca(double level) {
        if (!accelerated()) {
            throw new IllegalStateException("no bias correction or acceleration");
        }
        double tail = (1 - level) / 2;
        return new Limits(quantile(shifted(tail)), quantile(shifted(1 - tail)), level, "BCa");
    }

    /// The limits to report: BCa, or percentile where that cannot be had.
    public Limits limits(double level) {
        return accelerated() ? bca(level) : percentile(level);
    }

    /// Normal quantile of the share of replicates below the estimate; infinite if all or none are.
    private double bias() {
        int below = 0;
        while (below < totals.length && totals[below] < estimate) {
            below++;
        }
        return below == 0 || below == totals.length
                ? Double.NaN
                : NORMAL.inverseCumulativeProbability((double) below / totals.length);
    }

    private double shifted(double probability) {
        double bias = bias();
        double sum = bias + NORMAL.inverseCumulativeProbability(probability);
        return NORMAL.cumulativeProbability(bias + sum / (1 - acceleration * sum));
    }

    /// Median-unbiased sample quantile, definition 8 of Hyndman & Fan 1996.
    private double quantile(double probability) {
        int n = totals.length;
        double position = (n + 1.0 / 3) * probability + 1.0 / 3;
        int below = (int) Math.floor(position + 4e-16 * n);
        double rest = position - below;
        if (Math.abs(rest) < 4e-16 * n) {
            rest = 0;
        }
        double low = totals[Math.clamp(below, 1, n) - 1];
        double high = totals[Math.clamp(below + 1, 1, n) - 1];
        return low + rest * (high - low);
    }
}
