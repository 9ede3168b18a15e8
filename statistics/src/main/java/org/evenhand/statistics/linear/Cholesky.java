package org.evenhand.statistics.linear;

/// Cholesky factors of symmetric positive definite matrices, in place on full `p × p` column-major arrays.
///
/// The factor `L` with `L L' = A` is left in the lower triangle (entry `(i, j)`, `i ≥ j`, at `j * p + i`);
/// the strict upper triangle is not read and not written. Nothing here allocates.
public final class Cholesky {
    private Cholesky() {}

    /// Factors `a` in place.
    ///
    /// @param a symmetric, `p × p`; the lower triangle is replaced by the factor
    /// @param tolerance the smallest acceptable ratio of a pivot to its original diagonal entry: `1 − R²` of
    ///     that column on the ones before it; 0 asks for plain positive definiteness
    /// @return -1 where every pivot passes, otherwise the first column whose pivot does not (the array is then
    ///     spoilt)
    public static int factor(double[] a, int p, double tolerance) {
        for (int j = 0; j < p; j++) {
            int column = j * p;
            double original = a[column + j];
            double pivot = original;
            for (int k = 0; k < j; k++) {
                double l = a[k * p + j];
                pivot = Math.fma(-l, l, pivot);
            }
            if (!(pivot > tolerance * original) || !(pivot > 0) || pivot == Double.POSITIVE_INFINITY) {
                return j;
            }
            double root = Math.sqrt(pivot);
            a[column + j] = root;
            for (int k = 0; k < j; k++) {
                double l = -a[k * p + j];
                int other = k * p;
                for (int i = j + 1; i < p; i++) {
                    a[column + i] = Math.fma(l, a[other + i], a[column + i]);
                }
            }
            double inverse = 1 / root;
            for (int i = j + 1; i < p; i++) {
                a[column + i] *= inverse;
            }
        }
        return -1;
    }

    /// Solves `L L' x = b` in place of `b`.
    public static void solve(double[] factor, int p, double[] b) {
        forward(factor, p, b);
        for (int j = p - 1; j >= 0; j--) {
            double sum = b[j];
            for (int i = j + 1; i < p; i++) {
                sum = Math.fma(-factor[j * p + i], b[i], sum);
            }
            b[j] = sum / factor[j * p + j];
        }
    }

    /// Solves `L x = b` in place of `b`.
    public static void forward(double[] factor, int p, double[] b) {
        for (int j = 0; j < p; j++) {
            double x = b[j] / factor[j * p + j];
            b[j] = x;
            for (int i = j + 1; i < p; i++) {
                b[i] = Math.fma(-x, factor[j * p + i], b[i]);
            }
        }
    }

    /// The full symmetric inverse `(L L')⁻¹` into `out`, which must not be `factor`.
    public static void inverse(double[] factor, int p, double[] out) {
        // Columns of L⁻¹ in the lower triangle of out, then their products.
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < p; i++) {
                out[j * p + i] = 0;
            }
            out[j * p + j] = 1 / factor[j * p + j];
            for (int k = j; k < p; k++) {
                double x = out[j * p + k];
                if (k > j) {
                    x /= factor[k * p + k];
                    out[j * p + k] = x;
                }
                for (int i = k + 1; i < p; i++) {
                    out[j * p + i] = Math.fma(-x, factor[k * p + i], out[j * p + i]);
                }
            }
        }
        // A⁻¹ = L⁻ᵀ L⁻¹; entry (i, j) with i ≤ j needs rows k ≥ j only, so the upper triangle can be filled from
        // the
        // lower one.
        for (int j = 0; j < p; j++) {
            for (int i = 0; i <= j; i++) {
                double sum = 0;
                for (int k = j; k < p; k++) {
                    sum = Math.fma(out[i * p + k], out[j * p + k], sum);
                }
                out[j * p + i] = sum;
            }
        }
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < j; i++) {
                out[i * p + j] = out[j * p + i];
            }
        }
    }

    /// `ln det(L L')`.
    public static double logDeterminant(double[] factor, int p) {
        double sum = 0;
        for (int j = 0; j < p; j++) {
            sum += Math.log(factor[j * p + j]);
        }
        return 2 * sum;
    }
}
