package org.evenhand.statistics.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.evenhand.statistics.tasks.Interruption;

/// Decides whether the extended maximum-likelihood estimate of a model exists and is identified, in whole
/// numbers.
///
/// Let `K` be the cells that contain no term on the boundary and `P ⊆ K` those with a positive count. The
/// estimate exists if and only if there is a table with every cell of `K` positive and the sufficient
/// statistics that were observed [Fienberg & Rinaldo 2012, theorem 2; Chan, Silverman & Vincent 2021, section
/// 2.5]. It is identified if and only if the design restricted to `K` has full column rank. Both depend on the
/// counts only through which of them are zero.
///
/// If the design restricted to `P` already has full rank, both hold. Otherwise let `n` run over a basis of the
/// parameter vectors whose linear predictor is zero on all of `P`, and let `b` be their linear predictors on `K
/// \ P`: the estimate exists if and only if `Σ x_c b_c = 0` has a solution with every `x_c > 0`, a small linear
/// programme ([PositiveSolution]), and is identified if and only if the `b` are linearly independent.
final class Estimability {
    /// What was found out about one model on one pattern of zeros.
    enum Verdict {
        ESTIMABLE,
        NOT_EXISTING,
        NOT_IDENTIFIED,
        /// The estimate neither exists nor would it be identified.
        NEITHER
    }

    private Estimability() {}

    static Verdict of(HierarchicalModel model, Counts counts) {
        int[] terms = model.termsShared();
        var boundary = new boolean[counts.cells()];
        int[] free = new int[terms.length];
        int freeCount = 0;
        for (int term : terms) {
            if (counts.overlap(term) > 0) {
                free[freeCount++] = term;
            } else {
                boundary[term] = true;
            }
        }
        free = Arrays.copyOf(free, freeCount);
        int[] positive = positiveCells(counts);
        if (freeCount == 0) {
            return Verdict.NOT_EXISTING;
        }
        if (positive.length >= freeCount && fullRankModuloTwo(free, positive)) {
            return Verdict.ESTIMABLE;
        }
        return exact(free, positive, emptyCells(counts, boundary));
    }

    private static int[] positiveCells(Counts counts) {
        var cells = new int[counts.cells()];
        int n = 0;
        for (int c = 1; c < cells.length; c++) {
            if (counts.count(c) > 0) {
                cells[n++] = c;
            }
        }
        return Arrays.copyOf(cells, n);
    }

    /// The cells of `K` with count zero.
    private static int[] emptyCells(Counts counts, boolean[] boundary) {
        for (int bit = 1; bit < boundary.length; bit <<= 1) {
            for (int c = 0; c < boundary.length; c++) {
                if ((c & bit) != 0) {
                    boundary[c] |= boundary[c ^ bit];
                }
            }
        }
        var cells = new int[boundary.length];
        int n = 0;
        for (int c = 1; c < boundary.length; c++) {
            if (!boundary[c] && counts.count(c) == 0) {
                cells[n++] = c;
            }
        }
        return Arrays.copyOf(cells, n);
    }

    /// Full rank modulo two implies full rank; the converse does not hold.
    private static boolean fullRankModuloTwo(int[] terms, int[] cells) {
        int words = (cells.length + 63) / 64;
        var rows = new long[terms.length][words];
        for (int i = 0; i < terms.length; i++) {
            for (int c = 0; c < cells.length; c++) {
                if ((cells[c] & terms[i]) == terms[i]) {
                    rows[i][c >> 6] |= 1L << (c & 63);
                }
            }
        }
        for (int i = rows.length - 1; i >= 0; i--) {
            int pivot = firstBit(rows[i]);
            if (pivot < 0) {
                return false;
            }
            for (int j = 0; j < i; j++) {
                if ((rows[j][pivot >> 6] >>> (pivot & 63) & 1) != 0) {
                    for (int w = 0; w < words; w++) {
                        rows[j][w] ^= rows[i][w];
                    }
                }
            }
        }
        return true;
    }

    private static int firstBit(long[] row) {
        for (int w = 0; w < row.length; w++) {
            if (row[w] != 0) {
                return w * 64 + Long.numberOfTrailingZeros(row[w]);
            }
        }
        return -1;
    }

    private static Verdict exact(int[] terms, int[] positive, int[] empty) {
        Interruption.check();
        try {
            List<long[]> nulls = NullVectors.of(terms, positive);
            if (nulls.isEmpty()) {
                return Verdict.ESTIMABLE;
            }
            var predictors = new ArrayList<long[]>();
            for (var vector : nulls) {
                predictors.add(predictor(vector, terms, empty));
            }
            return verdict(
                    PositiveSolution.exists(predictors, empty.length), NullVectors.rank(predictors) == nulls.size());
        } catch (ArithmeticException overflow) {
            // Whole numbers beyond 64 bits have not been met; floating point with a tolerance decides then.
            return FloatingEstimability.of(terms, positive, empty);
        }
    }

    static Verdict verdict(boolean exists, boolean identified) {
        if (exists) {
            return identified ? Verdict.ESTIMABLE : Verdict.NOT_IDENTIFIED;
        }
        return identified ? Verdict.NOT_EXISTING : Verdict.NEITHER;
    }

    /// The linear predictor of one parameter vector on the given cells.
    private static long[] predictor(long[] vector, int[] terms, int[] cells) {
        var predictor = new long[cells.length];
        for (int c = 0; c < cells.length; c++) {
            long sum = 0;
            for (int i = 0; i < terms.length; i++) {
                if ((cells[c] & terms[i]) == terms[i]) {
                    sum = Math.addExact(sum, vector[i]);
                }
            }
            predictor[c] = sum;
        }
        return predictor;
    }
}
