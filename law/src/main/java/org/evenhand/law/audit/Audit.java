package org.evenhand.law.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Tier;
import org.evenhand.core.Unranked;
import org.evenhand.law.Fact;
import org.evenhand.law.Interpretations;
import org.evenhand.law.audit.Finding.Kind;
import org.evenhand.law.audit.Finding.MayBe;
import org.evenhand.law.clock.Clock;
import org.evenhand.law.clock.ClockState;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.rules.Statute;

/// Replays the recorded history against the mechanical rules and lists what they cannot explain.
/// Nothing is excused in silence: what does not fit is a gap in the data, an error in them, or a
/// departure from the rule.
public final class Audit {
    /// Source keys that say that a placement or waiver was inferred from the watch-list limit itself.
    public static final Predicate<String> FROM_LIMIT = key -> key.startsWith("derived-limit");

    private final Statute statute;
    private final Clock clock;
    private final Predicate<String> fromLimit;

    /// @param statute the law
    /// @param readings the readings taken
    /// @param fromLimit whether a source key says that the record was inferred from the limit
    public Audit(Statute statute, Interpretations readings, Predicate<String> fromLimit) {
        this.statute = statute;
        this.clock = new Clock(statute, readings);
        this.fromLimit = fromLimit;
    }

    /// Replays everything on the docket.
    public AuditReport of(Docket docket) {
        var end = docket.histories().values().stream()
                .flatMap(h -> h.placements().keySet().stream())
                .max(ReportYear::compareTo)
                .orElse(ReportYear.of(ReportYear.FIRST));
        var waiverLists = new TreeSet<ReportYear>();
        docket.histories().values().forEach(h -> waiverLists.addAll(h.waivers().keySet()));
        var findings = new ArrayList<Finding>();
        var runs = new ArrayList<Run>();
        int waivers = 0;
        for (var history : docket.histories().values()) {
            placements(history, waiverLists, findings);
            waivers(history, findings);
            runs.addAll(new Runs(clock, fromLimit, end).of(history));
            waivers += history.waivers().size();
        }
        new Downgrades(clock, docket).check(findings);
        var late = new RecordedDeterminations(statute, docket).check(findings);
        listings(docket, findings);
        Collections.sort(findings);
        return new AuditReport(
                List.copyOf(findings),
                List.copyOf(runs),
                score(docket, runs, waiverLists),
                docket.histories().values().stream()
                        .mapToInt(h -> h.placements().size())
                        .sum(),
                waivers,
                docket.determinations().size(),
                docket.downgrades().stream().filter(d -> !d.named()).toList(),
                late);
    }

    private void placements(PlacementHistory history, TreeSet<ReportYear> waiverLists, List<Finding> findings) {
        history.placements().forEach((year, placement) -> {
            var own = history.fact(year).stream().toList();
            if (placement.standing() == Tier.WATCH_LIST && !statute.book().inForce("WL-3B", year.value())) {
                findings.add(new Finding(
                        history.iso3(),
                        year,
                        Kind.PLACEMENT,
                        "WL-3B",
                        "on the Watch List before there was one",
                        own,
                        List.of(MayBe.DATA_ERROR)));
            } else if (placement.standing() == Tier.WATCH_LIST) {
                onTheList(clock.state(history, year), waiverLists, findings);
            }
            if (placement.standing() == Unranked.SPECIAL_CASE && !statute.book().inForce("CV-2", year.value())) {
                findings.add(new Finding(
                        history.iso3(),
                        year,
                        Kind.PLACEMENT,
                        "CV-2",
                        "a special case before the Report had any",
                        own,
                        List.of(MayBe.DATA_ERROR)));
            }
        });
    }

