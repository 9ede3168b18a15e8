package org.evenhand.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.ReportYear;
import org.evenhand.law.history.Placement;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.history.RecordedWaiver;

/// The catalogue's placements and waivers as the law reads them.
public final class RecordedHistories {
    private final TreeMap<String, PlacementHistory> byCountry;
    private final ReportYear last;

    private RecordedHistories(TreeMap<String, PlacementHistory> byCountry, ReportYear last) {
        this.byCountry = byCountry;
        this.last = last;
    }

    public static RecordedHistories of(Catalogue catalogue) {
        return catalogue.facts(RecordedHistories.class, RecordedHistories::load);
    }

    private static RecordedHistories load(Catalogue catalogue) {
        var waivers = new TreeMap<String, TreeMap<ReportYear, RecordedWaiver>>();
        catalogue.table("watchlist_waivers").ifPresent(table -> {
            for (var row : table.rows()) {
                waivers.computeIfAbsent(row.text("iso3"), _ -> new TreeMap<>())
                        .put(ReportYear.of(row.integer("report_year")), new RecordedWaiver(row.sources(), row.basis()));
            }
        });
        var histories = new TreeMap<String, PlacementHistory>();
        var placements = catalogue.placements();
        var last = ReportYear.of(lastShipped(catalogue));
        for (var iso3 : placements.countries()) {
            var byYear = new TreeMap<ReportYear, Placement>();
            placements
                    .history(iso3)
                    .values()
                    .forEach(p -> byYear.put(p.year(), new Placement(p.standing(), p.sources(), p.basis())));
            histories.put(
                    iso3,
                    new PlacementHistory(iso3, byYear, waivers.getOrDefault(iso3, new TreeMap<>())).knownTo(last));
        }
        return new RecordedHistories(histories, last);
    }

    /// The newest report that the record covers. A user who adds some placements of a later report says
    /// nothing about the other countries.
    private static int lastShipped(Catalogue catalogue) {
        var placements = catalogue.placements();
        return placements.countries().stream()
                .flatMap(c -> placements.history(c).values().stream())
                .filter(p -> p.sources().stream().anyMatch(s -> !s.startsWith("yours:")))
                .mapToInt(p -> p.year().value())
                .max()
                .orElse(ReportYear.FIRST);
    }

    /// The history of one country; empty of placements where no report placed it. Reports after the
    /// newest on record are unknown.
    public PlacementHistory history(String iso3) {
        var recorded = byCountry.get(iso3);
        return recorded == null ? PlacementHistory.empty(iso3).knownTo(last) : recorded;
    }

    /// The histories of these countries, by code.
    public List<PlacementHistory> in(Iterable<String> countries) {
        var found = new ArrayList<PlacementHistory>();
        for (var iso3 : countries) {
            var history = byCountry.get(iso3);
            if (history != null) {
                found.add(history);
            }
        }
        return found;
    }
}
