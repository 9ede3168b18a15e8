package org.evenhand.statistics.exact;

import java.util.function.DoubleUnaryOperator;

/// The distribution of the first cell of a two-by-two table with fixed margins, by log odds ratio.
///
/// The support is held as log weights at odds ratio 1, built by the ratio of neighbours, so no factorial
/// overflows.
final class NoncentralHypergeometric {
    private final long smallest;
    private final double[] logWeight;

    private NoncentralHypergeometric(long smallest, double[] logWeight) {
        this.smallest = smallest;
        this.logWeight = logWeight;
    }

    static NoncentralHypergeometric of(TwoByTwo table) {
        long row = table.a() + table.b();
        long other = table.c() + table.d();
        long column = table.a() + table.c();
        long smallest = Math.max(0, column - other);
        long largest = Math.min(row, column);
        double[] logWeight = new double[Math.toIntExact(largest - smallest + 1)];
        for (int i = 1; i < logWeight.length; i++) {
            double k = smallest + i - 1.0;
            logWeight[i] = logWeight[i - 1]
                    + Math.log((row - k) * (column - k))
                    - Math.log((k + 1) * (other - column + k + 1));
        }
        return new NoncentralHypergeometric(smallest, logWeight);
    }

    /// Position in the support of the count `a`.
    int index(long a) {
        return Math.toIntExact(a - smallest);
    }

    /// Last position of the support.
    int last() {
        return logWeight.length - 1;
    }

    /// Probabilities of the support at a log odds ratio.
    double[] density(double logOdds) {
        double[] density = new double[logWeight.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < density.length; i++) {
            density[i] = logWeight[i] + i * logOdds;
            largest = Math.max(largest, density[i]);
        }
        double sum = 0;
        for (int i = 0; i < density.length; i++) {
            density[i] = Math.exp(density[i] - largest);
            sum += density[i];
        }
        for (int i = 0; i < density.length; i++) {
            density[i] /= sum;
        }
        return density;
    }

    /// The log odds ratio at which P(X ≥ x) = tail; `x` is not the first position.
    double logOddsWhereUpperTailIs(int x, double tail) {
        return increasingRoot(logOdds -> Math.log(sum(density(logOdds), x, logWeight.length)) - Math.log(tail));
    }

    /// The log odds ratio at which P(X ≤ x) = tail; `x` is not the last position.
    double logOddsWhereLowerTailIs(int x, double tail) {
        return increasingRoot(logOdds -> Math.log(tail) - Math.log(sum(density(logOdds), 0, x + 1)));
    }

    /// The log odds ratio at which the mean is x, the score equation; `x` is neither the first nor the
    /// last position.
    double logOddsWhereMeanIs(int x) {
        return increasingRoot(logOdds -> {
            double[] density = density(logOdds);
            double excess = 0;
            for (int i = 0; i < density.length; i++) {
                excess += (i - x) * density[i];
            }
            return excess;
        });
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum;
    }

    private static double increasingRoot(DoubleUnaryOperator increasing) {
        double low = -1;
        double high = 1;
        while (increasing.applyAsDouble(low) > 0) {
            low *= 2;
        }
        while (increasing.applyAsDouble(high) < 0) {
            high *= 2;
        }
        while (true) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high || high - low < 1e-15) {
                return middle;
            }
            if (increasing.applyAsDouble(middle) > 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
    }
}
