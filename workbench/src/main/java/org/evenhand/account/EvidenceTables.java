package org.evenhand.account;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.catalogue.Row;
import org.evenhand.core.Unit;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;

/// The evidence on one country as recorded: policy index, law enforcement counts, criminalisation, treaties.
final class EvidenceTables {
    private EvidenceTables() {}

    static List<DataTable> of(Setting setting, String iso3) {
        var tables = new ArrayList<DataTable>();
        add(tables, index(setting, iso3));
        add(tables, enforcement(setting, iso3));
        add(tables, law(setting, iso3));
        add(tables, treaties(setting, iso3));
        return tables;
    }

    private static void add(List<DataTable> tables, DataTable table) {
        if (!table.rows().isEmpty()) {
            tables.add(table);
        }
    }

    private static List<Row> rows(Setting setting, String table, String column, String value) {
        return setting.catalogue().table(table).map(t -> t.where(column, value)).orElse(List.of());
    }

    private static Cell number(Setting setting, Row row, String column, Unit unit, String what) {
        var value = row.number(column);
        return value.isPresent()
                ? Cell.number(setting.recorded(value.getAsDouble(), unit, what, row.basis(), row.sources()))
                : Cell.absent(Absence.NOT_RECORDED);
    }

    private static DataTable index(Setting setting, String iso3) {
        var rows = new ArrayList<List<Cell>>();
        for (var row : rows(setting, "policy_index", "iso3", iso3)) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.year(row.integer("year")));
            for (var pillar : List.of("prosecution", "protection", "prevention", "overall")) {
                cells.add(number(
                        setting,
                        row,
                        pillar,
                        Unit.POINTS,
                        "%s score, %s %s".formatted(pillar, iso3, row.text("year"))));
            }
            rows.add(cells);
        }
        return new DataTable(
                "policy-index",
                "3P anti-trafficking policy index: 1 to 5 a pillar, 3 to 15 overall, higher is better",
                List.of(
                        Column.of("year", "Year"),
                        Column.of("prosecution", "Prosecution"),
                        Column.of("protection", "Protection"),
                        Column.of("prevention", "Prevention"),
                        Column.of("overall", "Overall")),
                rows,
                "Coded largely from the Trafficking in Persons Report.");
    }

    private static DataTable enforcement(Setting setting, String iso3) {
        var rows = new ArrayList<List<Cell>>();
        for (var row : rows(setting, "law_enforcement", "code", iso3)) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.year(row.integer("year")));
            for (var column : List.of("prosecutions", "convictions", "victims_identified")) {
                cells.add(number(
                        setting, row, column, Unit.COUNT, "%s, %s %s".formatted(column, iso3, row.text("year"))));
            }
            cells.add(row.blank("note") ? Cell.absent(Absence.NOT_APPLICABLE) : Cell.words(row.text("note")));
            cells.add(Cell.items(row.sources()));
            rows.add(cells);
        }
        return new DataTable(
                "law-enforcement",
                "Law enforcement counts as reported to the United Nations",
                List.of(
                        Column.of("year", "Year"),
                        Column.of("prosecutions", "Prosecutions"),
                        Column.of("convictions", "Convictions"),
                        Column.of("victims_identified", "Victims identified"),
                        Column.of("note", "Note"),
                        Column.of("sources", "Sources")),
                rows,
                "Counts under five are published as such and stay suppressed.");
    }

    private static DataTable law(Setting setting, String iso3) {
        var rows = new ArrayList<List<Cell>>();
        for (var row : rows(setting, "laws", "iso3", iso3)) {
            rows.add(List.of(
                    year(row, "year_criminalised"),
                    year(row, "first_year_partial"),
                    year(row, "first_year_full"),
                    row.blank("unodc_2018_coverage")
                            ? Cell.absent(Absence.NOT_RECORDED)
                            : Cell.words(row.text("unodc_2018_coverage")),
                    Cell.items(row.sources())));
        }
        return new DataTable(
                "criminalisation",
                "Criminalisation of trafficking",
                List.of(
                        Column.of("year_criminalised", "Criminalised"),
                        Column.of("first_year_partial", "First in part"),
                        Column.of("first_year_full", "First in full"),
                        Column.of("unodc_2018_coverage", "Forms covered (UNODC 2018)"),
                        Column.of("sources", "Sources")),
                rows,
                "");
    }

    private static Cell year(Row row, String column) {
        return row.blank(column) ? Cell.absent(Absence.NOT_RECORDED) : Cell.year(row.integer(column));
    }

    private static DataTable treaties(Setting setting, String iso3) {
        var rows = new ArrayList<List<Cell>>();
        for (var table : List.of("treaties", "treaties_update")) {
            for (var row : rows(setting, table, "iso3", iso3)) {
                rows.add(List.of(
                        Cell.words(row.text("instrument")),
                        row.blank("ratified") ? Cell.absent(Absence.NOT_RECORDED) : Cell.words(row.text("ratified")),
                        row.blank("act") ? Cell.absent(Absence.NOT_RECORDED) : Cell.words(row.text("act")),
                        Cell.items(row.sources())));
            }
        }
        return new DataTable(
                "treaties",
                "Treaty commitments",
                List.of(
                        Column.of("instrument", "Instrument"),
                        Column.of("ratified", "Party since"),
                        Column.of("act", "Act"),
                        Column.of("sources", "Sources")),
                rows,
                "An instrument that is not listed has no record here, which is not the same as not being a party.");
    }
}
