package org.evenhand.statistics.mixed;

import org.evenhand.statistics.linear.Cholesky;

/// Maximises a marginal likelihood: quasi-Newton steps until the gradient is small, then Newton's with a
/// Hessian of central differences of the exact gradient, down to a gradient of 1e-9 in standardised
/// columns.
final class MarginalSearch {
    /// Beyond these the standard deviation is on its way to zero or to infinity (in units of the link's
    /// scale).
    static final double LOG_SIGMA_LEAST = Math.log(1e-4);

    static final double LOG_SIGMA_MOST = Math.log(300);

    /// A search that stalls beyond this stalled on its way to infinity: the likelihood is flat there.
    static final double LOG_SIGMA_FAR = Math.log(20);

    private static final int QUASI_STEPS = 300;
    private static final int NEWTON_STEPS = 30;
    private static final double HANDOVER = 1e-4;
    private static final double DIFFERENCE = 2e-4;

    enum End {
        CONVERGED,
        /// The standard deviation went to zero.
        VANISHED,
        /// The standard deviation went to infinity.
        EXPLODED,
        STALLED
    }

    private final MarginalLikelihood likelihood;
    private final int size;
    final double[] parameters;
    /// Observed information at the end, full `size × size`.
    final double[] information;
    /// Its Cholesky factor.
    final double[] factor;
    double value;
    double largestGradient;
    int iterations;

    private final double[] gradient;
    private final double[] inverse;
    private final double[] step;
    private final double[] trial;

    MarginalSearch(MarginalLikelihood likelihood) {
        this.likelihood = likelihood;
        size = likelihood.rows.size;
        parameters = new double[size];
        information = new double[size * size];
        factor = new double[size * size];
        gradient = new double[size];
        inverse = new double[size * size];
        step = new double[size];
        trial = new double[size];
    }

    End from(double[] start) {
        System.arraycopy(start, 0, parameters, 0, size);
        value = likelihood.at(parameters);
        if (value == Double.NEGATIVE_INFINITY) {
            return End.STALLED;
        }
        keepGradient();
        resetInverse();
        while (largestGradient > HANDOVER && iterations < QUASI_STEPS) {
            iterations++;
            boolean moved = quasiStep();
            if (parameters[size - 1] < LOG_SIGMA_LEAST) {
                return End.VANISHED;
            }
            if (parameters[size - 1] > LOG_SIGMA_MOST) {
                return End.EXPLODED;
            }
            if (!moved) {
                break;
            }
        }
        return finish();
    }

