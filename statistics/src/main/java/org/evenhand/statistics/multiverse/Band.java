package org.evenhand.statistics.multiverse;

import java.util.Arrays;

/// Where the sorted curve lies under no association: at ranks from the lowest effect to the highest, evenly spaced,
/// the 2.5% and 97.5% points over permutations.
///
/// @param low 2.5% point by rank
/// @param high 97.5% point by rank
public record Band(double[] low, double[] high) {
    /// Ranks at most; more would not be seen.
    static final int RANKS = 101;

    /// Gathers sorted curves.
    static final class Gathered {
        private final float[][] at;
        private int curves;

        Gathered(int permutations, int specifications) {
            this.at = new float[Math.min(RANKS, Math.max(1, specifications))][permutations];
        }

        void add(float[] sorted, int used) {
            for (int rank = 0; rank < at.length && used > 0; rank++) {
                int from = at.length == 1 ? 0 : (int) Math.round(rank * (used - 1.0) / (at.length - 1));
                at[rank][curves] = sorted[from];
            }
            curves += used > 0 ? 1 : 0;
        }

        Band band() {
            int ranks = curves == 0 ? 0 : at.length;
            var band = new Band(new double[ranks], new double[ranks]);
            var values = new double[curves];
            for (int rank = 0; rank < ranks; rank++) {
                for (int m = 0; m < curves; m++) {
                    values[m] = at[rank][m];
                }
                Arrays.sort(values);
                band.low[rank] = Joint.quantile(values, curves, 0.025);
                band.high[rank] = Joint.quantile(values, curves, 0.975);
            }
            return band;
        }
    }
}
