package org.evenhand.move;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.Basis;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Grounds;
import org.evenhand.document.Text;
import org.evenhand.panel.Panel;
import org.evenhand.panel.Role;
import org.evenhand.panel.Variable;

/// What changed between two reporting windows: evidence by minimum standard and pillar, and interests.
final class ChangeTables {
    private final Panel panel;
    private final Catalogue catalogue;
    private final Trail trail;
    private final Change.Rows rows;
    private final String iso3;
    private final int from;
    private final int to;
    private final String command;
    private final List<String> lacking = new ArrayList<>();

    ChangeTables(Panel panel, Catalogue catalogue, String iso3, int from, int to, String command) {
        this.panel = panel;
        this.catalogue = catalogue;
        this.trail = new Trail(catalogue);
        this.rows = new Change.Rows(panel);
        this.iso3 = iso3;
        this.from = from;
        this.to = to;
        this.command = command;
    }

    /// Titles of the measures that one of the windows lacks, known after the tables were made.
    List<String> lacking() {
        return List.copyOf(lacking);
    }

    List<Block> evidence() {
        var lines = new ArrayList<List<Cell>>();
        int better = 0;
        int worse = 0;
        int same = 0;
        for (var standard : Standard.all()) {
            var variable = panel.variable(standard.variable());
            if (variable.isEmpty()) {
                continue;
            }
            var change = Change.of(panel, rows, variable.get(), iso3, from, to);
            better += change.step() > 0 ? 1 : 0;
            worse += change.step() < 0 ? 1 : 0;
            same += change.step() == 0 ? 1 : 0;
            var cells = new ArrayList<Cell>();
            cells.add(Cell.words(standard.pillar()));
            cells.add(Cell.words(standard.standard()));
            cells.add(Cell.words(standard.citation()));
            cells.addAll(cells(change));
            cells.add(Cell.words(words(variable.get().ancestry().level())));
            lines.add(cells);
        }
        var columns = new ArrayList<Column>();
        columns.add(Column.of("pillar", "Pillar"));
        columns.add(Column.of("standard", "Standard"));
        columns.add(Column.machine("citation"));
        columns.addAll(columns());
        columns.add(Column.of("tip_ancestry", "From the Report?"));
        return List.of(
                new Block.Paragraph(counts(better, worse, same, lacking.size())),
                new Block.Tabular(new DataTable(
                        "evidence",
                        "Evidence in the windows of the %d and %d reports".formatted(from, to),
                        columns,
                        lines,
                        note())));
    }

    private Text counts(int better, int worse, int same, int missing) {
        var grounds = new Grounds(command);
        for (var standard : Standard.all()) {
            panel.variable(standard.variable()).ifPresent(v -> grounds.add(Basis.DERIVED, panel.sources(v)));
        }
        var sample = Sample.of("evidence measures", better + worse + same + missing);
        return grounds.empty()
                ? Text.of("No evidence measure is available.")
                : Text.build()
                        .words("Of the evidence measures ")
                        .figure(grounds.figure(better, Unit.COUNT, sample))
                        .words(" rose, ")
                        .figure(grounds.figure(worse, Unit.COUNT, sample))
                        .words(" fell and ")
                        .figure(grounds.figure(same, Unit.COUNT, sample))
                        .words(" stayed; ")
                        .figure(grounds.figure(missing, Unit.COUNT, sample))
                        .words(
                                " were not measured in one of the windows. More is read as better, except that more prosecutions, convictions and"
                                        + " victims identified may also mean more of the crime.")
                        .done();
    }

    List<Block> interests() {
        var lines = new ArrayList<List<Cell>>();
        for (var variable : byInterest()) {
            var change = Change.of(panel, rows, variable, iso3, from, to);
            var cells = new ArrayList<Cell>();
            cells.add(Cell.words(words(variable.set())));
            cells.addAll(cells(change));
            lines.add(cells);
        }
        var columns = new ArrayList<Column>();
        columns.add(Column.of("interest", "Interest"));
        columns.addAll(columns());
        return List.of(
                new Block.Tabular(
                        new DataTable(
                                "interests",
                                "U.S. interests beside the %d and %d reports".formatted(from, to),
                                columns,
                                lines,
                                note()
                                        + " Numbers of people and money are compared in ratios (ln(1 + x), asinh), by which a step between none and"
                                        + " some is large whatever the sum. A change of an interest beside a move is no sign that it caused the move.")));
    }

