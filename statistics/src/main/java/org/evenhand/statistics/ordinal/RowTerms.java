package org.evenhand.statistics.ordinal;

import java.util.Arrays;
import org.evenhand.statistics.linear.Kernels;

/// What each row adds to the log-likelihood and to its derivatives by its two bounds `u` and `l`, for a
/// piece of the rows of one category at a time.
///
/// With `P = F(u) − F(l)`: the gradient is `upper = ∂ln P/∂u`, `lower = ∂ln P/∂l`; the information is
/// given as `upperSlope = −(∂²/∂u² + ∂²/∂u∂l)`, `lowerSlope = −(∂²/∂l² + ∂²/∂u∂l)` and `cross =
/// −∂²/∂u∂l`, all of `ln P`. So `upperSlope + lowerSlope` is the information on `x'β`. All are multiplied
/// by the row's weight.
///
/// For the logit, with `F = F(u)` and `G = F(l)`: `ln P = ln F + ln(1 − G) + ln(1 − e^(l−u))`, hence
/// `upperSlope = F(1 − F)` and `lowerSlope = G(1 − G)`; two exponentials and one logarithm a row, none of
/// which needs a branch.
final class RowTerms {
    private final Link link;
    private final Layout layout;
    private final Kernels kernels = Kernels.best();
    private final int last;

    /// Of the piece, which begins at 0. What a category does not have stays as it is.
    final double[] u;
    final double[] l;
    final double[] upper;
    final double[] lower;
    final double[] upperSlope;
    final double[] lowerSlope;
    final double[] cross;
    private final double[] eu;
    private final double[] el;
    private final double[] probability;
    /// For the logit: `1 − F(u)`, `F(l)` and `1 / (e^(u−l) − 1)`.
    private final double[] rest;
    private final double[] below;
    private final double[] ratio;

    /// The same of all rows, as the last evaluation left them. Copied, since loops over arrays that begin
    /// at different rows are not made into vectors.
    final double[] allUpper;
    final double[] allLower;
    private final double[] allRest;
    private final double[] allBelow;
    private final double[] allRatio;

    RowTerms(Link link, Layout layout, int piece) {
        this.link = link;
        this.layout = layout;
        this.last = layout.categories - 1;
        this.u = new double[piece];
        this.l = new double[piece];
        this.upperSlope = new double[piece];
        this.lowerSlope = new double[piece];
        this.cross = new double[piece];
        this.eu = new double[piece];
        this.el = new double[piece];
        this.probability = new double[piece];
        this.upper = new double[piece];
        this.lower = new double[piece];
        this.rest = new double[piece];
        this.below = new double[piece];
        this.ratio = new double[piece];
        this.allUpper = new double[layout.rows];
        this.allLower = new double[layout.rows];
        int kept = link == Link.LOGIT ? layout.rows : 0;
        this.allRest = new double[kept];
        this.allBelow = new double[kept];
        this.allRatio = new double[kept];
    }

    /// Fills in the derivatives of rows `from ≤ i < to`, all of category `k`, at the bounds in [#u] and
    /// [#l].
    ///
    /// @return their log-likelihood; `NaN` or -∞ where a row's bounds are out of order or its probability
    ///     is zero in floating point
    double evaluate(int k, int from, int to) {
        int n = to - from;
        if (link == Link.LOGIT) {
            logit(k, n);
            keep(k, from, n);
        } else {
            general(k, n);
        }
        kernels.log(probability, probability, 0, n);
        boolean weighted = layout.weights.length > 0;
        if (weighted) {
            weigh(from, n);
        }
        System.arraycopy(upper, 0, allUpper, from, k < last ? n : 0);
        System.arraycopy(lower, 0, allLower, from, k > 0 ? n : 0);
        return weighted ? kernels.dot(probability, 0, layout.weights, from, n) : kernels.sum(probability, 0, n);
    }

    private void logit(int k, int n) {
        if (k < last) {
            for (int r = 0; r < n; r++) {
                eu[r] = -u[r];
            }
            kernels.exp(eu, eu, 0, n);
        }
        if (k > 0) {
            kernels.exp(l, el, 0, n);
        }
        if (k == 0) {
            one(eu, rest, n);
            System.arraycopy(rest, 0, upper, 0, n);
            spread(rest, upperSlope, n);
        } else if (k == last) {
            one(el, below, n);
            for (int r = 0; r < n; r++) {
                lower[r] = -below[r];
            }
            spread(below, lowerSlope, n);
        } else {
            between(n);
            scores(n);
            spread(rest, upperSlope, n);
            spread(below, lowerSlope, n);
        }
    }

    // Short loops, one after another: long ones are not made into vectors.

    private void one(double[] e, double[] other, int n) {
        for (int r = 0; r < n; r++) {
            double p = 1 / (1 + e[r]);
            probability[r] = p;
            other[r] = e[r] * p;
        }
    }

    private void between(int n) {
        for (int r = 0; r < n; r++) {
            double a = 1 + eu[r];
            double b = 1 + el[r];
            double inside = 1 / (a * b);
            double d = eu[r] * el[r];
            probability[r] = (1 - d) * inside;
            ratio[r] = d / (1 - d);
            rest[r] = eu[r] * b * inside;
            below[r] = el[r] * a * inside;
        }
    }

