package org.evenhand.statistics.biasreduced;

/// The columns of a design of full rank written as `X = Q R`, with `Q'Q = n I` and `R` upper triangular
/// in a chosen order of the columns.
///
/// Computing in `Q` makes every column's scale and origin harmless (a year, a population). With column
/// `j` last in the order, its coefficient is the last coordinate divided by the last pivot, so that
/// holding that coordinate holds the coefficient: this is how profiles are taken.
///
/// @param n rows
/// @param order the column of `X` at each position
/// @param q `n × p`, column after column
/// @param r `p × p`, entry `(i, j)` at `j * p + i`, positions rather than columns
record OrthogonalBasis(int n, int[] order, double[] q, double[] r) {
    /// Gram–Schmidt with one reorthogonalisation on the columns of `x` (`n × p`), column `last` taken
    /// last.
    static OrthogonalBasis of(double[] x, int n, int p, int last) {
        int[] order = new int[p];
        int position = 0;
        for (int j = 0; j < p; j++) {
            if (j != last) {
                order[position++] = j;
            }
        }
        order[p - 1] = last;
        double[] q = new double[n * p];
        double[] r = new double[p * p];
        for (int j = 0; j < p; j++) {
            System.arraycopy(x, order[j] * n, q, j * n, n);
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < j; k++) {
                    double along = dot(q, k * n, j * n, n) / n;
                    r[j * p + k] += along;
                    for (int i = 0; i < n; i++) {
                        q[j * n + i] -= along * q[k * n + i];
                    }
                }
            }
            double length = Math.sqrt(dot(q, j * n, j * n, n) / n);
            r[j * p + j] = length;
            for (int i = 0; i < n; i++) {
                q[j * n + i] /= length;
            }
        }
        return new OrthogonalBasis(n, order, q, r);
    }

    private static double dot(double[] q, int a, int b, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum = Math.fma(q[a + i], q[b + i], sum);
        }
        return sum;
    }

    private int p() {
        return order.length;
    }

    /// The pivot of the last column: coordinate divided by this is that column's coefficient.
    double lastPivot() {
        return r[r.length - 1];
    }

    /// `ln det R`, what the penalty gains per unit of `½ ln det` when it is expressed in the columns
    /// themselves.
    double logDeterminant() {
        double sum = 0;
        for (int j = 0; j < p(); j++) {
            sum += Math.log(r[j * p() + j]);
        }
        return sum;
    }

    /// Coordinates in this basis of the point `theta` of another basis of the same columns.
    double[] coordinates(OrthogonalBasis other, double[] theta) {
        double[] result = new double[p()];
        for (int i = 0; i < n; i++) {
            double value = 0;
            for (int k = 0; k < p(); k++) {
                value = Math.fma(other.q[k * n + i], theta[k], value);
            }
            for (int j = 0; j < p(); j++) {
                result[j] = Math.fma(q[j * n + i], value, result[j]);
            }
        }
        for (int j = 0; j < p(); j++) {
            result[j] /= n;
        }
        return result;
    }

    /// Coefficients of the columns, in their own order, at coordinates `theta`: solves `R b = theta`.
    double[] coefficients(double[] theta) {
        double[] b = theta.clone();
        for (int j = p() - 1; j >= 0; j--) {
            for (int k = j + 1; k < p(); k++) {
                b[j] -= r[k * p() + j] * b[k];
            }
            b[j] /= r[j * p() + j];
        }
        double[] result = new double[p()];
        for (int j = 0; j < p(); j++) {
            result[order[j]] = b[j];
        }
        return result;
    }
}
