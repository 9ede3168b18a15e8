package org.evenhand.law.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.law.Interpretations;
import org.evenhand.law.Measure;
import org.evenhand.law.Question;
import org.evenhand.law.Ruling;
import org.evenhand.law.Trace;
import org.evenhand.law.clock.Clock;
import org.evenhand.law.hearing.Case;
import org.evenhand.law.rules.Route;
import org.evenhand.law.rules.Statute;

/// Rules on assessments: hears every rule in force and gathers what follows.
public final class Bench {
    private final Statute statute;
    private final Interpretations readings;

    public Bench(Statute statute, Interpretations readings) {
        this.statute = statute;
        this.readings = readings;
    }

    /// Rules on one assessment.
    public Verdict rule(Assessment assessment) {
        var matter = assessment.matter(readings);
        var traces = traces(matter);
        var placement = Optional.ofNullable(traces.get("TP-5")).orElseThrow();
        var standing = Optional.ofNullable(placement.values().get("tier")).flatMap(Standing::ofCode);
        var clock = new Clock(statute, readings).state(matter.history(), matter.year());
        return new Verdict(
                assessment.history().iso3(),
                assessment.year(),
                standing,
                Optional.ofNullable(placement.values().get("route")).map(Route::valueOf),
                grounds(traces),
                clock,
                clock.limitInForce() && !clock.forced() && clock.waiversLeft() > 0,
                measures(matter, standing, traces),
                traces,
                missing(placement),
                questions(placement),
                new WhatIf(statute, matter).changes(standing));
    }

    /// The ruling of every rule in force, by rule.
    public TreeMap<String, Trace> traces(Case matter) {
        var hearing = statute.hear(matter);
        var traces = new TreeMap<String, Trace>();
        for (var rule : statute.book().rules()) {
            if (hearing.inForce(rule.id())) {
                traces.put(rule.id(), hearing.on(rule.id()));
            }
        }
        return traces;
    }

    private static List<String> grounds(TreeMap<String, Trace> traces) {
        var grounds = new ArrayList<String>();
        for (var key : List.of("WL-3A", "WL-3B", "WL-3C")) {
            var trace = traces.get(key);
            if (trace != null && trace.ruling().met()) {
                grounds.add(key);
            }
        }
        return grounds;
    }

    private List<Measure> measures(Case matter, Optional<Standing> standing, TreeMap<String, Trace> traces) {
        boolean third = standing.filter(s -> s == Tier.TIER_3).isPresent();
        var soldiers = traces.get("CS-3");
        boolean listed = soldiers != null && soldiers.ruling().met();
        return statute.book().measures(matter.year().value()).stream()
                .filter(m -> m.id().startsWith("CS-") ? listed : third)
                .toList();
    }

    private static TreeSet<String> missing(Trace placement) {
        return switch (placement.ruling()) {
            case Ruling.Unknown(var missing) -> new TreeSet<>(missing);
            case Ruling.Met _, Ruling.NotMet _, Ruling.JudgementNeeded _ -> new TreeSet<>();
        };
    }

    /// Judgements not yet made below the placement: also where they did not decide.
    private static List<Question> questions(Trace placement) {
        var questions = new TreeSet<Question>();
        placement.flatten().forEach(t -> {
            if (t.ruling() instanceof Ruling.JudgementNeeded(var asked)) {
                questions.addAll(asked);
            }
        });
        return List.copyOf(questions);
    }
}
