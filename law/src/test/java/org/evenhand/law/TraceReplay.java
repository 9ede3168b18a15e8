package org.evenhand.law;

import java.util.ArrayList;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.law.hearing.Case;
import org.evenhand.law.history.Placement;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.history.RecordedWaiver;

/// Rebuilds a case from a trace and from nothing else: its facts, its readings and its year.
final class TraceReplay {
    private TraceReplay() {}

    static Case matter(Trace trace, ReportYear year) {
        var placements = new TreeMap<ReportYear, Placement>();
        var waivers = new TreeMap<ReportYear, RecordedWaiver>();
        var facts = new ArrayList<Fact>();
        for (var fact : trace.allFacts().values()) {
            if (fact.key().startsWith("placement ")) {
                var standing = Standing.ofCode(fact.answer().text()).orElseThrow();
                if (!(standing.code().equals("NR") && fact.sources().isEmpty())) {
                    placements.put(at(fact), new Placement(standing, fact.sources(), fact.basis()));
                }
            } else if (fact.key().startsWith("waiver 2")) {
                waivers.put(at(fact), new RecordedWaiver(fact.sources(), fact.basis()));
            } else {
                facts.add(fact);
            }
        }
        var unknown = new TreeSet<ReportYear>();
        for (var each : trace.flatten()) {
            if (each.ruling() instanceof Ruling.Unknown(var missing)) {
                missing.stream()
                        .filter(m -> m.startsWith("placement "))
                        .forEach(m -> unknown.add(ReportYear.of(Integer.parseInt(m.substring(10)))));
            }
        }
        var readings = Interpretations.DEFAULT;
        for (var each : trace.flatten()) {
            for (var option : each.options()) {
                var parts = option.split("=");
                readings = readings.with(parts[0], parts[1]);
            }
        }
        return Case.of(new PlacementHistory("XAA", placements, waivers, unknown), year)
                .reading(readings)
                .with(facts);
    }

    private static ReportYear at(Fact fact) {
        return ReportYear.of(Integer.parseInt(fact.key().substring(fact.key().indexOf(' ') + 1)));
    }
}
