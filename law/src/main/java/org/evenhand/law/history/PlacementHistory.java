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
import org.evenhand.law.LawBook;
import org.jspecify.annotations.Nullable;

/// The record of one jurisdiction: its placements and waivers by report year. Immutable.
///
/// A year that is neither placed nor named as unknown means that the report did not hold the
/// jurisdiction.
public final class PlacementHistory {
    private final String iso3;
    private final SortedMap<ReportYear, Placement> placements;
    private final SortedMap<ReportYear, RecordedWaiver> waivers;
    private final SortedSet<ReportYear> unknown;

    /// The standing of each report year, from the first on; none where it is not known.
    private final @Nullable Standing[] standings = new Standing[LawBook.HORIZON - ReportYear.FIRST + 1];

    /// @param iso3 the jurisdiction
    /// @param placements by report year
    /// @param waivers recorded waivers of the limit, by report year
    /// @param unknown report years of which it is not known where they left the jurisdiction
    public PlacementHistory(
            String iso3,
            SortedMap<ReportYear, Placement> placements,
            SortedMap<ReportYear, RecordedWaiver> waivers,
            SortedSet<ReportYear> unknown) {
        this.iso3 = iso3;
        this.placements = Collections.unmodifiableSortedMap(new TreeMap<>(placements));
        this.waivers = Collections.unmodifiableSortedMap(new TreeMap<>(waivers));
        this.unknown = Collections.unmodifiableSortedSet(new TreeSet<>(unknown));
        java.util.Arrays.fill(standings, Unranked.NOT_IN_REPORT);
        placements.forEach((year, p) -> standings[year.value() - ReportYear.FIRST] = p.standing());
        for (var year : unknown) {
            if (placements.containsKey(year)) {
                throw new IllegalArgumentException("%s %s is both placed and unknown".formatted(iso3, year));
            }
            standings[year.value() - ReportYear.FIRST] = null;
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

    public String iso3() {
        return iso3;
    }

    public SortedMap<ReportYear, Placement> placements() {
        return placements;
    }

    public SortedMap<ReportYear, RecordedWaiver> waivers() {
        return waivers;
    }

    /// Report years of which it is not known where they left the jurisdiction.
    public SortedSet<ReportYear> unknown() {
        return unknown;
    }

    /// The standing after this report; empty if it is not known.
    public Optional<Standing> standing(ReportYear year) {
        return Optional.ofNullable(standings[year.value() - ReportYear.FIRST]);
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
        var next = year.value() + 1;
        return next > LawBook.HORIZON
                ? this
                : new PlacementHistory(
                        iso3,
                        placements.headMap(year.next()),
                        waivers.headMap(year.next()),
                        unknown.headSet(year.next()));
    }

    /// The same record, where the reports after this one are not known unless they are placed: they had
    /// not been published, or were not read, when the record was made.
    public PlacementHistory knownTo(ReportYear last) {
        var open = new TreeSet<>(unknown);
        for (int y = last.value() + 1; y <= LawBook.HORIZON; y++) {
            open.add(ReportYear.of(y));
        }
        open.removeAll(placements.keySet());
        return new PlacementHistory(iso3, placements, waivers, open);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlacementHistory that
                && iso3.equals(that.iso3)
                && placements.equals(that.placements)
                && waivers.equals(that.waivers)
                && unknown.equals(that.unknown);
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(iso3, placements, waivers, unknown);
    }

    @Override
    public String toString() {
        return "%s %s, waivers %s, unknown %s".formatted(iso3, placements, waivers.keySet(), unknown);
    }
}
