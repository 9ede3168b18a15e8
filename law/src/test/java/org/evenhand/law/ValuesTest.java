package org.evenhand.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.core.BadRequest;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Tier;
import org.evenhand.core.Unranked;
import org.evenhand.law.hearing.Case;
import org.evenhand.law.hearing.Hearing;
import org.evenhand.law.history.Placement;
import org.evenhand.law.rules.DeterminationClass;
import org.evenhand.law.rules.Statute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Small values: valid from birth, with the words that people read.
class ValuesTest {
    @ParameterizedTest(name = "scale {0}, answer {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            met/not met/unknown | met | met
            met/not met/unknown | not met | not met
            met/not met/unknown | unknown |
            yes/no/unknown + number | yes | yes
            yes/no/unknown + list | no | no
            yes/no | maybe |
            0-4 degree or unknown | 0 | 0
            0-4 degree or unknown | 4 | 4
            0-4 degree or unknown | 5 |
            0-4 degree or unknown | 1.5 |
            0-4 degree or unknown | two |
            -2..+2 | -2 | -2
            -2..+2 | +2 | 2
            -2..+2 | -3 |
            number 0-1 | 0.25 | 0.25
            number 0-1 | 1.1 |
            number 0-1/unknown | 1 | 1
            number | 1200 | 1200
            number | -1 |
            date | 2014-06-20 | 2014-06-20
            date | June 20 |
            numbers | 12 against 7 | 12 against 7
            """)
    void readsAnswersOnTheirScale(String notation, String text, String expected) {
        assertThat(Scale.of(notation).read(text).map(Answer::text).orElse(null)).isEqualTo(expected);
    }

    @Test
    void anEmptyTextIsNoAnswer() {
        assertThat(Scale.of("numbers").read(" ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yes/no/unknown | yes or no
            0-4 degree or unknown | a whole number from 0 to 4
            -2..+2 | a whole number from -2 to 2
            number 0-1 | a number from 0 to 1
            number | a number, 0 or more
            date | a date such as 2014-06-20
            numbers | a text
            """)
    void namesItsScale(String notation, String words) {
        assertThat(Scale.of(notation).words(" or ")).isEqualTo(words);
    }

    @Test
    void writesAnswersAsFilesDo() {
        assertThat(Answer.number(3).text()).isEqualTo("3");
        assertThat(Answer.number(0.5).text()).isEqualTo("0.5");
        assertThat(Answer.number(1e15).text()).isEqualTo("1.0E15");
        assertThat(Answer.number(-2).text()).isEqualTo("-2");
        assertThat(Answer.day("2014-06-20").text()).isEqualTo("2014-06-20");
        assertThatThrownBy(() -> Answer.number(Double.NaN)).hasMessageContaining("finite");
    }

    @Test
    void rulingsSayWhatTheyAreAndWhy() {
        var question = new Question("MS-1", "Is it?", "yes/no");
        var unknown = new Ruling.Unknown(new TreeSet<>(List.of("b", "a")));
        var judgement = new Ruling.JudgementNeeded(List.of(question, question));
        assertThat(new Ruling.Met("x").word()).isEqualTo("met");
        assertThat(new Ruling.NotMet("y").word()).isEqualTo("not met");
        assertThat(new Ruling.NotMet("y").reason()).isEqualTo("y");
        assertThat(unknown.word()).isEqualTo("unknown");
        assertThat(unknown.reason()).isEqualTo("missing: a, b");
        assertThat(judgement.word()).isEqualTo("judgement needed");
        assertThat(judgement.reason()).isEqualTo("Is it? (MS-1: yes/no)");
        assertThat(judgement.questions()).hasSize(1);
        assertThat(unknown.decided() || judgement.decided()).isFalse();
        assertThat(new Ruling.NotMet("y").decided()).isTrue();
        assertThatThrownBy(() -> new Ruling.Unknown(new TreeSet<>())).hasMessageContaining("missing");
        assertThatThrownBy(() -> new Ruling.JudgementNeeded(List.of())).hasMessageContaining("question");
    }

    @Test
    void amendmentsAndVersionsNameTheirSource() {
        var book = LawBook.load();
        var waiver = book.rule("WL-WAIVER").inForce(2019).orElseThrow();
        assertThat(waiver.amendments().getFirst()).hasToString("WL-WAIVER v2 (P.L. 115-427 §6(2)(C), reports 2019-)");
        assertThat(book.rule("CV-2").inForce(2019).orElseThrow().source())
                .isEqualTo("(administrative practice, no act)");
        assertThat(book.rule("WL-4").inForce(2003)).isEmpty();
        assertThatThrownBy(() -> new Version("X", 2001, OptionalInt.empty(), List.of()))
                .hasMessageContaining("X");
        assertThat(Kind.JUDGEMENT.word()).isEqualTo("judgement");
        assertThat(DeterminationClass.PARTIAL.words()).isEqualTo("restricted, some programmes waived");
        assertThatThrownBy(() -> DeterminationClass.of("none")).hasMessageContaining("none");
    }

