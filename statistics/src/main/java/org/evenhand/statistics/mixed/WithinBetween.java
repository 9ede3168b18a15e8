package org.evenhand.statistics.mixed;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.statistics.linear.Matrix;

/// Columns split into each group's mean (between) and the deviation from it (within): Mundlak 1978.
///
/// "A closer ally is ranked better" and "becoming closer improves a rank" are different claims; their
/// coefficients are those of the between and the within column. A column that never changes within a
/// group has no within part, one whose means are all equal no between part; such a part is left out and
/// listed.
///
/// @param x the parts, side by side
/// @param names `column (within)` and `column (between)`
/// @param dropped parts that are zero or constant throughout
public record WithinBetween(Matrix x, List<String> names, List<String> dropped) {
    /// A spread below this share of the column's size is rounding.
    private static final double ROUNDING = 1e-12;

    public WithinBetween {
        names = List.copyOf(names);
        dropped = List.copyOf(dropped);
    }

    /// Splits every column of `x`.
    ///
    /// @param x finite numbers, `n × p`
    /// @param columns a name for each column
    /// @param group a code from 0 for each row
    /// @throws IllegalArgumentException if the lengths do not agree
    public static WithinBetween of(Matrix x, List<String> columns, int[] group) {
        int n = x.rows();
        if (columns.size() != x.columns() || group.length != n) {
            throw new IllegalArgumentException("%d names for %d columns, %d groups for %d rows"
                    .formatted(columns.size(), x.columns(), group.length, n));
        }
        int groups = 0;
        for (int g : group) {
            groups = Math.max(groups, g + 1);
        }
        List<double[]> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        for (int j = 0; j < x.columns(); j++) {
            double[] mean = new double[groups];
            int[] count = new int[groups];
            double size = 0;
            for (int i = 0; i < n; i++) {
                count[group[i]]++;
                mean[group[i]] += (x.get(i, j) - mean[group[i]]) / count[group[i]];
                size = Math.max(size, Math.abs(x.get(i, j)));
            }
            double[] within = new double[n];
            double[] between = new double[n];
            double widest = 0;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                between[i] = mean[group[i]];
                within[i] = x.get(i, j) - between[i];
                widest = Math.max(widest, Math.abs(within[i]));
                least = Math.min(least, between[i]);
                most = Math.max(most, between[i]);
            }
            keep(widest > ROUNDING * size, within, columns.get(j) + " (within)", parts, names, dropped);
            keep(most - least > ROUNDING * size, between, columns.get(j) + " (between)", parts, names, dropped);
        }
        return new WithinBetween(Matrix.ofColumns(n, parts.toArray(double[][]::new)), names, dropped);
    }

    private static void keep(
            boolean varies,
            double[] part,
            String name,
            List<double[]> parts,
            List<String> names,
            List<String> dropped) {
        if (varies) {
            parts.add(part);
            names.add(name);
        } else {
            dropped.add(name);
        }
    }
}
