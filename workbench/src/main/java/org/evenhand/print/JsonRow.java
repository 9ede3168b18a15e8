package org.evenhand.print;

import java.util.List;
import java.util.Locale;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.Tree;
import tools.jackson.core.JsonGenerator;

/// A row of a table as a JSON object. The fields are documented in `docs/json.md` and `docs/account.schema.json`.
final class JsonRow {
    private JsonRow() {}

    /// Fields in the order of the columns, then `passports` of the numbers, then `absent` with the reasons for each
    /// null.
    static void write(JsonGenerator json, DataTable table, List<Cell> row) {
        var ownSources = hasColumn(table, "sources");
        json.writeStartObject();
        for (var c = 0; c < row.size(); c++) {
            cell(json, table.columns().get(c).key(), row.get(c), ownSources);
        }
        if (hasNumber(row)) {
            json.writeName("passports");
            passports(json, table, row);
        }
        if (hasAbsence(row)) {
            json.writeName("absent");
            absences(json, table, row);
        }
        json.writeEndObject();
    }

    /// An object of passports by column key.
    static void passports(JsonGenerator json, DataTable table, List<Cell> row) {
        json.writeStartObject();
        for (var c = 0; c < row.size(); c++) {
            if (row.get(c) instanceof Cell.Number(var figure)) {
                json.writeName(table.columns().get(c).key());
                json.writeStartObject();
                passport(json, figure);
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    /// An object of reasons by column key.
    static void absences(JsonGenerator json, DataTable table, List<Cell> row) {
        json.writeStartObject();
        for (var c = 0; c < row.size(); c++) {
            if (row.get(c) instanceof Cell.Absent(var why)) {
                json.writeStringProperty(table.columns().get(c).key(), why.label());
            }
        }
        json.writeEndObject();
    }

    static boolean hasNumber(List<Cell> row) {
        for (var cell : row) {
            if (cell instanceof Cell.Number) {
                return true;
            }
        }
        return false;
    }

    static boolean hasAbsence(List<Cell> row) {
        for (var cell : row) {
            if (cell instanceof Cell.Absent) {
                return true;
            }
        }
        return false;
    }

    static boolean hasColumn(DataTable table, String key) {
        for (var column : table.columns()) {
            if (column.key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    private static void cell(JsonGenerator json, String key, Cell cell, boolean ownSources) {
        switch (cell) {
            case Cell.Words(var text) -> json.writeStringProperty(key, text);
            case Cell.Ordinal(var value) -> json.writeNumberProperty(key, value);
            case Cell.Flag(var value, var basis) -> {
                json.writeBooleanProperty(key, value);
                if (basis != Basis.SOURCED) {
                    json.writeStringProperty(key + "_basis", name(basis));
                }
            }
            case Cell.Number(var figure) -> {
                json.writeName(key);
                JsonOut.number(json, figure.value());
            }
            case Cell.Placed placed -> {
                json.writeStringProperty(key, placed.standing().code());
                json.writeStringProperty(key + "_basis", name(placed.basis()));
                if (!ownSources) {
                    JsonOut.strings(json, key + "_sources", placed.sources());
                }
            }
            case Cell.Items(var items) -> JsonOut.strings(json, key, items);
            case Cell.Reasons(var tree) -> {
                json.writeName(key);
                tree(json, tree);
            }
            case Cell.Absent _ -> json.writeNullProperty(key);
        }
    }

    /// Everything about a figure but its value, into an open object.
    static void passport(JsonGenerator json, Figure figure) {
        json.writeStringProperty("unit", figure.unit().name().toLowerCase(Locale.ROOT));
        json.writeName("interval");
        interval(json, figure.interval());
        json.writeName("sample");
        sample(json, figure.sample());
        json.writeStringProperty("basis", name(figure.basis()));
        JsonOut.strings(json, "sources", figure.sources());
        json.writeStringProperty("command", figure.command());
    }

    private static void interval(JsonGenerator json, Interval interval) {
        json.writeStartObject();
        switch (interval) {
            case Interval.Observed _ -> json.writeStringProperty("kind", "observed");
            case Interval.NotStated _ -> json.writeStringProperty("kind", "not_stated");
            case Interval.Between between -> {
                json.writeStringProperty("kind", "between");
                finite(json, "low", between.low());
                finite(json, "high", between.high());
                finite(json, "level", between.level());
                json.writeStringProperty("method", between.method());
            }
        }
        json.writeEndObject();
    }

    /// JSON has no infinity: an open end and an unstated level are null.
    private static void finite(JsonGenerator json, String name, double value) {
        json.writeName(name);
        if (Double.isFinite(value)) {
            JsonOut.number(json, value);
        } else {
            json.writeNull();
        }
    }

    private static void sample(JsonGenerator json, Sample sample) {
        json.writeStartObject();
        json.writeStringProperty("description", sample.description());
        json.writeNumberProperty("size", sample.size());
        json.writeNumberProperty("left_out", sample.leftOut());
        json.writeStringProperty("reason", sample.reason());
        json.writeEndObject();
    }

    static void tree(JsonGenerator json, Tree tree) {
        json.writeStartObject();
        json.writeStringProperty("question", tree.question());
        json.writeStringProperty("answer", tree.answer());
        json.writeStringProperty("authority", tree.authority());
        json.writeStringProperty("remark", tree.remark());
        json.writeName("children");
        json.writeStartArray();
        for (var child : tree.children()) {
            tree(json, child);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static String name(Basis basis) {
        return switch (basis) {
            case SOURCED -> "sourced";
            case DERIVED -> "derived";
            case UNVERIFIED -> "unverified";
        };
    }
}