    @Test
    void recordsAreKeptByReportYear() {
        var history = Histories.of("XAA", "2012:2WL ?2013 w2014");
        assertThat(history.standing(ReportYear.of(2012))).contains(Tier.WATCH_LIST);
        assertThat(history.standing(ReportYear.of(2013))).isEmpty();
        assertThat(history.standing(ReportYear.of(2014))).contains(Unranked.NOT_IN_REPORT);
        assertThat(history.fact(ReportYear.of(2012)).orElseThrow().sources()).containsExactly("test");
        assertThat(history.fact(ReportYear.of(2013))).isEmpty();
        assertThat(history.fact(ReportYear.of(2014)).orElseThrow().basis()).isEqualTo(Basis.DERIVED);
        var placed = history.with(ReportYear.of(2013), new Placement(Tier.TIER_2, List.of("b", "a"), Basis.SOURCED));
        assertThat(placed.standing(ReportYear.of(2013))).contains(Tier.TIER_2);
        assertThat(placed.placements().lastEntry().getValue().sources()).containsExactly("a", "b");
        var cut = history.until(ReportYear.of(2013));
        assertThat(cut.unknown()).hasSize(1);
        assertThat(cut.waivers()).isEmpty();
        assertThat(history.until(ReportYear.of(2012)).unknown()).isEmpty();
        assertThat(history.until(ReportYear.of(2012)).placements()).hasSize(1);
        var years = new TreeSet<>(List.of(ReportYear.of(2012)));
        assertThatThrownBy(() -> new org.evenhand.law.history.PlacementHistory(
                        "XAA", history.placements(), history.waivers(), years))
                .hasMessageContaining("both placed and unknown");
    }

    @Test
    void aCaseKeepsItsFactsUnderTheirKeys() {
        var facts = new TreeMap<String, Fact>();
        facts.put("other", new Fact("key", Answer.word("yes"), List.of("b", "a"), Basis.SOURCED));
        assertThat(facts.firstEntry().getValue().sources()).containsExactly("a", "b");
        var history = Histories.of("XAA", "");
        assertThatThrownBy(() -> new Case(history, ReportYear.of(2014), facts, Interpretations.DEFAULT))
                .hasMessageContaining("fact key filed under other");
        var assumed = Case.of(history, ReportYear.of(2014)).assuming("merits", Answer.word("2"));
        assertThat(assumed.facts().firstEntry().getValue().sources()).isEmpty();
    }

    @Test
    void aHearingAnswersOnlyForRulesInForce() {
        var hearing = Statute.load().hear(Case.of(Histories.of("XAA", ""), ReportYear.of(2014)));
        assertThat(hearing.matter().year()).isEqualTo(ReportYear.of(2014));
        assertThat(hearing.on("DF-5")).isSameAs(hearing.on("DF-5"));
        assertThatThrownBy(() -> hearing.on("SE-4"))
                .isInstanceOf(BadRequest.class)
                .hasMessage("SE-4 is not in force for report year 2014");
        assertThatThrownBy(() -> new Hearing(hearing.book(), Map.of(), hearing.matter()).on("DF-5"))
                .hasMessageContaining("no logic for rule DF-5");
        assertThatThrownBy(() ->
                        new Hearing(hearing.book(), Map.of("DF-5", q -> q.on("DF-5")), hearing.matter()).on("DF-5"))
                .hasMessageContaining("rests on itself");
        assertThatThrownBy(() -> hearing.on("DF-5").number("nothing")).hasMessageContaining("worked out no nothing");
    }

    @Test
    void aTraceSaysWhatItRestsOn() {
        var statute = Statute.load();
        var weak = new Fact("MS-1", Answer.word("met"), List.of("recall"), Basis.UNVERIFIED);
        var hearing = statute.hear(
                Case.of(Histories.of("XAA", ""), ReportYear.of(2014)).with(List.of(weak)));
        assertThat(hearing.on("MS-1").unverifiedHere()).isTrue();
        assertThat(hearing.on("TP-1").unverifiedHere()).isFalse();
        assertThat(hearing.on("TP-1").restsOnUnverified()).isTrue();
        assertThat(hearing.on("MS-2").restsOnUnverified()).isFalse();
        assertThat(hearing.on("TP-1").allFacts()).containsKey("MS-1");
        assertThat(hearing.on("TP-1").flatten().getFirst()).isSameAs(hearing.on("TP-1"));
        assertThat(hearing.on("SC-9").unverifiedHere()).isTrue();
        assertThat(hearing.on("SR-6").unverifiedHere()).isTrue();
    }

