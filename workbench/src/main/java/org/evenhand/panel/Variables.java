package org.evenhand.panel;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Interests;
import org.evenhand.catalogue.Measure;

/// All variables of the panel: evidence and controls as listed in `variables.csv`, and every measure of an
/// interest that the catalogue describes. Those whose table is not there are left out.
final class Variables {
    private Variables() {}

    static List<Variable> of(Catalogue catalogue) {
        var found = new ArrayList<Variable>();
        for (var variable : listed(catalogue)) {
            if (catalogue.has(variable.reading().table())) {
                found.add(variable);
            }
        }
        var interests = Interests.of(catalogue);
        for (var measure : interests.all()) {
            if (interests.available(measure)) {
                found.add(ofMeasure(measure));
            }
        }
        return List.copyOf(found);
    }

    private static List<Variable> listed(Catalogue catalogue) {
        var stream = Objects.requireNonNull(Variables.class.getResourceAsStream("variables.csv"), "variables.csv");
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var variables = new ArrayList<Variable>();
            for (var record : csv) {
                variables.add(variable(record, catalogue));
            }
            return variables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Variable variable(NamedCsvRecord record, Catalogue catalogue) {
        String table = record.getField("table");
        String column = record.getField("column");
        boolean byPlace = table.equals("law_enforcement");
        var reading = switch (record.getField("kind")) {
            case "yearly" -> new Reading.Yearly(table, column, byPlace ? "code" : "iso3", "year", "", false);
            case "ratified" -> new Reading.Ratified(List.of(column.split("\\+")));
            case "criminalised" -> new Reading.Criminalised();
            default -> throw new IllegalStateException("variables.csv: kind " + record.getField("kind"));
        };
        var ancestry = record.getField("ancestry").isEmpty()
                ? recorded(catalogue, table, column)
                : new Ancestry(record.getField("ancestry"), record.getField("why"));
        return new Variable(
                record.getField("key"),
                Role.valueOf(record.getField("role").toUpperCase(Locale.ROOT)),
                record.getField("set"),
                record.getField("title"),
                record.getField("unit"),
                reading,
                Transform.valueOf(record.getField("transform").toUpperCase(Locale.ROOT)),
                ancestry);
    }

    /// What the table of ancestries says of a column.
    private static Ancestry recorded(Catalogue catalogue, String table, String column) {
        var rows = catalogue.table("ancestry").map(t -> t.where("table", table)).orElse(List.of());
        for (var row : rows) {
            String columns = row.text("columns");
            if (columns.equals("all") || List.of(columns.split(";")).contains(column)) {
                return new Ancestry(row.text("tip_ancestry"), row.text("why"));
            }
        }
        return new Ancestry("possible", "The table of ancestries does not say");
    }

    /// Money may be negative and is taken by asinh, people by ln(1 + x), everything else as recorded.
    private static Variable ofMeasure(Measure measure) {
        var transform = switch (measure.unit()) {
            case "people" -> Transform.LN1P;
            case "usd_current", "usd_constant_fy2024" -> Transform.ASINH;
            default -> Transform.NONE;
        };
        String prefix = switch (transform) {
            case NONE -> "";
            case LN -> "ln_";
            case LN1P -> "ln1p_";
            case ASINH -> "asinh_";
        };
        var reading = measure.period().equals("five_yearly")
                ? new Reading.LatestOfFive(measure.table(), measure.column(), measure.yearColumn(), measure.selector())
                : new Reading.Yearly(
                        measure.table(),
                        measure.column(),
                        "iso3",
                        measure.yearColumn(),
                        measure.selector(),
                        measure.period().equals("fiscal"));
        return new Variable(
                prefix + measure.key(),
                Role.INTEREST,
                measure.interest().key(),
                measure.title(),
                measure.unit(),
                reading,
                transform,
                new Ancestry("none", "Not evidence on trafficking"));
    }
}
