package org.evenhand.listing;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;

/// The jurisdictions that a report may assess.
public final class CountryListing {
    private CountryListing() {}

    public static DataTable of(Catalogue catalogue, Scope scope) {
        var rows = new ArrayList<List<Cell>>();
        for (var country : catalogue.countries().all()) {
            if (scope.region().contains(country.iso3())) {
                rows.add(List.of(
                        Cell.words(country.iso3()),
                        Cell.words(country.name()),
                        country.bureau()
                                .<Cell>map(b -> Cell.words(b.name()))
                                .orElse(Cell.absent(Absence.NOT_APPLICABLE)),
                        Cell.words(country.subregion()),
                        Cell.flag(country.latinAmericaAndCaribbean()),
                        Cell.flag(country.assessed()),
                        country.validTo()
                                .<Cell>map(date -> Cell.words(date.toString()))
                                .orElse(Cell.absent(Absence.NOT_APPLICABLE))));
            }
        }
        return new DataTable(
                "countries",
                "Jurisdictions, " + scope.region().label(),
                List.of(
                        Column.of("iso3", "ISO"),
                        Column.of("country", "Country"),
                        Column.of("region", "Bureau"),
                        Column.of("subregion", "Subregion"),
                        Column.of("latin_america_caribbean", "LAC"),
                        Column.of("assessed", "Assessed"),
                        Column.of("until", "Until")),
                rows,
                "");
    }
}
