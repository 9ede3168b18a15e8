package org.evenhand.listing;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;

/// Presidential determinations after Tier 3 placements.
public final class DeterminationListing {
    private DeterminationListing() {}

    /// One row a determination, by report year and country code.
    public static DataTable of(Catalogue catalogue, Scope scope) {
        var rows = new ArrayList<List<Cell>>();
        for (var d : catalogue.determinations().in(scope.region())) {
            if (!scope.has(d.year().value())) {
                continue;
            }
            rows.add(List.of(
                    Cell.words(d.iso3()),
                    Cell.words(catalogue.countries().name(d.iso3())),
                    Cell.year(d.year().value()),
                    Cell.year(d.fiscalYear()),
                    Cell.words(d.outcome().code()),
                    d.instrument().isEmpty() ? Cell.absent(Absence.NOT_RECORDED) : Cell.words(d.instrument()),
                    d.date().<Cell>map(x -> Cell.words(x.toString())).orElse(Cell.absent(Absence.NOT_RECORDED)),
                    d.reason().isEmpty() ? Cell.absent(Absence.NOT_RECORDED) : Cell.words(d.reason()),
                    Cell.words(PlacementListing.basis(d.basis())),
                    Cell.items(d.sources())));
        }
        return new DataTable(
                "determinations",
                "Determinations after Tier 3 placements, " + scope.label(),
                List.of(
                        Column.of("iso3", "ISO"),
                        Column.of("country", "Country"),
                        Column.of("year", "Report"),
                        Column.of("fiscal_year", "FY"),
                        Column.of("outcome", "Outcome"),
                        Column.of("instrument", "PD"),
                        Column.of("date", "Date"),
                        Column.of("reason_or_scope", "Reason or scope"),
                        Column.of("basis", "Basis"),
                        Column.of("sources", "Sources")),
                rows,
                "full: restricted, no waiver. partial_waiver: restricted, some programmes or exchanges waived."
                        + " restricted_scope_unseen: restricted, a partial waiver could not be ruled out. full_waiver:"
                        + " nothing restricted. compliance_change: found to comply or make significant efforts after the"
                        + " report.");
    }
}
