package org.evenhand.statistics.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.evenhand.statistics.tasks.Interruption;

/// Whether whole-number equations have a solution with every unknown positive.
///
/// Scaling makes that the same as every unknown at least 1, the first phase of the simplex method, here with
/// integer pivoting (every entry is a minor of the matrix) and Bland's rule, so it neither rounds nor cycles.
/// [ArithmeticException] if 64 bits do not suffice.
final class PositiveSolution {
    private PositiveSolution() {}

    /// @param rows the equations `Σ row[j] x[j] = 0`
    /// @param unknowns length of each row
    static boolean exists(List<long[]> rows, int unknowns) {
        var columns = distinctColumns(rows, unknowns);
        if (columns.isEmpty()) {
            return true;
        }
        int height = rows.size();
        int width = columns.size();
        // One row an equation, the last row the sum of those whose artificial unknown is still in the basis.
        var tableau = new long[height + 1][width + 1];
        for (int i = 0; i < height; i++) {
            long sum = 0;
            for (int j = 0; j < width; j++) {
                tableau[i][j] = columns.get(j)[i];
                sum = Math.subtractExact(sum, tableau[i][j]);
            }
            tableau[i][width] = sum;
            if (sum < 0) {
                for (int j = 0; j <= width; j++) {
                    tableau[i][j] = -tableau[i][j];
                }
            }
            for (int j = 0; j <= width; j++) {
                tableau[height][j] = Math.addExact(tableau[height][j], tableau[i][j]);
            }
        }
        return feasible(tableau, height, width);
    }

    private static boolean feasible(long[][] tableau, int height, int width) {
        var basis = new int[height];
        for (int i = 0; i < height; i++) {
            basis[i] = width + i;
        }
        long denominator = 1;
        while (tableau[height][width] != 0) {
            Interruption.check();
            int column = entering(tableau[height], width);
            if (column < 0) {
                return false;
            }
            int row = leaving(tableau, basis, column, height, width);
            pivot(tableau, row, column, denominator);
            denominator = tableau[row][column];
            basis[row] = column;
        }
        return true;
    }

    private static int entering(long[] costs, int width) {
        for (int j = 0; j < width; j++) {
            if (costs[j] > 0) {
                return j;
            }
        }
        return -1;
    }

    /// The row of the smallest ratio, ties by the smallest unknown in the basis.
    private static int leaving(long[][] tableau, int[] basis, int column, int height, int width) {
        int best = -1;
        for (int i = 0; i < height; i++) {
            if (tableau[i][column] <= 0) {
                continue;
            }
            if (best < 0) {
                best = i;
                continue;
            }
            long mine = Math.multiplyExact(tableau[i][width], tableau[best][column]);
            long other = Math.multiplyExact(tableau[best][width], tableau[i][column]);
            if (mine < other || (mine == other && basis[i] < basis[best])) {
                best = i;
            }
        }
        return best;
    }

    private static void pivot(long[][] tableau, int row, int column, long denominator) {
        long element = tableau[row][column];
        for (int i = 0; i < tableau.length; i++) {
            if (i == row) {
                continue;
            }
            long factor = tableau[i][column];
            for (int j = 0; j < tableau[i].length; j++) {
                tableau[i][j] = Math.subtractExact(
                                Math.multiplyExact(element, tableau[i][j]), Math.multiplyExact(factor, tableau[row][j]))
                        / denominator;
            }
        }
    }

    /// The columns that differ and are not zero: equal ones can share their value, zero ones can have any.
    private static List<long[]> distinctColumns(List<long[]> rows, int unknowns) {
        var distinct = new TreeSet<long[]>(Arrays::compare);
        for (int j = 0; j < unknowns; j++) {
            var column = new long[rows.size()];
            boolean zero = true;
            for (int i = 0; i < column.length; i++) {
                column[i] = rows.get(i)[j];
                zero &= column[i] == 0;
            }
            if (!zero) {
                distinct.add(column);
            }
        }
        return new ArrayList<>(distinct);
    }
}
