package org.evenhand.statistics.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The rows of positive weight as the loops want them: strata apart, latest stop first, columns
/// standardised.
final class RiskRows {
    final int n;
    final int p;
    /// Row in the data, by row here.
    final int[] original;
    final double[] start;
    final double[] stop;
    final boolean[] event;
    final double[] weights;
    final double[] offsets;
    /// Row after row: `x[i * p + j]`.
    final double[] x;
    final double[] scales;
    /// Rows of stratum `s` are `strata[s] … strata[s + 1] − 1`.
    final int[] strata;
    /// Rows of each stratum by latest start first: when going back in time they leave in this order.
    final int[] byStart;
    final int events;

    RiskRows(SurvivalData data) {
        Comparator<Integer> order = Comparator.<Integer>comparingInt(i -> data.stratum()[i])
                .thenComparing((i, j) -> Double.compare(data.stop()[j], data.stop()[i]))
                .thenComparing((i, j) -> Boolean.compare(data.event()[j], data.event()[i]));
        original = IntStream.range(0, data.x().rows())
                .filter(i -> data.weights()[i] > 0)
                .boxed()
                .sorted(order)
                .mapToInt(i -> i)
                .toArray();
        n = original.length;
        p = data.x().columns();
        start = pick(data.start());
        stop = pick(data.stop());
        weights = pick(data.weights());
        offsets = pick(data.offsets());
        event = new boolean[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            event[i] = data.event()[original[i]];
            count += event[i] ? 1 : 0;
        }
        events = count;
        x = new double[n * p];
        scales = new double[p];
        for (int j = 0; j < p; j++) {
            standardise(pick(data.x().column(j)), j);
        }
        int[] bounds = new int[n + 1];
        int found = 0;
        for (int i = 1; i <= n; i++) {
            if (i == n || data.stratum()[original[i]] != data.stratum()[original[i - 1]]) {
                bounds[++found] = i;
            }
        }
        strata = Arrays.copyOf(bounds, found + 1);
        byStart = new int[n];
        for (int s = 0; s < found; s++) {
            int[] sorted = IntStream.range(strata[s], strata[s + 1])
                    .boxed()
                    .sorted((i, j) -> Double.compare(start[j], start[i]))
                    .mapToInt(i -> i)
                    .toArray();
            System.arraycopy(sorted, 0, byStart, strata[s], sorted.length);
        }
    }

    private double[] pick(double[] values) {
        return Arrays.stream(original).mapToDouble(i -> values[i]).toArray();
    }

    private void standardise(double[] column, int j) {
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += (column[i] - mean) / (i + 1);
        }
        double largest = 0;
        double size = 0;
        for (int i = 0; i < n; i++) {
            size = Math.max(size, Math.abs(column[i]));
            column[i] -= mean;
            largest = Math.max(largest, Math.abs(column[i]));
        }
        // What is left of a constant column is rounding, not variation.
        if (!(largest > 1e-13 * size)) {
            scales[j] = 1;
            return;
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            column[i] /= largest;
            squares += column[i] * column[i];
        }
        double spread = Math.sqrt(squares / n);
        scales[j] = spread * largest;
        for (int i = 0; i < n; i++) {
            x[i * p + j] = column[i] / spread;
        }
    }
}
