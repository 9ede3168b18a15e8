package org.evenhand.statistics.biasreduced;

import org.evenhand.statistics.linear.Cholesky;

/// Newton's method for the penalised logistic likelihood, with any coefficients held where they are.
///
/// The step uses the exact Hessian where it is negative definite, otherwise Fisher's information; halving
/// keeps the likelihood from falling. The search ends at a gradient, never at a small step.
final class PenalizedMaximum {
    static final double GRADIENT = 1e-9;
    private static final int ITERATIONS = 200;
    private static final int HALVINGS = 60;

    /// Where a search ended.
    ///
    /// @param beta the point
    /// @param value penalised log-likelihood there
    /// @param gradient largest absolute derivative by a free coefficient
    record Climb(double[] beta, double value, int iterations, double gradient, boolean converged) {}

    private final PenalizedLogit likelihood;

    PenalizedMaximum(PenalizedLogit likelihood) {
        this.likelihood = likelihood;
    }

    /// The maximum over the coefficients listed in `free`, from `start`; the likelihood is left at the
    /// point found.
    Climb from(double[] start, int[] free) {
        double[] beta = start.clone();
        double value = likelihood.value(beta);
        double steepest = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration <= ITERATIONS; iteration++) {
            if (value == Double.NEGATIVE_INFINITY) {
                break;
            }
            likelihood.derivatives();
            steepest = 0;
            for (int j : free) {
                steepest = Math.max(steepest, Math.abs(likelihood.gradient[j]));
            }
            if (steepest <= GRADIENT) {
                return new Climb(beta, value, iteration, steepest, true);
            }
            double[] step = step(free);
            double[] next = beta.clone();
            double reached = Double.NEGATIVE_INFINITY;
            double length = 1;
            // Close to the maximum the likelihood is flat to rounding: a loss of that size is not a loss.
            double slack = 1e-13 * Math.abs(value);
            for (int halving = 0; halving < HALVINGS && !(reached >= value - slack); halving++) {
                for (int k = 0; k < free.length; k++) {
                    next[free[k]] = beta[free[k]] + length * step[k];
                }
                reached = likelihood.value(next);
                length /= 2;
            }
            if (!(reached >= value - slack)) {
                likelihood.value(beta);
                break;
            }
            beta = next;
            value = reached;
        }
        return new Climb(beta, value, ITERATIONS, steepest, false);
    }

    private double[] step(int[] free) {
        int q = free.length;
        double[] matrix = new double[q * q];
        restrict(likelihood.negativeHessian, free, matrix);
        if (Cholesky.factor(matrix, q, 1e-12) >= 0) {
            restrict(likelihood.information, free, matrix);
            Cholesky.factor(matrix, q, 0);
        }
        double[] step = new double[q];
        for (int k = 0; k < q; k++) {
            step[k] = likelihood.gradient[free[k]];
        }
        Cholesky.solve(matrix, q, step);
        return step;
    }

    private void restrict(double[] from, int[] free, double[] to) {
        int q = free.length;
        for (int a = 0; a < q; a++) {
            for (int b = 0; b < q; b++) {
                to[b * q + a] = from[free[b] * likelihood.p + free[a]];
            }
        }
    }
}
