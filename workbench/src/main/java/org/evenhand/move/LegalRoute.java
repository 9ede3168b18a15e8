package org.evenhand.move;

import java.util.List;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.clock.RecordedHistories;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Unranked;
import org.evenhand.law.clock.Clock;
import org.evenhand.law.clock.ClockState;

/// By which way of the law a country came to where a report left it.
///
/// @param kind the way
/// @param state the clock's reading of the report, with its trace
/// @param bySource whether a source names an automatic downgrade; a computed row says only that the limit may have
///     done it
/// @param downgrade sources that name an automatic downgrade, or the rule that computes it; empty where none does
record LegalRoute(Kind kind, ClockState state, boolean bySource, List<String> downgrade) {
    LegalRoute {
        downgrade = List.copyOf(downgrade);
    }

    enum Kind {
        MERITS("on the merits: no clock bears on it"),
        LIST_CLOSED("on the merits, with the Watch List closed: Tier 3, or Tier 2 and better, was left"),
        AUTOMATIC(
                "an automatic downgrade: the years on the Watch List that the law allows were used up and no waiver kept the country there; the merits may have led to Tier 3 as well"),
        WAIVER_END("the end of waivers: on the Watch List by waiver before, and now on Tier 3"),
        WAIVER("by waiver of the limit: only that keeps the Watch List open"),
        NO_WAIVER_ON_RECORD("on the Watch List while only a waiver keeps it open; none is on record"),
        SPECIAL_CASE("into or out of a special case, which has no tier"),
        OPEN("Tier 3 after the limit was reached with waiver time left: no waiver was given, or the merits led there"),
        UNKNOWN("the record does not say");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static LegalRoute of(Catalogue catalogue, Clock clock, String iso3, int from, int to) {
        var history = RecordedHistories.of(catalogue).history(iso3);
        var state = clock.state(history, ReportYear.of(to));
        var listed = catalogue
                .table("automatic_downgrades")
                .flatMap(table -> table.where("iso3", iso3).stream()
                        .filter(row -> row.integer("report_year") == to)
                        .findFirst());
        boolean named = listed.filter(row -> row.text("basis").equals("named")).isPresent();
        return new LegalRoute(
                kind(catalogue, clock, iso3, from, to, state, named),
                state,
                named,
                listed.map(row -> row.sources()).orElse(List.of()));
    }

    private static Kind kind(
            Catalogue catalogue, Clock clock, String iso3, int from, int to, ClockState state, boolean named) {
        var before = catalogue.placements().of(iso3, from).map(p -> p.standing());
        var after = catalogue.placements().of(iso3, to).map(p -> p.standing());
        if (before.isEmpty() || after.isEmpty()) {
            return Kind.UNKNOWN;
        }
        if (before.get() instanceof Unranked || after.get() instanceof Unranked) {
            return Kind.SPECIAL_CASE;
        }
        return switch (state.route()) {
            case MERITS -> named ? Kind.AUTOMATIC : state.forced() ? Kind.LIST_CLOSED : Kind.MERITS;
            case LIMIT, REINSTATE -> Kind.AUTOMATIC;
            case NOT_WAIVED ->
                named ? Kind.AUTOMATIC : byWaiver(catalogue, clock, iso3, to - 1) ? Kind.WAIVER_END : Kind.OPEN;
            case WAIVED -> Kind.WAIVER;
            case OPEN_BY_WAIVER -> Kind.NO_WAIVER_ON_RECORD;
            case UNRANKED -> Kind.SPECIAL_CASE;
            case CONTRADICTS, UNKNOWN -> Kind.UNKNOWN;
        };
    }

    private static boolean byWaiver(Catalogue catalogue, Clock clock, String iso3, int report) {
        var route = clock.state(RecordedHistories.of(catalogue).history(iso3), ReportYear.of(report))
                .route();
        return route == ClockState.Route.WAIVED || route == ClockState.Route.OPEN_BY_WAIVER;
    }
}
