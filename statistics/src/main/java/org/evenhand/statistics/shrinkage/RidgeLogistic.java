package org.evenhand.statistics.shrinkage;

import java.util.Arrays;
import org.evenhand.statistics.linear.Cholesky;
import org.evenhand.statistics.linear.Kernels;
import org.evenhand.statistics.linear.Matrix;

/// Logistic regression with an intercept, and slopes drawn towards 0: the largest value of `Σ w (y η − ln(1 + e^η)) −
/// ½ Σ τ β²`, which is the mode under normal priors of precision `τ` on the slopes and a flat one on the intercept.
///
/// A positive precision makes the maximum finite and unique even where columns separate the event. How well
/// precisions suit the data is their marginal likelihood by Laplace's approximation (Tierney & Kadane 1986, JASA
/// 81:82; MacKay 1992, Neural Computation 4:720), which sees only the rows of the fit.
public final class RidgeLogistic {
    private static final int ITERATIONS = 100;
    private static final double GRADIENT = 1e-8;

    private final int n;
    private final int p;
    /// Column-major, the intercept first.
    private final double[] x;
    private final boolean[] event;
    private final double[] weights;

    /// A fitted model.
    ///
    /// @param coefficients the intercept, then a slope for each column
    /// @param logEvidence the log marginal likelihood of the precisions, up to a constant that they do not change
    /// @param gradient largest absolute derivative at the end; small where it converged
    public record Fitted(double[] coefficients, double logEvidence, double gradient) {
        public boolean converged() {
            return gradient <= GRADIENT;
        }

        /// The probability of the event in a row.
        public double probability(double[] row) {
            double eta = coefficients[0];
            for (int j = 0; j < row.length; j++) {
                eta += coefficients[j + 1] * row[j];
            }
            return 1 / (1 + Math.exp(-eta));
        }
    }

    private RidgeLogistic(int n, double[] x, boolean[] event, double[] weights) {
        this.n = n;
        this.p = x.length / n;
        this.x = x;
        this.event = event;
        this.weights = weights;
    }

    /// @param x without an intercept column; finite numbers
    /// @param event whether it happened, for each row; both must occur in rows of positive weight
    /// @param weights multiply each row's log-likelihood; at least 0
    /// @throws IllegalArgumentException if shapes differ, a number is not finite, or only one outcome occurs
    public static RidgeLogistic of(Matrix x, boolean[] event, double[] weights) {
        if (x.rows() != event.length || x.rows() != weights.length) {
            throw new IllegalArgumentException("%d rows, %d outcomes and %d weights do not fit together"
                    .formatted(x.rows(), event.length, weights.length));
        }
        if (!Arrays.stream(x.values()).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a column holds a number that is not finite");
        }
        var values = new double[x.rows() * (x.columns() + 1)];
        Arrays.fill(values, 0, x.rows(), 1);
        System.arraycopy(x.values(), 0, values, x.rows(), x.values().length);
        return new RidgeLogistic(x.rows(), values, event.clone(), checked(event, weights));
    }

    /// The same rows, weighted otherwise.
    ///
    /// @throws IllegalArgumentException as [#of]
    public RidgeLogistic weighted(double[] otherWeights) {
        if (otherWeights.length != n) {
            throw new IllegalArgumentException(
                    "%d rows and %d weights do not fit together".formatted(n, otherWeights.length));
        }
        return new RidgeLogistic(n, x, event, checked(event, otherWeights));
    }

    private static double[] checked(boolean[] event, double[] weights) {
        double yes = 0;
        double no = 0;
        for (int i = 0; i < event.length; i++) {
            if (!(weights[i] >= 0) || Double.isInfinite(weights[i])) {
                throw new IllegalArgumentException(
                        "weight %s of row %d is not a number of 0 or more".formatted(weights[i], i + 1));
            }
            yes += event[i] ? weights[i] : 0;
            no += event[i] ? 0 : weights[i];
        }
        if (!(yes > 0) || !(no > 0)) {
            throw new IllegalArgumentException("the event happened in all rows or in none");
        }
        return weights.clone();
    }

