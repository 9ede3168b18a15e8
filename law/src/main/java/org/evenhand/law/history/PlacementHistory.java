package org.evenhand.law.history;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.core.Unranked;
import org.evenhand.law.Answer;
import org.evenhand.law.Fact;

/// The record of one jurisdiction: its placements and waivers by report year.
///
/// A year that is neither placed nor named as unknown means that the report did not hold the
/// jurisdiction.
///
/// @param iso3 the jurisdiction
/// @param placements by report year
/// @param waivers recorded waivers of the limit, by report year
/// @param unknown report years of which it is not known where they left the jurisdiction
public record PlacementHistory(
        String iso3,
        SortedMap<ReportYear, Placement> placements,
        SortedMap<ReportYear, RecordedWaiver> waivers,
        SortedSet<ReportYear> unknown) {
    public PlacementHistory {
        placements = Collections.unmodifiableSortedMap(new TreeMap<>(placements));
        waivers = Collections.unmodifiableSortedMap(new TreeMap<>(waivers));
        unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
        for (var year : unknown) {
            if (placements.containsKey(year)) {
                throw new IllegalArgumentException("%s %s is both placed and unknown".formatted(iso3, year));
            }
        }
    }

    /// A record without unknown years.
    public PlacementHistory(
            String iso3, SortedMap<ReportYear, Placement> placements, SortedMap<ReportYear, RecordedWaiver> waivers) {
        this(iso3, placements, waivers, new TreeSet<>());
    }

    public static PlacementHistory empty(String iso3) {
        return new PlacementHistory(iso3, new TreeMap<>(), new TreeMap<>());
    }

    /// The standing after this report; empty if it is not known.
    public Optional<Standing> standing(ReportYear year) {
        var placement = placements.get(year);
        if (placement != null) {
            return Optional.of(placement.standing());
        }
        return unknown.contains(year) ? Optional.empty() : Optional.of(Unranked.NOT_IN_REPORT);
    }

    /// The standing after this report as a fact; empty if it is not known.
    public Optional<Fact> fact(ReportYear year) {
        var key = key(year);
        var placement = placements.get(year);
        if (placement != null) {
            return Optional.of(
                    new Fact(key, Answer.word(placement.standing().code()), placement.sources(), placement.basis()));
        }
        return unknown.contains(year)
                ? Optional.empty()
                : Optional.of(new Fact(key, Answer.word(Unranked.NOT_IN_REPORT.code()), List.of(), Basis.DERIVED));
    }

    /// The key of the fact about one report, for example `placement 2014`.
    public static String key(ReportYear year) {
        return "placement " + year;
    }

    /// The same record with one placement set.
    public PlacementHistory with(ReportYear year, Placement placement) {
        var changed = new TreeMap<>(placements);
        changed.put(year, placement);
        var left = new TreeSet<>(unknown);
        left.remove(year);
        return new PlacementHistory(iso3, changed, waivers, left);
    }

    /// The same record with one placement, as read in this source.
    public PlacementHistory with(ReportYear year, Standing standing, String source) {
        return with(year, new Placement(standing, List.of(source), Basis.SOURCED));
    }

    /// The same record up to and including this report.
    public PlacementHistory until(ReportYear year) {
        return new PlacementHistory(
                iso3, placements.headMap(year.next()), waivers.headMap(year.next()), unknown.headSet(year.next()));
    }
}
