package org.evenhand.statistics.capture;

import java.util.ArrayList;
import java.util.List;

/// Elimination in whole numbers; [ArithmeticException] if 64 bits do not suffice.
final class NullVectors {
    private NullVectors() {}

    /// A basis of the parameter vectors (one entry a term) whose linear predictor is zero on every given cell.
    static List<long[]> of(int[] terms, int[] cells) {
        int n = terms.length;
        var rows = new ArrayList<long[]>();
        for (int i = 0; i < n; i++) {
            var row = new long[cells.length + n];
            for (int c = 0; c < cells.length; c++) {
                row[c] = (cells[c] & terms[i]) == terms[i] ? 1 : 0;
            }
            row[cells.length + i] = 1;
            rows.add(row);
        }
        int rank = eliminate(rows, cells.length);
        var basis = new ArrayList<long[]>();
        for (int i = rank; i < n; i++) {
            basis.add(java.util.Arrays.copyOfRange(rows.get(i), cells.length, cells.length + n));
        }
        return basis;
    }

    /// The rank of the given rows.
    static int rank(List<long[]> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        var copy = new ArrayList<long[]>();
        rows.forEach(row -> copy.add(row.clone()));
        return eliminate(copy, rows.getFirst().length);
    }

    /// Brings the first `columns` columns to echelon form in place; the rows from the returned rank on are zero
    /// there.
    private static int eliminate(List<long[]> rows, int columns) {
        int rank = 0;
        for (int column = 0; column < columns && rank < rows.size(); column++) {
            int pivot = rank;
            while (pivot < rows.size() && rows.get(pivot)[column] == 0) {
                pivot++;
            }
            if (pivot == rows.size()) {
                continue;
            }
            var pivotRow = rows.get(pivot);
            rows.set(pivot, rows.get(rank));
            rows.set(rank, pivotRow);
            for (int i = rank + 1; i < rows.size(); i++) {
                if (rows.get(i)[column] != 0) {
                    combine(rows.get(i), pivotRow, column);
                }
            }
            rank++;
        }
        return rank;
    }

    /// Clears one entry of `row` with a multiple of `pivotRow`.
    private static void combine(long[] row, long[] pivotRow, int column) {
        long divisor = gcd(row[column], pivotRow[column]);
        long keep = pivotRow[column] / divisor;
        long take = row[column] / divisor;
        long common = 0;
        for (int j = column; j < row.length; j++) {
            row[j] = Math.subtractExact(Math.multiplyExact(keep, row[j]), Math.multiplyExact(take, pivotRow[j]));
            if (common != 1 && row[j] != 0) {
                common = gcd(common, row[j]);
            }
        }
        if (common > 1) {
            for (int j = column; j < row.length; j++) {
                row[j] /= common;
            }
        }
    }

    static long gcd(long a, long b) {
        a = Math.absExact(a);
        b = Math.absExact(b);
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
