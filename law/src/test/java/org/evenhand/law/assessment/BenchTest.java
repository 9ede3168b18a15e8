package org.evenhand.law.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Tier;
import org.evenhand.law.Histories;
import org.evenhand.law.Interpretations;
import org.evenhand.law.Measure;
import org.evenhand.law.Question;
import org.evenhand.law.assessment.Finding.Confidence;
import org.evenhand.law.rules.Route;
import org.evenhand.law.rules.Statute;
import org.junit.jupiter.api.Test;

class BenchTest {
    private static final Statute STATUTE = Statute.load();

    private static final Map<String, String> SECOND = Map.of(
            "victim_flow_evidence",
            "yes",
            "special_case",
            "no",
            "MS-1",
            "met",
            "MS-2",
            "met",
            "MS-3",
            "met",
            "MS-4",
            "not met",
            "TP-2",
            "3",
            "WL-3A",
            "no",
            "WL-3B",
            "no",
            "WL-3C",
            "no");

    private static Assessment assessment(String record, int year, Map<String, String> answers, String... more) {
        var findings = new TreeMap<String, Finding>();
        var all = new TreeMap<>(answers);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        all.forEach((key, text) -> findings.put(
                key,
                new Finding(
                        key,
                        STATUTE.book().scale(key).orElseThrow().read(text).orElseThrow(),
                        Confidence.HIGH,
                        List.of("test"),
                        "")));
        return new Assessment(Histories.of("XAA", record), ReportYear.of(year), findings, List.of());
    }

    private static Verdict rule(Assessment assessment) {
        return new Bench(STATUTE, Interpretations.DEFAULT).rule(assessment);
    }

    private static List<String> changes(Verdict verdict, Tier tier) {
        return verdict.changes().stream()
                .filter(c -> c.to() == tier)
                .map(c -> c.answers().toString())
                .toList();
    }

    @Test
    void oneAnswerAwayInEachDirection() {
        var verdict = rule(assessment("2012-2013:2", 2014, SECOND));
        assertThat(verdict.standing()).contains(Tier.TIER_2);
        assertThat(verdict.route()).contains(Route.MERITS);
        assertThat(verdict.questions()).extracting(Question::key).contains("SC-1", "SE-1");
        assertThat(changes(verdict, Tier.TIER_1)).containsExactly("{MS-4=met}");
        assertThat(changes(verdict, Tier.WATCH_LIST)).containsExactly("{WL-3A=yes}", "{WL-3B=yes}", "{WL-3C=yes}");
        assertThat(changes(verdict, Tier.TIER_3)).containsExactly("{TP-2=1}");
        assertThat(verdict.changes()).allMatch(Change::smallest);
        assertThat(verdict.grounds()).isEmpty();
        assertThat(verdict.measures()).isEmpty();
        assertThat(verdict.missing()).isEmpty();
        assertThat(verdict.iso3()).isEqualTo("XAA");
        assertThat(verdict.placement().ruling().met()).isTrue();
    }

    @Test
    void theClosedListSendsTheSameAnswersToTierThree() {
        var verdict = rule(assessment("2010-2013:2WL", 2014, SECOND, "WL-3B", "yes"));
        assertThat(verdict.standing()).contains(Tier.TIER_3);
        assertThat(verdict.route()).contains(Route.LIMIT);
        assertThat(verdict.grounds()).containsExactly("WL-3B");
        assertThat(verdict.clock().forced()).isTrue();
        assertThat(verdict.waiverOpen()).isFalse();
        assertThat(changes(verdict, Tier.TIER_2)).containsExactly("{WL-3B=no}");
        assertThat(changes(verdict, Tier.WATCH_LIST)).isEmpty();
        assertThat(verdict.measures())
                .extracting(Measure::id)
                .contains("SA-1A-i", "SA-1B-MDB")
                .doesNotContain("CS-FMF");
    }

