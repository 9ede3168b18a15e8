package org.evenhand.statistics.survival;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.statistics.linear.Cholesky;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.linear.Rank;
import org.evenhand.statistics.survival.CoxOutcome.MonotoneLikelihood;

/// Cox's proportional hazards regression on counting-process rows: `λ(t | x) = λ_s(t) exp(x(t)'β)`.
///
/// The log partial likelihood is concave, so Newton's method with halving ends at the maximum where there
/// is one; it is run to a gradient of 1e-9 in standardised columns. Where coefficients run away, the
/// direction is proved: every event must have the highest hazard of its risk set along it.
///
/// @param ties rule for tied events
public record CoxModel(Ties ties) {
    private static final int ITERATIONS = 60;
    private static final double SINGULAR = 1e-9;
    /// A standard error this large in standardised columns is a sign of an estimate that runs away.
    private static final double UNSURE = 30;

    /// Efron's rule.
    public static CoxModel withDefaults() {
        return new CoxModel(Ties.EFRON);
    }

    /// Fits the model.
    public CoxOutcome fit(SurvivalData data) {
        String fault = data.fault();
        if (!fault.isEmpty()) {
            return new CoxOutcome.InvalidInput(fault);
        }
        RiskRows rows = new RiskRows(data);
        int p = rows.p;
        PartialLikelihood likelihood = new PartialLikelihood(rows, ties);
        double[] beta = new double[p];
        double empty = likelihood.at(beta);
        Optional<Rank.Dependency> dependency = dependency(likelihood, data.names());
        if (dependency.isPresent()) {
            return new CoxOutcome.NotIdentified(dependency.get());
        }
        double value = empty;
        double[] factor = new double[p * p];
        double[] step = new double[p];
        double tolerance = 1e-9 * Math.max(1, total(rows) / 1e4);
        double steepest = steepest(likelihood.gradient);
        int iterations = 0;
        boolean converged = false;
        while (iterations <= ITERATIONS) {
            System.arraycopy(likelihood.information, 0, factor, 0, p * p);
            boolean definite = Cholesky.factor(factor, p, 0) < 0;
            if (steepest <= tolerance && definite) {
                converged = true;
                break;
            }
            if (!definite) {
                break;
            }
            System.arraycopy(likelihood.gradient, 0, step, 0, p);
            Cholesky.solve(factor, p, step);
            double reached = Double.NEGATIVE_INFINITY;
            double[] next = beta;
            double slack = 1e-13 * (1 + Math.abs(value));
            double length = 1;
            for (int halving = 0; halving < 50 && !(reached >= value - slack); halving++, length /= 2) {
                next = moved(beta, length, step);
                reached = likelihood.at(next);
            }
            if (!(reached >= value - slack)) {
                break;
            }
            iterations++;
            beta = next;
            value = reached;
            steepest = steepest(likelihood.gradient);
        }
        double[] inverse = new double[p * p];
        if (converged) {
            Cholesky.inverse(factor, p, inverse);
        }
        if (!converged || unsure(inverse, p)) {
            Optional<MonotoneLikelihood> monotone = Monotone.find(likelihood, beta, step, data.names());
            if (monotone.isPresent()) {
                return monotone.get();
            }
        }
        if (!converged) {
            return new CoxOutcome.NotConverged(iterations, steepest);
        }
        return new CoxOutcome.Fitted(
                data,
                data.names(),
                unscaled(beta, rows),
                covariance(inverse, rows),
                ScoreResiduals.toData(
                        ScoreResiduals.at(likelihood, ties), rows, data.x().rows()),
                value,
                empty,
                ties,
                rows.n,
                rows.events,
                iterations,
                steepest);
    }

    private static double total(RiskRows rows) {
        double total = 0;
        for (double weight : rows.weights) {
            total += weight;
        }
        return total;
    }

    private static double[] moved(double[] beta, double length, double[] step) {
        double[] next = new double[beta.length];
        for (int j = 0; j < beta.length; j++) {
            next[j] = Math.fma(length, step[j], beta[j]);
        }
        return next;
    }

    private static double steepest(double[] gradient) {
        double steepest = 0;
        for (double each : gradient) {
            steepest = Math.max(steepest, Math.abs(each));
        }
        return steepest;
    }

    private static boolean unsure(double[] inverse, int p) {
        for (int j = 0; j < p; j++) {
            if (!(inverse[j * p + j] < UNSURE * UNSURE)) {
                return true;
            }
        }
        return false;
    }

