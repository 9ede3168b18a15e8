package org.evenhand.statistics.capture;

/// Logarithms of factorials.
final class LogFactorials {
    private static final double[] TABLE = new double[1024];

    static {
        for (int n = 2; n < TABLE.length; n++) {
            TABLE[n] = TABLE[n - 1] + StrictMath.log(n);
        }
    }

    private LogFactorials() {}

    /// `ln n!`; beyond the table by Stirling's series, whose first omitted term is below 1e-24 there.
    static double of(long n) {
        if (n < TABLE.length) {
            return TABLE[(int) n];
        }
        double x = n;
        double inverse = 1 / x;
        double square = inverse * inverse;
        double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260)));
        return x * StrictMath.log(x) - x + 0.5 * StrictMath.log(2 * Math.PI * x) + series;
    }
}
