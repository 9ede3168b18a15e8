package org.evenhand.law.clock;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.core.Unranked;
import org.evenhand.law.Interpretations;
import org.evenhand.law.LawBook;
import org.evenhand.law.Ruling;
import org.evenhand.law.Trace;
import org.evenhand.law.clock.ClockState.Route;
import org.evenhand.law.hearing.Case;
import org.evenhand.law.history.Placement;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.rules.Statute;

/// Reads the watch-list clock (22 U.S.C. 7107(b)(2)(D) and (F)) from a record of placements.
public final class Clock {
    /// How many reports ahead a path is followed; the longest lawful run is four.
    private static final int AHEAD = 12;

    private final Statute statute;
    private final Interpretations readings;

    public Clock(Statute statute, Interpretations readings) {
        this.statute = statute;
        this.readings = readings;
    }

    /// The clock under the law as shipped and the readings of the specification.
    public static Clock load() {
        return new Clock(Statute.load(), Interpretations.DEFAULT);
    }

    /// The state of the clock in one report year.
    ///
    /// @param history the record; what it holds after `year` is not looked at
    /// @param year the report year
    public ClockState state(PlacementHistory history, ReportYear year) {
        var known = history.until(year);
        var standing = known.standing(year);
        var before = before(known, year);
        boolean recorded = known.waivers().containsKey(year);
        var paths = paths(known, year);
        if (!statute.book().inForce("WL-MAX", year.value())) {
            var route = standing.map(s -> s instanceof Unranked ? Route.UNRANKED : Route.MERITS)
                    .orElse(Route.UNKNOWN);
            return new ClockState(
                    known.iso3(),
                    year,
                    standing,
                    before,
                    0,
                    false,
                    OptionalInt.empty(),
                    0,
                    0,
                    recorded,
                    false,
                    false,
                    false,
                    route,
                    "There was no limit before the 2009 report.",
                    paths,
                    new TreeSet<>(),
                    Optional.empty());
        }
        var reading = read(known, year);
        return new ClockState(
                known.iso3(),
                year,
                standing,
                before,
                reading.n,
                true,
                OptionalInt.of(reading.max),
                reading.used,
                reading.reinstated ? 0 : Math.max(0, reading.max - reading.used),
                recorded,
                standing.filter(s -> s == Tier.WATCH_LIST).isPresent() && reading.atLimit && !reading.closed,
                reading.closed,
                reading.reinstated,
                route(standing, recorded, reading),
                explain(standing, reading),
                paths,
                reading.missing,
                Optional.of(reading.trace));
    }

    /// The states of many jurisdictions that stand on the Watch List this year or did in the year
    /// before, or for which the clock runs under another reading, by code.
    public List<ClockState> running(Iterable<PlacementHistory> histories, ReportYear year) {
        var states = new TreeMap<String, ClockState>();
        boolean otherReading = !readings.equals(Interpretations.DEFAULT);
        for (var history : histories) {
            boolean now =
                    history.standing(year).filter(s -> s == Tier.WATCH_LIST).isPresent();
            boolean then =
                    before(history, year).filter(s -> s == Tier.WATCH_LIST).isPresent();
            if (now || then || otherReading && counts(history, year)) {
                states.put(history.iso3(), state(history, year));
            }
        }
        return List.copyOf(states.values());
    }

    private boolean counts(PlacementHistory history, ReportYear year) {
        return statute.book().inForce("WL-MAX", year.value()) && read(history.until(year), year).n > 0;
    }

    private static Optional<Standing> before(PlacementHistory history, ReportYear year) {
        return year.value() == ReportYear.FIRST
                ? Optional.of(Unranked.NOT_IN_REPORT)
                : history.standing(ReportYear.of(year.value() - 1));
    }

    private record Reading(
            int n,
            int max,
            int used,
            boolean atLimit,
            boolean closed,
            boolean reinstated,
            TreeSet<String> missing,
            Trace trace) {}