    @Test
    void anOpenWaiverAsksForItsFindings() {
        var verdict = rule(assessment("2011:2 2012-2013:2WL", 2014, SECOND, "WL-3B", "yes"));
        assertThat(verdict.standing()).isEmpty();
        assertThat(verdict.route()).isEmpty();
        assertThat(verdict.waiverOpen()).isTrue();
        assertThat(verdict.questions()).extracting(Question::key).contains("WW-1", "WW-2", "WW-3");
        assertThat(changes(verdict, Tier.TIER_2)).containsExactly("{WL-3B=no}");
        assertThat(changes(verdict, Tier.TIER_3)).containsExactly("{TP-2=1}", "{WW-1=no}", "{WW-2=no}", "{WW-3=no}");
        assertThat(verdict.changes().stream()
                        .filter(c -> c.to() == Tier.WATCH_LIST)
                        .toList())
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.answers().toString()).isEqualTo("{WW-1=yes, WW-2=yes, WW-3=yes, waiver_reported=yes}");
                    assertThat(c.smallest())
                            .as("all sets of three were tried, so that one of four is smallest")
                            .isTrue();
                });
    }

    @Test
    void theGrantedWaiverKeepsTheList() {
        var verdict = rule(assessment(
                "2011:2 2012-2013:2WL",
                2014,
                SECOND,
                "WL-3B",
                "yes",
                "WW-1",
                "yes",
                "WW-2",
                "yes",
                "WW-3",
                "yes",
                "waiver_reported",
                "yes"));
        assertThat(verdict.standing()).contains(Tier.WATCH_LIST);
        assertThat(verdict.route()).contains(Route.WAIVED);
        assertThat(changes(verdict, Tier.TIER_3)).contains("{WW-2=no}");
        assertThat(verdict.measures()).isEmpty();
    }

    @Test
    void anEmptyAssessmentSaysWhatItNeedsAndWhatWouldLeadWhere() {
        var verdict = rule(assessment("2018:2", 2019, Map.of()));
        assertThat(verdict.standing()).isEmpty();
        assertThat(verdict.missing()).containsExactly("special_case", "victim_flow_evidence");
        assertThat(verdict.changes())
                .extracting(Change::to)
                .contains(Tier.TIER_1, Tier.TIER_2, Tier.WATCH_LIST, Tier.TIER_3);
        assertThat(verdict.changes())
                .allMatch(c -> c.smallest() == (c.answers().size() <= 4))
                .anyMatch(c -> !c.smallest());
        assertThat(changes(verdict, Tier.TIER_1))
                .containsExactly("{MS-1=met, MS-2=met, MS-3=met, MS-4=met, a concrete action in the window=listed, "
                        + "special_case=no, victim_flow_evidence=yes}");
    }

    @Test
    void aPatternIsOneAnswerFromTierThree() {
        var answers = new TreeMap<>(SECOND);
        answers.remove("WL-3C");
        List.of("i", "ii", "iii", "iv", "v").forEach(k -> answers.put("SE-4" + k, "no"));
        var base = assessment("2018:2", 2019, answers);
        var action = new ConcreteAction(
                "1", "SC-1", "prosecutions", LocalDate.of(2018, 9, 1), "done", false, List.of("test"));
        var verdict = rule(new Assessment(base.history(), base.year(), base.findings(), List.of(action)));
        assertThat(verdict.standing()).contains(Tier.TIER_2);
        assertThat(changes(verdict, Tier.TIER_3))
                .containsExactly(
                        "{TP-2=1}", "{SE-4i=yes}", "{SE-4ii=yes}", "{SE-4iii=yes}", "{SE-4iv=yes}", "{SE-4v=yes}");
    }

    @Test
    void aListingOfChildSoldiersOpensItsOwnMeasuresWhateverTheTier() {
        var verdict = rule(assessment("2012:2", 2014, SECOND, "CS-1", "yes"));
        assertThat(verdict.measures())
                .extracting(Measure::id)
                .containsExactly("CS-FMF", "CS-EDA", "CS-IMET", "CS-PKO", "CS-DCS");
        assertThat(rule(assessment("2008:2", 2009, SECOND)).measures()).isEmpty();
    }

    @Test
    void everyRuleInForceIsHeard() {
        var verdict = rule(assessment("2012-2013:2", 2014, SECOND));
        assertThat(verdict.traces().keySet()).hasSize((int) STATUTE.book().rules().stream()
                .filter(r -> r.inForce(2014).isPresent())
                .count());
        assertThat(verdict.traces()).doesNotContainKey("SE-4").containsKey("CA-6");
    }

    @Test
    void theYearAssessedIsNotReadFromTheRecord() {
        var verdict = rule(assessment("2012-2013:2 2014:3", 2014, SECOND));
        assertThat(verdict.standing()).contains(Tier.TIER_2);
    }

    @Test
    void beforeTheLimitThereIsNoWaiverToBeOpen() {
        var verdict = rule(assessment("2005-2007:2WL", 2008, SECOND, "victim_estimate", "300", "WL-3A", "yes"));
        assertThat(verdict.standing()).contains(Tier.WATCH_LIST);
        assertThat(verdict.waiverOpen()).isFalse();
    }

    @Test
    void answersWithoutASourceAreMarkedAsDerived() {
        var findings = new TreeMap<String, Finding>();
        findings.put("MS-1", new Finding("MS-1", org.evenhand.law.Answer.word("met"), Confidence.LOW, List.of(), ""));
        findings.put(
                "MS-2", new Finding("MS-2", org.evenhand.law.Answer.word("met"), Confidence.LOW, List.of("s"), ""));
        var matter = new Assessment(Histories.of("XAA", "?2012 2013:2"), ReportYear.of(2014), findings, List.of())
                .matter(Interpretations.DEFAULT);
        assertThat(new ArrayList<>(matter.facts().values()))
                .extracting(f -> f.basis())
                .containsExactly(Basis.DERIVED, Basis.SOURCED);
        assertThat(matter.history().unknown())
                .as("the assessed report itself has placed nobody yet")
                .containsExactly(ReportYear.of(2012), ReportYear.of(2014));
    }

    @Test
    void actionsBecomeFacts() {
        var action = new ConcreteAction("a", "SC-1", "training", LocalDate.of(2018, 9, 1), "done", true, List.of("s"));
        assertThat(action.facts())
                .extracting(f -> f.key() + "=" + f.answer().text())
                .containsExactly(
                        "action a.kind=training",
                        "action a.date=2018-09-01",
                        "action a.status=done",
                        "action a.supports=SC-1",
                        "action a.stale=yes");
    }
}
