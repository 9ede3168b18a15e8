package org.evenhand.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.evenhand.core.ReportYear;
import org.evenhand.law.hearing.Case;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.rules.Statute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Laws that every ruling obeys, over invented cases. A failing seed is in the name of the test.
class PropertiesTest {
    private static final Statute STATUTE = Statute.load();

    static LongStream seeds() {
        return LongStream.range(0, Long.getLong("property.seeds", 60))
                .map(i -> Long.getLong("property.seed", 20001028L) + i);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void moreEvidenceNeverTurnsMetIntoUnknown(long seed) {
        var random = InventedCases.random(seed);
        var year = InventedCases.year(random);
        var history = InventedCases.history(random, year, true);
        var facts = InventedCases.facts(random, STATUTE.book(), year, 0.5);
        var some = facts.stream().filter(_ -> random.nextBoolean()).toList();
        var before = rulings(Case.of(history, year).with(some));
        var known = fill(random, history);
        var after = rulings(Case.of(known, year).with(facts));
        before.forEach((rule, trace) -> {
            if (trace.ruling().met()) {
                assertThat(after)
                        .as("%s was met", rule)
                        .hasEntrySatisfying(
                                rule,
                                later -> assertThat(later.ruling().decided())
                                        .as("%s is now %s", rule, later.ruling())
                                        .isTrue());
            }
        });
    }

    private static PlacementHistory fill(RandomGenerator random, PlacementHistory history) {
        var filled = history;
        for (var unknown : history.unknown()) {
            filled = filled.with(unknown, InventedCases.placement(random));
        }
        return filled;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfFactsIsIrrelevant(long seed) {
        var random = InventedCases.random(seed);
        var year = InventedCases.year(random);
        var history = InventedCases.history(random, year, true);
        var facts = InventedCases.facts(random, STATUTE.book(), year, 0.6);
        var shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new java.util.Random(seed));
        assertThat(rulings(Case.of(history, year).with(shuffled)))
                .isEqualTo(rulings(Case.of(history, year).with(facts)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theTraceAloneIsEnoughToRuleAgain(long seed) {
        var random = InventedCases.random(seed);
        var year = InventedCases.year(random);
        var readings = InventedCases.readings(random);
        var matter = Case.of(InventedCases.history(random, year, true), year)
                .reading(readings)
                .with(InventedCases.facts(random, STATUTE.book(), year, 0.6));
        rulings(matter)
                .forEach((rule, trace) -> assertThat(STATUTE.hear(TraceReplay.matter(trace, year))
                                .on(rule)
                                .ruling())
                        .as(rule)
                        .isEqualTo(trace.ruling()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aBoundaryChangesOnlyWhatTheDiffNames(long seed) {
        var random = InventedCases.random(seed);
        for (int y = ReportYear.FIRST + 1; y < 2027; y++) {
            var early = ReportYear.of(y);
            var late = early.next();
            var facts = InventedCases.facts(random, STATUTE.book(), early, 0.7);
            var offsets = InventedCases.offsets(random);
            var one = rulings(
                    Case.of(InventedCases.shifted(offsets, early, early), early).with(facts));
            var two = rulings(
                    Case.of(InventedCases.shifted(offsets, late, early), late).with(InventedCases.oneYearLater(facts)));
            var named = LawDiff.between(STATUTE.book(), y, y + 1).rules();
            for (var rule : STATUTE.book().rules()) {
                if (!named.contains(rule.id())) {
                    assertThat(kind(two, rule.id()))
                            .as("%s from %d to %d, not named by the diff", rule.id(), y, y + 1)
                            .isEqualTo(kind(one, rule.id()));
                }
            }
        }
    }

    private static String kind(TreeMap<String, Trace> traces, String rule) {
        var trace = traces.get(rule);
        return trace == null
                ? "not in force"
                : switch (trace.ruling()) {
                    case Ruling.Met(var because) -> "met: " + because;
                    case Ruling.NotMet(var because) -> "not met: " + because;
                    case Ruling.Unknown(var missing) ->
                        "unknown: "
                                + missing.stream()
                                        .filter(m -> !m.startsWith("placement"))
                                        .toList();
                    case Ruling.JudgementNeeded(var questions) -> "judgement: " + questions;
                };
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRuleRestsOnNothingThatTheTableDoesNotName(long seed) {
        var random = InventedCases.random(seed);
        var year = InventedCases.year(random);
        var matter = Case.of(InventedCases.history(random, year, true), year)
                .with(InventedCases.facts(random, STATUTE.book(), year, 0.6));
        rulings(matter)
                .values()
                .forEach(trace -> trace.children()
                        .forEach(child -> assertThat(
                                        STATUTE.book().restsOn(trace.rule().id()))
                                .as(
                                        "%s asked %s",
                                        trace.rule().id(), child.rule().id())
                                .contains(child.rule().id())));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRuleAsksOnlyForFactsThatTheTablesName(long seed) {
        var random = InventedCases.random(seed);
        var year = InventedCases.year(random);
        var matter = Case.of(InventedCases.history(random, year, true), year)
                .with(InventedCases.facts(random, STATUTE.book(), year, 0.3));
        var asked = new TreeSet<String>();
        rulings(matter).values().forEach(trace -> {
            if (trace.ruling() instanceof Ruling.Unknown(var missing)) {
                asked.addAll(missing);
            }
        });
        asked.removeIf(key -> key.startsWith("placement ") || key.startsWith("action") || key.startsWith("source"));
        assertThat(asked).allMatch(key -> STATUTE.book().scale(key).isPresent());
    }

    private static TreeMap<String, Trace> rulings(Case matter) {
        var hearing = STATUTE.hear(matter);
        var all = new TreeMap<String, Trace>();
        List<Rule> rules = STATUTE.book().rules();
        rules.forEach(r -> {
            if (hearing.inForce(r.id())) {
                all.put(r.id(), hearing.on(r.id()));
            }
        });
        return all;
    }
}
