package org.evenhand.statistics.linear;

/// Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations [Golub & Van Loan 2013,
/// 8.5].
///
/// @param values in no particular order
/// @param vectors column `j` belongs to `values[j]`
public record SymmetricEigen(double[] values, Matrix vectors) {
    /// Decomposes `a`; only symmetric matrices make sense here.
    public static SymmetricEigen of(Matrix a) {
        int p = a.rows();
        var m = a.values().clone();
        var v = new double[p * p];
        for (int j = 0; j < p; j++) {
            v[j * p + j] = 1;
        }
        for (int sweep = 0; sweep < 60 && offDiagonal(m, p) > 0; sweep++) {
            for (int i = 0; i < p; i++) {
                for (int j = i + 1; j < p; j++) {
                    rotate(m, v, p, i, j);
                }
            }
        }
        var values = new double[p];
        for (int j = 0; j < p; j++) {
            values[j] = m[j * p + j];
        }
        return new SymmetricEigen(values, Matrix.over(p, p, v));
    }

    private static double offDiagonal(double[] m, int p) {
        double sum = 0;
        double diagonal = 0;
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < p; i++) {
                double square = m[j * p + i] * m[j * p + i];
                if (i == j) {
                    diagonal += square;
                } else {
                    sum += square;
                }
            }
        }
        return sum <= 1e-34 * diagonal ? 0 : sum;
    }

    private static void rotate(double[] m, double[] v, int p, int i, int j) {
        double off = m[j * p + i];
        if (off == 0) {
            return;
        }
        double theta = (m[j * p + j] - m[i * p + i]) / (2 * off);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(1, theta));
        double c = 1 / Math.hypot(1, t);
        double s = t * c;
        for (int k = 0; k < p; k++) {
            double a = m[i * p + k];
            double b = m[j * p + k];
            m[i * p + k] = c * a - s * b;
            m[j * p + k] = s * a + c * b;
        }
        for (int k = 0; k < p; k++) {
            double a = m[k * p + i];
            double b = m[k * p + j];
            m[k * p + i] = c * a - s * b;
            m[k * p + j] = s * a + c * b;
            double x = v[i * p + k];
            double y = v[j * p + k];
            v[i * p + k] = c * x - s * y;
            v[j * p + k] = s * x + c * y;
        }
    }
}
