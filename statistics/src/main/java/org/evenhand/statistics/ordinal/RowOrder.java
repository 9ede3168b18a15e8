package org.evenhand.statistics.ordinal;

import java.util.ArrayList;
import org.evenhand.statistics.linear.Kernels;
import org.evenhand.statistics.linear.Matrix;

/// The order in which rows are added up: by outcome, then by content, so that the order of a file cannot
/// change a bit of a fit.
///
/// Rows of one category stand together, which lets every loop run over a whole category without a branch.
/// Within a category rows are ordered by a hash of one weighted sum of their entries; the few that share
/// it by accident are compared.
final class RowOrder {
    private static final int INDEX_BITS = 24;
    private static final int HASH_BITS = 33;
    private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;
    private static final int FEW = 8;

    private RowOrder() {}

    /// Indices of the rows of positive weight, in canonical order.
    static int[] of(OrderedData data) {
        int n = data.rows();
        if (n > INDEX_MASK) {
            throw new IllegalArgumentException("%d rows: at most %d are possible".formatted(n, INDEX_MASK));
        }
        var sums = new double[n];
        project(data.x(), sums);
        boolean plain = data.slopesByThreshold().columns() == 0 && data.groups().isEmpty();
        var more = new double[plain ? 0 : n];
        if (!plain) {
            project(data.slopesByThreshold(), more);
        }
        // Buckets by category and leading bits of the hash, about one row in each.
        int bits = Math.max(
                4, Math.min(16, 64 - Long.numberOfLeadingZeros(n / data.levels().size())));
        var counts = new int[(data.levels().size() << bits) + 1];
        var keys = new long[n];
        boolean weighted = data.weighted();
        boolean shifted = data.shifted();
        int kept = 0;
        for (int i = 0; i < n; i++) {
            double weight = weighted ? data.weight(i) : 1;
            if (weight > 0) {
                long hash = step(Double.doubleToRawLongBits(sums[i]), weight);
                if (shifted) {
                    hash = step(hash, data.offset(i));
                }
                if (!plain) {
                    hash = step(step(hash, more[i]), data.group(i));
                }
                long key = ((long) data.outcome(i) << HASH_BITS) | (hash >>> (64 - HASH_BITS));
                counts[(int) (key >>> (HASH_BITS - bits)) + 1]++;
                keys[kept++] = (key << INDEX_BITS) | i;
            }
        }
        int before = 0;
        for (int b = 0; b < counts.length; b++) {
            before += counts[b];
            counts[b] = before;
        }
        var sorted = new long[kept];
        for (int i = 0; i < kept; i++) {
            sorted[counts[(int) (keys[i] >>> (INDEX_BITS + HASH_BITS - bits))]++] = keys[i];
        }
        insertion(sorted);
        var order = new int[kept];
        boolean ties = false;
        for (int i = 0; i < kept; i++) {
            order[i] = (int) (sorted[i] & INDEX_MASK);
            ties |= i > 0 && (sorted[i] ^ sorted[i - 1]) >>> INDEX_BITS == 0;
        }
        if (ties) {
            settleTies(sorted, order, data);
        }
        return order;
    }

    /// One number a row, with the same bits wherever the row stands.
    private static void project(Matrix x, double[] out) {
        var weights = new double[x.columns()];
        for (int j = 0; j < weights.length; j++) {
            // Between 1 and 2, the fractional parts of multiples of the golden ratio.
            double w = (j + 1) * 0.6180339887498949;
            weights[j] = 1 + (w - Math.floor(w));
        }
        Kernels.best().times(x.values(), x.rows(), x.columns(), weights, 0, out);
    }

    private static long step(long hash, double value) {
        // Adding zero turns -0.0 into 0.0.
        return (Long.rotateLeft(hash, 23) ^ Double.doubleToRawLongBits(value + 0.0)) * 0x9e3779b97f4a7c15L;
    }

    /// Already sorted but for neighbours.
    private static void insertion(long[] keys) {
        for (int i = 1; i < keys.length; i++) {
            long key = keys[i];
            int j = i;
            while (j > 0 && keys[j - 1] > key) {
                keys[j] = keys[j - 1];
                j--;
            }
            keys[j] = key;
        }
    }

    /// Rows with equal hash are equal rows but for an accident; the accident is put in order by content.
    private static void settleTies(long[] keys, int[] order, OrderedData data) {
        int from = 0;
        for (int i = 1; i <= keys.length; i++) {
            if (i == keys.length || keys[i] >>> INDEX_BITS != keys[from] >>> INDEX_BITS) {
                if (i - from > 1) {
                    sort(order, from, i, data);
                }
                from = i;
            }
        }
    }

    private static void sort(int[] order, int from, int to, OrderedData data) {
        if (to - from > FEW) {
            var rows = new ArrayList<Integer>();
            for (int i = from; i < to; i++) {
                rows.add(order[i]);
            }
            rows.sort((a, b) -> compare(a, b, data));
            for (int i = from; i < to; i++) {
                order[i] = rows.get(i - from);
            }
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int row = order[i];
            int j = i;
            while (j > from && compare(row, order[j - 1], data) < 0) {
                order[j] = order[j - 1];
                j--;
            }
            order[j] = row;
        }
    }

    private static int compare(int a, int b, OrderedData data) {
        int order = compare(data.x(), a, b);
        if (order == 0) {
            order = compare(data.slopesByThreshold(), a, b);
        }
        if (order == 0) {
            order = Integer.compare(data.group(a), data.group(b));
        }
        if (order == 0) {
            order = Double.compare(data.weight(a), data.weight(b));
        }
        return order == 0 ? Double.compare(data.offset(a) + 0.0, data.offset(b) + 0.0) : order;
    }

    private static int compare(Matrix m, int a, int b) {
        for (int j = 0; j < m.columns(); j++) {
            int order = Double.compare(m.get(a, j) + 0.0, m.get(b, j) + 0.0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
