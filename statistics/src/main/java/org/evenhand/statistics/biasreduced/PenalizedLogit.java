package org.evenhand.statistics.biasreduced;

import java.util.Arrays;
import org.evenhand.statistics.linear.Cholesky;
import org.evenhand.statistics.tasks.Interruption;

/// The logistic log-likelihood with Jeffreys' penalty, ½ ln det(X'WX), its gradient and its exact
/// Hessian.
///
/// A workspace: [#value] moves it to a point, [#derivatives] fills gradient and Hessian there. Not
/// thread-safe. Firth 1993, section 3.3; the Hessian differentiates the penalty twice (Jacobi's formula).
final class PenalizedLogit {
    final int n;
    final int p;
    private final double[] x;
    private final double[] y;
    private final double[] weights;
    private final double[] offsets;

    /// Gradient of the penalised log-likelihood at the current point.
    final double[] gradient;
    /// Minus its Hessian, full `p × p`.
    final double[] negativeHessian;
    /// Fisher information of the unpenalised likelihood, full `p × p`.
    final double[] information;
    /// Cholesky factor of [#information].
    final double[] factor;

    double logLikelihood;

    private final double[] probability;
    private final double[] complement;
    private final double[] variance;
    private final double[] rotated;
    private final double[] column;
    private final double[] leverage;
    private final double[] traces;

    /// @param x `n × p` column-major, the intercept included
    /// @param y 1 where the event happened, else 0
    PenalizedLogit(int n, int p, double[] x, double[] y, double[] weights, double[] offsets) {
        this.n = n;
        this.p = p;
        this.x = x;
        this.y = y;
        this.weights = weights;
        this.offsets = offsets;
        gradient = new double[p];
        negativeHessian = new double[p * p];
        information = new double[p * p];
        factor = new double[p * p];
        probability = new double[n];
        complement = new double[n];
        variance = new double[n];
        rotated = new double[n * p];
        column = new double[p];
        leverage = new double[n];
        traces = new double[p * p * p];
    }

    /// The penalised log-likelihood at `beta`; `-∞` where the information is not positive definite in
    /// floating point.
    double value(double[] beta) {
        Interruption.check();
        logLikelihood = 0;
        for (int i = 0; i < n; i++) {
            double eta = offsets[i];
            for (int j = 0; j < p; j++) {
                eta = Math.fma(x[j * n + i], beta[j], eta);
            }
            double tail = Math.exp(-Math.abs(eta));
            double small = tail / (1 + tail);
            probability[i] = eta < 0 ? small : 1 / (1 + tail);
            complement[i] = eta < 0 ? 1 / (1 + tail) : small;
            variance[i] = weights[i] * small / (1 + tail);
            double toward = y[i] > 0 ? eta : -eta;
            logLikelihood += weights[i] * (Math.min(toward, 0) - Math.log1p(tail));
        }
        fillInformation();
        System.arraycopy(information, 0, factor, 0, p * p);
        if (Cholesky.factor(factor, p, 1e-14) >= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return logLikelihood + 0.5 * Cholesky.logDeterminant(factor, p);
    }

    private void fillInformation() {
        for (int j = 0; j < p; j++) {
            for (int k = 0; k <= j; k++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum = Math.fma(variance[i] * x[j * n + i], x[k * n + i], sum);
                }
                information[j * p + k] = sum;
                information[k * p + j] = sum;
            }
        }
    }

    /// Fills [#gradient] and [#negativeHessian] at the point of the last [#value].
    void derivatives() {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < p; j++) {
                column[j] = x[j * n + i];
            }
            Cholesky.forward(factor, p, column);
            double length = 0;
            for (int j = 0; j < p; j++) {
                rotated[j * n + i] = column[j];
                length = Math.fma(column[j], column[j], length);
            }
            leverage[i] = length;
        }
        Arrays.fill(traces, 0);
        System.arraycopy(information, 0, negativeHessian, 0, p * p);
        for (int j = 0; j < p; j++) {
            double slope = 0;
            for (int i = 0; i < n; i++) {
                double asymmetry = complement[i] - probability[i];
                double residual = weights[i] * (y[i] > 0 ? complement[i] : -probability[i]);
                slope += (residual + 0.5 * variance[i] * leverage[i] * asymmetry) * x[j * n + i];
            }
            gradient[j] = slope;
            fillTrace(j);
            for (int k = 0; k <= j; k++) {
                double curvature = 0;
                for (int i = 0; i < n; i++) {
                    double v = probability[i] * complement[i];
                    curvature += variance[i] * (1 - 6 * v) * leverage[i] * x[j * n + i] * x[k * n + i];
                }
                double product = 0;
                for (int a = 0; a < p * p; a++) {
                    product = Math.fma(traces[j * p * p + a], traces[k * p * p + a], product);
                }
                double penalty = 0.5 * (curvature - product);
                negativeHessian[j * p + k] -= penalty;
                if (k != j) {
                    negativeHessian[k * p + j] -= penalty;
                }
            }
        }
    }

    /// L⁻¹ (∂F/∂β_j) L⁻ᵀ, whose inner products are the traces in the penalty's second derivative.
    private void fillTrace(int j) {
        for (int a = 0; a < p; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    double third = variance[i] * (complement[i] - probability[i]) * x[j * n + i];
                    sum = Math.fma(third * rotated[a * n + i], rotated[b * n + i], sum);
                }
                traces[j * p * p + a * p + b] = sum;
                traces[j * p * p + b * p + a] = sum;
            }
        }
    }
}
