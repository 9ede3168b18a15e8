package org.evenhand.statistics.exact;

import java.util.stream.IntStream;

/// Holm's step-down adjustment of p-values for several tests (Holm 1979, Scand. J. Statist. 6:65-70).
///
/// Controls the chance of any false rejection at the nominal level under every dependence between the
/// tests, and is never weaker than Bonferroni's.
public final class Holm {
    private Holm() {}

    /// Adjusted p-values in the order given: reject those at most the level.
    ///
    /// @param p one p-value per test, each in [0, 1]
    /// @throws IllegalArgumentException if a value is not a probability
    public static double[] adjust(double... p) {
        for (int i = 0; i < p.length; i++) {
            if (!(p[i] >= 0 && p[i] <= 1)) {
                throw new IllegalArgumentException(
                        "a p-value lies between 0 and 1; found %s at position %d".formatted(p[i], i + 1));
            }
        }
        int[] ascending = IntStream.range(0, p.length)
                .boxed()
                .sorted((i, j) -> Double.compare(p[i], p[j]))
                .mapToInt(i -> i)
                .toArray();
        double[] adjusted = new double[p.length];
        double atLeast = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            int test = ascending[rank];
            atLeast = Math.max(atLeast, Math.min(1, (p.length - rank) * p[test]));
            adjusted[test] = atLeast;
        }
        return adjusted;
    }
}
