package org.evenhand.listing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Table;
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

/// The data described from the data: every table's rows by basis and year, its licences, and what its notes say of
/// gaps.
public final class DataDocument {
    private static final List<String> YEAR_COLUMNS = List.of("report_year", "fiscal_year", "year", "reference_year");

    private DataDocument() {}

    public static Document of(Catalogue catalogue, Provenance provenance) {
        var sections = new ArrayList<Section>();
        sections.add(overview(catalogue, provenance));
        for (var name : catalogue.version().tables()) {
            catalogue.table(name).ifPresent(table -> sections.add(section(table, provenance)));
        }
        return new Document(
                "data",
                "The data",
                "Tables, what their rows rest on, and their gaps",
                sections,
                new TreeMap<>(),
                provenance);
    }

    private static Section overview(Catalogue catalogue, Provenance provenance) {
        var rows = new ArrayList<List<Cell>>();
        for (var name : catalogue.version().tables()) {
            var table = catalogue.table(name).orElseThrow();
            var years = years(table);
            var bases = bases(table.rows().stream().map(r -> r.basis()).toList());
            rows.add(List.of(
                    Cell.words(name),
                    Cell.words(table.info().title()),
                    Cell.words(years.isEmpty() ? "" : years.firstKey() + "–" + years.lastKey()),
                    count(table, table.rowCount(), provenance),
                    count(table, bases.getOrDefault(Basis.SOURCED, 0), provenance),
                    count(table, bases.getOrDefault(Basis.DERIVED, 0), provenance),
                    count(table, bases.getOrDefault(Basis.UNVERIFIED, 0), provenance)));
        }
        return new Section(
                "tables",
                "Tables",
                List.of(
                        new Block.Paragraph(
                                Text.of(
                                        "A row is sourced when it was read in a source, derived when it was inferred"
                                                + " by a stated rule, and unverified when it is from memory and not yet checked; it takes the"
                                                + " weakest of its sources. Blank is unknown, never zero. Nothing is interpolated.")),
                        new Block.Tabular(new DataTable(
                                "tables",
                                "All tables",
                                List.of(
                                        Column.of("table", "Table"),
                                        Column.of("title", "Title"),
                                        Column.of("years", "Years"),
                                        Column.of("rows", "Rows"),
                                        Column.of("sourced", "Sourced"),
                                        Column.of("derived", "Derived"),
                                        Column.of("unverified", "Unverified")),
                                rows,
                                ""))));
    }

    private static Section section(Table table, Provenance provenance) {
        var info = table.info();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(Text.of(info.description())));
        var years = years(table);
        if (!years.isEmpty()) {
            blocks.add(new Block.Tabular(byYear(table, years, provenance)));
            gaps(years).ifPresent(gap -> blocks.add(new Block.Note(Text.of(gap))));
        }
        if (!info.notes().isEmpty()) {
            blocks.add(new Block.Bullets(info.notes().stream().map(Text::of).toList()));
        }
        blocks.add(new Block.Paragraph(Text.of("Licences: " + String.join(", ", info.licences()) + ". Sources: "
                + info.sources().values().stream()
                        .map(s -> s.key() + " (" + s.redistribution() + ")")
                        .collect(Collectors.joining(", "))
                + ".")));
        return new Section("table-" + info.name().replace('_', '-'), info.name() + ": " + info.title(), blocks);
    }

    private static DataTable byYear(Table table, TreeMap<Integer, List<Basis>> years, Provenance provenance) {
        var rows = new ArrayList<List<Cell>>();
        years.forEach((year, list) -> {
            var bases = bases(list);
            rows.add(List.of(
                    Cell.year(year),
                    count(table, list.size(), provenance),
                    count(table, bases.getOrDefault(Basis.DERIVED, 0), provenance),
                    count(table, bases.getOrDefault(Basis.UNVERIFIED, 0), provenance)));
        });
        return new DataTable(
                "years-" + table.info().name().replace('_', '-'),
                "Rows by year",
                List.of(
                        Column.of("year", "Year"),
                        Column.of("rows", "Rows"),
                        Column.of("derived", "Derived"),
                        Column.of("unverified", "Unverified")),
                rows,
                "");
    }

    private static Optional<String> gaps(TreeMap<Integer, List<Basis>> years) {
        var missing = new ArrayList<String>();
        for (int year = years.firstKey(); year <= years.lastKey(); year++) {
            if (!years.containsKey(year)) {
                missing.add(Integer.toString(year));
            }
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of("No row for " + String.join(", ", missing) + ".");
    }

    private static TreeMap<Integer, List<Basis>> years(Table table) {
        var years = new TreeMap<Integer, List<Basis>>();
        var column = YEAR_COLUMNS.stream().filter(table::has).findFirst();
        if (column.isPresent()) {
            for (var row : table.rows()) {
                String text = row.text(column.get());
                if (text.length() == 4 && text.chars().allMatch(Character::isDigit)) {
                    years.computeIfAbsent(Integer.parseInt(text), _ -> new ArrayList<>())
                            .add(row.basis());
                }
            }
        }
        return years;
    }

    private static Map<Basis, Integer> bases(List<Basis> list) {
        var counts = new EnumMap<Basis, Integer>(Basis.class);
        for (var basis : Basis.values()) {
            counts.put(basis, (int) list.stream().filter(b -> b == basis).count());
        }
        return counts;
    }

    private static Cell count(Table table, int value, Provenance provenance) {
        return table.info().sources().isEmpty()
                ? Cell.absent(Absence.NOT_APPLICABLE)
                : Cell.number(Figure.observed(
                        value,
                        Unit.COUNT,
                        Sample.of("rows of the table " + table.info().name(), table.rowCount()),
                        Basis.SOURCED,
                        List.copyOf(table.info().sources().keySet()),
                        provenance.command()));
    }
}