    private void scores(int n) {
        for (int r = 0; r < n; r++) {
            upper[r] = rest[r] + ratio[r];
            lower[r] = -(below[r] + ratio[r]);
            cross[r] = -(ratio[r] * (1 + ratio[r]));
        }
    }

    private static void spread(double[] p, double[] out, int n) {
        for (int r = 0; r < n; r++) {
            out[r] = p[r] * (1 - p[r]);
        }
    }

    private void keep(int k, int from, int n) {
        boolean between = k > 0 && k < last;
        System.arraycopy(rest, 0, allRest, from, k < last ? n : 0);
        System.arraycopy(below, 0, allBelow, from, k > 0 ? n : 0);
        System.arraycopy(ratio, 0, allRatio, from, between ? n : 0);
    }

    private void general(int k, int n) {
        for (int r = 0; r < n; r++) {
            if (k == 0) {
                probability[r] = link.cumulative(u[r]);
                double density = link.density(u[r]) / probability[r];
                upper[r] = density;
                upperSlope[r] = density * density - link.densitySlope(u[r]) / probability[r];
            } else if (k == last) {
                probability[r] = link.upper(l[r]);
                double density = link.density(l[r]) / probability[r];
                lower[r] = -density;
                lowerSlope[r] = density * density + link.densitySlope(l[r]) / probability[r];
            } else {
                generalBetween(r);
            }
        }
    }

    private void generalBetween(int r) {
        probability[r] = link.between(l[r], u[r]);
        double inverse = 1 / probability[r];
        double fu = link.density(u[r]) * inverse;
        double fl = link.density(l[r]) * inverse;
        double product = -fu * fl;
        upper[r] = fu;
        lower[r] = -fl;
        upperSlope[r] = fu * fu - link.densitySlope(u[r]) * inverse + product;
        lowerSlope[r] = fl * fl + link.densitySlope(l[r]) * inverse + product;
        cross[r] = product;
    }

    private void weigh(int from, int n) {
        for (int r = 0; r < n; r++) {
            double w = layout.weights[from + r];
            upper[r] *= w;
            lower[r] *= w;
            upperSlope[r] *= w;
            lowerSlope[r] *= w;
            cross[r] *= w;
        }
    }

    /// Whether third derivatives are known: for the logit, where they cost a few multiplications.
    boolean bends() {
        return link == Link.LOGIT;
    }

    /// Fetches what [#change] and [#bend] need of rows `from ≤ i < to`, as the last evaluation left it.
    void recall(int k, int from, int to) {
        int n = to - from;
        System.arraycopy(allRest, from, rest, 0, k < last ? n : 0);
        System.arraycopy(allBelow, from, below, 0, k > 0 ? n : 0);
        System.arraycopy(allRatio, from, ratio, 0, k > 0 && k < last ? n : 0);
    }

    /// By what share of itself the information of the `n` rows recalled changes at most, to first order,
    /// when their bounds move as [#u] and [#l] say: `F(1 − F)` by `|1 − 2F|` of a move, and what the
    /// bounds share by `1 + 2 ratio` of the change of their distance.
    double change(int k, int n) {
        double most = 0;
        if (k < last) {
            most = kernels.largest(u, 0, n);
        }
        if (k > 0) {
            most = Math.max(most, kernels.largest(l, 0, n));
        }
        if (k > 0 && k < last) {
            for (int r = 0; r < n; r++) {
                eu[r] = (1 + 2 * ratio[r]) * (u[r] - l[r]);
            }
            most = Math.max(most, kernels.largest(eu, 0, n));
        }
        return most;
    }

    /// Half the second derivatives of `upper` and `lower` when the bounds of the rows recalled, `from ≤ i
    /// < to`, move along [#u] and [#l], which are replaced by them.
    void bend(int k, int from, int to) {
        int n = to - from;
        if (k > 0 && k < last) {
            for (int r = 0; r < n; r++) {
                double apart = u[r] - l[r];
                eu[r] = 0.5 * ratio[r] * apart * apart;
            }
            for (int r = 0; r < n; r++) {
                eu[r] *= (1 + ratio[r]) * (1 + 2 * ratio[r]);
            }
        } else {
            Arrays.fill(eu, 0, n, 0);
        }
        if (k < last) {
            turn(rest, u, n);
            for (int r = 0; r < n; r++) {
                u[r] += eu[r];
            }
        }
        if (k > 0) {
            turn(below, l, n);
            for (int r = 0; r < n; r++) {
                l[r] = -(l[r] + eu[r]);
            }
        }
        if (layout.weights.length > 0) {
            for (int r = 0; r < n; r++) {
                u[r] *= layout.weights[from + r];
                l[r] *= layout.weights[from + r];
            }
        }
    }

    /// Replaces a way by its square times half the second derivative of `1 − F` where that is `p`, and of
    /// `F` but for the sign.
    private static void turn(double[] p, double[] way, int n) {
        for (int r = 0; r < n; r++) {
            way[r] = 0.5 * p[r] * (1 - p[r]) * (1 - 2 * p[r]) * way[r] * way[r];
        }
    }
}
