package org.evenhand.move;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.evenhand.panel.Panel;
import org.evenhand.panel.Variable;

/// A measure between two reporting windows, against how much it changes elsewhere over as many years.
///
/// @param variable the measure
/// @param before in its own unit; `NaN` where the earlier window lacks it
/// @param after in its own unit; `NaN` where the later window lacks it
/// @param step on the panel's scale; `NaN` where either is lacking
/// @param usual root mean square of the steps of all countries over as many years; `NaN` where there are none
/// @param atLeast share of those steps that are at least as large; `NaN` where `step` is or is 0
/// @param compared how many steps there are
record Change(Variable variable, double before, double after, double step, double usual, double atLeast, int compared) {
    boolean measured() {
        return !Double.isNaN(step);
    }

    /// The change of a measure of one country.
    static Change of(Panel panel, Rows rows, Variable variable, String iso3, int from, int to) {
        var column = panel.measured(variable, panel.lags().of(variable.role()));
        double before = rows.value(column, iso3, from);
        double after = rows.value(column, iso3, to);
        double step = after - before;
        var steps = rows.steps(column, to - from);
        double squares = 0;
        int large = 0;
        for (double other : steps) {
            squares += other * other;
            large += Math.abs(other) >= Math.abs(step) - 1e-12 ? 1 : 0;
        }
        boolean none = steps.length == 0;
        return new Change(
                variable,
                variable.transform().undo(before),
                variable.transform().undo(after),
                step,
                none ? Double.NaN : Math.sqrt(squares / steps.length),
                none || Double.isNaN(step) || step == 0 ? Double.NaN : (double) large / steps.length,
                steps.length);
    }

    /// Where the rows of a panel are.
    static final class Rows {
        private final Panel panel;
        private final Map<String, Integer> positions = new HashMap<>();
        private final Map<Integer, int[]> earlier = new HashMap<>();

        Rows(Panel panel) {
            this.panel = panel;
            for (int i = 0; i < panel.rows().size(); i++) {
                positions.put(panel.rows().get(i).iso3() + panel.rows().get(i).year(), i);
            }
        }

        double value(double[] column, String iso3, int report) {
            var at = positions.get(iso3 + report);
            return at == null ? Double.NaN : column[at];
        }

        /// Every country's change over `span` reports, where both ends are recorded.
        double[] steps(double[] column, int span) {
            var earlier = earlier(span);
            var steps = new double[column.length];
            int n = 0;
            for (int i = 0; i < column.length; i++) {
                double step = earlier[i] < 0 ? Double.NaN : column[i] - column[earlier[i]];
                if (!Double.isNaN(step)) {
                    steps[n++] = step;
                }
            }
            return Arrays.copyOf(steps, n);
        }

        /// For each row the row of the same country `span` reports before; -1 where there is none.
        private int[] earlier(int span) {
            return earlier.computeIfAbsent(span, s -> {
                var found = new int[panel.rows().size()];
                for (int i = 0; i < found.length; i++) {
                    var row = panel.rows().get(i);
                    found[i] = positions.getOrDefault(row.iso3() + (row.year() - s), -1);
                }
                return found;
            });
        }
    }
}
