package org.evenhand.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Region;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.law.clock.Clock;
import org.evenhand.law.clock.ClockState;

/// The watch-list clock of every country that stands on the Tier 2 Watch List this year or did in the year before.
public final class ClockListing {
    private ClockListing() {}

    /// The clock states of one report in a region, by country code. A country asked for by itself has one whether
    /// or not its clock runs.
    public static List<ClockState> states(Catalogue catalogue, Clock clock, Region region, ReportYear year) {
        if (region.countries().size() == 1) {
            var recorded = RecordedHistories.of(catalogue);
            return region.countries().stream()
                    .map(c -> clock.state(recorded.history(c), year))
                    .toList();
        }
        return clock.running(RecordedHistories.of(catalogue).in(region.countries()), year);
    }

    public static DataTable of(Catalogue catalogue, Clock clock, Region region, ReportYear year, String command) {
        var rows = new ArrayList<List<Cell>>();
        for (var state : states(catalogue, clock, region, year)) {
            rows.add(row(catalogue, state, command));
        }
        return new DataTable(
                "clock",
                "The watch-list clock in the %s report, %s".formatted(year, region.label()),
                List.of(
                        Column.of("iso3", "ISO"),
                        Column.of("country", "Country"),
                        Column.of("year", "Report"),
                        Column.of("tier", "Tier"),
                        Column.of("consecutive_years", "Years before"),
                        Column.of("waivers_used", "Waivers used"),
                        Column.of("waivers_left", "Left"),
                        Column.of("waiver_recorded", "Waiver recorded"),
                        Column.of("needs_waiver", "Needs waiver"),
                        Column.of("forced", "List closed"),
                        Column.of("route", "Route"),
                        Column.of("earliest_without_waivers", "Closed without waivers"),
                        Column.of("earliest_with_waivers", "Closed with waivers"),
                        Column.machine("explanation"),
                        Column.machine("trace"),
                        Column.machine("sources")),
                rows,
                "Years before: unbroken Tier 2 Watch List years ending in the year before, counted from the 2009 report (22"
                        + " U.S.C. 7107(b)(2)(D)). Waivers used and left are by rule; recorded is what the table of waivers"
                        + " holds, and its gaps (2011, 2012) are gaps in the record. List closed: by its history the country"
                        + " could not be on the Watch List this year. The last columns follow each path if nothing changes.");
    }

    private static List<Cell> row(Catalogue catalogue, ClockState state, String command) {
        var facts = new TreeSet<String>();
        var basis = Basis.SOURCED;
        for (var year = ReportYear.FIRST; year <= state.year().value(); year++) {
            var placement = catalogue.placements().of(state.iso3(), year);
            if (placement.isPresent() && year >= state.year().value() - state.consecutiveYears()) {
                facts.addAll(placement.get().sources());
                basis = basis.weakest(placement.get().basis());
            }
        }
        var sources = List.copyOf(facts);
        return List.of(
                Cell.words(state.iso3()),
                Cell.words(catalogue.countries().name(state.iso3())),
                Cell.year(state.year().value()),
                catalogue
                        .placements()
                        .of(state.iso3(), state.year().value())
                        .<Cell>map(p -> new Cell.Placed(p.standing(), p.basis(), p.sources()))
                        .orElse(Cell.absent(Absence.NOT_RECORDED)),
                count(state.consecutiveYears(), "unbroken watch-list years", state, basis, sources, command),
                count(state.waiversUsed(), "waiver years used by rule", state, basis, sources, command),
                count(state.waiversLeft(), "waiver years left by rule", state, basis, sources, command),
                Cell.flag(state.waiverRecorded(), waiverBasis(catalogue, state)),
                Cell.flag(state.needsWaiver()),
                Cell.flag(state.forced()),
                Cell.words(route(catalogue, state)),
                path(state, "without-waivers"),
                path(state, "with-waivers"),
                Cell.words(state.explanation()),
                state.trace()
                        .<Cell>map(t -> new Cell.Reasons(TraceTree.of(t)))
                        .orElse(Cell.absent(Absence.NOT_APPLICABLE)),
                Cell.items(sources));
    }

    /// What the recorded waiver rests on; some were inferred from the limit itself.
    private static Basis waiverBasis(Catalogue catalogue, ClockState state) {
        var waiver =
                RecordedHistories.of(catalogue).history(state.iso3()).waivers().get(state.year());
        return waiver == null ? Basis.SOURCED : waiver.basis();
    }

    /// The clock's words, unless a source names what the record of placements leaves open.
    public static String route(Catalogue catalogue, ClockState state) {
        boolean named = state.route() == ClockState.Route.NOT_WAIVED
                && catalogue.table("automatic_downgrades").stream()
                        .flatMap(
                                table -> table.where("report_year", state.year().toString()).stream())
                        .anyMatch(row -> row.text("iso3").equals(state.iso3())
                                && row.text("basis").equals("named"));
        return named
                ? "by the limit without a waiver, as a source names it"
                : state.route().words();
    }

    private static Cell count(
            int value, String what, ClockState state, Basis basis, List<String> sources, String command) {
        return sources.isEmpty()
                ? Cell.absent(Absence.NOT_RECORDED)
                : Cell.number(Figure.observed(
                        value,
                        Unit.COUNT,
                        Sample.one("%s of %s before report %s".formatted(what, state.iso3(), state.year())),
                        basis,
                        sources,
                        command));
    }

    private static Cell path(ClockState state, String name) {
        return state.paths().stream()
                .filter(p -> p.name().equals(name))
                .flatMap(p -> p.forced().stream())
                .findFirst()
                .<Cell>map(year -> Cell.year(year.value()))
                .orElse(Cell.absent(Absence.NOT_APPLICABLE));
    }
}
