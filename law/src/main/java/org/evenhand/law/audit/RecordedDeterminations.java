package org.evenhand.law.audit;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.law.Fact;
import org.evenhand.law.audit.AuditReport.LateDetermination;
import org.evenhand.law.audit.Finding.Kind;
import org.evenhand.law.audit.Finding.MayBe;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.rules.Statute;

/// Compares determinations with placements (NO-1): one for each Tier 3 country, none for others, for
/// the next fiscal year.
final class RecordedDeterminations {
    private final Statute statute;
    private final Docket docket;

    RecordedDeterminations(Statute statute, Docket docket) {
        this.statute = statute;
        this.docket = docket;
    }

    List<LateDetermination> check(List<Finding> findings) {
        var seen = new TreeSet<String>();
        var years = new TreeSet<ReportYear>();
        for (var determination : docket.determinations()) {
            seen.add(determination.iso3() + determination.year());
            years.add(determination.year());
            one(determination, findings);
        }
        for (var history : docket.histories().values()) {
            history.placements().forEach((year, placement) -> {
                if (placement.standing() == Tier.TIER_3
                        && statute.book().inForce("NO-1", year.value())
                        && !seen.contains(history.iso3() + year)) {
                    findings.add(finding(
                            history.iso3(),
                            year,
                            "on Tier 3, and no determination is on record",
                            facts(history, year),
                            years.contains(year)
                                    ? List.of(MayBe.DATA_GAP, MayBe.DATA_ERROR, MayBe.DEPARTURE)
                                    : List.of(MayBe.DATA_GAP)));
                }
            });
        }
        return late();
    }

    private void one(Docket.Determination d, List<Finding> findings) {
        var history = docket.histories().getOrDefault(d.iso3(), PlacementHistory.empty(d.iso3()));
        var facts = facts(history, d.year());
        if (!statute.book().inForce("NO-1", d.year().value())) {
            findings.add(finding(
                    d.iso3(), d.year(), "a determination before the law had any", facts, List.of(MayBe.DATA_ERROR)));
        }
        if (history.standing(d.year()).filter(s -> s == Tier.TIER_3).isEmpty()) {
            findings.add(finding(
                    d.iso3(),
                    d.year(),
                    "a determination although the report left it on %s"
                            .formatted(history.standing(d.year())
                                    .map(Standing::label)
                                    .orElse("no known tier")),
                    facts,
                    List.of(MayBe.DATA_ERROR, MayBe.DEPARTURE)));
        }
        if (d.fiscalYear() != d.year().fiscalYear()) {
            findings.add(new Finding(
                    d.iso3(),
                    d.year(),
                    Kind.DETERMINATION,
                    "CA-6",
                    "for fiscal year %d; a report of %s leads to %d"
                            .formatted(d.fiscalYear(), d.year(), d.year().fiscalYear()),
                    facts,
                    List.of(MayBe.DATA_ERROR)));
        }
        var released = docket.released().get(d.year());
        if (released != null && d.date().filter(day -> day.isBefore(released)).isPresent()) {
            findings.add(finding(
                    d.iso3(), d.year(), "determined before the report was released", facts, List.of(MayBe.DATA_ERROR)));
        }
    }

    private static Finding finding(String iso3, ReportYear year, String what, List<Fact> facts, List<MayBe> mayBe) {
        return new Finding(iso3, year, Kind.DETERMINATION, "NO-1", what, facts, mayBe);
    }

    private static List<Fact> facts(PlacementHistory history, ReportYear year) {
        return history.fact(year).stream().toList();
    }

    private List<LateDetermination> late() {
        var countries = new TreeMap<ReportYear, TreeMap<Long, Integer>>();
        for (var d : docket.determinations()) {
            var released = docket.released().get(d.year());
            if (released != null
                    && d.date().isPresent()
                    && statute.book().inForce("CA-5", d.year().value())) {
                long days = ChronoUnit.DAYS.between(released, d.date().get());
                if (days > statute.book().number("CA-5.days", d.year().value())) {
                    countries.computeIfAbsent(d.year(), _ -> new TreeMap<>()).merge(days, 1, Integer::sum);
                }
            }
        }
        var late = new ArrayList<LateDetermination>();
        countries.forEach(
                (year, byDays) -> byDays.forEach((days, count) -> late.add(new LateDetermination(year, days, count))));
        return late;
    }
}