    private Reading read(PlacementHistory history, ReportYear year) {
        LawBook book = statute.book();
        var hearing = statute.hear(Case.of(history, year).reading(readings));
        var trace = hearing.on("WL-MAX");
        var limit = hearing.on("WL-LIMIT");
        int n = limit.number("n");
        int max = book.number("WL-MAX.waiver_years", year.value());
        boolean reinstated = hearing.inForce("WL-REINSTATE")
                && hearing.on("WL-REINSTATE").ruling().met();
        var missing = new TreeSet<String>();
        trace.flatten().forEach(t -> {
            if (t.ruling() instanceof Ruling.Unknown(var lacking)) {
                missing.addAll(lacking);
            }
        });
        return new Reading(
                n,
                max,
                Math.max(0, n - book.number("WL-LIMIT.years", year.value())),
                limit.ruling().met(),
                trace.ruling().notMet(),
                reinstated,
                missing,
                trace);
    }

    private static Route route(Optional<Standing> standing, boolean recorded, Reading reading) {
        if (standing.isEmpty()) {
            return Route.UNKNOWN;
        }
        return switch (standing.get()) {
            case Unranked _ -> Route.UNRANKED;
            case Tier tier ->
                switch (tier) {
                    case TIER_1, TIER_2 -> Route.MERITS;
                    case WATCH_LIST ->
                        reading.closed
                                ? Route.CONTRADICTS
                                : !reading.atLimit ? Route.MERITS : recorded ? Route.WAIVED : Route.OPEN_BY_WAIVER;
                    case TIER_3 ->
                        reading.reinstated
                                ? Route.REINSTATE
                                : reading.closed ? Route.LIMIT : reading.atLimit ? Route.NOT_WAIVED : Route.MERITS;
                };
        };
    }

    private static String explain(Optional<Standing> standing, Reading r) {
        var count = "%d counted watch-list %s in a row before this report".formatted(r.n, r.n == 1 ? "year" : "years");
        var open = r.reinstated
                ? "the return rule left one year only, which is used: the Watch List is closed"
                : r.closed
                        ? "%s used: the Watch List is closed"
                                .formatted(
                                        r.max == 1
                                                ? "the one waiver year is"
                                                : "all %d waiver years are".formatted(r.max))
                        : r.atLimit
                                ? "the Watch List is open by waiver only, %d of %d left"
                                        .formatted(r.max - r.used, r.max)
                                : r.missing.isEmpty()
                                        ? "the Watch List is open without a waiver"
                                        : "as far as known, the Watch List is open without a waiver";
        var lower = r.missing.isEmpty() ? "" : " (at least; not known: %s)".formatted(String.join(", ", r.missing));
        var now = standing.map(Standing::label).orElse("standing not known");
        return "%s%s; %s; %s.".formatted(count, lower, open, now);
    }

    /// "If nothing changes": from this report on the jurisdiction merits the Watch List every year; where
    /// this report has not placed it, from this one itself. Follows the law as enacted for each report
    /// ahead, and beyond the newest act the law as it is now.
    private List<Path> paths(PlacementHistory history, ReportYear year) {
        var standing = history.standing(year);
        var start = standing.isEmpty()
                ? "is placed on the Watch List in this report and stays"
                : standing.get() == Tier.WATCH_LIST
                        ? "stays on the Watch List"
                        : "is placed on the Watch List in the next report and stays";
        int first = standing.isEmpty() ? year.value() : year.value() + 1;
        return List.of(
                new Path("without-waivers", start + "; no waiver is given", ahead(history, first, false)),
                new Path(
                        "with-waivers", start + "; every waiver the law allows is given", ahead(history, first, true)));
    }

    private Optional<ReportYear> ahead(PlacementHistory history, int first, boolean waivers) {
        var assumed = new Placement(Tier.WATCH_LIST, List.of(), Basis.DERIVED);
        var record = history;
        for (int y = first; y < first + AHEAD && y <= LawBook.HORIZON; y++) {
            var next = ReportYear.of(y);
            if (statute.book().inForce("WL-MAX", y)) {
                var reading = read(record, next);
                if (reading.closed || !waivers && reading.atLimit) {
                    return Optional.of(next);
                }
            }
            record = record.with(next, assumed);
        }
        return Optional.empty();
    }
}
