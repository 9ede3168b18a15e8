package org.evenhand.move;

import java.util.List;
import java.util.TreeSet;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Row;
import org.evenhand.panel.Reading;
import org.evenhand.panel.Variable;

/// From a value of the panel back to the rows that it was read in.
final class Trail {
    private final Catalogue catalogue;

    Trail(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// Sources of the rows behind what was measured of a variable for a country and report; see `Panel.measured`.
    TreeSet<String> sources(Variable variable, String iso3, int report, int lag) {
        var keys = new TreeSet<String>();
        int year = report - lag;
        switch (variable.reading()) {
            case Reading.Yearly y ->
                keys.addAll(sources(rows(y.table(), y.codeColumn(), iso3), y.yearColumn(), year, y.selector()));
            case Reading.LatestOfFive l ->
                keys.addAll(sources(rows(l.table(), "iso3", iso3), l.yearColumn(), year, l.selector()));
            case Reading.Ratified(var instruments) -> {
                for (var table : List.of("treaties", "treaties_update")) {
                    for (var row : rows(table, "iso3", iso3)) {
                        if (instruments.contains(row.text("instrument"))) {
                            keys.addAll(row.sources());
                        }
                    }
                }
            }
            case Reading.Criminalised _ -> {
                for (var row : rows("laws", "iso3", iso3)) {
                    keys.addAll(row.sources());
                }
            }
        }
        return keys;
    }

    private List<Row> rows(String table, String column, String value) {
        return catalogue.table(table).map(t -> t.where(column, value)).orElse(List.of());
    }

    /// Sources of the rows of one year, and of one measure where the table holds several.
    private static TreeSet<String> sources(List<Row> rows, String yearColumn, int year, String selector) {
        var keys = new TreeSet<String>();
        for (var row : rows) {
            if (row.text(yearColumn).equals(Integer.toString(year))
                    && (selector.isEmpty() || row.text("measure").equals(selector))) {
                keys.addAll(row.sources());
            }
        }
        return keys;
    }
}
