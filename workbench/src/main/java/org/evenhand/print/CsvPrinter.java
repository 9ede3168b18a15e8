package org.evenhand.print;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.core.Basis;
import org.evenhand.core.Interval;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;

/// A table as CSV (RFC 4180 quoting, UTF-8, `\n`), with every column, those for machines included.
///
/// A column of numbers is followed by `<key>_low` and `<key>_high` where one of them has an interval; a column of
/// placements by `<key>_basis`, and by `<key>_sources` where the table has no column `sources`. What else is known of
/// the numbers is in the last columns, `passports` and `absent`, as the JSON objects that the JSON printer writes.
///
/// Text that a spreadsheet would run as a formula gets an apostrophe before it; numbers are never touched.
/// Labels in one cell are joined by `;`.
public final class CsvPrinter {
    private CsvPrinter() {}

    /// A table with a header line.
    public static String print(DataTable table) {
        var out = new StringWriter(8192);
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            var columns = columns(table);
            var numbers = anyRow(table, true);
            var absences = anyRow(table, false);
            csv.writeRecord(header(table, columns, numbers, absences));
            for (var row : table.rows()) {
                csv.writeRecord(record(table, columns, row, numbers, absences));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return out.toString();
    }

    /// What follows a column.
    private record Extra(boolean bounds, boolean basis, boolean sources) {}

    private static List<Extra> columns(DataTable table) {
        var ownSources = JsonRow.hasColumn(table, "sources");
        var extras = new ArrayList<Extra>();
        for (var c = 0; c < table.columns().size(); c++) {
            var bounds = false;
            var placed = false;
            var marked = false;
            for (var row : table.rows()) {
                var cell = row.get(c);
                bounds |= cell instanceof Cell.Number(var figure) && figure.interval() instanceof Interval.Between;
                placed |= cell instanceof Cell.Placed;
                marked |= cell instanceof Cell.Flag flag && flag.basis() != Basis.SOURCED;
            }
            extras.add(new Extra(bounds, placed || marked, placed && !ownSources));
        }
        return extras;
    }

    private static boolean anyRow(DataTable table, boolean number) {
        for (var row : table.rows()) {
            if (number ? JsonRow.hasNumber(row) : JsonRow.hasAbsence(row)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> header(DataTable table, List<Extra> extras, boolean numbers, boolean absences) {
        var fields = new ArrayList<String>();
        for (var c = 0; c < extras.size(); c++) {
            var key = table.columns().get(c).key();
            fields.add(text(key));
            if (extras.get(c).bounds) {
                fields.add(key + "_low");
                fields.add(key + "_high");
            }
            if (extras.get(c).basis) {
                fields.add(key + "_basis");
            }
            if (extras.get(c).sources) {
                fields.add(key + "_sources");
            }
        }
        if (numbers) {
            fields.add("passports");
        }
        if (absences) {
            fields.add("absent");
        }
        return fields;
    }

    private static List<String> record(
            DataTable table, List<Extra> extras, List<Cell> row, boolean numbers, boolean absences) {
        var fields = new ArrayList<String>();
        for (var c = 0; c < extras.size(); c++) {
            var cell = row.get(c);
            var extra = extras.get(c);
            fields.add(value(cell));
            if (extra.bounds) {
                if (cell instanceof Cell.Number(var figure) && figure.interval() instanceof Interval.Between between) {
                    fields.add(bound(between.low()));
                    fields.add(bound(between.high()));
                } else {
                    fields.add("");
                    fields.add("");
                }
            }
            if (extra.basis) {
                fields.add(
                        switch (cell) {
                            case Cell.Placed placed -> JsonRow.name(placed.basis());
                            case Cell.Flag flag -> JsonRow.name(flag.basis());
                            case Cell.Words _,
                                    Cell.Ordinal _,
                                    Cell.Number _,
                                    Cell.Items _,
                                    Cell.Reasons _,
                                    Cell.Absent _ -> "";
                        });
            }
            if (extra.sources) {
                fields.add(cell instanceof Cell.Placed placed ? text(String.join(";", placed.sources())) : "");
            }
        }
        if (numbers) {
            fields.add(JsonRow.hasNumber(row) ? JsonOut.compact(json -> JsonRow.passports(json, table, row)) : "");
        }
        if (absences) {
            fields.add(JsonRow.hasAbsence(row) ? JsonOut.compact(json -> JsonRow.absences(json, table, row)) : "");
        }
        return fields;
    }

    private static String value(Cell cell) {
        return switch (cell) {
            case Cell.Words(var text) -> text(text);
            case Cell.Ordinal(var value) -> Integer.toString(value);
            case Cell.Flag flag -> Boolean.toString(flag.value());
            case Cell.Number(var figure) -> NumberText.plain(figure.value());
            case Cell.Placed placed -> placed.standing().code();
            case Cell.Items(var items) -> text(String.join(";", items));
            case Cell.Reasons(var tree) -> JsonOut.compact(json -> JsonRow.tree(json, tree));
            case Cell.Absent _ -> "";
        };
    }

    private static String bound(double value) {
        return Double.isInfinite(value) ? "" : NumberText.plain(value);
    }

    /// One line, and no formula.
    static String text(String text) {
        var line = SafeText.line(text);
        if (line.isEmpty()) {
            return line;
        }
        var first = firstVisible(line);
        var dangerous = first == '=' || first == '+' || first == '-' || first == '@' || first == '|' || first == '%';
        return dangerous && !isNumber(line) ? '\'' + line : line;
    }

    private static char firstVisible(String line) {
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c != ' ' && c != '\u00A0' && c != '"' && c != '\'') {
                // Full-width signs are read as their narrow forms by some spreadsheets.
                return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
            }
        }
        return ' ';
    }

    /// A sign, digits and at most one point: harmless, and an apostrophe would make it text.
    private static boolean isNumber(String line) {
        if (line.charAt(0) != '-' && line.charAt(0) != '+') {
            return false;
        }
        var points = 0;
        var digits = 0;
        for (var i = 1; i < line.length(); i++) {
            var c = line.charAt(i);
            if (c == '.') {
                points++;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }
}
