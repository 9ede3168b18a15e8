package org.evenhand.statistics.mixed;

import org.evenhand.statistics.linear.Kernels;
import org.evenhand.statistics.ordinal.Link;

/// Each row's log-probability and its derivatives by the linear predictor `η` and by its two thresholds.
///
/// With `u = κ_k − η` and `l = κ_{k−1} − η`: `upper[m]` is the derivative once by `κ_k` and `m` times by
/// `η`, `lower[m]` the same for `κ_{k−1}`. Since both bounds move with `η`, the `(m + 1)`-th derivative
/// by `η` is `−(upper[m] + lower[m])`; it is not stored. Weights are multiplied in.
abstract sealed class RowDerivatives {
    /// Stands for an infinite threshold; its probability beyond is below 1e-300 for every usable
    /// predictor.
    private static final double FAR = 690;

    final GroupedRows rows;
    final double[] logProbability;
    final double[][] upper;
    final double[][] lower;
    final double[] u;
    final double[] l;
    /// Thresholds with −∞ and +∞ at the ends, finite stand-ins.
    final double[] bounds;

    private RowDerivatives(GroupedRows rows) {
        this.rows = rows;
        int n = rows.rows;
        logProbability = new double[n];
        upper = new double[3][n];
        lower = new double[3][n];
        u = new double[n];
        l = new double[n];
        bounds = new double[rows.categories + 1];
        bounds[0] = -FAR;
        bounds[rows.categories] = FAR;
    }

    static RowDerivatives of(Link link, GroupedRows rows) {
        return switch (link) {
            case LOGIT -> new Logit(rows);
            case PROBIT, CLOGLOG -> new General(link, rows);
        };
    }

    /// Sets the thresholds; false where they are not in order.
    boolean thresholds(double[] parameters) {
        for (int k = 0; k < rows.thresholds; k++) {
            if (!(parameters[k] > bounds[k]) || !(parameters[k] < FAR)) {
                return false;
            }
            bounds[k + 1] = parameters[k];
        }
        return true;
    }

    /// Fills `upper[m]` and `lower[m]` for `m < order`, and the log-probabilities if asked.
    final void at(double[] eta, int order, boolean probabilities) {
        for (int i = 0; i < rows.rows; i++) {
            int k = rows.category[i];
            u[i] = bounds[k + 1] - eta[i];
            l[i] = bounds[k] - eta[i];
        }
        fill(order, probabilities);
        if (rows.weights.length > 0) {
            for (int i = 0; i < rows.rows; i++) {
                double weight = rows.weights[i];
                logProbability[i] *= weight;
                for (int m = 0; m < order; m++) {
                    upper[m][i] *= weight;
                    lower[m][i] *= weight;
                }
            }
        }
    }

    abstract void fill(int order, boolean probabilities);

    /// `ln P = ln F(u) + ln(1 − F(l)) + ln(1 − e^(l−u))`, whose last term does not move with `η`.
    private static final class Logit extends RowDerivatives {
        private final Kernels kernels = Kernels.best();
        private final double[] above;
        private final double[] below;
        private final double[] odds;
        private final double[] logGap;

        Logit(GroupedRows rows) {
            super(rows);
            above = new double[rows.rows];
            below = new double[rows.rows];
            odds = new double[rows.categories];
            logGap = new double[rows.categories];
        }

        @Override
        boolean thresholds(double[] parameters) {
            if (!super.thresholds(parameters)) {
                return false;
            }
            for (int k = 0; k < rows.categories; k++) {
                double gap = bounds[k + 1] - bounds[k];
                odds[k] = 1 / Math.expm1(gap);
                logGap[k] = Math.log(-Math.expm1(-gap));
            }
            return true;
        }

