package org.evenhand.move;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
        var column = panel.column(variable, panel.lags().of(variable.role()));
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
        boolean none = steps.isEmpty();
        return new Change(
                variable,
                variable.transform().undo(before),
                variable.transform().undo(after),
                step,
                none ? Double.NaN : Math.sqrt(squares / steps.size()),
                none || Double.isNaN(step) || step == 0 ? Double.NaN : (double) large / steps.size(),
                steps.size());
    }

    /// Where the rows of a panel are.
    static final class Rows {
        private final Panel panel;
        private final Map<String, Integer> positions = new HashMap<>();

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

        /// Every country's change over `span` reports, where both ends are recorded. Rows are sorted by country and
        /// year, so that the earlier end is at most `span` rows before.
        List<Double> steps(double[] column, int span) {
            var steps = new ArrayList<Double>();
            for (int i = 0; i < column.length; i++) {
                var row = panel.rows().get(i);
                for (int j = Math.max(0, i - span); j < i; j++) {
                    var other = panel.rows().get(j);
                    if (other.year() == row.year() - span
                            && other.iso3().equals(row.iso3())
                            && !Double.isNaN(column[i])
                            && !Double.isNaN(column[j])) {
                        steps.add(column[i] - column[j]);
                    }
                }
            }
            return steps;
        }
    }
}
