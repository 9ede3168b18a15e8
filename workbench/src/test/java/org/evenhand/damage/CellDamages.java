package org.evenhand.damage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Damage to a single cell: the message names file, line and column.
final class CellDamages {
    private static final Set<String> MEASURING = Set.of("integer", "number", "year", "boolean", "date");

    private final List<TableText> tables;
    private final Random random;
    private final List<Damage> damages = new ArrayList<>();

    private CellDamages(List<TableText> tables, Random random) {
        this.tables = tables;
        this.random = random;
    }

    static List<Damage> of(List<TableText> tables, Random random) {
        var cells = new CellDamages(tables, random);
        cells.typed();
        cells.coded();
        cells.texts();
        return cells.damages;
    }

    private void typed() {
        several(8, "a word where a number belongs", f -> MEASURING.contains(type(f)), "twelve");
        several(2, "a decimal comma", f -> type(f).equals("integer") || type(f).equals("number"), "1,5");
        several(2, "an infinite number", f -> type(f).equals("number") || type(f).equals("integer"), "1e999");
        several(1, "not a number", f -> type(f).equals("number") || type(f).equals("integer"), "NaN");
        several(2, "a year before the first", f -> type(f).equals("year") && limit(f, "minimum") > 1999, "1999");
        several(2, "a year in a far future", f -> type(f).equals("year"), "2914");
        several(1, "a negative count", f -> type(f).equals("integer") && limit(f, "minimum") >= 0, "-1");
        several(2, "neither yes nor no", f -> type(f).equals("boolean"), "true");
        several(2, "a day that is not in the calendar", f -> type(f).equals("date"), "2014-02-30");
        several(1, "a date written otherwise", f -> type(f).equals("date"), "20.06.2014");
        several(1, "a date out of bounds", f -> type(f).equals("date"), "0014-06-20");
        several(
                5,
                "a blank where a value is required",
                f -> f.at("/constraints/required").asBoolean(false),
                "");
    }

    private void coded() {
        several(
                4,
                "a code that the schema does not list",
                f -> f.at("/constraints").has("enum"),
                "9Z");
        several(2, "a code of the wrong form", f -> name(f).equals("iso3"), "cuba");
        references(5);
        several(3, "a source that nobody described", f -> name(f).equals("sources"), "no-such-source");
        several(2, "a source beside a known one", f -> name(f).equals("sources"), "recall+no-such-source");
        several(1, "four thousand characters of sources", f -> name(f).equals("sources"), "a+".repeat(1_999) + "a");
    }

    private void texts() {
        several(3, "a field of ten million characters", CellDamages::free, "x".repeat(10_000_000));
        several(4, "a line break within quotes", CellDamages::free, "one line\nand another");
        several(1, "a carriage return within quotes", CellDamages::free, "one line\rand another");
        for (var formula : List.of(
                "=HYPERLINK(\"http://example.org\",\"more\")",
                "@SUM(1+1)*cmd|' /C calc'!A0",
                "+cmd|' /C calc'!A0",
                "-cmd|' /C calc'!A0",
                "-2+3+cmd|' /C calc'!A0",
                "+1+1",
                "\t=1+1")) {
            several(1, "a formula", CellDamages::free, formula);
        }
        for (var control : List.of(0x00, 0x07, 0x1B, 0x7F, 0x85, 0x202E, 0x2028, 0x200B)) {
            several(
                    1,
                    "the control character U+%04X".formatted(control),
                    CellDamages::free,
                    "a" + Character.toString(control) + "[31mb");
        }
        several(2, "a blank before the text", CellDamages::free, " text");
    }

    /// Cells of a column that some other table's key must hold.
    private void references(int times) {
        var pointing = tables.stream()
                .filter(t -> t.header().contains("iso3") && !t.name().equals("countries"))
                .toList();
        for (int i = 0; i < times; i++) {
            var table = pointing.get(i % pointing.size());
            strike("a country that no table has", table, table.header().indexOf("iso3"), "QQQ");
        }
    }

    private void several(int times, String kind, java.util.function.Predicate<JsonNode> wanted, String value) {
        var found = new ArrayList<TableText>();
        tables.stream().filter(t -> !t.columns(wanted).isEmpty()).forEach(found::add);
        for (int i = 0; i < times; i++) {
            var table = found.get(random.nextInt(found.size()));
            var columns = table.columns(wanted);
            strike(kind, table, columns.get(random.nextInt(columns.size())), value);
        }
    }

    private void strike(String kind, TableText table, int column, String value) {
        int row = random.nextInt(table.rows());
        damages.add(Damage.inCell(
                kind,
                table.name(),
                row + 2,
                column + 1,
                data -> table.with(row, column, value).write(data)));
    }

    /// A text column without a list or form of its own.
    private static boolean free(JsonNode field) {
        var limits = field.path("constraints");
        return type(field).equals("string") && !limits.has("enum") && !limits.has("pattern");
    }

    private static String type(JsonNode field) {
        return field.get("type").asString();
    }

    private static String name(JsonNode field) {
        return field.get("name").asString();
    }

    private static double limit(JsonNode field, String which) {
        var node = field.path("constraints").path(which);
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }
}
