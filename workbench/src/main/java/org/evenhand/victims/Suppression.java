package org.evenhand.victims;

import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/// Keeps small cells of a table of people from being printed, or worked out by subtraction.
///
/// Cells from 1 to one below the publisher's threshold are not printed. Since row and column totals are,
/// further cells are withheld until, for every withheld cell, what is printed leaves a range of at least
/// `threshold` possible values (Willenborg & de Waal 2001, Elements of Statistical Disclosure Control, chapter
/// 7). If that cannot be had, the totals are withheld as well.
public final class Suppression {
    private Suppression() {}

    /// What may be printed.
    ///
    /// @param cells true for each cell that may be printed, as `[row][column]`
    /// @param totals whether row, column and grand totals may be printed
    /// @param primary cells withheld because they are small
    /// @param complementary cells withheld to protect those
    public record Mask(boolean[][] cells, boolean totals, int primary, int complementary) {}

    /// Decides what may be printed of a table with totals.
    ///
    /// @param counts people, as `[row][column]`, none negative
    /// @param threshold the smallest number that may be printed, at least 2; zeros may be printed
    public static Mask of(long[][] counts, long threshold) {
        if (threshold < 2) {
            throw new IllegalArgumentException("a threshold protects nobody below 2: " + threshold);
        }
        var shown = new boolean[counts.length][];
        int primary = 0;
        for (int i = 0; i < counts.length; i++) {
            shown[i] = new boolean[counts[i].length];
            for (int j = 0; j < counts[i].length; j++) {
                if (counts[i][j] < 0) {
                    throw new IllegalArgumentException("a count cannot be negative: " + counts[i][j]);
                }
                shown[i][j] = counts[i][j] == 0 || counts[i][j] >= threshold;
                primary += shown[i][j] ? 0 : 1;
            }
        }
        int complementary = 0;
        while (true) {
            var exposed = exposed(counts, shown, threshold);
            if (exposed.isEmpty()) {
                return new Mask(shown, true, primary, complementary);
            }
            int[] cell = exposed.get();
            int[] partner = partner(counts, shown, cell);
            if (partner == null) {
                return new Mask(shown, false, primary, complementary);
            }
            shown[partner[0]][partner[1]] = false;
            complementary++;
        }
    }

    /// A withheld cell whose value the printed cells and totals leave too few possibilities for.
    private static Optional<int[]> exposed(long[][] counts, boolean[][] shown, long threshold) {
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                if (!shown[i][j]
                        && extreme(counts, shown, i, j, true) - extreme(counts, shown, i, j, false)
                                < threshold - 1e-6) {
                    return Optional.of(new int[] {i, j});
                }
            }
        }
        return Optional.empty();
    }

    /// The largest or smallest value of a withheld cell that agrees with everything printed.
    private static double extreme(long[][] counts, boolean[][] shown, int row, int column, boolean largest) {
        var model = new ExpressionsBasedModel();
        var unknowns = new Variable[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            unknowns[i] = new Variable[counts[i].length];
            for (int j = 0; j < counts[i].length; j++) {
                if (!shown[i][j]) {
                    unknowns[i][j] = model.newVariable("x" + i + "_" + j).lower(0);
                }
            }
        }
        for (int i = 0; i < counts.length; i++) {
            equation(model, "row" + i, counts, unknowns, i, -1);
        }
        for (int j = 0; j < counts[0].length; j++) {
            equation(model, "column" + j, counts, unknowns, -1, j);
        }
        unknowns[row][column].weight(1);
        var result = largest ? model.maximise() : model.minimise();
        return result.getState().isFeasible() ? result.getValue() : counts[row][column];
    }

    /// The withheld cells of one row (or of one column) sum to what its total leaves.
    private static void equation(
            ExpressionsBasedModel model, String name, long[][] counts, Variable[][] unknowns, int row, int column) {
        long sum = 0;
        Expression equation = null;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                boolean member = row < 0 ? j == column : i == row;
                if (member && unknowns[i][j] != null) {
                    equation = equation == null ? model.newExpression(name) : equation;
                    equation.set(unknowns[i][j], 1);
                    sum += counts[i][j];
                }
            }
        }
        if (equation != null) {
            equation.level(sum);
        }
    }

    /// The smallest cell that is still printed in the row or column of an exposed one, zeros last; null if
    /// there is none.
    private static int @org.jspecify.annotations.Nullable [] partner(long[][] counts, boolean[][] shown, int[] cell) {
        int[] best = null;
        long least = Long.MAX_VALUE;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                long rank = counts[i][j] == 0 ? Long.MAX_VALUE - 1 : counts[i][j];
                if (shown[i][j] && (i == cell[0]) != (j == cell[1]) && rank < least) {
                    least = rank;
                    best = new int[] {i, j};
                }
            }
        }
        if (best != null) {
            return best;
        }
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                long rank = counts[i][j] == 0 ? Long.MAX_VALUE - 1 : counts[i][j];
                if (shown[i][j] && rank < least) {
                    least = rank;
                    best = new int[] {i, j};
                }
            }
        }
        return best;
    }
}
