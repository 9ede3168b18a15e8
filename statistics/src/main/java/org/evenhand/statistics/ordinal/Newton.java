package org.evenhand.statistics.ordinal;

import java.util.Arrays;
import org.evenhand.statistics.linear.Cholesky;
import org.evenhand.statistics.linear.Kernels;

/// Newton's method on the standardised columns of a [Layout]. All arrays are made once; nothing is allocated
/// while it
/// runs.
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

    /// A step's squared length in standard errors is the sum of squared changes of the predictors, each
    /// weighted by its row's information. Below this a unit of weight, predictors move by about one part in a
    /// hundred thousand: the matrix from which the step came serves for the steps that are left, each of which
    /// leaves so small a part of the gradient, and for the covariance; standard errors move by half as much at
    /// most.
    private static final double NEAR = 2.5e-11;

    private final Layout layout;
    private final Kernels kernels = Kernels.best();
    final RowTerms terms;
    final double[] parameters;
    final double[] gradient;
    final double[] information;
    final double[] factor;
    private final double[] trial;
    private final double[] step;
    private final double[] predictor;
    private final double[] scratch;
    private final double[] lanes;
    private final double[] block;
    private final double[] row;
    double logLikelihood;
    double largestGradient;
    int iterations;

    Newton(Link link, Layout layout) {
        this.layout = layout;
        int size = layout.size;
        this.terms = new RowTerms(link, layout);
        this.parameters = new double[size];
        this.gradient = new double[size];
        this.information = new double[size * size];
        this.factor = new double[size * size];
        this.trial = new double[size];
        this.step = new double[size];
        this.predictor = new double[layout.rows];
        this.scratch = new double[layout.rows];
        this.lanes = new double[Kernels.LANES * layout.p * layout.p];
        this.block = new double[layout.p * layout.p];
        this.row = new double[layout.p];
    }

    /// Maximises from `begin` (standardised). `checkSingular` says whether the first information matrix is tested.
    End run(double[] begin, int maximum, boolean checkSingular) {
        double tolerance = tolerance();
        System.arraycopy(begin, 0, parameters, 0, layout.size);
        iterations = 0;
        logLikelihood = evaluate(parameters);
        if (!(logLikelihood > Double.NEGATIVE_INFINITY)) {
            largestGradient = Double.POSITIVE_INFINITY;
            return End.STALLED;
        }
        boolean near = false;
        while (true) {
            terms.derivatives();
            gradient();
            if (!near) {
                information();
                System.arraycopy(information, 0, factor, 0, factor.length);
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
            System.arraycopy(gradient, 0, step, 0, layout.size);
            Cholesky.solve(factor, layout.size, step);
            iterations++;
            near = decrement() < NEAR * layout.totalWeight;
            if (!search()) {
                return largestGradient <= 10 * tolerance ? restore() : End.STALLED;
            }
        }
    }

    /// 1e-9 in standardised columns, or what rounding allows where the weights add up to much more than a panel's.
    double tolerance() {
        return 1e-9 * Math.max(1, layout.totalWeight / 1e4);
    }

    private End restore() {
        evaluate(parameters);
        return End.CONVERGED;
    }

    /// The square of the step's length in standard errors, and what the step promises.
    private double decrement() {
        double sum = 0;
        for (int j = 0; j < layout.size; j++) {
            sum = Math.fma(step[j], gradient[j], sum);
        }
        return sum;
    }

    /// Backtracks until the log-likelihood has risen by a share of what the step promises [Armijo 1966]; bounds
    /// out of
    /// order have no log-likelihood, so the thresholds stay in order by themselves.
    private boolean search() {
        double promise = decrement();
        double slack = 1e-12 * (1 + Math.abs(logLikelihood));
        double length = 1;
        for (int halvings = 0; halvings < 60; halvings++) {
            for (int j = 0; j < layout.size; j++) {
                trial[j] = Math.fma(length, step[j], parameters[j]);
            }
            double value = evaluate(trial);
            if (value - logLikelihood >= 1e-4 * length * promise - slack) {
                System.arraycopy(trial, 0, parameters, 0, layout.size);
                logLikelihood = value;
                return true;
            }
            length *= 0.5;
        }
        return false;
    }

    /// The log-likelihood at `at`.
    private double evaluate(double[] at) {
        int n = layout.rows;
        kernels.times(layout.x, n, layout.p, at, layout.firstSlope, predictor);
        if (layout.offset.length > 0) {
            for (int i = 0; i < n; i++) {
                predictor[i] += layout.offset[i];
            }
        }
        for (int k = 0; k < layout.categories; k++) {
            int from = layout.start[k];
            int to = layout.start[k + 1];
            if (k + 1 < layout.categories) {
                bound(at, k, from, to, terms.u);
            }
            if (k > 0) {
                bound(at, k - 1, from, to, terms.l);
            }
        }
        return terms.logLikelihood();
    }

    private void bound(double[] at, int threshold, int from, int to, double[] out) {
        if (layout.plain()) {
            double level = at[threshold];
            for (int i = from; i < to; i++) {
                out[i] = level - predictor[i];
            }
            return;
        }
        for (int i = from; i < to; i++) {
            out[i] = -predictor[i];
        }
        for (int j = 0; j < layout.q; j++) {
            double c = at[threshold * layout.q + j];
            int column = j * layout.rows;
            for (int i = from; i < to; i++) {
                out[i] += c * layout.v[column + i];
            }
        }
    }

    /// The gradient at the bounds of the last evaluation.
    private void gradient() {
        int n = layout.rows;
        int p = layout.p;
        int first = layout.firstSlope;
        add(terms.upper, terms.lower, scratch, n);
        kernels.transposeTimes(layout.x, n, p, 0, n, scratch, gradient, first);
        for (int j = first; j < layout.size; j++) {
            gradient[j] = -gradient[j];
        }
        for (int k = 0; k + 1 < layout.categories; k++) {
            thresholdGradient(k);
        }
        largestGradient = 0;
        for (double g : gradient) {
            largestGradient = Math.max(largestGradient, Math.abs(g));
        }
    }

    private void thresholdGradient(int k) {
        int from = layout.start[k];
        int middle = layout.start[k + 1];
        int to = layout.start[k + 2];
        if (layout.plain()) {
            gradient[k] = kernels.sum(terms.upper, from, middle - from) + kernels.sum(terms.lower, middle, to - middle);
            return;
        }
        var v = layout.v;
        for (int j = 0; j < layout.q; j++) {
            int at = j * layout.rows;
            gradient[k * layout.q + j] = kernels.dot(terms.upper, from, v, at + from, middle - from)
                    + kernels.dot(terms.lower, middle, v, at + middle, to - middle);
        }
    }

    /// The information at the bounds of the last evaluation.
    private void information() {
        int n = layout.rows;
        int p = layout.p;
        int size = layout.size;
        int first = layout.firstSlope;
        add(terms.upperSlope, terms.lowerSlope, scratch, n);
        kernels.crossProduct(layout.x, n, p, scratch, lanes, block);
        for (int j = 0; j < p; j++) {
            System.arraycopy(block, j * p, information, (first + j) * size + first, p);
        }
        if (layout.plain()) {
            for (int k = 0; k + 1 < layout.categories; k++) {
                plainThreshold(k);
            }
        } else {
            Arrays.fill(information, 0, first * size, 0);
            for (int k = 0; k + 1 < layout.categories; k++) {
                for (int j = 0; j < layout.q; j++) {
                    threshold(k, j);
                }
            }
        }
    }

    private static void add(double[] a, double[] b, double[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b[i];
        }
    }

    private void plainThreshold(int k) {
        int size = layout.size;
        int from = layout.start[k];
        int middle = layout.start[k + 1];
        int to = layout.start[k + 2];
        double slopes =
                kernels.sum(terms.upperSlope, from, middle - from) + kernels.sum(terms.lowerSlope, middle, to - middle);
        double below = k > 0 ? kernels.sum(terms.cross, from, middle - from) : 0;
        double above = k + 2 < layout.categories ? kernels.sum(terms.cross, middle, to - middle) : 0;
        for (int other = 0; other < layout.firstSlope; other++) {
            information[k * size + other] = 0;
        }
        information[k * size + k] = slopes - below - above;
        if (k > 0) {
            information[k * size + k - 1] = below;
        }
        if (k + 1 < layout.firstSlope) {
            information[k * size + k + 1] = above;
        }
        System.arraycopy(terms.upperSlope, from, scratch, from, middle - from);
        System.arraycopy(terms.lowerSlope, middle, scratch, middle, to - middle);
        crossWithSlopes(k, from, to);
    }

    private void crossWithSlopes(int parameter, int from, int to) {
        int size = layout.size;
        kernels.transposeTimes(layout.x, layout.rows, layout.p, from, to, scratch, row, 0);
        for (int j = 0; j < layout.p; j++) {
            double value = -row[j];
            information[parameter * size + layout.firstSlope + j] = value;
            information[(layout.firstSlope + j) * size + parameter] = value;
        }
    }

    private void threshold(int k, int column) {
        int n = layout.rows;
        int q = layout.q;
        int parameter = k * q + column;
        int from = layout.start[k];
        int middle = layout.start[k + 1];
        int to = layout.start[k + 2];
        var v = layout.v;
        int at = column * n;
        for (int i = from; i < middle; i++) {
            scratch[i] = v[at + i] * (terms.upperSlope[i] - terms.cross[i]);
        }
        for (int i = middle; i < to; i++) {
            scratch[i] = v[at + i] * (terms.lowerSlope[i] - terms.cross[i]);
        }
        for (int other = column; other < q; other++) {
            symmetric(parameter, k * q + other, kernels.dot(scratch, from, v, other * n + from, to - from));
        }
        if (k > 0) {
            for (int i = from; i < middle; i++) {
                scratch[i] = v[at + i] * terms.cross[i];
            }
            for (int other = 0; other < q; other++) {
                symmetric(
                        parameter, (k - 1) * q + other, kernels.dot(scratch, from, v, other * n + from, middle - from));
            }
        }
        for (int i = from; i < middle; i++) {
            scratch[i] = v[at + i] * terms.upperSlope[i];
        }
        for (int i = middle; i < to; i++) {
            scratch[i] = v[at + i] * terms.lowerSlope[i];
        }
        crossWithSlopes(parameter, from, to);
    }

    private void symmetric(int a, int b, double value) {
        information[a * layout.size + b] = value;
        information[b * layout.size + a] = value;
    }
}
