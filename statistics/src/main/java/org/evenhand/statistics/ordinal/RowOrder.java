package org.evenhand.statistics.ordinal;

import java.util.Arrays;
import org.evenhand.statistics.linear.Matrix;

/// The order in which rows are added up: by outcome, then by content, so that the order of a file cannot change
/// a bit
/// of a fit.
///
/// Rows of one category stand together, which lets every loop run over a whole category without a branch.
final class RowOrder {
    private static final int INDEX_BITS = 24;
    private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;
    private static final long HASH_MASK = (1L << (63 - 6 - INDEX_BITS)) - 1;

    private RowOrder() {}

    /// Indices of the rows of positive weight, in canonical order.
    static int[] of(OrderedData data) {
        int n = data.rows();
        if (n > INDEX_MASK) {
            throw new IllegalArgumentException("%d rows: at most %d are possible".formatted(n, INDEX_MASK));
        }
        var hash = new long[n];
        mix(hash, data.x());
        mix(hash, data.slopesByThreshold());
        if (!data.groups().isEmpty()) {
            for (int i = 0; i < n; i++) {
                hash[i] = step(hash[i], data.group(i));
            }
        }
        int kept = 0;
        var keys = new long[n];
        for (int i = 0; i < n; i++) {
            double weight = data.weight(i);
            if (weight > 0) {
                long h = step(step(hash[i], Double.doubleToRawLongBits(weight)), bits(data.offset(i)));
                h = (h ^ (h >>> 29)) & HASH_MASK;
                keys[kept++] = ((long) data.outcome(i) << (63 - 6)) | (h << INDEX_BITS) | i;
            }
        }
        Arrays.sort(keys, 0, kept);
        settleTies(keys, kept, data);
        var order = new int[kept];
        for (int i = 0; i < kept; i++) {
            order[i] = (int) (keys[i] & INDEX_MASK);
        }
        return order;
    }

    private static void mix(long[] hash, Matrix m) {
        var values = m.values();
        int n = m.rows();
        for (int j = 0; j < m.columns(); j++) {
            for (int i = 0; i < n; i++) {
                hash[i] = step(hash[i], bits(values[j * n + i]));
            }
        }
    }

    private static long step(long hash, long bits) {
        return (Long.rotateLeft(hash, 23) ^ bits) * 0x9e3779b97f4a7c15L;
    }

    /// Adding zero turns -0.0 into 0.0.
    private static long bits(double value) {
        return Double.doubleToRawLongBits(value + 0.0);
    }

    /// Rows with equal hash are equal rows but for an accident; the accident is put in order by content.
    private static void settleTies(long[] keys, int n, OrderedData data) {
        for (int i = 1; i < n; i++) {
            long key = keys[i];
            int j = i;
            while (j > 0
                    && key >>> INDEX_BITS == keys[j - 1] >>> INDEX_BITS
                    && compare((int) (key & INDEX_MASK), (int) (keys[j - 1] & INDEX_MASK), data) < 0) {
                keys[j] = keys[j - 1];
                j--;
            }
            keys[j] = key;
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
