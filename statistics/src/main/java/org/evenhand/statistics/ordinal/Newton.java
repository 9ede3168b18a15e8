package org.evenhand.statistics.ordinal;

import org.evenhand.statistics.linear.Cholesky;
import org.evenhand.statistics.tasks.Interruption;

/// Newton's method on the standardised columns of a [Layout], with steps that are bent by the third
/// derivatives where these are known, so that one matrix takes it as far as one and a half plain steps.
///
/// With `d` the step of Newton and `c = ½ H⁻¹ T[d, d]`, where `H` is the information and `T` the third
/// derivative of the log-likelihood, the search goes along `x + s d + s² c`: its tangent at `x` is Newton's
/// direction, and at `s = 1` it is the step of Chebyshev's method, whose order is three [Traub 1964,
/// *Iterative methods for the solution of equations*; for systems Candela and Marquina 1990, Computing 45].
/// Nothing is allocated while it runs.
final class Newton {
    enum End {
        CONVERGED,
        /// The information at the start is singular for its own size: some columns may not be free.
        SINGULAR,
        /// No progress, no positive definite information, or too many steps.
        STALLED
    }

    /// A pivot below this share of its column's information calls for the exact test of identification.
    private static final double SINGULAR = 1e-10;

    /// Steps along which, together, no row's information changes by more than this share are near: the
    /// matrix from which they came serves for them, each of which leaves so small a part of the gradient,
    /// and for the covariance. Standard errors move by half as much at most, those by clusters by as much.
    private static final double NEAR = 1e-5;

    /// A near step's squared length in standard errors is at most this for each row's weight: three
    /// shares of the information of a row, none above a quarter.
    private static final double MOST_NEAR = 0.75 * NEAR * NEAR;

    /// A step is bent by at most this share of its squared length; what asks for more is too far from
    /// where three derivatives describe the likelihood.
    private static final double MOST_BENT = 0.25;

    /// From this share on a step is bent once more, by the third derivatives along what it has become.
    private static final double BENT = 1e-3;

    private final Layout layout;
    final Likelihood likelihood;
    final double[] parameters;
    final double[] factor;
    private final double[] trial;
    private final double[] step;
    private final double[] bend;
    double logLikelihood;
    double largestGradient;
    int iterations;

    Newton(Link link, Layout layout) {
        this.layout = layout;
        this.likelihood = new Likelihood(link, layout);
        int size = layout.size;
        this.parameters = new double[size];
        this.factor = new double[size * size];
        this.trial = new double[size];
        this.step = new double[size];
        this.bend = new double[size];
    }

    /// Maximises from `begin` (standardised). `checkSingular` says whether the first information matrix
    /// is tested.
    End run(double[] begin, int maximum, boolean checkSingular) {
        double tolerance = tolerance();
        System.arraycopy(begin, 0, parameters, 0, layout.size);
        iterations = 0;
        largestGradient = Double.POSITIVE_INFINITY;
        logLikelihood = likelihood.evaluate(parameters, true);
        if (!(logLikelihood > Double.NEGATIVE_INFINITY)) {
            return End.STALLED;
        }
        boolean near = false;
        double changed = 0;
        while (true) {
            Interruption.check();
            largestGradient = largest(likelihood.gradient);
            if (!near) {
                changed = 0;
                System.arraycopy(likelihood.information, 0, factor, 0, factor.length);
                boolean first = checkSingular && iterations == 0;
                if (Cholesky.factor(factor, layout.size, first ? SINGULAR : 0) >= 0) {
                    return first ? End.SINGULAR : End.STALLED;
                }
            }
            if (largestGradient <= tolerance) {
                return End.CONVERGED;
            }
            if (iterations == maximum) {
                return End.STALLED;
            }
            System.arraycopy(likelihood.gradient, 0, step, 0, layout.size);
            Cholesky.solve(factor, layout.size, step);
            iterations++;
            double promise = product(step, likelihood.gradient);
            if (likelihood.bends() && promise <= MOST_NEAR * layout.totalWeight) {
                changed += likelihood.change(step);
                near = changed <= NEAR;
            } else {
                near = false;
            }
            // What a plain step leaves of the gradient is about half of what it promises.
            boolean bent = likelihood.bends() && promise > 2 * tolerance && bend(promise);
            if (!search(promise, bent, !near)) {
                return largestGradient <= 10 * tolerance ? restore() : End.STALLED;
            }
        }
    }

    /// 1e-9 in standardised columns, or what rounding allows where the weights add up to much more than a
    /// panel's.
    double tolerance() {
        return 1e-9 * Math.max(1, layout.totalWeight / 1e4);
    }

    private End restore() {
        likelihood.evaluate(parameters, false);
        return End.CONVERGED;
    }

    private static double largest(double[] gradient) {
        double most = 0;
        for (double g : gradient) {
            most = Math.max(most, Math.abs(g));
        }
        return most;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum = Math.fma(a[j], b[j], sum);
        }
        return sum;
    }

    /// Whether the step is to be bent, and then by what.
    ///
    /// @param promise the step's squared length
    private boolean bend(double promise) {
        double length = bendAlong(step);
        if (length > BENT * promise && length <= MOST_BENT * promise) {
            // The third derivatives belong along the step that is taken.
            for (int j = 0; j < layout.size; j++) {
                trial[j] = step[j] + bend[j];
            }
            length = bendAlong(trial);
        }
        return length <= MOST_BENT * promise;
    }

    /// Sets [#bend] for third derivatives along `direction`.
    ///
    /// @return its squared length
    private double bendAlong(double[] direction) {
        likelihood.bend(direction, bend);
        System.arraycopy(bend, 0, trial, 0, layout.size);
        Cholesky.solve(factor, layout.size, bend);
        return product(bend, trial);
    }

    /// Backtracks until the log-likelihood has risen by a share of what the step promises [Armijo 1966];
    /// bounds out of order have no log-likelihood, so the thresholds stay in order by themselves.
    private boolean search(double promise, boolean bent, boolean informed) {
        double slack = 1e-12 * (1 + Math.abs(logLikelihood));
        double length = 1;
        for (int halvings = 0; halvings < 60; halvings++) {
            for (int j = 0; j < layout.size; j++) {
                double along = bent ? Math.fma(length, bend[j], step[j]) : step[j];
                trial[j] = Math.fma(length, along, parameters[j]);
            }
            double value = likelihood.evaluate(trial, informed);
            if (value - logLikelihood >= 1e-4 * length * promise - slack) {
                System.arraycopy(trial, 0, parameters, 0, layout.size);
                logLikelihood = value;
                return true;
            }
            length *= 0.5;
        }
        return false;
    }
}
