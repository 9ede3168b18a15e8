package org.evenhand.statistics.ordinal;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.evenhand.statistics.linear.Matrix;

/// The rows of a fit with some columns set otherwise: what effects and predictions are computed at.
///
/// @param x the design, as in [OrderedData#x()]
/// @param slopesByThreshold as in [OrderedData#slopesByThreshold()]
public record Scenario(Matrix x, Matrix slopesByThreshold) {
    public Scenario {
        if (x.rows() != slopesByThreshold.rows()) {
            throw new IllegalArgumentException("%d rows beside %d".formatted(x.rows(), slopesByThreshold.rows()));
        }
    }

    /// The rows as they are.
    public static Scenario observed(OrderedData data) {
        return new Scenario(data.x(), data.slopesByThreshold());
    }

    /// Column `column` of the design with `change` applied to each entry. Columns that are made from it
    /// (interactions, powers) do not follow: change them too, or build the design anew.
    public Scenario with(int column, DoubleUnaryOperator change) {
        return new Scenario(changed(x, column, change), slopesByThreshold);
    }

    /// As [#with], for a column whose slope differs by threshold.
    public Scenario withByThreshold(int column, DoubleUnaryOperator change) {
        return new Scenario(x, changed(slopesByThreshold, column, change));
    }

    /// Whether row `i` is the same as row `i` of another scenario.
    boolean sameRow(Scenario other, int i) {
        return sameRow(x, other.x, i) && sameRow(slopesByThreshold, other.slopesByThreshold, i);
    }

    private static boolean sameRow(Matrix a, Matrix b, int i) {
        return IntStream.range(0, a.columns()).allMatch(j -> a.get(i, j) == b.get(i, j));
    }

    private static Matrix changed(Matrix m, int column, DoubleUnaryOperator change) {
        var values = m.values().clone();
        for (int i = column * m.rows(); i < (column + 1) * m.rows(); i++) {
            values[i] = change.applyAsDouble(values[i]);
        }
        return Matrix.over(m.rows(), m.columns(), values);
    }
}