    /// The first column that the ones before it explain in every risk set, from the information at 0,
    /// which is the sum of the risk sets' covariances.
    private static Optional<Rank.Dependency> dependency(PartialLikelihood likelihood, List<String> names) {
        RiskRows rows = likelihood.rows;
        int p = rows.p;
        double[] information = likelihood.information;
        for (int j = 0; j < p; j++) {
            if (!(information[j * p + j] > SINGULAR * rows.events * 1e-3)) {
                return Optional.of(new Rank.Dependency(j, names.get(j), Map.of()));
            }
            double[] factor = corner(information, p, j + 1);
            if (Cholesky.factor(factor, j + 1, SINGULAR) >= 0) {
                double[] before = corner(information, p, j);
                double[] c = new double[j];
                System.arraycopy(information, j * p, c, 0, j);
                Cholesky.factor(before, j, 0);
                Cholesky.solve(before, j, c);
                Map<String, Double> of = new LinkedHashMap<>();
                for (int k = 0; k < j; k++) {
                    if (Math.abs(c[k]) > 1e-6) {
                        of.put(names.get(k), c[k] * rows.scales[j] / rows.scales[k]);
                    }
                }
                return Optional.of(new Rank.Dependency(j, names.get(j), of));
            }
        }
        return Optional.empty();
    }

    private static double[] corner(double[] matrix, int p, int size) {
        double[] corner = new double[size * size];
        for (int j = 0; j < size; j++) {
            System.arraycopy(matrix, j * p, corner, j * size, size);
        }
        return corner;
    }

    private static double[] unscaled(double[] beta, RiskRows rows) {
        double[] result = new double[beta.length];
        for (int j = 0; j < beta.length; j++) {
            result[j] = beta[j] / rows.scales[j];
        }
        return result;
    }

    private static Matrix covariance(double[] inverse, RiskRows rows) {
        int p = rows.p;
        double[] values = new double[p * p];
        for (int j = 0; j < p; j++) {
            for (int k = 0; k < p; k++) {
                values[j * p + k] = inverse[j * p + k] / (rows.scales[j] * rows.scales[k]);
            }
        }
        return Matrix.over(p, p, values);
    }

    /// Proof that a likelihood is monotone.
    private static final class Monotone {
        private static final double NEGLIGIBLE = 1e-3;
        private static final double TOLERANCE = 1e-7;

        private Monotone() {}

        /// Tries the last Newton step, which turns into the direction as the search runs away, and the
        /// point itself.
        static Optional<MonotoneLikelihood> find(
                PartialLikelihood likelihood, double[] beta, double[] step, List<String> names) {
            for (double[] candidate : List.of(step, beta)) {
                double[] direction = candidate.clone();
                double largest = steepest(direction);
                if (!(largest > 0) || Double.isInfinite(largest)) {
                    continue;
                }
                for (int j = 0; j < direction.length; j++) {
                    direction[j] /= largest;
                    if (Math.abs(direction[j]) < NEGLIGIBLE) {
                        direction[j] = 0;
                    }
                }
                if (proves(likelihood.rows, direction)) {
                    List<MonotoneLikelihood.Component> components = new ArrayList<>();
                    for (int j = 0; j < direction.length; j++) {
                        if (direction[j] != 0) {
                            components.add(new MonotoneLikelihood.Component(
                                    names.get(j), direction[j] / likelihood.rows.scales[j]));
                        }
                    }
                    return Optional.of(new MonotoneLikelihood(components));
                }
            }
            return Optional.empty();
        }

        /// Every event has the highest value of its risk set, and somewhere the risk set is not all
        /// equal.
        private static boolean proves(RiskRows rows, double[] direction) {
            double[] along = new double[rows.n];
            for (int i = 0; i < rows.n; i++) {
                for (int j = 0; j < rows.p; j++) {
                    along[i] = Math.fma(rows.x[i * rows.p + j], direction[j], along[i]);
                }
            }
            boolean strict = false;
            for (int s = 0; s + 1 < rows.strata.length; s++) {
                for (int d = rows.strata[s]; d < rows.strata[s + 1]; d++) {
                    if (!rows.event[d]) {
                        continue;
                    }
                    for (int i = rows.strata[s]; i < rows.strata[s + 1] && rows.stop[i] >= rows.stop[d]; i++) {
                        if (rows.start[i] < rows.stop[d]) {
                            if (along[i] > along[d] + TOLERANCE) {
                                return false;
                            }
                            strict |= along[i] < along[d] - TOLERANCE;
                        }
                    }
                }
            }
            return strict;
        }
    }
}
