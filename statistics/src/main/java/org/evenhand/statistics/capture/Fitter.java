package org.evenhand.statistics.capture;

import java.util.Arrays;
import org.evenhand.statistics.tasks.Interruption;
import org.jspecify.annotations.Nullable;

/// Fits Poisson log-linear models to tables of one number of lists by Newton's method; a workspace for one
/// thread.
///
/// A term whose lists nobody is on together (`overlap = 0`) has its parameter at minus infinity: its factor is
/// exactly zero and so are the means of every cell that contains it [Chan, Silverman & Vincent 2021, section
/// 2.4]. The other parameters are finite if the estimate exists, which is for [Estimability] to say beforehand.
final class Fitter {
    /// How a fit ended.
    enum End {
        CONVERGED,
        SINGULAR,
        NOT_CONVERGED
    }

    private static final int MOST_STEPS = 100;
    private static final int MOST_HALVINGS = 40;
    /// Newton's decrement (twice the expected gain in log-likelihood) after which one more step is the last;
    /// the error after that step is of the order of its square.
    private static final double LAST_STEP = 1e-8;

    private final int cells;
    private final double[] means;
    private final double[] factors;
    private final double[] overlaps;
    private double[] score = new double[0];
    private double[] information = new double[0];
    private double[] step = new double[0];
    private double[] trial = new double[0];
    private int[] free = new int[0];
    private int freeCount;

    /// Fitted parameters by term; minus infinity for those on the boundary, 0 for terms that are not in the
    /// model.
    private final double[] parameters;

    private double kernel;
    private int steps;

    Fitter(int lists) {
        this.cells = 1 << lists;
        this.means = new double[cells];
        this.factors = new double[cells];
        this.overlaps = new double[cells];
        this.parameters = new double[cells];
    }

    /// Fits a model from a first guess made of the counts.
    End fit(HierarchicalModel model, Counts counts) {
        prepare(model, counts);
        if (!firstGuess(counts)) {
            return End.SINGULAR;
        }
        return newton(counts);
    }

    /// Fits a model from given parameters by term; terms that are on the boundary are ignored.
    End fitFrom(HierarchicalModel model, Counts counts, double[] start) {
        prepare(model, counts);
        for (int i = 0; i < freeCount; i++) {
            double value = start[free[i]];
            trial[i] = value == Double.NEGATIVE_INFINITY ? 0 : value;
        }
        kernel = evaluate(trial, counts);
        if (!Double.isFinite(kernel)) {
            return fit(model, counts);
        }
        var end = newton(counts);
        return end == End.CONVERGED ? end : fit(model, counts);
    }

    private void prepare(HierarchicalModel model, Counts counts) {
        int[] terms = model.termsShared();
        if (score.length < terms.length) {
            int n = terms.length;
            score = new double[n];
            step = new double[n];
            trial = new double[n];
            free = new int[n];
            information = new double[n * n];
        }
        Arrays.fill(parameters, 0);
        freeCount = 0;
        for (int term : terms) {
            if (counts.overlap(term) > 0) {
                free[freeCount++] = term;
            } else {
                parameters[term] = Double.NEGATIVE_INFINITY;
            }
        }
        steps = 0;
    }

    /// Weighted least squares of the log counts, the first step of iteratively reweighted least squares.
    private boolean firstGuess(Counts counts) {
        fillFactors(null);
        Subsets.multiplyOverSubsets(factors);
        var response = means;
        for (int c = 0; c < cells; c++) {
            boolean kept = c > 0 && factors[c] > 0;
            double weight = kept ? counts.count(c) + 0.1 : 0;
            overlaps[c] = weight;
            response[c] = kept ? weight * StrictMath.log(weight) - 0.1 : 0;
        }
        Subsets.sumOverSupersets(overlaps);
        Subsets.sumOverSupersets(response);
        for (int i = 0; i < freeCount; i++) {
            score[i] = response[free[i]];
        }
        fillInformation();
        if (!factor() || !solve(score, trial)) {
            return false;
        }
        kernel = evaluate(trial, counts);
        if (!Double.isFinite(kernel)) {
            Arrays.fill(trial, 0, freeCount, 0);
            trial[0] = StrictMath.log(counts.total() / (double) cells);
            kernel = evaluate(trial, counts);
        }
        return true;
    }

