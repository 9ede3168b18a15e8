package org.evenhand.statistics.survival;

import java.util.Arrays;
import org.evenhand.statistics.linear.Matrix;

/// Each row's part in the score: what it adds when it has the event, less what was expected of it while
/// at risk.
///
/// With Efron's rule a tied event expects less of itself, as much as it has left the risk set (Therneau &
/// Grambsch 2000, section 4.6). Cumulative sums over the event times of a stratum make it one pass.
final class ScoreResiduals {
    private ScoreResiduals() {}

    /// At the point where `likelihood` was last evaluated; one row for each row of the data, standardised
    /// columns.
    static double[] at(PartialLikelihood likelihood, Ties ties) {
        RiskRows rows = likelihood.rows;
        int p = rows.p;
        double[] residuals = new double[rows.n * p];
        // Times, cumulative hazard and cumulative hazard-weighted means of the current stratum, latest time first.
        double[] times = new double[rows.events];
        double[] step = new double[rows.events];
        double[] weighted = new double[rows.events * p];
        int[] count = new int[1];
        int[] current = {0};
        likelihood.sweep((stratum, from, to, risk, tied, meanWeight) -> {
            if (stratum != current[0]) {
                expect(likelihood, current[0], times, step, weighted, count[0], residuals);
                current[0] = stratum;
                count[0] = 0;
            }
            int at = count[0]++;
            times[at] = rows.stop[from];
            step[at] = 0;
            Arrays.fill(weighted, at * p, at * p + p, 0);
            int deaths = to - from;
            int terms = ties == Ties.EFRON ? deaths : 1;
            double weight = ties == Ties.EFRON ? meanWeight : meanWeight * deaths;
            for (int l = 0; l < terms; l++) {
                double gone = ties == Ties.EFRON ? (double) l / deaths : 0;
                double s0 = risk.s0 - gone * tied.s0;
                double hazard = weight / s0;
                step[at] += hazard;
                for (int j = 0; j < p; j++) {
                    double mean = (risk.s1[j] - gone * tied.s1[j]) / s0;
                    weighted[at * p + j] += hazard * mean;
                    for (int d = from; d < to; d++) {
                        double x = rows.x[d * p + j];
                        double back = likelihood.hazard[d] * gone * hazard * (x - mean);
                        residuals[d * p + j] += rows.weights[d] * ((x - mean) / terms + back);
                    }
                }
            }
        });
        expect(likelihood, current[0], times, step, weighted, count[0], residuals);
        return residuals;
    }

    private static void expect(
            PartialLikelihood likelihood,
            int stratum,
            double[] times,
            double[] step,
            double[] weighted,
            int count,
            double[] residuals) {
        RiskRows rows = likelihood.rows;
        int p = rows.p;
        for (int i = rows.strata[stratum]; i < rows.strata[stratum + 1]; i++) {
            double ratio = rows.weights[i] * likelihood.hazard[i];
            for (int t = first(times, count, rows.stop[i]); t < count && times[t] > rows.start[i]; t++) {
                for (int j = 0; j < p; j++) {
                    residuals[i * p + j] -= ratio * (rows.x[i * p + j] * step[t] - weighted[t * p + j]);
                }
            }
        }
    }

    /// The first position whose time is at most `stop`; times fall.
    private static int first(double[] times, int count, double stop) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] > stop) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Back in the order and units of the data; rows of weight 0 hold zeros.
    static Matrix toData(double[] residuals, RiskRows rows, int dataRows) {
        double[] values = new double[dataRows * rows.p];
        for (int i = 0; i < rows.n; i++) {
            for (int j = 0; j < rows.p; j++) {
                values[j * dataRows + rows.original[i]] = residuals[i * rows.p + j] * rows.scales[j];
            }
        }
        return Matrix.over(dataRows, rows.p, values);
    }
}
