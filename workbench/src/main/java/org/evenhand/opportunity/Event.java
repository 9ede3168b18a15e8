package org.evenhand.opportunity;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Determination;
import org.evenhand.catalogue.Determination.Outcome;
import org.evenhand.catalogue.Placements;
import org.evenhand.catalogue.Region;
import org.evenhand.core.Basis;
import org.evenhand.core.Tier;

/// What could have happened to a country in a report.
enum Event {
    TIER_3("Tier 3", "placements with a tier"),
    RESTRICTED("restricted, in full or in part", "Tier 3 determinations"),
    FULL_WAIVER("full waiver", "Tier 3 determinations");

    private final String label;
    private final String opportunities;

    Event(String label, String opportunities) {
        this.label = label;
        this.opportunities = opportunities;
    }

    String label() {
        return label;
    }

    /// What each opportunity is.
    String opportunities() {
        return opportunities;
    }

    /// One opportunity.
    ///
    /// @param happened whether the event followed
    record Case(String iso3, int report, boolean happened, Basis basis, List<String> sources) {
        Case {
            sources = List.copyOf(sources);
        }
    }

    /// The opportunities of a region and span, and how many could not be used.
    ///
    /// @param cases by report and country
    /// @param leftOut how many were left out before groups were asked for
    /// @param reason why
    record Record(List<Case> cases, int leftOut, String reason) {
        Record {
            cases = List.copyOf(cases);
        }
    }

    /// Reads the opportunities from the record.
    Record record(Catalogue catalogue, Region region, int first, int last) {
        return this == TIER_3
                ? placements(catalogue, region, first, last)
                : determinations(catalogue, region, first, last);
    }

    private static Record placements(Catalogue catalogue, Region region, int first, int last) {
        var cases = new ArrayList<Case>();
        int unranked = 0;
        int judge = 0;
        for (int year : catalogue.placements().years()) {
            if (year < first || year > last) {
                continue;
            }
            for (var p : catalogue.placements().in(year, region)) {
                if (p.iso3().equals(Placements.JUDGE)) {
                    judge++;
                } else if (p.standing() instanceof Tier tier) {
                    cases.add(new Case(p.iso3(), year, tier == Tier.TIER_3, p.basis(), p.sources()));
                } else {
                    unranked++;
                }
            }
        }
        var reasons = new ArrayList<String>();
        if (unranked > 0) {
            reasons.add("special cases, which have no tier");
        }
        if (judge > 0) {
            reasons.add("the United States itself");
        }
        return new Record(cases, unranked + judge, String.join("; ", reasons));
    }

    /// One case a country and report. Where the sources disagree on this very event, it is left out.
    private Record determinations(Catalogue catalogue, Region region, int first, int last) {
        var found = new TreeMap<String, List<Determination>>();
        for (var d : catalogue.determinations().in(region)) {
            if (d.year().value() >= first && d.year().value() <= last) {
                found.computeIfAbsent(d.year() + d.iso3(), _ -> new ArrayList<>())
                        .add(d);
            }
        }
        var cases = new ArrayList<Case>();
        int disputed = 0;
        for (var same : found.values()) {
            boolean happened = happened(same.getFirst().outcome());
            if (same.stream().anyMatch(d -> happened(d.outcome()) != happened)) {
                disputed++;
                continue;
            }
            var basis = Basis.SOURCED;
            var sources = new ArrayList<String>();
            for (var d : same) {
                basis = basis.weakest(d.basis());
                sources.addAll(d.sources());
            }
            cases.add(new Case(same.getFirst().iso3(), same.getFirst().year().value(), happened, basis, sources));
        }
        return new Record(cases, disputed, disputed == 0 ? "" : "sources differ on the outcome");
    }

    private boolean happened(Outcome outcome) {
        return this == FULL_WAIVER ? outcome == Outcome.FULL_WAIVER : outcome.restricted();
    }
}
