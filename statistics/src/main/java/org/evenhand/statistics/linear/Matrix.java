package org.evenhand.statistics.linear;

import java.util.Arrays;

/// A dense matrix in column-major order: entry `(i, j)` is `values[j * rows + i]`.
///
/// The array is shared with the matrix, not copied, so that kernels can read it; whoever holds a matrix
/// treats it as read-only unless they made it.
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] values;

    private Matrix(int rows, int columns, double[] values) {
        if (rows < 0 || columns < 0 || values.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException(
                    "%d values cannot fill a %d x %d matrix".formatted(values.length, rows, columns));
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /// A matrix over `values` in column-major order; the array is not copied.
    public static Matrix over(int rows, int columns, double[] values) {
        return new Matrix(rows, columns, values);
    }

    public static Matrix zeros(int rows, int columns) {
        return new Matrix(rows, columns, new double[Math.multiplyExact(rows, columns)]);
    }

    /// Copies columns of equal length side by side. No columns: a matrix of `rows` rows and no columns.
    public static Matrix ofColumns(int rows, double[]... columns) {
        var all = new double[Math.multiplyExact(rows, columns.length)];
        for (int j = 0; j < columns.length; j++) {
            if (columns[j].length != rows) {
                throw new IllegalArgumentException(
                        "column %d has %d rows, expected %d".formatted(j + 1, columns[j].length, rows));
            }
            System.arraycopy(columns[j], 0, all, j * rows, rows);
        }
        return new Matrix(rows, columns.length, all);
    }

    /// Copies rows of equal length; for tests and small tables.
    public static Matrix ofRows(double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        var result = zeros(rows.length, columns);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "row %d has %d columns, expected %d".formatted(i + 1, rows[i].length, columns));
            }
            for (int j = 0; j < columns; j++) {
                result.values[j * rows.length + i] = rows[i][j];
            }
        }
        return result;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public double get(int row, int column) {
        return values[column * rows + row];
    }

    /// The shared array, column after column.
    public double[] values() {
        return values;
    }

    /// A copy of one column.
    public double[] column(int column) {
        return Arrays.copyOfRange(values, column * rows, (column + 1) * rows);
    }

    /// A copy with the rows of `index`, in that order; rows may repeat.
    public Matrix selectRows(int[] index) {
        var result = zeros(index.length, columns);
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < index.length; i++) {
                result.values[j * index.length + i] = values[j * rows + index[i]];
            }
        }
        return result;
    }

    /// A copy with the columns of `index`, in that order.
    public Matrix selectColumns(int[] index) {
        var result = zeros(rows, index.length);
        for (int j = 0; j < index.length; j++) {
            System.arraycopy(values, index[j] * rows, result.values, j * rows, rows);
        }
        return result;
    }

    /// `this` and `other` side by side, copied.
    public Matrix beside(Matrix other) {
        if (other.rows != rows) {
            throw new IllegalArgumentException("%d rows beside %d rows".formatted(rows, other.rows));
        }
        var all = Arrays.copyOf(values, values.length + other.values.length);
        System.arraycopy(other.values, 0, all, values.length, other.values.length);
        return new Matrix(rows, columns + other.columns, all);
    }
}
