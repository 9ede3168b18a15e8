package org.evenhand.statistics.multiverse;

import org.evenhand.statistics.linear.Kernels;
import org.evenhand.statistics.ordinal.OrderedData;

/// How strong an unmeasured confounder would have to be [Cinelli & Hazlett 2020, JRSS B 82, equation 12].
///
/// Computed on the linear scale (outcome level 0, 1, 2, …), because the bound is exact there: with partial R²
/// `r` of the interest with the outcome given the rest and `f² = r / (1 − r)`, a confounder that explains the
/// robustness value `(√(f⁴ + 4f²) − f²) / 2` of the residual variance of both the interest and the outcome
/// takes the association to zero; a weaker one cannot.
final class Confounding {
    private Confounding() {}

    /// The robustness value, between 0 and 1.
    static double robustness(OrderedData data, Residuals rest, double[] residual) {
        var level = new double[data.rows()];
        for (int i = 0; i < level.length; i++) {
            level[i] = data.outcome(i);
        }
        var y = rest.of(level);
        var kernels = Kernels.best();
        int n = level.length;
        double xy = kernels.dot(residual, 0, y, 0, n);
        double xx = kernels.dot(residual, 0, residual, 0, n);
        double yy = kernels.dot(y, 0, y, 0, n);
        double partial = xx > 0 && yy > 0 ? Math.min(1, xy * xy / xx / yy) : 0;
        return robustness(partial);
    }

    static double robustness(double partial) {
        if (partial >= 1) {
            return 1;
        }
        double f2 = partial / (1 - partial);
        return (Math.sqrt(f2 * f2 + 4 * f2) - f2) / 2;
    }
}
