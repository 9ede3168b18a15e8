package org.evenhand.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Sample;
import org.evenhand.core.Source;
import org.evenhand.core.Tier;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;

/// What is in the panel, for people: how many rows, the first of them, and the codebook. The rows themselves are a file
/// ([PanelCsv]).
public final class PanelDocument {
    /// Rows that are shown.
    static final int MOST_ROWS = 5;

    private final Panel panel;
    private final String command;

    private PanelDocument(Panel panel, String command) {
        this.panel = panel;
        this.command = command;
    }

    /// @param wanted which rows are asked for
    /// @param label of these rows, for example "Latin America and the Caribbean, 2014"
    /// @param placements keys of what the rows' placements rest on
    /// @param sources of all that the panel rests on
    public static Document of(
            Panel panel,
            Predicate<PanelRow> wanted,
            String label,
            Set<String> placements,
            SortedMap<String, Source> sources,
            Provenance provenance) {
        var build = new PanelDocument(panel, provenance.command());
        return new Document(
                "panel",
                "The panel that models are fitted to",
                label,
                List.of(
                        new Section("look", "A look at it", build.look(wanted, List.copyOf(placements))),
                        new Section(
                                "codebook",
                                "What each column is",
                                List.of(new Block.Tabular(Codebook.of(panel, provenance.command()))))),
                sources,
                provenance);
    }

    private List<Block> look(Predicate<PanelRow> wanted, List<String> keys) {
        var places = new ArrayList<Integer>();
        int ranked = 0;
        for (int i = 0; i < panel.rows().size(); i++) {
            var row = panel.rows().get(i);
            if (wanted.test(row)) {
                places.add(i);
                ranked += row.standing() instanceof Tier ? 1 : 0;
            }
        }
        var said = Text.build()
                .figure(count(places.size(), "placements", keys))
                .words(" placements are asked for, one a row, ")
                .figure(count(ranked, "placements with a tier", keys))
                .words(" of them with a tier. As CSV they are all there, one column a variable.")
                .done();
        return places.isEmpty()
                ? List.of(new Block.Paragraph(said))
                : List.of(new Block.Paragraph(said), new Block.Tabular(rows(places)));
    }

    private Figure count(int n, String what, List<String> keys) {
        return Figure.observed(n, Unit.COUNT, Sample.of(what, n), Basis.DERIVED, keys, command);
    }

    /// The first rows, turned on their side: one column a placement.
    private DataTable rows(List<Integer> places) {
        var shown = places.subList(0, Math.min(MOST_ROWS, places.size()));
        var columns = new ArrayList<Column>(List.of(Column.of("variable", "Variable")));
        for (int i : shown) {
            var row = panel.rows().get(i);
            columns.add(
                    Column.of("%s_%d".formatted(row.iso3(), row.year()), "%s %d".formatted(row.iso3(), row.year())));
        }
        var lines = new ArrayList<List<Cell>>();
        lines.add(words("region", shown, PanelRow::region));
        lines.add(words("administration", shown, PanelRow::administration));
        lines.add(words("tier", shown, row -> row.standing().code()));
        lines.add(words("automatic_downgrade", shown, row -> row.automaticDowngrade() ? "1" : "0"));
        for (var variable : panel.variables()) {
            var line = new ArrayList<Cell>(List.of(Cell.words(variable.key())));
            var values = panel.column(variable.key());
            var sources = new TreeSet<>(panel.sources(variable));
            for (int i : shown) {
                line.add(value(values[i], variable, panel.rows().get(i), List.copyOf(sources)));
            }
            lines.add(line);
        }
        return new DataTable(
                "look",
                "The first %d rows, one column each".formatted(shown.size()),
                columns,
                lines,
                "Numbers are transformed as the codebook says. What is not recorded is an empty cell of the file, never zero.");
    }

    private List<Cell> words(String name, List<Integer> shown, java.util.function.Function<PanelRow, String> said) {
        var line = new ArrayList<Cell>(List.of(Cell.words(name)));
        shown.forEach(i -> line.add(Cell.words(said.apply(panel.rows().get(i)))));
        return line;
    }

    private Cell value(double value, Variable variable, PanelRow row, List<String> sources) {
        return Double.isNaN(value) || sources.isEmpty()
                ? Cell.absent(Cell.Absence.NOT_RECORDED)
                : Cell.number(Figure.observed(
                        value,
                        Unit.NUMBER,
                        Sample.one("%s of %s in the %d report".formatted(variable.key(), row.iso3(), row.year())),
                        Basis.DERIVED,
                        sources,
                        command));
    }
}
