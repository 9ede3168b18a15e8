package org.evenhand.statistics.ordinal;

import org.evenhand.statistics.linear.Kernels;

/// What each row adds to the log-likelihood and to its derivatives by its two bounds `u` and `l`.
///
/// With `P = F(u) − F(l)`: the gradient is `upper = ∂ln P/∂u`, `lower = ∂ln P/∂l`; the information is given as
/// `upperSlope = −(∂²/∂u² + ∂²/∂u∂l)`, `lowerSlope = −(∂²/∂l² + ∂²/∂u∂l)` and `cross = −∂²/∂u∂l`, all of `ln P`.
/// So `upperSlope + lowerSlope` is the information on `x'β`. All are multiplied by the row's weight.
///
/// For the logit, with `F = F(u)` and `G = F(l)`: `ln P = ln F + ln(1 − G) + ln(1 − e^(l−u))`, hence `upperSlope
/// = F(1
/// − F)` and
/// `lowerSlope = G(1 − G)`; two exponentials and one logarithm a row, none of which needs a branch.
final class RowTerms {
    private final Link link;
    private final Layout layout;
    private final Kernels kernels = Kernels.best();
    final double[] u;
    final double[] l;
    private final double[] eu;
    private final double[] el;
    private final double[] probability;
    /// `F (1 − G)` of the rows between, for the logit.
    private final double[] inside;
    final double[] logProbability;
    final double[] upper;
    final double[] lower;
    final double[] upperSlope;
    final double[] lowerSlope;
    final double[] cross;

    RowTerms(Link link, Layout layout) {
        this.link = link;
        this.layout = layout;
        int n = layout.rows;
        this.u = new double[n];
        this.l = new double[n];
        this.eu = new double[n];
        this.el = new double[n];
        this.probability = new double[n];
        this.inside = new double[n];
        this.logProbability = new double[n];
        this.upper = new double[n];
        this.lower = new double[n];
        this.upperSlope = new double[n];
        this.lowerSlope = new double[n];
        this.cross = new double[n];
    }

    /// The log-likelihood for the bounds in [#u] and [#l]; `NaN` or -∞ where a row's bounds are out of order or its
    /// probability is zero in floating point.
    double logLikelihood() {
        int n = layout.rows;
        int last = layout.start[layout.categories - 1];
        int second = layout.start[1];
        switch (link) {
            case LOGIT -> {
                negate(u, eu, 0, last);
                kernels.exp(eu, eu, 0, last);
                kernels.exp(l, el, second, n);
                lowest(eu, probability, 0, Math.min(second, last));
                between(second, last);
                lowest(el, probability, last, n);
            }
            case PROBIT, CLOGLOG -> {
                for (int i = 0; i < second; i++) {
                    probability[i] = link.cumulative(u[i]);
                }
                for (int i = second; i < last; i++) {
                    probability[i] = link.between(l[i], u[i]);
                }
                for (int i = last; i < n; i++) {
                    probability[i] = link.upper(l[i]);
                }
            }
        }
        kernels.log(probability, logProbability, 0, n);
        return layout.weights.length == 0
                ? kernels.sum(logProbability, 0, n)
                : kernels.dot(logProbability, 0, layout.weights, 0, n);
    }

    private static void negate(double[] in, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = -in[i];
        }
    }

    private static void lowest(double[] e, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = 1 / (1 + e[i]);
        }
    }

    private void between(int from, int to) {
        for (int i = from; i < to; i++) {
            double both = 1 / ((1 + eu[i]) * (1 + el[i]));
            inside[i] = both;
            probability[i] = (1 - eu[i] * el[i]) * both;
        }
    }

    /// The derivatives at the bounds of the last call of [#logLikelihood()].
    void derivatives() {
        int n = layout.rows;
        int last = layout.start[layout.categories - 1];
        int second = layout.start[1];
        switch (link) {
            case LOGIT -> {
                logitLowest(0, second);
                logitBetween(second, last);
                logitHighest(last, n);
            }
            case PROBIT, CLOGLOG -> {
                for (int i = 0; i < second; i++) {
                    double density = link.density(u[i]) / probability[i];
                    upper[i] = density;
                    upperSlope[i] = density * density - link.densitySlope(u[i]) / probability[i];
                }
                for (int i = second; i < last; i++) {
                    generalBetween(i);
                }
                for (int i = last; i < n; i++) {
                    double density = link.density(l[i]) / probability[i];
                    lower[i] = -density;
                    lowerSlope[i] = density * density + link.densitySlope(l[i]) / probability[i];
                }
            }
        }
        if (layout.weights.length > 0) {
            weigh();
        }
    }

    private void logitLowest(int from, int to) {
        for (int i = from; i < to; i++) {
            double rest = eu[i] * probability[i];
            upper[i] = rest;
            upperSlope[i] = rest * (1 - rest);
        }
    }

    private void logitHighest(int from, int to) {
        for (int i = from; i < to; i++) {
            double below = el[i] * probability[i];
            lower[i] = -below;
            lowerSlope[i] = below * (1 - below);
        }
    }

    private void logitBetween(int from, int to) {
        for (int i = from; i < to; i++) {
            double d = eu[i] * el[i];
            double ratio = d / (1 - d);
            double rest = eu[i] * (1 + el[i]) * inside[i];
            double below = el[i] * (1 + eu[i]) * inside[i];
            upper[i] = rest + ratio;
            lower[i] = -(below + ratio);
            upperSlope[i] = rest * (1 - rest);
            lowerSlope[i] = below * (1 - below);
            cross[i] = -(ratio * (1 + ratio));
        }
    }

    private void generalBetween(int i) {
        double inverse = 1 / probability[i];
        double fu = link.density(u[i]) * inverse;
        double fl = link.density(l[i]) * inverse;
        double product = -fu * fl;
        upper[i] = fu;
        lower[i] = -fl;
        upperSlope[i] = fu * fu - link.densitySlope(u[i]) * inverse + product;
        lowerSlope[i] = fl * fl + link.densitySlope(l[i]) * inverse + product;
        cross[i] = product;
    }

    private void weigh() {
        var w = layout.weights;
        for (int i = 0; i < w.length; i++) {
            upper[i] *= w[i];
            lower[i] *= w[i];
            upperSlope[i] *= w[i];
            lowerSlope[i] *= w[i];
            cross[i] *= w[i];
        }
    }
}