        @Override
        void fill(int order, boolean probabilities) {
            int n = rows.rows;
            for (int i = 0; i < n; i++) {
                u[i] = -u[i];
            }
            kernels.exp(u, above, 0, n);
            kernels.exp(l, below, 0, n);
            if (probabilities) {
                for (int i = 0; i < n; i++) {
                    u[i] = (1 + above[i]) * (1 + below[i]);
                }
                kernels.log(u, l, 0, n);
                for (int i = 0; i < n; i++) {
                    logProbability[i] = logGap[rows.category[i]] - l[i];
                }
            }
            first(n);
            if (order > 1) {
                second(n);
            }
            if (order > 2) {
                third(n);
            }
        }

        private void first(int n) {
            double[] up = upper[0];
            double[] low = lower[0];
            for (int i = 0; i < n; i++) {
                double fixed = odds[rows.category[i]];
                above[i] = above[i] / (1 + above[i]);
                below[i] = below[i] / (1 + below[i]);
                up[i] = above[i] + fixed;
                low[i] = -(below[i] + fixed);
            }
        }

        private void second(int n) {
            double[] up = upper[1];
            double[] low = lower[1];
            for (int i = 0; i < n; i++) {
                up[i] = above[i] * (1 - above[i]);
                low[i] = below[i] * (1 - below[i]);
            }
        }

        private void third(int n) {
            double[] up = upper[2];
            double[] low = lower[2];
            for (int i = 0; i < n; i++) {
                up[i] = upper[1][i] * (1 - 2 * above[i]);
                low[i] = -lower[1][i] * (1 - 2 * below[i]);
            }
        }
    }

    /// `ln(F(u) − F(l))` for any link, by the ratios of densities to the probability.
    private static final class General extends RowDerivatives {
        private final Link link;

        General(Link link, GroupedRows rows) {
            super(rows);
            this.link = link;
        }

        @Override
        void fill(int order, boolean probabilities) {
            for (int i = 0; i < rows.rows; i++) {
                int k = rows.category[i];
                boolean hasUpper = k < rows.categories - 1;
                boolean hasLower = k > 0;
                double p = probability(i, hasLower, hasUpper);
                if (probabilities) {
                    logProbability[i] = Math.log(p);
                }
                double fu = hasUpper ? link.density(u[i]) / p : 0;
                double fl = hasLower ? link.density(l[i]) / p : 0;
                upper[0][i] = fu;
                lower[0][i] = -fl;
                if (order > 1) {
                    double eta = fl - fu;
                    double su = hasUpper ? link.densitySlope(u[i]) / p : 0;
                    double sl = hasLower ? link.densitySlope(l[i]) / p : 0;
                    upper[1][i] = -su - fu * eta;
                    lower[1][i] = sl + fl * eta;
                    if (order > 2) {
                        double etaEta = -(upper[1][i] + lower[1][i]);
                        double cu = hasUpper ? densityCurve(u[i]) / p : 0;
                        double cl = hasLower ? densityCurve(l[i]) / p : 0;
                        upper[2][i] = cu + su * eta - upper[1][i] * eta - fu * etaEta;
                        lower[2][i] = -cl - sl * eta - lower[1][i] * eta + fl * etaEta;
                    }
                }
            }
        }

        private double probability(int i, boolean hasLower, boolean hasUpper) {
            if (!hasLower) {
                return link.cumulative(u[i]);
            }
            if (!hasUpper) {
                return link.upper(l[i]);
            }
            return l[i] > 0 ? link.upper(l[i]) - link.upper(u[i]) : link.cumulative(u[i]) - link.cumulative(l[i]);
        }

        /// The second derivative of the density.
        private double densityCurve(double t) {
            return switch (link) {
                case LOGIT -> {
                    double f = link.cumulative(t);
                    yield link.density(t) * (1 - 6 * f * (1 - f));
                }
                case PROBIT -> (t * t - 1) * link.density(t);
                case CLOGLOG -> {
                    double e = Math.exp(t);
                    yield e > 700 ? 0 : link.density(t) * ((1 - e) * (1 - e) - e);
                }
            };
        }
    }
}
