package org.evenhand.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.evenhand.catalogue.Placements;
import org.evenhand.core.Tier;
import org.evenhand.panel.Panel;
import org.evenhand.panel.PanelRow;
import org.evenhand.panel.Variable;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.Clusters;
import org.evenhand.statistics.ordinal.OrderedData;

/// The placements that a benchmark is fitted to: with a tier, from the 2004 report on, every measure recorded.
final class ModelRows {
    static final List<String> LEVELS =
            Arrays.stream(Tier.values()).map(Tier::code).toList();

    private final List<Variable> variables;
    private final List<PanelRow> rows;
    private final double[][] columns;
    private final int[] outcome;
    private final int judge;
    private final int specialCases;
    private final int early;
    private final int incomplete;

    private ModelRows(
            List<Variable> variables,
            List<PanelRow> rows,
            double[][] columns,
            int[] outcome,
            int judge,
            int specialCases,
            int early,
            int incomplete) {
        this.variables = variables;
        this.rows = rows;
        this.columns = columns;
        this.outcome = outcome;
        this.judge = judge;
        this.specialCases = specialCases;
        this.early = early;
        this.incomplete = incomplete;
    }

    /// @throws org.evenhand.core.BadRequest if the panel lacks a variable of the specification
    static ModelRows of(Panel panel, Specification specification) {
        var variables = specification.variables().stream().map(panel::need).toList();
        var all = variables.stream()
                .map(v -> panel.column(v, panel.lags().of(v.role())))
                .toArray(double[][]::new);
        var kept = new ArrayList<Integer>();
        int judge = 0;
        int special = 0;
        int early = 0;
        int incomplete = 0;
        for (int i = 0; i < panel.rows().size(); i++) {
            var row = panel.rows().get(i);
            if (row.iso3().equals(Placements.JUDGE)) {
                judge++;
            } else if (!(row.standing() instanceof Tier)) {
                special++;
            } else if (row.year() < Specification.FIRST_REPORT) {
                early++;
            } else if (complete(variables, all, i)) {
                kept.add(i);
            } else {
                incomplete++;
            }
        }
        int[] index = kept.stream().mapToInt(i -> i).toArray();
        var columns = Arrays.stream(all)
                .map(c -> Arrays.stream(index).mapToDouble(i -> c[i]).toArray())
                .toArray(double[][]::new);
        var rows = Arrays.stream(index).mapToObj(panel.rows()::get).toList();
        int[] outcome =
                rows.stream().mapToInt(r -> ((Tier) r.standing()).severity()).toArray();
        return new ModelRows(variables, rows, columns, outcome, judge, special, early, incomplete);
    }

    private static boolean complete(List<Variable> variables, double[][] columns, int i) {
        boolean complete = true;
        for (int j = 0; j < columns.length; j++) {
            if (Double.isNaN(columns[j][i])) {
                complete = false;
            }
        }
        return complete;
    }

    int size() {
        return rows.size();
    }

    PanelRow row(int i) {
        return rows.get(i);
    }

    int outcome(int i) {
        return outcome[i];
    }

    double value(int i, int column) {
        return columns[column][i];
    }

    List<Variable> variables() {
        return variables;
    }

    /// Positions of the rows that pass.
    int[] where(java.util.function.Predicate<PanelRow> wanted) {
        return IntStream.range(0, rows.size())
                .filter(i -> wanted.test(rows.get(i)))
                .toArray();
    }

    Matrix design(int[] index) {
        var all = new double[index.length * columns.length];
        for (int j = 0; j < columns.length; j++) {
            for (int i = 0; i < index.length; i++) {
                all[j * index.length + i] = columns[j][index[i]];
            }
        }
        return Matrix.over(index.length, columns.length, all);
    }

    OrderedData data(int[] index) {
        return OrderedData.of(
                Arrays.stream(index).map(i -> outcome[i]).toArray(),
                LEVELS,
                design(index),
                variables.stream().map(Variable::key).toList());
    }

    Clusters countries(int[] index) {
        return Clusters.of(
                "country",
                Arrays.stream(index).mapToObj(i -> rows.get(i).iso3()).toList());
    }

    /// How many placements were left out.
    int leftOut() {
        return judge + specialCases + early + incomplete;
    }

    /// Why they were, counted.
    String whyLeftOut() {
        var reasons = new ArrayList<String>();
        if (judge > 0) {
            reasons.add("%d of the United States itself".formatted(judge));
        }
        if (specialCases > 0) {
            reasons.add("%d special cases".formatted(specialCases));
        }
        if (early > 0) {
            reasons.add("%d before the 2004 report, without a Watch List".formatted(early));
        }
        if (incomplete > 0) {
            reasons.add("%d without a measure".formatted(incomplete));
        }
        return String.join("; ", reasons);
    }
}