    /// The maximum, by Newton's method from the intercept alone; the step is halved while it does not climb.
    ///
    /// @param precisions one a column, above 0
    public Fitted fit(double[] precisions) {
        double all = Arrays.stream(weights).sum();
        double yes = 0;
        for (int i = 0; i < n; i++) {
            yes += event[i] ? weights[i] : 0;
        }
        var start = new double[p];
        start[0] = Math.log(yes / (all - yes));
        return fit(precisions, start);
    }

    /// The same from a point that is thought near.
    ///
    /// @throws IllegalArgumentException if a precision is not above 0, or there is not one a column
    public Fitted fit(double[] precisions, double[] start) {
        if (precisions.length != p - 1
                || start.length != p
                || !Arrays.stream(precisions).allMatch(t -> t > 0 && Double.isFinite(t))) {
            throw new IllegalArgumentException("each of %d columns needs a precision above 0".formatted(p - 1));
        }
        var beta = start.clone();
        var state = new State(precisions);
        double value = state.at(beta);
        double steepest;
        for (int iteration = 0; ; iteration++) {
            steepest = state.derivatives(beta);
            Cholesky.factor(state.information, p, 0);
            if (steepest <= GRADIENT || iteration == ITERATIONS) {
                break;
            }
            var step = state.gradient.clone();
            Cholesky.solve(state.information, p, step);
            double length = 1;
            var next = beta.clone();
            double reached = Double.NEGATIVE_INFINITY;
            // Close to the maximum a loss of the size of rounding is not a loss.
            double slack = 1e-13 * Math.abs(value);
            for (int halving = 0; halving < 60 && !(reached >= value - slack); halving++) {
                for (int j = 0; j < p; j++) {
                    next[j] = beta[j] + length * step[j];
                }
                reached = state.at(next);
                length /= 2;
            }
            if (!(reached >= value - slack)) {
                break;
            }
            beta = next;
            value = reached;
        }
        double evidence = value - 0.5 * Cholesky.logDeterminant(state.information, p);
        for (double precision : precisions) {
            evidence += 0.5 * Math.log(precision);
        }
        return new Fitted(beta, evidence, steepest);
    }

    /// Value and derivatives at a point.
    private final class State {
        private final Kernels kernels = Kernels.best();
        private final double[] precisions;
        private final double[] gradient = new double[p];
        private final double[] information = new double[p * p];
        private final double[] lanes = new double[Kernels.LANES * p * p];
        private final double[] eta = new double[n];
        /// `e^−|η|` of the rows.
        private final double[] small = new double[n];

        private final double[] residual = new double[n];
        private final double[] spread = new double[n];

        State(double[] precisions) {
            this.precisions = precisions;
        }

        /// The value at a point, from which derivatives are then taken.
        double at(double[] beta) {
            kernels.times(x, n, p, beta, 0, eta);
            for (int i = 0; i < n; i++) {
                small[i] = -Math.abs(eta[i]);
            }
            kernels.exp(small, small, 0, n);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                // ln(1 + e^η) without overflow.
                double softplus = Math.max(eta[i], 0) + Math.log1p(small[i]);
                sum += weights[i] * ((event[i] ? eta[i] : 0) - softplus);
            }
            for (int j = 1; j < p; j++) {
                sum -= 0.5 * precisions[j - 1] * beta[j] * beta[j];
            }
            return sum;
        }

        /// Fills gradient and information at the point of the last [#at], `beta`; the largest absolute derivative.
        double derivatives(double[] beta) {
            for (int i = 0; i < n; i++) {
                double rest = small[i] / (1 + small[i]);
                double m = eta[i] < 0 ? rest : 1 - rest;
                residual[i] = weights[i] * ((event[i] ? 1 : 0) - m);
                spread[i] = weights[i] * rest * (1 - rest);
            }
            kernels.transposeTimes(x, n, p, 0, n, residual, gradient, 0);
            kernels.crossProduct(x, n, p, spread, lanes, information);
            double steepest = Math.abs(gradient[0]);
            for (int j = 1; j < p; j++) {
                gradient[j] -= precisions[j - 1] * beta[j];
                information[j * p + j] += precisions[j - 1];
                steepest = Math.max(steepest, Math.abs(gradient[j]));
            }
            return steepest;
        }
    }
}
