package org.evenhand.statistics.ordinal;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenhand.statistics.linear.Matrix;

/// Predictions and average contrasts with delta-method errors [Agresti 2010, 3.3].
///
/// The covariance is the caller's choice: observed information or cluster-robust. Averages are over the rows
/// of the fit, weighted where the fit was; they are sample averages, so only the estimates' uncertainty is in
/// the error.
public final class Effects {
    private final Fit.Ok fit;
    private final Matrix covariance;
    private final double level;
    private final double quantile;

    private Effects(Fit.Ok fit, Matrix covariance, double level) {
        this.fit = fit;
        this.covariance = covariance;
        this.level = level;
        this.quantile = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    }

    /// An estimate with its error and interval.
    ///
    /// @param value the estimate
    /// @param error delta-method standard error
    /// @param low lower end
    /// @param high upper end
    /// @param level coverage of the interval
    public record Estimate(double value, double error, double low, double high, double level) {}

    /// With standard errors from the observed information.
    public static Effects of(Fit.Ok fit, double level) {
        return new Effects(fit, fit.covariance(), level);
    }

    /// With another covariance of the parameters, in their order.
    public static Effects of(Fit.Ok fit, Matrix covariance, double level) {
        return new Effects(fit, covariance, level);
    }

    /// The average over rows of `target` under `to` less that under `from`; interval `estimate ± z × error`.
    public Estimate contrast(Scenario from, Scenario to, Target target) {
        var gradient = new double[fit.parameters().length];
        double value = average(to, target, 1, gradient) - average(from, target, -1, gradient);
        return plain(value, gradient);
    }

    /// How far row `i` under `to` is above row `i` under `from`; interval `estimate ± z × error`.
    public Estimate difference(Scenario from, Scenario to, int i, Target target) {
        var gradient = new double[fit.parameters().length];
        if (to.sameRow(from, i)) {
            // Terms that cancel would leave their rounding behind.
            return plain(0, gradient);
        }
        double value = row(to, target, i, 1, gradient) - row(from, target, i, -1, gradient);
        return plain(value, gradient);
    }

    /// The average effect of one sample standard deviation (n − 1) more of column `column`.
    public Estimate oneDeviation(int column, Target target) {
        double deviation = deviation(column);
        var observed = Scenario.observed(fit.data());
        return contrast(observed, observed.with(column, v -> v + deviation), target);
    }

    /// The average effect of column `column` being 1 rather than 0.
    public Estimate zeroToOne(int column, Target target) {
        var observed = Scenario.observed(fit.data());
        return contrast(observed.with(column, _ -> 0), observed.with(column, _ -> 1), target);
    }

    /// The average of `target` under one scenario.
    public Estimate average(Scenario scenario, Target target) {
        var gradient = new double[fit.parameters().length];
        double value = average(scenario, target, 1, gradient);
        return plain(value, gradient);
    }

    /// Each row's prediction. Intervals of probabilities are symmetric on the logit scale, so they stay
    /// between 0 and 1; a probability that rounds to 0 or 1, or is negative where thresholds cross, has an
    /// interval of its own width only.
    public List<Estimate> predictions(Scenario scenario, Target target) {
        int n = scenario.x().rows();
        var result = new ArrayList<Estimate>(n);
        var gradient = new double[fit.parameters().length];
        for (int i = 0; i < n; i++) {
            java.util.Arrays.fill(gradient, 0);
            double value = row(scenario, target, i, 1, gradient);
            if (!target.probability() || !(value > 0 && value < 1)) {
                result.add(plain(value, gradient));
                continue;
            }
            double error = error(gradient);
            double centre = Link.LOGIT.quantile(value);
            double half = quantile * error / (value * (1 - value));
            result.add(new Estimate(
                    value, error, Link.LOGIT.cumulative(centre - half), Link.LOGIT.cumulative(centre + half), level));
        }
        return List.copyOf(result);
    }

    /// How many rows of a scenario have thresholds out of order (possible with slopes by threshold): their
    /// probabilities are not probabilities, and a model with that many is the wrong one.
    public int crossings(Scenario scenario) {
        int crossed = 0;
        int cuts = fit.data().levels().size() - 1;
        for (int i = 0; i < scenario.x().rows(); i++) {
            boolean ordered = true;
            for (int k = 1; k < cuts; k++) {
                ordered &= bound(scenario, i, k) > bound(scenario, i, k - 1);
            }
            crossed += ordered ? 0 : 1;
        }
        return crossed;
    }

    /// Sample standard deviation of a column of the design, divisor n − 1.
    public double deviation(int column) {
        var values = fit.data().x().column(column);
        double mean = 0;
        for (double v : values) {
            mean += v / values.length;
        }
        double squares = 0;
        for (double v : values) {
            squares = Math.fma(v - mean, v - mean, squares);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    private Estimate plain(double value, double[] gradient) {
        double error = error(gradient);
        return new Estimate(value, error, value - quantile * error, value + quantile * error, level);
    }

    private double error(double[] gradient) {
        double variance = 0;
        for (int j = 0; j < gradient.length; j++) {
            double row = 0;
            for (int k = 0; k < gradient.length; k++) {
                row = Math.fma(covariance.get(k, j), gradient[k], row);
            }
            variance = Math.fma(row, gradient[j], variance);
        }
        return Math.sqrt(variance);
    }

    private double average(Scenario scenario, Target target, int sign, double[] gradient) {
        var data = fit.data();
        double total = 0;
        for (int i = 0; i < data.rows(); i++) {
            total += data.weight(i);
        }
        double sum = 0;
        for (int i = 0; i < data.rows(); i++) {
            double share = data.weight(i) / total;
            if (share > 0) {
                sum += share * row(scenario, target, i, sign * share, gradient);
            }
        }
        return sum;
    }

    /// The target of one row; adds `factor` times its gradient.
    private double row(Scenario scenario, Target target, int i, double factor, double[] gradient) {
        var data = fit.data();
        int categories = data.levels().size();
        var coefficients = target.coefficients(categories);
        int levels = Math.max(1, data.groups().size());
        int r = data.slopesByThresholdNames().size();
        int q = levels + r;
        int first = fit.firstSlope();
        double value = target.constant(categories);
        double slopes = 0;
        for (int k = 0; k < coefficients.length; k++) {
            if (coefficients[k] == 0) {
                continue;
            }
            double u = bound(scenario, i, k);
            value += coefficients[k] * fit.model().link().cumulative(u);
            double density = factor * coefficients[k] * fit.model().link().density(u);
            gradient[k * q + data.group(i)] += density;
            for (int j = 0; j < r; j++) {
                gradient[k * q + levels + j] -=
                        density * scenario.slopesByThreshold().get(i, j);
            }
            slopes -= density;
        }
        for (int j = first; j < gradient.length; j++) {
            gradient[j] = Math.fma(slopes, scenario.x().get(i, j - first), gradient[j]);
        }
        return value;
    }

    private double bound(Scenario scenario, int i, int k) {
        var data = fit.data();
        var parameters = fit.parameters();
        int levels = Math.max(1, data.groups().size());
        int r = data.slopesByThresholdNames().size();
        int q = levels + r;
        double u = parameters[k * q + data.group(i)] - data.offset(i);
        for (int j = 0; j < r; j++) {
            u = Math.fma(
                    -parameters[k * q + levels + j],
                    scenario.slopesByThreshold().get(i, j),
                    u);
        }
        int first = fit.firstSlope();
        for (int j = first; j < parameters.length; j++) {
            u = Math.fma(-parameters[j], scenario.x().get(i, j - first), u);
        }
        return u;
    }
}
