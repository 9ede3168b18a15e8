package org.evenhand.victims;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.ProtectedCounts;
import org.evenhand.core.BadRequest;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;

/// People of a user's own table, counted by some of its dimensions, without the cells that would tell too much: what
/// `evenhand victims microdata` answers.
public final class PeopleByGroup {
    private final ProtectedCounts counts;
    private final List<String> by;
    private final String command;

    private PeopleByGroup(ProtectedCounts counts, List<String> by, String command) {
        this.counts = counts;
        this.by = by;
        this.command = command;
    }

    /// The table of this name.
    ///
    /// @throws BadRequest if there is none, saying which there are or how to add one
    public static ProtectedCounts named(Catalogue catalogue, String name) {
        return ProtectedCounts.of(catalogue, name).orElseThrow(() -> {
            var names = ProtectedCounts.names(catalogue);
            return new BadRequest(
                    "'%s' is no table of people that you added.".formatted(name),
                    names.isEmpty()
                            ? "Describe the file with its publisher's threshold (docs/data-format.md, People) and add it:"
                                    + " evenhand data add DIR."
                            : "Use " + String.join(" or ", names) + ".");
        });
    }

    /// The tables of people that a user added, one row a table.
    public static DataTable tables(Catalogue catalogue) {
        var rows = new ArrayList<List<Cell>>();
        for (var name : ProtectedCounts.names(catalogue)) {
            var counts = named(catalogue, name);
            rows.add(List.of(
                    Cell.words(name),
                    Cell.words(counts.table().title()),
                    Cell.items(counts.dimensions()),
                    Cell.words("below " + counts.threshold()),
                    Cell.items(List.copyOf(counts.table().sources().keySet()))));
        }
        return new DataTable(
                "people-tables",
                "Tables of people that you added",
                List.of(
                        Column.of("table", "Table"),
                        Column.of("title", "Title"),
                        Column.of("dimensions", "Can be counted by"),
                        Column.of("withheld", "Withheld"),
                        Column.of("sources", "Sources")),
                rows,
                rows.isEmpty()
                        ? "There is none. Describe a file of one row a person with its publisher's threshold"
                                + " (docs/data-format.md, People) and add it: evenhand data add DIR. It stays on this machine, and"
                                + " only counts are shown."
                        : "Numbers below the threshold are withheld, and what they could be worked out from.");
    }

    /// @param by the dimensions to count by, in the order of printing; all of them if there is none
    /// @throws BadRequest if one is not a dimension of the table
    public static Document of(Catalogue catalogue, ProtectedCounts counts, List<String> by, Provenance provenance) {
        for (var dimension : by) {
            if (!counts.dimensions().contains(dimension) || by.indexOf(dimension) != by.lastIndexOf(dimension)) {
                throw new BadRequest(
                        "--by: '%s' is not one of the dimensions of %s, or is named twice."
                                .formatted(dimension, counts.table().name()),
                        "Use any of %s.".formatted(String.join(", ", counts.dimensions())));
            }
        }
        var answer = new PeopleByGroup(counts, by.isEmpty() ? counts.dimensions() : by, provenance.command());
        var keys = List.copyOf(counts.table().sources().keySet());
        var table = answer.table(keys);
        var section = new Section(
                "people",
                counts.table().title(),
                List.of(
                        new Block.Paragraph(Text.of(counts.table().description())),
                        new Block.Note(Text.of(answer.rule())),
                        new Block.Tabular(table)));
        return new Document(
                "people-by-group",
                counts.table().title(),
                "People by " + String.join(" and ", answer.by),
                List.of(section),
                catalogue.sources(keys),
                provenance);
    }

    private String rule() {
        long withheld = counts.cells().stream()
                .filter(cell -> asked(cell) && cell.people().isEmpty())
                .count();
        String what = withheld == 0
                ? "None of the numbers asked for is withheld."
                : "Withheld here: %d of the numbers asked for.".formatted(withheld);
        return ("The publisher lets no number from 1 to %d be printed. %s Others are withheld with them, totals where needed,"
                        + " so that none can be worked out by subtraction, not from other groupings of this table either.")
                .formatted(counts.threshold() - 1, what);
    }

    private boolean asked(ProtectedCounts.Cell cell) {
        for (int d = 0; d < counts.dimensions().size(); d++) {
            if (!by.contains(counts.dimensions().get(d)) && !cell.at().get(d).equals(ProtectedCounts.ALL)) {
                return false;
            }
        }
        return true;
    }

    private DataTable table(List<String> keys) {
        var columns = new ArrayList<Column>();
        for (var dimension : by) {
            columns.add(Column.of(dimension, title(dimension)));
        }
        columns.add(Column.of("people", "People"));
        var rows = new ArrayList<List<Cell>>();
        for (var cell : counts.cells()) {
            if (asked(cell)) {
                var row = new ArrayList<Cell>();
                for (var dimension : by) {
                    row.add(label(cell.at().get(counts.dimensions().indexOf(dimension))));
                }
                row.add(people(cell, keys));
                rows.add(row);
            }
        }
        return new DataTable(
                "people",
                "%s by %s".formatted(counts.table().title(), String.join(" and ", by)),
                columns,
                rows,
                "Groups that are not named have nobody. The last row counts everybody.");
    }

    private String title(String dimension) {
        return counts.table().fields().stream()
                .filter(field -> field.name().equals(dimension))
                .findFirst()
                .map(field -> field.title().isBlank() ? dimension : field.title())
                .orElse(dimension);
    }

    private static Cell label(String category) {
        return category.isEmpty()
                ? Cell.absent(Absence.NOT_RECORDED)
                : Cell.words(category.equals(ProtectedCounts.ALL) ? "all" : category);
    }

    private Cell people(ProtectedCounts.Cell cell, List<String> keys) {
        OptionalInt people = cell.people();
        if (people.isEmpty()) {
            return Cell.absent(Absence.WITHHELD);
        }
        var basis = Basis.SOURCED;
        for (var source : counts.table().sources().values()) {
            basis = basis.weakest(source.basis());
        }
        return Cell.number(Figure.observed(
                people.getAsInt(),
                Unit.PEOPLE,
                Sample.of("%s, %s".formatted(counts.table().name(), String.join(", ", cell.at())), people.getAsInt()),
                basis,
                keys,
                command));
    }
}
