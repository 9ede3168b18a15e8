package org.evenhand.statistics.survival;

import java.util.Arrays;

/// Cox's log partial likelihood with its gradient and information, by one sweep back in time through each
/// stratum.
///
/// Rows enter the risk set at their stop and leave it at their start. The sums over the risk set are kept
/// up by adding and subtracting; where what is left is small against what was taken away they are formed
/// anew, so that cancellation does not build up. Efron's rule follows Therneau & Grambsch 2000, section
/// 3.3: of `d` tied events with mean weight `w̄`, the `l`-th sees the risk set less `l/d` of the tied
/// ones.
final class PartialLikelihood {
    private static final double CANCELLED = 1e-4;

    final RiskRows rows;
    private final Ties ties;
    final double[] gradient;
    final double[] information;
    final double[] eta;
    final double[] hazard;
    double shift;

    private final Sums risk;
    private final Sums tied;
    private final double[] mean;
    private double removed;

    PartialLikelihood(RiskRows rows, Ties ties) {
        this.rows = rows;
        this.ties = ties;
        int p = rows.p;
        gradient = new double[p];
        information = new double[p * p];
        eta = new double[rows.n];
        hazard = new double[rows.n];
        risk = new Sums(p);
        tied = new Sums(p);
        mean = new double[p];
    }

    /// Receives each distinct event time of the sweep.
    interface Moment {
        /// @param from first tied event's row
        /// @param to one past the last; the rows `from … to − 1` all have the event at this time
        void at(int stratum, int from, int to, Sums risk, Sums tied, double meanWeight);
    }

    /// Weighted sums over a set of rows of the hazard ratio, times the covariates, times their products.
    static final class Sums {
        final int p;
        double s0;
        final double[] s1;
        final double[] s2;

        Sums(int p) {
            this.p = p;
            s1 = new double[p];
            s2 = new double[p * p];
        }

        void clear() {
            s0 = 0;
            Arrays.fill(s1, 0);
            Arrays.fill(s2, 0);
        }

        void add(double ratio, double[] x, int from) {
            s0 += ratio;
            for (int j = 0; j < p; j++) {
                double share = ratio * x[from + j];
                s1[j] += share;
                for (int k = 0; k <= j; k++) {
                    s2[j * p + k] = Math.fma(share, x[from + k], s2[j * p + k]);
                }
            }
        }
    }

    /// The value at `beta` (standardised), with gradient and information filled; `-∞` where it overflows.
    double at(double[] beta) {
        predict(beta);
        Arrays.fill(gradient, 0);
        Arrays.fill(information, 0);
        double[] value = new double[1];
        sweep((stratum, from, to, all, deaths, meanWeight) ->
                value[0] += contribution(from, to, all, deaths, meanWeight));
        for (int j = 0; j < rows.p; j++) {
            for (int k = 0; k < j; k++) {
                information[k * rows.p + j] = information[j * rows.p + k];
            }
        }
        return Double.isNaN(value[0]) ? Double.NEGATIVE_INFINITY : value[0];
    }

    private void predict(double[] beta) {
        shift = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows.n; i++) {
            double sum = rows.offsets[i];
            for (int j = 0; j < rows.p; j++) {
                sum = Math.fma(rows.x[i * rows.p + j], beta[j], sum);
            }
            eta[i] = sum;
            shift = Math.max(shift, sum);
        }
        for (int i = 0; i < rows.n; i++) {
            hazard[i] = Math.exp(eta[i] - shift);
        }
    }

    private double contribution(int from, int to, Sums all, Sums deaths, double meanWeight) {
        int p = rows.p;
        int count = to - from;
        double value = 0;
        for (int i = from; i < to; i++) {
            value += rows.weights[i] * (eta[i] - shift);
            for (int j = 0; j < p; j++) {
                gradient[j] += rows.weights[i] * rows.x[i * p + j];
            }
        }
        int terms = ties == Ties.EFRON ? count : 1;
        double weight = ties == Ties.EFRON ? meanWeight : meanWeight * count;
        for (int l = 0; l < terms; l++) {
            double gone = ties == Ties.EFRON ? (double) l / count : 0;
            double s0 = all.s0 - gone * deaths.s0;
            value -= weight * Math.log(s0);
            for (int j = 0; j < p; j++) {
                mean[j] = (all.s1[j] - gone * deaths.s1[j]) / s0;
                gradient[j] -= weight * mean[j];
                for (int k = 0; k <= j; k++) {
                    double second = (all.s2[j * p + k] - gone * deaths.s2[j * p + k]) / s0;
                    information[j * p + k] += weight * (second - mean[j] * mean[k]);
                }
            }
        }
        return value;
    }

    /// Visits the distinct event times of every stratum, latest first, at the hazards of the last [#at].
    void sweep(Moment moment) {
        for (int s = 0; s + 1 < rows.strata.length; s++) {
            int end = rows.strata[s + 1];
            int entered = rows.strata[s];
            int left = rows.strata[s];
            risk.clear();
            removed = 0;
            int i = rows.strata[s];
            while (i < end) {
                if (!rows.event[i]) {
                    i++;
                    continue;
                }
                double time = rows.stop[i];
                int to = i;
                while (to < end && rows.stop[to] == time && rows.event[to]) {
                    to++;
                }
                while (entered < end && rows.stop[entered] >= time) {
                    risk.add(rows.weights[entered] * hazard[entered], rows.x, entered * rows.p);
                    entered++;
                }
                while (left < end && rows.start[rows.byStart[left]] >= time) {
                    int row = rows.byStart[left];
                    double ratio = rows.weights[row] * hazard[row];
                    risk.add(-ratio, rows.x, row * rows.p);
                    removed += ratio;
                    left++;
                }
                if (!(risk.s0 > CANCELLED * removed)) {
                    renew(rows.strata[s], entered, time);
                }
                tied.clear();
                double weight = 0;
                for (int d = i; d < to; d++) {
                    weight += rows.weights[d];
                    tied.add(rows.weights[d] * hazard[d], rows.x, d * rows.p);
                }
                moment.at(s, i, to, risk, tied, weight / (to - i));
                i = to;
            }
        }
    }

    private void renew(int from, int to, double time) {
        risk.clear();
        removed = 0;
        for (int i = from; i < to; i++) {
            if (rows.start[i] < time) {
                risk.add(rows.weights[i] * hazard[i], rows.x, i * rows.p);
            }
        }
    }
}
