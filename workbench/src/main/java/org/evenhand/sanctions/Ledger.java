package org.evenhand.sanctions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Determination;
import org.evenhand.catalogue.Placement;
import org.evenhand.catalogue.Region;
import org.evenhand.core.Tier;

/// The join: Tier 3 placement, determination, legal measures, dates, aid of the year that follows.
final class Ledger {
    /// The first report that determinations were required for (22 U.S.C. 7107(c); TVPA 2000, section 110).
    static final int FIRST_REPORT = 2003;

    private final Catalogue catalogue;
    private final TreeMap<Integer, LedgerEntry.Release> releases = new TreeMap<>();

    private Ledger(Catalogue catalogue) {
        this.catalogue = catalogue;
        catalogue.table("reports").ifPresent(table -> {
            for (var row : table.rows()) {
                row.optionalText("released")
                        .ifPresent(day -> releases.put(
                                row.integer("report_year"),
                                new LedgerEntry.Release(LocalDate.parse(day), row.sources())));
            }
        });
    }

    static Ledger of(Catalogue catalogue) {
        return catalogue.facts(Ledger.class, Ledger::new);
    }

    Optional<LedgerEntry.Release> release(int report) {
        return Optional.ofNullable(releases.get(report));
    }

    /// Every Tier 3 placement of the reports asked for, by year and country; several determinations for one
    /// placement give as many entries, each marked as in conflict.
    List<LedgerEntry> entries(Region region, int firstYear, int lastYear) {
        var entries = new ArrayList<LedgerEntry>();
        for (int year : catalogue.placements().years()) {
            if (year < Math.max(FIRST_REPORT, firstYear) || year > lastYear) {
                continue;
            }
            for (var placement : catalogue.placements().in(year, region)) {
                if (placement.standing() == Tier.TIER_3) {
                    addEntries(entries, placement);
                }
            }
        }
        return entries;
    }

    private void addEntries(List<LedgerEntry> entries, Placement placement) {
        int year = placement.year().value();
        var aid = AidSplit.of(catalogue, placement.iso3(), placement.year().fiscalYear());
        var found = catalogue.determinations().of(placement.iso3(), year);
        if (found.isEmpty()) {
            entries.add(new LedgerEntry(placement, Optional.empty(), release(year), aid, ""));
        }
        for (var d : found) {
            entries.add(new LedgerEntry(placement, Optional.of(d), release(year), aid, conflict(d, found)));
        }
    }

    /// What the sources disagree about: rows that differ stand side by side, and a disagreement noted with a
    /// row is quoted.
    private static String conflict(Determination d, List<Determination> all) {
        if (all.size() > 1) {
            return "sources differ: "
                    + all.stream()
                            .map(x -> "%s (%s)".formatted(x.outcome().label(), String.join(", ", x.sources())))
                            .collect(Collectors.joining("; "));
        }
        boolean noted = d.reason().contains(" code it as ") || d.reason().contains(" reads as ");
        return noted ? d.reason() : "";
    }
}
