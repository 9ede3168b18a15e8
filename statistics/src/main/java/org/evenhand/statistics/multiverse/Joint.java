package org.evenhand.statistics.multiverse;

import java.util.Arrays;

/// The three statistics of a whole curve [Simonsohn, Simmons & Nelson 2020].
///
/// @param median median effect over specifications
/// @param dominant share of specifications with the sign that most of them have
/// @param significant share that is significant at 5% with that sign
/// @param positive whether the dominant sign is plus
public record Joint(double median, double dominant, double significant, boolean positive) {
    /// Two-sided 5% point of the standard normal distribution.
    static final double CRITICAL = 1.959963984540054;

    /// The statistics of one curve of packed effects; these are sorted.
    static Joint of(float[] effects, int used) {
        if (used == 0) {
            return new Joint(0, 0, 0, true);
        }
        int plus = 0;
        int plusSignificant = 0;
        int minusSignificant = 0;
        for (int i = 0; i < used; i++) {
            boolean up = Float.floatToRawIntBits(effects[i]) >= 0;
            boolean significant = PermutedCurves.significant(effects[i]);
            plus += up ? 1 : 0;
            plusSignificant += up && significant ? 1 : 0;
            minusSignificant += !up && significant ? 1 : 0;
        }
        Arrays.sort(effects, 0, used);
        boolean positive = 2 * plus > used || (2 * plus == used && plusSignificant >= minusSignificant);
        double median = (effects[(used - 1) / 2] + (double) effects[used / 2]) / 2;
        return new Joint(
                median,
                Math.max(plus, used - plus) / (double) used,
                (positive ? plusSignificant : minusSignificant) / (double) used,
                positive);
    }

    static double quantile(double[] sorted, int n, double p) {
        double at = p * (n - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, n - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
