package org.evenhand.statistics.biasreduced;

import java.util.Arrays;
import java.util.List;
import org.evenhand.statistics.linear.Matrix;

/// Rows of a binary outcome and its explanatory columns; the models add the intercept themselves.
///
/// Arrays are shared, not copied; nothing here writes to them.
///
/// @param x one row a unit, one column an explanatory variable; may have no columns
/// @param columns a name for each column of `x`
/// @param event whether it happened, one a row
/// @param weights frequency weights, one a row, not negative; a row of weight 0 is left out
/// @param offsets added to the linear predictor, one a row
public record BinarySample(Matrix x, List<String> columns, boolean[] event, double[] weights, double[] offsets) {
    /// @throws IllegalArgumentException if the lengths do not agree
    public BinarySample {
        columns = List.copyOf(columns);
        int rows = x.rows();
        if (columns.size() != x.columns()) {
            throw new IllegalArgumentException("%d names for %d columns".formatted(columns.size(), x.columns()));
        }
        if (event.length != rows || weights.length != rows || offsets.length != rows) {
            throw new IllegalArgumentException("%d rows, but %d outcomes, %d weights and %d offsets"
                    .formatted(rows, event.length, weights.length, offsets.length));
        }
    }

    /// A sample in which each row counts once and has no offset.
    public static BinarySample of(Matrix x, List<String> columns, boolean[] event) {
        double[] ones = new double[event.length];
        Arrays.fill(ones, 1);
        return new BinarySample(x, columns, event, ones, new double[event.length]);
    }
}
