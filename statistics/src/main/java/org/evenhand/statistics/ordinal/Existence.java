package org.evenhand.statistics.ordinal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.linear.Rank;

/// Reasons for having no estimate that can be seen in the design and the counts.
final class Existence {
    /// A column that others explain to 1 − R² < 1e-12 leaves no digit of its standard error.
    static final double TOLERANCE = 1e-6;

    private Existence() {}

    static Optional<Fit.EmptyCategory> emptyCategory(Layout layout) {
        var levels = layout.data.levels();
        var none = new ArrayList<String>();
        for (int k = 0; k < layout.categories; k++) {
            if (layout.start[k] == layout.start[k + 1]) {
                none.add(levels.get(k));
            }
        }
        if (!none.isEmpty()) {
            return Optional.of(new Fit.EmptyCategory(none, ""));
        }
        var groups = layout.data.groups();
        for (int g = 0; g < groups.size(); g++) {
            for (int k = 0; k < layout.categories; k++) {
                boolean found = false;
                for (int i = layout.start[k]; i < layout.start[k + 1] && !found; i++) {
                    found = layout.groupOf[i] == g;
                }
                if (!found) {
                    none.add(levels.get(k));
                }
            }
            if (!none.isEmpty()) {
                return Optional.of(new Fit.EmptyCategory(none, groups.get(g)));
            }
        }
        return Optional.empty();
    }

    /// Columns that are combinations of thresholds and earlier columns.
    static Optional<Fit.NotIdentified> notIdentified(Layout layout) {
        var found = layout.plain() ? plain(layout) : general(layout);
        return found.isEmpty() ? Optional.empty() : Optional.of(new Fit.NotIdentified(found));
    }

    /// With one set of thresholds: standardised columns that depend on each other. A constant one follows from the
    /// intercept.
    private static List<Rank.Dependency> plain(Layout layout) {
        var names = layout.data.names();
        var rank = Rank.compute(Matrix.over(layout.rows, layout.p, layout.x), names, TOLERANCE, false);
        var result = new ArrayList<Rank.Dependency>();
        for (var d : rank.dependencies()) {
            var of = new LinkedHashMap<String, Double>();
            double constant = layout.means[d.index()];
            for (var entry : d.of().entrySet()) {
                int other = names.indexOf(entry.getKey());
                double coefficient = entry.getValue() * layout.scales[d.index()] / layout.scales[other];
                of.put(entry.getKey(), coefficient);
                constant -= coefficient * layout.means[other];
            }
            if (Math.abs(constant) > 1e-9 * Math.abs(layout.means[d.index()]) || of.isEmpty()) {
                of.put("(thresholds)", constant);
            }
            result.add(new Rank.Dependency(d.index(), d.column(), of));
        }
        return result;
    }

    /// Every bound of every row as a row of parameters: what these leave free, no outcome can determine.
    private static List<Rank.Dependency> general(Layout layout) {
        var bounds = bounds(layout);
        return Rank.compute(bounds, layout.data.parameterNames(), TOLERANCE, false)
                .dependencies();
    }

    /// The matrix whose rows are the derivatives of all upper bounds, then of all lower bounds, by the parameters.
    static Matrix bounds(Layout layout) {
        int last = layout.start[layout.categories - 1];
        int second = layout.start[1];
        int upper = last;
        int all = upper + layout.rows - second;
        var result = Matrix.zeros(all, layout.size);
        for (int k = 0; k < layout.categories; k++) {
            for (int i = layout.start[k]; i < layout.start[k + 1]; i++) {
                if (k + 1 < layout.categories) {
                    fill(layout, result, i, i, k);
                }
                if (k > 0) {
                    fill(layout, result, upper + i - second, i, k - 1);
                }
            }
        }
        return result;
    }

    private static void fill(Layout layout, Matrix to, int at, int row, int threshold) {
        var values = to.values();
        for (int j = 0; j < layout.q; j++) {
            values[(threshold * layout.q + j) * to.rows() + at] = layout.plain() ? 1 : layout.v[j * layout.rows + row];
        }
        for (int j = 0; j < layout.p; j++) {
            values[(layout.firstSlope + j) * to.rows() + at] = -layout.x[j * layout.rows + row];
        }
    }
}
