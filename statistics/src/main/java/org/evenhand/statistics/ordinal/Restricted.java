package org.evenhand.statistics.ordinal;

import org.evenhand.statistics.linear.Kernels;

/// Fits with one slope held at a value: the column moves into the offset.
final class Restricted {
    private final Fit.Ok full;
    private final int column;
    private final double[] values;
    private final double mean;
    private final OrderedData without;

    Restricted(Fit.Ok full, int column) {
        this.full = full;
        this.column = column;
        this.values = full.data().x().column(column);
        this.mean = Kernels.best().sum(values, 0, values.length) / Math.max(1, values.length);
        this.without = full.data().withoutColumn(column);
    }

    /// The fit with the slope at `value`. Its thresholds are those of a centred column; see [#parameters].
    Fit at(double value) {
        var offset = new double[values.length];
        for (int i = 0; i < offset.length; i++) {
            offset[i] = full.data().offset(i) + value * (values[i] - mean);
        }
        return full.model().fit(without.withOffset(offset));
    }

    /// The parameters of the full model that the restricted fit stands for.
    double[] parameters(Fit.Ok restricted, double value) {
        int first = full.firstSlope();
        var result = new double[full.parameters().length];
        System.arraycopy(restricted.parameters(), 0, result, 0, first + column);
        result[first + column] = value;
        System.arraycopy(
                restricted.parameters(),
                first + column,
                result,
                first + column + 1,
                result.length - first - column - 1);
        // The held column was centred: its mean belongs to the thresholds, not to slopes by threshold.
        int levels = Math.max(1, full.data().groups().size());
        int q = levels + full.data().slopesByThresholdNames().size();
        for (int k = 0; k * q < first; k++) {
            for (int g = 0; g < levels; g++) {
                result[k * q + g] += value * mean;
            }
        }
        return result;
    }
}