    private void resetInverse() {
        System.arraycopy(JointInformation.at(likelihood, parameters[size - 1]), 0, factor, 0, size * size);
        if (Cholesky.factor(factor, size, 1e-12) < 0) {
            Cholesky.inverse(factor, size, inverse);
            return;
        }
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < size; k++) {
                inverse[k * size + j] = j == k ? 1 / likelihood.rows.totalWeight : 0;
            }
        }
    }

    private void keepGradient() {
        System.arraycopy(likelihood.gradient, 0, gradient, 0, size);
        largestGradient = 0;
        for (double each : gradient) {
            largestGradient = Math.max(largestGradient, Math.abs(each));
        }
    }

    private boolean quasiStep() {
        double promise = 0;
        for (int j = 0; j < size; j++) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                sum = Math.fma(inverse[k * size + j], gradient[k], sum);
            }
            step[j] = sum;
            promise = Math.fma(sum, gradient[j], promise);
        }
        // A step of more than 1 in ln σ is a leap into the dark.
        double length = Math.min(1, 1 / Math.abs(step[size - 1]));
        if (!search(length, promise)) {
            return false;
        }
        update();
        return true;
    }

    /// Backtracks from `length` until the value has risen; [#trial] is accepted, the likelihood stands
    /// there.
    private boolean search(double length, double promise) {
        double slack = 1e-13 * (1 + Math.abs(value));
        for (int halving = 0; halving < 50; halving++) {
            for (int j = 0; j < size; j++) {
                trial[j] = Math.fma(length, step[j], parameters[j]);
            }
            double reached = likelihood.at(trial);
            if (reached - value >= 1e-4 * length * promise - slack) {
                value = reached;
                return true;
            }
            length *= 0.5;
        }
        return false;
    }

    /// The BFGS update of the inverse information; takes over trial point and gradient.
    private void update() {
        double[] change = new double[size];
        double[] fall = new double[size];
        double curvature = 0;
        for (int j = 0; j < size; j++) {
            change[j] = trial[j] - parameters[j];
            fall[j] = gradient[j] - likelihood.gradient[j];
            curvature = Math.fma(change[j], fall[j], curvature);
        }
        System.arraycopy(trial, 0, parameters, 0, size);
        keepGradient();
        if (!(curvature > 0)) {
            return;
        }
        double[] image = new double[size];
        double quadratic = 0;
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < size; k++) {
                image[j] = Math.fma(inverse[k * size + j], fall[k], image[j]);
            }
            quadratic = Math.fma(image[j], fall[j], quadratic);
        }
        double along = (1 + quadratic / curvature) / curvature;
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < size; k++) {
                inverse[k * size + j] +=
                        along * change[j] * change[k] - (image[j] * change[k] + change[j] * image[k]) / curvature;
            }
        }
    }

    private End finish() {
        double tolerance = 1e-9 * Math.max(1, likelihood.rows.totalWeight / 1e4);
        double[] old = new double[size];
        for (int newton = 0; newton < NEWTON_STEPS; newton++) {
            // The chord method keeps the Hessian while it divides the gradient by a hundred.
            boolean fresh = newton == 0;
            if (fresh && !hessian()) {
                return End.STALLED;
            }
            if (largestGradient <= tolerance) {
                return End.CONVERGED;
            }
            System.arraycopy(gradient, 0, step, 0, size);
            Cholesky.solve(factor, size, step);
            System.arraycopy(parameters, 0, old, 0, size);
            double before = largestGradient;
            double promise = 0;
            for (int j = 0; j < size; j++) {
                promise = Math.fma(step[j], gradient[j], promise);
            }
            iterations++;
            if (!search(1, promise)) {
                return End.STALLED;
            }
            System.arraycopy(trial, 0, parameters, 0, size);
            keepGradient();
            if (parameters[size - 1] < LOG_SIGMA_LEAST) {
                return End.VANISHED;
            }
            if (parameters[size - 1] > LOG_SIGMA_MOST) {
                return End.EXPLODED;
            }
            if ((largestGradient > tolerance && largestGradient > 1e-2 * before || before > 10 * HANDOVER)
                    && !hessian()) {
                return End.STALLED;
            }
        }
        return largestGradient <= tolerance ? End.CONVERGED : End.STALLED;
    }

    /// Fills [#information] and its factor; false where it is not positive definite. The likelihood is
    /// left where it was.
    private boolean hessian() {
        System.arraycopy(parameters, 0, trial, 0, size);
        for (int j = 0; j < size; j++) {
            trial[j] = parameters[j] + DIFFERENCE;
            double up = likelihood.at(trial);
            for (int k = 0; k < size; k++) {
                information[j * size + k] = -likelihood.gradient[k];
            }
            trial[j] = parameters[j] - DIFFERENCE;
            double down = likelihood.at(trial);
            if (up == Double.NEGATIVE_INFINITY || down == Double.NEGATIVE_INFINITY) {
                return false;
            }
            for (int k = 0; k < size; k++) {
                information[j * size + k] = (information[j * size + k] + likelihood.gradient[k]) / (2 * DIFFERENCE);
            }
            trial[j] = parameters[j];
        }
        likelihood.at(parameters);
        for (int j = 0; j < size; j++) {
            for (int k = 0; k < j; k++) {
                double mean = 0.5 * (information[j * size + k] + information[k * size + j]);
                information[j * size + k] = mean;
                information[k * size + j] = mean;
            }
        }
        System.arraycopy(information, 0, factor, 0, size * size);
        return Cholesky.factor(factor, size, 1e-12) < 0;
    }
}
