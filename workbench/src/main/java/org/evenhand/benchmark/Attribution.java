package org.evenhand.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenhand.panel.Role;
import org.evenhand.panel.Variable;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.Effects;
import org.evenhand.statistics.ordinal.Fit;

/// How much of the difference between the model as it is and the model with every interest at its reference goes with
/// each interest.
///
/// The linear predictor is additive, so an interest's Shapley value on that scale is `Σ β_j (x_j − r_j)` over
/// its measures. On the scale of severity it is the Shapley value of the expected severity, exact over all
/// subsets of the interests; the values add up to the difference (Shapley 1953; Lundberg & Lee 2017, linear
/// case). Intervals are by the delta method, with numerical derivatives.
public final class Attribution {
    private static final double STEP = 1e-5;

    private Attribution() {}

    /// The part of one interest.
    ///
    /// @param interest key of the interest
    /// @param linear on the scale of the linear predictor, log odds
    /// @param steps in steps of severity
    public record Part(String interest, Effects.Estimate linear, Effects.Estimate steps) {}

    /// @param x the placement's measures, in the order of `variables`
    /// @param reference the same with every interest at its reference
    static List<Part> of(
            Fit.Ok fit, Matrix covariance, List<Variable> variables, double[] x, double[] reference, double level) {
        var groups = new TreeMap<String, List<Integer>>();
        for (int j = 0; j < x.length; j++) {
            if (variables.get(j).role() == Role.INTEREST) {
                groups.computeIfAbsent(variables.get(j).set(), _ -> new ArrayList<>())
                        .add(j);
            }
        }
        var order = new ArrayList<>(groups.values());
        var theta = fit.parameters().clone();
        int size = theta.length;
        var linear = linear(theta, fit.firstSlope(), order, x, reference);
        var steps = shapley(theta, fit, linear, reference);
        var linearGradient = new double[order.size()][size];
        var stepGradient = new double[order.size()][size];
        for (int p = 0; p < size; p++) {
            double h = STEP * Math.max(1, Math.abs(theta[p]));
            double kept = theta[p];
            theta[p] = kept + h;
            var upLinear = linear(theta, fit.firstSlope(), order, x, reference);
            var up = shapley(theta, fit, upLinear, reference);
            theta[p] = kept - h;
            var downLinear = linear(theta, fit.firstSlope(), order, x, reference);
            var down = shapley(theta, fit, downLinear, reference);
            theta[p] = kept;
            for (int g = 0; g < order.size(); g++) {
                linearGradient[g][p] = (upLinear[g] - downLinear[g]) / (2 * h);
                stepGradient[g][p] = (up[g] - down[g]) / (2 * h);
            }
        }
        var parts = new ArrayList<Part>();
        int g = 0;
        for (var key : groups.keySet()) {
            parts.add(new Part(
                    key,
                    estimate(linear[g], linearGradient[g], covariance, level),
                    estimate(steps[g], stepGradient[g], covariance, level)));
            g++;
        }
        return parts;
    }

    /// A value with its delta-method error and interval.
    static Effects.Estimate estimate(double value, double[] gradient, Matrix covariance, double level) {
        double variance = 0;
        for (int j = 0; j < gradient.length; j++) {
            for (int k = 0; k < gradient.length; k++) {
                variance += gradient[j] * covariance.get(j, k) * gradient[k];
            }
        }
        double error = Math.sqrt(Math.max(0, variance));
        double half = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2) * error;
        return new Effects.Estimate(value, error, value - half, value + half, level);
    }

    private static double[] linear(
            double[] theta, int firstSlope, List<List<Integer>> groups, double[] x, double[] reference) {
        var sums = new double[groups.size()];
        for (int g = 0; g < sums.length; g++) {
            for (int j : groups.get(g)) {
                sums[g] += theta[firstSlope + j] * (x[j] - reference[j]);
            }
        }
        return sums;
    }

    private static double[] shapley(double[] theta, Fit.Ok fit, double[] linear, double[] reference) {
        int m = linear.length;
        double base = 0;
        for (int j = 0; j < reference.length; j++) {
            base += theta[fit.firstSlope() + j] * reference[j];
        }
        var worth = new double[1 << m];
        for (int s = 0; s < worth.length; s++) {
            double eta = base;
            for (int g = 0; g < m; g++) {
                eta += (s >> g & 1) == 1 ? linear[g] : 0;
            }
            worth[s] = severity(theta, fit, eta);
        }
        var weight = new double[m];
        for (int k = 0; k < m; k++) {
            weight[k] = 1 / (m * binomial(m - 1, k));
        }
        var values = new double[m];
        for (int s = 0; s < worth.length; s++) {
            for (int g = 0; g < m; g++) {
                if ((s >> g & 1) == 0) {
                    values[g] += weight[Integer.bitCount(s)] * (worth[s | 1 << g] - worth[s]);
                }
            }
        }
        return values;
    }

    /// `E[severity] = Σ_k P(T > k)`.
    static double severity(double[] theta, Fit.Ok fit, double eta) {
        double sum = 0;
        for (int k = 0; k + 1 < fit.data().levels().size(); k++) {
            sum += fit.model().link().upper(theta[k] - eta);
        }
        return sum;
    }

    private static double binomial(int n, int k) {
        double value = 1;
        for (int i = 1; i <= k; i++) {
            value = value * (n - k + i) / i;
        }
        return value;
    }
}