    private static void onTheList(ClockState state, TreeSet<ReportYear> waiverLists, List<Finding> findings) {
        var facts = state.trace().map(t -> List.copyOf(t.allFacts().values())).orElse(List.of());
        if (state.forced()) {
            findings.add(new Finding(
                    state.iso3(),
                    state.year(),
                    Kind.PLACEMENT,
                    state.reinstated() ? "WL-REINSTATE" : "WL-LIMIT",
                    "on the Watch List although it was closed: " + state.explanation(),
                    facts,
                    errorOrDeparture(facts)));
        } else if (state.needsWaiver() && !state.waiverRecorded()) {
            boolean known = waiverLists.contains(state.year());
            findings.add(new Finding(
                    state.iso3(),
                    state.year(),
                    Kind.PLACEMENT,
                    "WL-WAIVER",
                    known
                            ? "on the Watch List by waiver only, and not among the waivers recorded for this report"
                            : "on the Watch List by waiver only; no waiver list is on record for this report",
                    facts,
                    known ? List.of(MayBe.DATA_GAP, MayBe.DATA_ERROR, MayBe.DEPARTURE) : List.of(MayBe.DATA_GAP)));
        }
    }

    private void waivers(PlacementHistory history, List<Finding> findings) {
        history.waivers().forEach((year, waiver) -> {
            var state = clock.state(history, year);
            if (state.needsWaiver()) {
                return;
            }
            var facts =
                    state.trace().map(t -> List.copyOf(t.allFacts().values())).orElse(List.of());
            boolean on = Runs.onList(history, year);
            findings.add(new Finding(
                    history.iso3(),
                    year,
                    Kind.WAIVER,
                    "WL-WAIVER",
                    on
                            ? state.forced()
                                    ? "a waiver although no waiver time was left"
                                    : "a waiver although the count needs none: n is %d"
                                            .formatted(state.consecutiveYears())
                            : "a waiver although not on the Watch List",
                    facts,
                    errorOrDeparture(facts)));
        });
    }

    static List<MayBe> errorOrDeparture(List<Fact> facts) {
        return facts.stream().anyMatch(f -> f.basis() != Basis.SOURCED)
                ? List.of(MayBe.DATA_ERROR, MayBe.DEPARTURE)
                : List.of(MayBe.DEPARTURE, MayBe.DATA_ERROR);
    }

    private void listings(Docket docket, List<Finding> findings) {
        for (var listing : docket.listings()) {
            if (!statute.book().inForce("CS-1", listing.year().value())) {
                findings.add(new Finding(
                        listing.iso3(),
                        listing.year(),
                        Kind.LISTING,
                        "CS-1",
                        "on a child-soldiers list before there was one",
                        List.of(),
                        List.of(MayBe.DATA_ERROR)));
            } else if (needsCertification(listing)) {
                findings.add(new Finding(
                        listing.iso3(),
                        listing.year(),
                        Kind.LISTING,
                        "CS-4",
                        "waived; whether effective and continuing steps were certified is not on record",
                        List.of(),
                        List.of(MayBe.DATA_GAP)));
            }
        }
    }

    private boolean needsCertification(Docket.Listing listing) {
        return statute.book().flag("CS-4.certification", listing.year().value())
                && (listing.waiver().equals("full") || listing.waiver().equals("partial"));
    }

    private Score score(Docket docket, List<Run> runs, TreeSet<ReportYear> waiverLists) {
        var tested = runs.stream()
                .filter(r -> r.result() == Run.Result.KEPT || r.result() == Run.Result.BROKEN)
                .toList();
        int kept = 0;
        int leftOut = 0;
        for (var run : tested) {
            if (run.inferred()) {
                leftOut++;
            } else if (run.result() == Run.Result.KEPT) {
                kept++;
            }
        }
        var counts = new TreeMap<String, Integer>();
        for (var run : runs) {
            for (var year : run.waiverYears()) {
                boolean recorded = !run.unrecorded().contains(year);
                var word = run.inferred() || !waiverLists.contains(year) ? "out" : recorded ? "recorded" : "open";
                counts.merge(word, 1, Integer::sum);
            }
        }
        int recorded = counts.getOrDefault("recorded", 0);
        return new Score(
                tested.size() - leftOut,
                kept,
                leftOut,
                recorded + counts.getOrDefault("open", 0),
                recorded,
                unneeded(docket),
                counts.getOrDefault("out", 0));
    }

    private int unneeded(Docket docket) {
        int unneeded = 0;
        for (var history : docket.histories().values()) {
            for (var waiver : history.waivers().entrySet()) {
                boolean inferred = waiver.getValue().sources().stream().anyMatch(fromLimit);
                if (!inferred && !clock.state(history, waiver.getKey()).needsWaiver()) {
                    unneeded++;
                }
            }
        }
        return unneeded;
    }
}
