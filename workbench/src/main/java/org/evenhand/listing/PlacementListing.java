package org.evenhand.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.Basis;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;

/// Placements by country and report year.
public final class PlacementListing {
    private PlacementListing() {}

    /// One row a placement, by year and country code.
    public static DataTable of(Catalogue catalogue, Scope scope) {
        var placements = catalogue.placements();
        var countries = catalogue.countries();
        var rows = new ArrayList<List<Cell>>();
        for (int year : placements.years()) {
            if (!scope.has(year)) {
                continue;
            }
            for (var placement : placements.in(year, scope.region())) {
                rows.add(List.of(
                        Cell.words(placement.iso3()),
                        Cell.words(countries.name(placement.iso3())),
                        Cell.year(year),
                        new Cell.Placed(placement.standing(), placement.basis(), placement.sources()),
                        Cell.words(basis(placement.basis())),
                        Cell.items(placement.sources())));
            }
        }
        return new DataTable(
                "tiers",
                "Placements in the Trafficking in Persons Report, " + scope.label(),
                List.of(
                        Column.of("iso3", "ISO"),
                        Column.of("country", "Country"),
                        Column.of("year", "Report"),
                        Column.of("tier", "Tier"),
                        Column.of("basis", "Basis"),
                        Column.of("sources", "Sources")),
                rows,
                "SC is a special case: in the report, not ranked. d: derived by a stated rule; u: unverified.");
    }

    /// The word for a basis in data.
    public static String basis(Basis basis) {
        return basis.name().toLowerCase(Locale.ROOT);
    }
}
