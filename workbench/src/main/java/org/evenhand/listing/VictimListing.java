package org.evenhand.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.VictimRecords;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;

/// What is on record about victims, one row a number, each under its own measure: the U.S. series by origin,
/// and published estimates. Measures are never added.
public final class VictimListing {
    private VictimListing() {}

    public static DataTable of(Catalogue catalogue, Scope scope) {
        var records = VictimRecords.of(catalogue);
        var rows = new ArrayList<List<Cell>>();
        for (var c : records.certifications()) {
            if (scope.has(c.fiscalYear()) && (scope.region().contains(c.origin()) || c.all())) {
                for (var part : List.of("all", "adults", "minors")) {
                    var value = switch (part) {
                        case "all" -> c.count();
                        case "adults" -> c.adults();
                        default -> c.minors();
                    };
                    if (value.isPresent() || part.equals("all") && c.suppressed()) {
                        rows.add(row(
                                catalogue,
                                scope,
                                "victims_in_the_united_states",
                                c.measure() + ":" + part,
                                c.origin(),
                                c.fiscalYear(),
                                asDouble(value),
                                c.suppressed(),
                                Unit.PEOPLE,
                                c.basis(),
                                c.sources()));
                    }
                }
            }
        }
        for (var e : records.estimates()) {
            boolean wanted = scope.region().contains(e.scope())
                    || scope.region().key().equals("WORLD")
                    || e.scope().equals("world");
            if (scope.has(e.referenceYear()) && wanted) {
                var unit = e.measure().contains("per_1000") ? Unit.NUMBER : Unit.PEOPLE;
                estimate(rows, catalogue, scope, e.measure() + ":low", e.low(), unit, e);
                estimate(rows, catalogue, scope, e.measure(), e.central(), unit, e);
                estimate(rows, catalogue, scope, e.measure() + ":high", e.high(), unit, e);
            }
        }
        return new DataTable(
                "victims",
                "Victims on record, " + scope.label(),
                List.of(
                        Column.of("kind", "Kind"),
                        Column.of("measure", "Measure"),
                        Column.of("iso3", "Origin or scope"),
                        Column.of("country", "Name"),
                        Column.of("year", "Year"),
                        Column.of("value", "Value"),
                        Column.of("basis", "Basis"),
                        Column.of("sources", "Sources")),
                rows,
                "Measures have different meanings and are never to be added. ALL is every origin. Years are fiscal years for"
                        + " victims found in the United States, reference years for estimates.");
    }

    private static void estimate(
            List<List<Cell>> rows,
            Catalogue catalogue,
            Scope scope,
            String measure,
            OptionalDouble value,
            Unit unit,
            org.evenhand.catalogue.Estimate e) {
        if (value.isPresent()) {
            rows.add(row(
                    catalogue,
                    scope,
                    "published_estimate",
                    measure,
                    e.scope(),
                    e.referenceYear(),
                    value,
                    false,
                    unit,
                    e.basis(),
                    e.sources()));
        }
    }

    private static OptionalDouble asDouble(OptionalInt value) {
        return value.isPresent() ? OptionalDouble.of(value.getAsInt()) : OptionalDouble.empty();
    }

    private static List<Cell> row(
            Catalogue catalogue,
            Scope scope,
            String kind,
            String measure,
            String origin,
            int year,
            OptionalDouble value,
            boolean suppressed,
            Unit unit,
            Basis basis,
            List<String> sources) {
        return List.of(
                Cell.words(kind),
                Cell.words(measure),
                Cell.words(origin),
                Cell.words(catalogue.countries().name(origin)),
                Cell.year(year),
                value.isPresent()
                        ? Cell.number(Figure.observed(
                                value.getAsDouble(),
                                unit,
                                Sample.one("%s, %s, %d".formatted(measure, origin, year)),
                                basis,
                                sources,
                                scope.command()))
                        : Cell.absent(suppressed ? Absence.SUPPRESSED : Absence.NOT_RECORDED),
                Cell.words(PlacementListing.basis(basis)),
                Cell.items(sources));
    }
}