    /// Newton's method with step halving from `trial`, at which means and overlaps are already evaluated.
    private End newton(Counts counts) {
        var current = new double[freeCount];
        System.arraycopy(trial, 0, current, 0, freeCount);
        Interruption.check();
        while (steps < MOST_STEPS) {
            steps++;
            for (int i = 0; i < freeCount; i++) {
                score[i] = counts.overlap(free[i]) - overlaps[free[i]];
            }
            fillInformation();
            if (!factor() || !solve(score, step)) {
                return End.SINGULAR;
            }
            double decrement = 0;
            for (int i = 0; i < freeCount; i++) {
                decrement += score[i] * step[i];
            }
            if (decrement < LAST_STEP) {
                for (int i = 0; i < freeCount; i++) {
                    parameters[free[i]] = current[i] + step[i];
                }
                kernel += decrement / 2;
                return End.CONVERGED;
            }
            // With millions of people the last gains are below the rounding of the log-likelihood itself.
            double floor = kernel - 1e-13 * Math.abs(kernel);
            double length = 1;
            int halvings = 0;
            double next;
            do {
                for (int i = 0; i < freeCount; i++) {
                    trial[i] = current[i] + length * step[i];
                }
                next = evaluate(trial, counts);
                length /= 2;
            } while (!(next >= floor) && ++halvings < MOST_HALVINGS);
            if (!(next >= floor)) {
                return End.NOT_CONVERGED;
            }
            kernel = next;
            System.arraycopy(trial, 0, current, 0, freeCount);
        }
        return End.NOT_CONVERGED;
    }

    /// The log-likelihood without its constant at the given free parameters; leaves means and their superset
    /// sums.
    private double evaluate(double[] values, Counts counts) {
        fillFactors(values);
        Subsets.multiplyOverSubsets(factors);
        System.arraycopy(factors, 0, overlaps, 0, cells);
        overlaps[0] = 0;
        Subsets.sumOverSupersets(overlaps);
        double sum = -overlaps[0];
        for (int i = 0; i < freeCount; i++) {
            sum += values[i] * counts.overlap(free[i]);
        }
        return sum;
    }

    /// One factor for each term of the model: `exp(parameter)`, or 0 on the boundary; without values 1 for free
    /// terms.
    private void fillFactors(double @Nullable [] values) {
        for (int c = 0; c < cells; c++) {
            factors[c] = parameters[c] == Double.NEGATIVE_INFINITY ? 0 : 1;
        }
        if (values != null) {
            for (int i = 0; i < freeCount; i++) {
                factors[free[i]] = StrictMath.exp(values[i]);
            }
        }
    }

    private void fillInformation() {
        for (int i = 0; i < freeCount; i++) {
            for (int j = 0; j <= i; j++) {
                information[i * freeCount + j] = overlaps[free[i] | free[j]];
            }
        }
    }

    /// Cholesky factor of the information, in place; false if it is not positive definite to working precision.
    private boolean factor() {
        int n = freeCount;
        for (int j = 0; j < n; j++) {
            double diagonal = information[j * n + j];
            double rest = diagonal;
            for (int k = 0; k < j; k++) {
                rest -= information[j * n + k] * information[j * n + k];
            }
            if (!(rest > 1e-13 * diagonal)) {
                return false;
            }
            double root = Math.sqrt(rest);
            information[j * n + j] = root;
            for (int i = j + 1; i < n; i++) {
                double sum = information[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= information[i * n + k] * information[j * n + k];
                }
                information[i * n + j] = sum / root;
            }
        }
        return true;
    }

    private boolean solve(double[] right, double[] solution) {
        int n = freeCount;
        for (int i = 0; i < n; i++) {
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= information[i * n + k] * solution[k];
            }
            solution[i] = sum / information[i * n + i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = solution[i];
            for (int k = i + 1; k < n; k++) {
                sum -= information[k * n + i] * solution[k];
            }
            solution[i] = sum / information[i * n + i];
        }
        return Double.isFinite(n == 0 ? 0 : solution[0]);
    }

    /// The maximised log-likelihood without the constant `−Σ ln n!`, which is the same for every model of a
    /// table.
    double kernel() {
        return kernel;
    }

    /// How many Newton steps the last fit took.
    int steps() {
        return steps;
    }

    /// How many people are on no list, by the last fit: `exp(intercept)`.
    double unseen() {
        return StrictMath.exp(parameters[0]);
    }

    /// Parameters by term after the last fit, for reading only until the next one.
    double[] parameters() {
        return parameters;
    }

    /// Brings means and overlaps to the fitted parameters; the last Newton step does not.
    void settle(Counts counts) {
        for (int i = 0; i < freeCount; i++) {
            trial[i] = parameters[free[i]];
        }
        kernel = evaluate(trial, counts);
    }

    /// Expected number of people on all lists of a term, whatever else they are on; call [#settle] first.
    double expectedOverlap(int term) {
        return overlaps[term];
    }

    /// Copies the expected overlaps of every term; call [#settle] first.
    void copyExpectedOverlaps(double[] target) {
        System.arraycopy(overlaps, 0, target, 0, cells);
    }

    /// Variance of the intercept, from the inverse information at the fit; `NaN` if it is not positive
    /// definite. Call [#settle] first.
    double interceptVariance() {
        fillInformation();
        if (!factor()) {
            return Double.NaN;
        }
        Arrays.fill(score, 0, freeCount, 0);
        score[0] = 1;
        return solve(score, step) ? step[0] : Double.NaN;
    }
}
