package org.evenhand.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.catalogue.Field;
import org.evenhand.catalogue.FieldType;
import org.evenhand.catalogue.ProtectedCounts;
import org.evenhand.catalogue.TableInfo;
import org.evenhand.core.BadData;
import org.evenhand.core.Checksum;
import org.evenhand.statistics.disclosure.Cube;
import org.evenhand.statistics.disclosure.Suppression;

/// Turns a table with one row a person into counts that may be printed.
///
/// The counts over every set of the described dimensions are decided on together, once, so that no command
/// can be played against another. Only they are prepared: no listing, query or export ever has the rows.
final class PeopleCounts {
    private static final int MOST_CELLS = 10_000;

    private PeopleCounts() {}

    /// All tables, those with one row a person replaced by their protected counts. To be called after every
    /// check, since the counts know no lines of the file.
    static SortedMap<String, RawTable> instead(SortedMap<String, RawTable> tables) {
        var safe = new TreeMap<>(tables);
        safe.replaceAll((_, table) -> table.schema()
                .microdata()
                .map(microdata -> counted(table, microdata))
                .orElse(table));
        return safe;
    }

    private static RawTable counted(RawTable table, Microdata microdata) {
        var categories = new ArrayList<List<String>>();
        var sizes = new int[microdata.dimensions().size()];
        long cells = 1;
        for (int d = 0; d < sizes.length; d++) {
            categories.add(categories(table, microdata.dimensions().get(d)));
            sizes[d] = categories.get(d).size();
            cells *= sizes[d];
            if (cells > MOST_CELLS) {
                throw new BadData(
                        "%s: the dimensions %s have at least %d combinations, expected at most %d."
                                .formatted(table.path(), microdata.dimensions(), cells, MOST_CELLS),
                        "Merge categories, for example years into periods, or name fewer dimensions.");
            }
        }
        var counts = new long[(int) cells];
        for (var row : table.rows()) {
            int cell = 0;
            for (int d = 0; d < sizes.length; d++) {
                String value = row[table.position(microdata.dimensions().get(d))];
                cell = cell * sizes[d] + categories.get(d).indexOf(value);
            }
            counts[cell]++;
        }
        return table(table, microdata, rows(microdata, categories, Cube.of(sizes, counts)));
    }

    private static List<String> categories(RawTable table, String dimension) {
        int position = table.position(dimension);
        var found = new TreeSet<String>();
        for (int row = 0; row < table.rows().size(); row++) {
            String value = table.rows().get(row)[position];
            if (value.equals(ProtectedCounts.ALL)) {
                throw new BadData(
                        "%s, column %d (%s): found '%s', which stands for a total in the counts."
                                .formatted(table.where(row), position + 1, dimension, value),
                        "Use another name for the category.");
            }
            found.add(value);
        }
        return List.copyOf(found);
    }

    /// From the finest table to the grand total; cells with nobody are left out where that may be known.
    private static List<String[]> rows(Microdata microdata, List<List<String>> categories, Cube cube) {
        var suppression = Suppression.of(cube, microdata.threshold());
        var rows = new ArrayList<String[]>();
        var at = new int[cube.dimensions()];
        for (int table = cube.tables() - 1; table >= 0; table--) {
            for (int cell = 0; cell < cube.cells(table); cell++) {
                boolean printable = suppression.printable(table, cell);
                if (printable && cube.count(table, cell) == 0) {
                    continue;
                }
                cube.locate(table, cell, at);
                var row = new String[cube.dimensions() + 3];
                for (int d = 0; d < cube.dimensions(); d++) {
                    row[d] = (table >> d & 1) == 1 ? categories.get(d).get(at[d]) : ProtectedCounts.ALL;
                }
                row[cube.dimensions()] = printable ? Long.toString(cube.count(table, cell)) : "";
                row[cube.dimensions() + 1] = printable ? "0" : "1";
                row[cube.dimensions() + 2] = Long.toString(microdata.threshold());
                rows.add(row);
            }
        }
        return rows;
    }

    private static RawTable table(RawTable table, Microdata microdata, List<String[]> rows) {
        var fields = new ArrayList<Field>();
        for (var rule : table.schema().rules()) {
            var field = rule.field();
            if (microdata.dimensions().contains(field.name())) {
                fields.add(new Field(
                        field.name(),
                        FieldType.STRING,
                        field.title(),
                        field.unit(),
                        field.description() + " " + ProtectedCounts.ALL + " for all together."));
            }
        }
        fields.sort((a, b) -> Integer.compare(
                microdata.dimensions().indexOf(a.name()), microdata.dimensions().indexOf(b.name())));
        fields.add(new Field(ProtectedCounts.PEOPLE, FieldType.INTEGER, "People", "people", "Blank where withheld."));
        fields.add(new Field(
                ProtectedCounts.WITHHELD,
                FieldType.BOOLEAN,
                "Withheld",
                "count",
                "1 where the number is below the threshold, or protects one that is."));
        fields.add(new Field(
                ProtectedCounts.THRESHOLD,
                FieldType.INTEGER,
                "Threshold",
                "people",
                "The smallest number that the publisher lets be printed."));
        var info = table.schema().info();
        var notes = new ArrayList<>(info.notes());
        notes.add("Counts of a table with one row a person; the rows themselves are not here.");
        var counts = new TableInfo(
                info.name(),
                info.title(),
                info.description(),
                info.licences(),
                notes,
                fields,
                microdata.dimensions(),
                info.sources(),
                "");
        var rules = fields.stream().map(PeopleCounts::anything).toList();
        return RawTable.of(
                new TableSchema(
                        counts, table.schema().folder(), rules, List.of(), 0, Optional.empty(), Optional.empty()),
                rows,
                rows.stream().map(_ -> 0L).toList(),
                // Of what may be printed: a checksum of the rows of people would tell who guesses them that they are
                // right.
                Checksum.ofLines(rows.stream().map(row -> String.join("\t", row))));
    }

    private static FieldRule anything(Field field) {
        return new FieldRule(field, false, false, FieldRule.Limits.NONE, java.util.Set.of(), Optional.empty());
    }
}
