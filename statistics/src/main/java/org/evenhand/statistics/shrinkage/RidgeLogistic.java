package org.evenhand.statistics.shrinkage;

import java.util.Arrays;
import org.evenhand.statistics.linear.Cholesky;
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
    private final double[][] columns;
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

    private RidgeLogistic(Matrix x, boolean[] event, double[] weights) {
        this.n = x.rows();
        this.p = x.columns() + 1;
        this.columns = new double[p][];
        columns[0] = new double[n];
        Arrays.fill(columns[0], 1);
        for (int j = 1; j < p; j++) {
            columns[j] = x.column(j - 1);
        }
        this.event = event.clone();
        this.weights = weights.clone();
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
        return new RidgeLogistic(x, event, weights);
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
        double value = state.value(beta);
        double steepest = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            steepest = state.derivatives(beta);
            if (steepest <= GRADIENT) {
                break;
            }
            var step = state.gradient.clone();
            Cholesky.factor(state.information, p, 0);
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
                reached = state.value(next);
                length /= 2;
            }
            if (!(reached >= value - slack)) {
                break;
            }
            beta = next;
            value = reached;
        }
        steepest = state.derivatives(beta);
        Cholesky.factor(state.information, p, 0);
        double evidence = state.value(beta) - 0.5 * Cholesky.logDeterminant(state.information, p);
        for (double precision : precisions) {
            evidence += 0.5 * Math.log(precision);
        }
        return new Fitted(beta, evidence, steepest);
    }

    /// Value and derivatives at a point.
    private final class State {
        private final double[] precisions;
        private final double[] gradient = new double[p];
        private final double[] information = new double[p * p];
        private final double[] eta = new double[n];

        State(double[] precisions) {
            this.precisions = precisions;
        }

        private void predict(double[] beta) {
            Arrays.fill(eta, 0);
            for (int j = 0; j < p; j++) {
                double b = beta[j];
                var column = columns[j];
                for (int i = 0; i < n; i++) {
                    eta[i] += b * column[i];
                }
            }
        }

        double value(double[] beta) {
            predict(beta);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                // ln(1 + e^η) without overflow.
                double softplus = Math.max(eta[i], 0) + Math.log1p(Math.exp(-Math.abs(eta[i])));
                sum += weights[i] * ((event[i] ? eta[i] : 0) - softplus);
            }
            for (int j = 1; j < p; j++) {
                sum -= 0.5 * precisions[j - 1] * beta[j] * beta[j];
            }
            return sum;
        }

        /// Fills gradient and information; the largest absolute derivative.
        double derivatives(double[] beta) {
            predict(beta);
            var residual = new double[n];
            var spread = new double[n];
            for (int i = 0; i < n; i++) {
                double m = 1 / (1 + Math.exp(-eta[i]));
                residual[i] = weights[i] * ((event[i] ? 1 : 0) - m);
                spread[i] = weights[i] * m * (1 - m);
            }
            double steepest = 0;
            var scaled = new double[n];
            for (int j = 0; j < p; j++) {
                double g = 0;
                var column = columns[j];
                for (int i = 0; i < n; i++) {
                    g += column[i] * residual[i];
                    scaled[i] = column[i] * spread[i];
                }
                for (int k = j; k < p; k++) {
                    double sum = 0;
                    var other = columns[k];
                    for (int i = 0; i < n; i++) {
                        sum += scaled[i] * other[i];
                    }
                    information[j * p + k] = sum;
                    information[k * p + j] = sum;
                }
                if (j > 0) {
                    g -= precisions[j - 1] * beta[j];
                    information[j * p + j] += precisions[j - 1];
                }
                gradient[j] = g;
                steepest = Math.max(steepest, Math.abs(g));
            }
            return steepest;
        }
    }
}
