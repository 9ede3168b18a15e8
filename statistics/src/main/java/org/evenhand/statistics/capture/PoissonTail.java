package org.evenhand.statistics.capture;

/// The smaller tail of a Poisson distribution, by which the stepwise method judges an overlap of two lists.
final class PoissonTail {
    private PoissonTail() {}

    /// `ln min(P(X ≤ n), P(X ≥ n))` for `X` Poisson with the given mean [Chan, Silverman & Vincent 2021,
    /// section 3.2].
    ///
    /// On the log scale, so that overlaps whose tail is below the smallest double still have an order.
    static double logSmaller(long n, double mean) {
        if (mean <= 0) {
            return n == 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
        double logDensity = n * StrictMath.log(mean) - mean - LogFactorials.of(n);
        double logTail = logDensity + StrictMath.log(n <= mean ? belowRelative(n, mean) : aboveRelative(n, mean));
        if (logTail < -1) {
            return logTail;
        }
        // Near the middle the other tail can be the smaller one.
        double other = 1 - StrictMath.exp(logTail) + StrictMath.exp(logDensity);
        return Math.min(logTail, StrictMath.log(other));
    }

    /// `P(X ≤ n) / P(X = n)` for `n ≤ mean`.
    private static double belowRelative(long n, double mean) {
        double sum = 1;
        double term = 1;
        for (long k = n; k > 0; k--) {
            term *= k / mean;
            sum += term;
            if (term < 1e-17 * sum) {
                break;
            }
        }
        return sum;
    }

    /// `P(X ≥ n) / P(X = n)` for `n > mean`.
    private static double aboveRelative(long n, double mean) {
        double sum = 1;
        double term = 1;
        for (long k = n + 1; term >= 1e-17 * sum; k++) {
            term *= mean / k;
            sum += term;
        }
        return sum;
    }
}
