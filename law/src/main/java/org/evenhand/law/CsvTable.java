package org.evenhand.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.core.BadData;

/// A strict reader for the law's own tables: RFC 4180, a header that must be exactly as expected, no
/// missing and no further fields. Everything else is [BadData] with file and line.
final class CsvTable {
    private final String file;
    private final String text;
    private int at;
    private int line = 1;

    private CsvTable(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /// One row: its line, and its values by column.
    record Row(String file, int line, Map<String, String> values) {
        String get(String column) {
            var value = values.get(column);
            if (value == null) {
                throw new IllegalArgumentException("%s has no column %s".formatted(file, column));
            }
            return value;
        }

        String required(String column) {
            var value = get(column);
            if (value.isBlank()) {
                throw bad(column, value, "a value");
            }
            return value;
        }

        int integer(String column) {
            var value = get(column);
            try {
                return Integer.parseInt(value);
            } catch (NumberFormatException _) {
                throw bad(column, value, "a whole number");
            }
        }

        boolean yes(String column) {
            return switch (get(column)) {
                case "yes" -> true;
                case "no" -> false;
                default -> throw bad(column, get(column), "yes or no");
            };
        }

        BadData bad(String column, String found, String expected) {
            return new BadData(
                    "%s line %d: %s is '%s', expected %s".formatted(file, line, column, found, expected),
                    "Correct the field.");
        }
    }

    static List<Row> read(String file, String text, String header) {
        return new CsvTable(file, text).rows(List.of(header.split(",")));
    }

    private List<Row> rows(List<String> header) {
        var found = record();
        if (!found.equals(header)) {
            throw new BadData(
                    "%s line 1: the header is %s, expected %s".formatted(file, found, header), "Restore the header.");
        }
        var rows = new ArrayList<Row>();
        while (at < text.length()) {
            int start = line;
            var fields = record();
            if (fields.size() != header.size()) {
                throw new BadData(
                        "%s line %d: %d fields, expected %d".formatted(file, start, fields.size(), header.size()),
                        "Check quotes and commas in this line.");
            }
            var values = new LinkedHashMap<String, String>();
            for (int i = 0; i < fields.size(); i++) {
                values.put(header.get(i), fields.get(i));
            }
            rows.add(new Row(file, start, values));
        }
        return List.copyOf(rows);
    }

    private List<String> record() {
        var fields = new ArrayList<String>();
        while (true) {
            fields.add(field());
            if (at >= text.length()) {
                return fields;
            }
            char end = text.charAt(at++);
            if (end == '\n') {
                line++;
                return fields;
            }
            if (end != ',') {
                throw new BadData(
                        "%s line %d: '%s' after a quoted field, expected a comma or the end of the line"
                                .formatted(file, line, end),
                        "Double the quotes inside the field.");
            }
        }
    }

    private String field() {
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        at = Math.min(next(','), next('\n'));
        return text.substring(start, at);
    }

    /// Where a character comes next; the end of the text where it does not.
    private int next(char c) {
        int found = text.indexOf(c, at);
        return found < 0 ? text.length() : found;
    }

    private String quoted() {
        int start = line;
        var value = new StringBuilder();
        at++;
        while (true) {
            int end = next('"');
            if (end == text.length()) {
                throw new BadData(
                        "%s line %d: a quoted field is never closed".formatted(file, start), "Add the closing quote.");
            }
            var part = text.substring(at, end);
            line += (int) part.chars().filter(c -> c == '\n').count();
            value.append(part);
            at = end + 1;
            if (at == text.length() || text.charAt(at) != '"') {
                return value.toString();
            }
            value.append('"');
            at++;
        }
    }
}