    @Test
    void aRuleThatIsAskedTwiceStandsInTheTraceOnce() {
        var matter = RulingTable.matter("XAA", "2009-2012:2WL", 2013, "merits=2WL");
        var trace = Statute.load().hear(matter).on("TP-5");
        assertThat(trace.children()).extracting(t -> t.rule().id()).doesNotHaveDuplicates();
        assertThat(trace.facts()).isSorted();
    }

    @Test
    void whatComesAfterTheRecordIsNotKnown() {
        var history = Histories.of("XAA", "2024:2WL 2027:2").knownTo(ReportYear.of(2025));
        assertThat(history.standing(ReportYear.of(2025))).contains(Unranked.NOT_IN_REPORT);
        assertThat(history.standing(ReportYear.of(2026))).isEmpty();
        assertThat(history.standing(ReportYear.of(2027))).contains(Tier.TIER_2);
        assertThat(history.standing(ReportYear.of(2100))).isEmpty();
        assertThat(history.until(ReportYear.of(2026)).unknown()).containsExactly(ReportYear.of(2026));
        assertThat(history.until(ReportYear.of(2100))).isEqualTo(history);
    }

    @Test
    void recordsWithTheSameEntriesAreEqual() {
        var history = Histories.of("XAA", "2012:2WL ?2013 w2014");
        assertThat(history)
                .isEqualTo(Histories.of("XAA", "2012:2WL ?2013 w2014"))
                .hasSameHashCodeAs(Histories.of("XAA", "2012:2WL ?2013 w2014"))
                .hasToString(Histories.of("XAA", "2012:2WL ?2013 w2014").toString())
                .isNotEqualTo(Histories.of("XAB", "2012:2WL ?2013 w2014"))
                .isNotEqualTo(Histories.of("XAA", "2012:2 ?2013 w2014"))
                .isNotEqualTo(Histories.of("XAA", "2012:2WL w2014"))
                .isNotEqualTo(Histories.of("XAA", "2012:2WL ?2013"))
                .isNotEqualTo("XAA");
        assertThat(history.hashCode())
                .isNotEqualTo(Histories.of("XAB", "2012:2WL ?2013 w2014").hashCode());
        assertThat(history.toString()).contains("XAA", "2012", "unknown [2013]", "waivers [2014]");
    }

    /// The trace is noted while the rule decides; reading it asks nobody again.
    @Test
    void readingATraceDecidesNothingAgain() {
        var matter = RulingTable.matter("XAA", "2009-2012:2WL", 2013, "merits=2WL");
        var calls = new java.util.TreeMap<String, Integer>();
        var counted = new java.util.HashMap<String, org.evenhand.law.hearing.RuleFunction>();
        var functions = Map.<String, org.evenhand.law.hearing.RuleFunction>of(
                "DF-5",
                q -> {
                    q.value("a", 1);
                    q.value("a", 2);
                    return q.ask("institution").isPresent() ? new Ruling.Met("there") : q.unknown();
                },
                "DF-1",
                q -> {
                    q.on("DF-5");
                    q.took("x", 3);
                    return new Ruling.Met("a is " + q.numberOf("DF-5", "a"));
                });
        functions.forEach((id, function) -> counted.put(id, q -> {
            calls.merge(id, 1, Integer::sum);
            return function.decide(q);
        }));
        var hearing = new Hearing(Statute.load().book(), counted, matter);
        assertThat(hearing.ruling("DF-1").reason()).isEqualTo("a is 2");
        assertThat(hearing.value("DF-5", "a")).contains("2");
        assertThat(hearing.value("DF-5", "b")).isEmpty();
        var trace = hearing.on("DF-1");
        assertThat(trace.ruling()).isEqualTo(hearing.ruling("DF-1"));
        assertThat(trace.options()).containsExactly("x=3");
        assertThat(trace.children()).hasSize(1);
        assertThat(trace.children().getFirst().ruling().reason()).isEqualTo("missing: institution");
        assertThat(trace.children().getFirst().values()).containsExactly(Map.entry("a", "2"));
        assertThat(calls).containsExactly(Map.entry("DF-1", 1), Map.entry("DF-5", 1));
    }

    @Test
    void manyStepsAreKeptInTheirOrder() {
        var matter = RulingTable.matter("XAA", "2009-2012:2WL", 2013, "");
        var hearing = new Hearing(
                Statute.load().book(),
                Map.of("DF-5", q -> {
                    for (int i = 0; i < 40; i++) {
                        q.took("x", i);
                    }
                    return new Ruling.Met("");
                }),
                matter);
        assertThat(hearing.on("DF-5").options())
                .containsExactlyElementsOf(java.util.stream.IntStream.range(0, 40)
                        .mapToObj(i -> "x=" + i)
                        .toList());
    }
}
