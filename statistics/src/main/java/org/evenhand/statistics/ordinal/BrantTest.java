package org.evenhand.statistics.ordinal;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.evenhand.statistics.linear.Cholesky;
import org.evenhand.statistics.linear.Kernels;
import org.evenhand.statistics.linear.Matrix;

/// Are the lines parallel? Wald tests that the binary logits above each threshold share their slopes [Brant
/// 1990, Biometrics 46].
///
/// For a logit model with common slopes and at least three levels.
public sealed interface BrantTest {
    /// @param statistic Wald chi-squared
    /// @param degrees of freedom
    /// @param p upper tail
    record Wald(double statistic, int degrees, double p) {}

    /// The tests.
    ///
    /// @param all of all columns at once
    /// @param byColumn of each column, in the order of the design
    record Done(Wald all, List<Wald> byColumn) implements BrantTest {
        public Done {
            byColumn = List.copyOf(byColumn);
        }
    }

    /// The binary logit above one threshold does not exist.
    record NotAvailable(String threshold, Fit reason) implements BrantTest {}

    /// Runs the test on the data of a fit.
    ///
    /// @throws IllegalArgumentException for two levels, no columns, or data with slopes or sets of thresholds of
    /// their own
    static BrantTest of(OrderedData data) {
        int cuts = data.levels().size() - 1;
        if (cuts < 2
                || data.names().isEmpty()
                || !data.slopesByThresholdNames().isEmpty()
                || !data.groups().isEmpty()) {
            throw new IllegalArgumentException("the Brant test needs three levels or more and common slopes only");
        }
        int n = data.rows();
        int p = data.names().size();
        var fits = new ArrayList<Fit.Ok>();
        for (int k = 0; k < cuts; k++) {
            var above = new int[n];
            for (int i = 0; i < n; i++) {
                above[i] = data.outcome(i) > k ? 1 : 0;
            }
            var binary = OrderedData.of(above, List.of("below", "above"), data.x(), data.names());
            if (data.weighted()) {
                binary = binary.withWeights(rowwise(n, data::weight));
            }
            binary = binary.withOffset(rowwise(n, data::offset));
            switch (OrderedModel.withDefaults().fit(binary)) {
                case Fit.Ok ok -> fits.add(ok);
                case Fit other -> {
                    return new NotAvailable(data.threshold(k), other);
                }
            }
        }
        var covariance = jointCovariance(data, fits);
        var slopes = new double[cuts * p];
        for (int k = 0; k < cuts; k++) {
            for (int j = 0; j < p; j++) {
                slopes[k * p + j] = fits.get(k).slope(j);
            }
        }
        var all = new ArrayList<Integer>();
        var byColumn = new ArrayList<Wald>();
        for (int j = 0; j < p; j++) {
            all.add(j);
            byColumn.add(wald(slopes, covariance, p, cuts, List.of(j)));
        }
        return new Done(wald(slopes, covariance, p, cuts, all), byColumn);
    }

    private static double[] rowwise(int n, java.util.function.IntToDoubleFunction of) {
        var result = new double[n];
        for (int i = 0; i < n; i++) {
            result[i] = of.applyAsDouble(i);
        }
        return result;
    }

    /// Brant's equation for the covariance of slopes at two thresholds:
    /// `(X'W_kk X)⁻¹ X'W_kl X (X'W_ll X)⁻¹` with `w_kl = π_l − π_k π_l` for `k ≤ l` and `π_k = P(Y > k)`.
    private static double[] jointCovariance(OrderedData data, List<Fit.Ok> fits) {
        int n = data.rows();
        int p = data.names().size();
        int cuts = fits.size();
        var probability = new double[cuts][n];
        var ones = new double[n];
        java.util.Arrays.fill(ones, 1);
        Matrix x = Matrix.ofColumns(n, ones).beside(data.x());
        int m = p + 1;
        var inverse = new double[cuts][];
        for (int k = 0; k < cuts; k++) {
            var fit = fits.get(k);
            for (int i = 0; i < n; i++) {
                double eta = -fit.parameters()[0] + data.offset(i);
                for (int j = 0; j < p; j++) {
                    eta = Math.fma(fit.slope(j), data.x().get(i, j), eta);
                }
                probability[k][i] = Link.LOGIT.cumulative(eta);
            }
            // The fit's covariance has the threshold first, which is minus the intercept.
            inverse[k] = fit.covariance().values().clone();
            for (int j = 1; j < m; j++) {
                inverse[k][j] = -inverse[k][j];
                inverse[k][j * m] = -inverse[k][j * m];
            }
        }
        var result = new double[cuts * p * cuts * p];
        var w = new double[n];
        var cross = new double[m * m];
        for (int k = 0; k < cuts; k++) {
            for (int l = k; l < cuts; l++) {
                for (int i = 0; i < n; i++) {
                    w[i] = data.weight(i) * probability[l][i] * (1 - probability[k][i]);
                }
                Kernels.best().crossProduct(x.values(), n, m, w, new double[Kernels.LANES * m * m], cross);
                var block = product(product(inverse[k], cross, m), inverse[l], m);
                for (int a = 0; a < p; a++) {
                    for (int b = 0; b < p; b++) {
                        double value = block[(b + 1) * m + a + 1];
                        result[(l * p + b) * cuts * p + k * p + a] = value;
                        result[(k * p + a) * cuts * p + l * p + b] = value;
                    }
                }
            }
        }
        return result;
    }

    private static double[] product(double[] a, double[] b, int m) {
        var out = new double[m * m];
        for (int j = 0; j < m; j++) {
            for (int k = 0; k < m; k++) {
                double f = b[j * m + k];
                for (int i = 0; i < m; i++) {
                    out[j * m + i] = Math.fma(a[k * m + i], f, out[j * m + i]);
                }
            }
        }
        return out;
    }

    /// First threshold against each other one, for the given columns.
    private static Wald wald(double[] slopes, double[] covariance, int p, int cuts, List<Integer> columns) {
        int size = cuts * p;
        int degrees = (cuts - 1) * columns.size();
        var difference = new double[degrees];
        var variance = new double[degrees * degrees];
        for (int a = 0; a < degrees; a++) {
            int ja = columns.get(a % columns.size());
            int ka = 1 + a / columns.size();
            difference[a] = slopes[ja] - slopes[ka * p + ja];
            for (int b = 0; b < degrees; b++) {
                int jb = columns.get(b % columns.size());
                int kb = 1 + b / columns.size();
                variance[b * degrees + a] = covariance[jb * size + ja]
                        - covariance[(kb * p + jb) * size + ja]
                        - covariance[jb * size + ka * p + ja]
                        + covariance[(kb * p + jb) * size + ka * p + ja];
            }
        }
        if (Cholesky.factor(variance, degrees, 0) >= 0) {
            // The joint covariance of Brant is not positive definite in some samples: there is no statistic then.
            return new Wald(Double.NaN, degrees, Double.NaN);
        }
        Cholesky.forward(variance, degrees, difference);
        double statistic = 0;
        for (double d : difference) {
            statistic = Math.fma(d, d, statistic);
        }
        return new Wald(statistic, degrees, ChiSquaredDistribution.of(degrees).survivalProbability(statistic));
    }
}