    /// The measures of interests, those of one interest together, interests in the order in which they first appear.
    private List<Variable> byInterest() {
        var sets = new LinkedHashMap<String, List<Variable>>();
        for (var variable : panel.variables()) {
            if (variable.role() == Role.INTEREST) {
                sets.computeIfAbsent(variable.set(), _ -> new ArrayList<>()).add(variable);
            }
        }
        return sets.values().stream().flatMap(List::stream).toList();
    }

    private String note() {
        return String.format(
                Locale.ROOT,
                "Report t looks at year t-1; dated acts count to 31 March of t. As large: the share of all countries' changes over %d"
                        + " report%s that are at least as large, on the panel's scale. What one window lacks is not measured, which is"
                        + " not the same as unchanged.",
                to - from,
                to - from == 1 ? "" : "s");
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("measure", "Measure"),
                Column.machine("key"),
                Column.of("before", "Before"),
                Column.of("after", "After"),
                Column.of("change", "Change"),
                Column.machine("step"),
                Column.machine("usual_step"),
                Column.of("as_large", "As large"),
                Column.of("sources", "Sources"));
    }

    private List<Cell> cells(Change change) {
        var variable = change.variable();
        int lag = panel.lags().of(variable.role());
        var keys = trail.sources(variable, iso3, from, lag);
        keys.addAll(trail.sources(variable, iso3, to, lag));
        if (!change.measured()) {
            lacking.add(variable.title());
        }
        var basis = basis(variable, keys);
        String direction = !change.measured()
                ? "not measured"
                : change.step() == 0 ? "unchanged" : change.step() > 0 ? "more" : "less";
        var all = new Grounds(command).add(Basis.DERIVED, panel.sources(variable));
        var sample = Sample.of("changes of all countries over %d reports".formatted(to - from), change.compared());
        return List.of(
                Cell.words(variable.title()),
                Cell.words(variable.key()),
                value(variable, change.before(), from, basis),
                value(variable, change.after(), to, basis),
                Cell.words(direction),
                Double.isNaN(change.step()) || all.empty()
                        ? Cell.absent(Absence.NOT_MEASURED)
                        : Cell.number(all.figure(change.step(), Unit.NUMBER, Sample.one("the case itself"))),
                Double.isNaN(change.usual()) || all.empty()
                        ? Cell.absent(Absence.NOT_MEASURED)
                        : Cell.number(all.figure(change.usual(), Unit.NUMBER, sample)),
                Double.isNaN(change.atLeast()) || all.empty()
                        ? Cell.absent(change.measured() ? Absence.NOT_APPLICABLE : Absence.NOT_MEASURED)
                        : Cell.number(all.figure(change.atLeast(), Unit.SHARE, sample)),
                Cell.items(List.copyOf(keys)));
    }

    private Basis basis(Variable variable, Iterable<String> keys) {
        var basis = Basis.SOURCED;
        var table = catalogue.table(variable.reading().table());
        for (var key : keys) {
            var source = table.map(t -> t.info().sources().get(key));
            if (source.isPresent()) {
                basis = basis.weakest(source.get().basis());
            }
        }
        return basis;
    }

    private Cell value(Variable variable, double value, int report, Basis basis) {
        if (Double.isNaN(value)) {
            return Cell.absent(Absence.NOT_MEASURED);
        }
        if (variable.yesNo()) {
            return Cell.flag(value == 1);
        }
        var keys = trail.sources(variable, iso3, report, panel.lags().of(variable.role()));
        if (keys.isEmpty()) {
            keys.addAll(panel.sources(variable));
        }
        double shown = switch (variable.transform()) {
            case NONE -> value;
            // Counts and money are whole; undoing a logarithm leaves a trace of rounding.
            case LN, LN1P, ASINH -> Math.rint(value);
        };
        return Cell.number(new Grounds(command)
                .add(basis, keys)
                .figure(
                        shown,
                        Unit.ofKey(variable.unit()),
                        Sample.one("%s, %s, beside the %d report".formatted(variable.key(), iso3, report))));
    }

    private static String words(String key) {
        return key.replace('_', ' ');
    }
}
