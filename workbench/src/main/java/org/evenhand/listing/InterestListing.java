package org.evenhand.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Interest;
import org.evenhand.catalogue.Interests;
import org.evenhand.catalogue.Measure;
import org.evenhand.core.Figure;
import org.evenhand.core.Sample;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;

/// Measures of U.S. interests by country and year, one row a value.
public final class InterestListing {
    private InterestListing() {}

    /// @param interest only measures of this interest, if given
    public static DataTable of(Catalogue catalogue, Scope scope, Optional<Interest> interest) {
        var interests = Interests.of(catalogue);
        var rows = new ArrayList<List<Cell>>();
        for (var measure : interests.all()) {
            if (interest.isPresent() && measure.interest() != interest.get()) {
                continue;
            }
            for (int year = scope.firstYear(); year <= scope.lastYear(); year++) {
                for (var iso3 : scope.region().countries()) {
                    var value = interests.value(measure, iso3, year);
                    if (value.isPresent()) {
                        rows.add(row(catalogue, scope, measure, iso3, year, value.get()));
                    }
                }
            }
        }
        return new DataTable(
                "interests",
                "Measures of U.S. interests, " + scope.label(),
                List.of(
                        Column.of("interest", "Interest"),
                        Column.of("measure", "Measure"),
                        Column.of("iso3", "ISO"),
                        Column.of("country", "Country"),
                        Column.of("year", "Year"),
                        Column.of("value", "Value"),
                        Column.of("unit", "Unit"),
                        Column.of("sources", "Sources")),
                rows,
                "A country and year without a row has no figure in the data; that is not zero. Years are calendar or fiscal"
                        + " years as the measure has it. Yes is 1, no is 0.");
    }

    private static List<Cell> row(
            Catalogue catalogue, Scope scope, Measure measure, String iso3, int year, Interests.Value value) {
        return List.of(
                Cell.words(measure.interest().key()),
                Cell.words(measure.key()),
                Cell.words(iso3),
                Cell.words(catalogue.countries().name(iso3)),
                Cell.year(year),
                Cell.number(figure(measure, iso3, year, value, scope.command())),
                Cell.words(measure.unit()),
                Cell.items(value.sources()));
    }

    /// The figure of one measure.
    public static Figure figure(Measure measure, String iso3, int year, Interests.Value value, String command) {
        return Figure.observed(
                value.value(),
                measure.figureUnit(),
                Sample.one("%s, %s, %s year %d"
                        .formatted(
                                measure.title(),
                                iso3,
                                measure.period().equals("fiscal") ? "fiscal" : "calendar",
                                year)),
                value.basis(),
                value.sources(),
                command);
    }
}
