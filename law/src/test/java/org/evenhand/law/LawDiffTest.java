package org.evenhand.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LawDiffTest {
    private final LawBook book = LawBook.load();

    @Test
    void theActsOfJanuary2019() {
        var diff = LawDiff.between(book, 2018, 2019);
        assertThat(diff.changes())
                .filteredOn(c -> c.word().equals("new"))
                .extracting(c -> c.rule().id())
                .containsExactly(
                        "DF-2",
                        "DF-3",
                        "SE-4",
                        "SE-5",
                        "SE-6",
                        "SE-7",
                        "TP-4",
                        "WL-REINSTATE",
                        "SR-1",
                        "SR-2",
                        "SR-3",
                        "CS-9",
                        "CA-1",
                        "CA-3",
                        "CA-8");
        assertThat(diff.changes())
                .filteredOn(c -> c.word().equals("ended"))
                .extracting(c -> c.rule().id())
                .containsExactly("WL-3C");
        assertThat(diff.changes())
                .filteredOn(c -> c.word().equals("changed"))
                .extracting(c -> c.rule().id())
                .contains("TP-1", "TP-2", "TP-3", "WL-WAIVER", "WL-MAX", "WL-3A", "CS-1", "CS-4")
                .doesNotContain("WL-LIMIT", "MS-1", "WL-3B");
        assertThat(diff.dependents()).extracting(d -> d.rule().id()).contains("TP-5", "NO-1", "MS-4");
        assertThat(diff.dependents())
                .filteredOn(d -> d.rule().id().equals("TP-5"))
                .allMatch(d -> d.on().contains("WL-WAIVER") && d.on().contains("TP-1"));
        assertThat(diff.milestones()).isEmpty();
    }

    @Test
    void theOrderOfTheYearsDoesNotMatter() {
        assertThat(LawDiff.between(book, 2021, 2018)).isEqualTo(LawDiff.between(book, 2018, 2021));
        assertThat(LawDiff.between(book, 2018, 2021).from()).isEqualTo(2018);
    }

    @Test
    void onlyTheDueDateMovedIn2021() {
        var diff = LawDiff.between(book, 2020, 2021);
        assertThat(diff.changes()).extracting(c -> c.rule().id()).containsExactly("CA-2");
        assertThat(diff.rules()).containsExactly("CA-2");
    }

    @Test
    void nothingChangedIn2023() {
        var diff = LawDiff.between(book, 2022, 2023);
        assertThat(diff.rules()).isEmpty();
        assertThat(LawDiff.between(book, 2022, 2022).rules()).isEmpty();
    }

    @Test
    void namesWhatChangesItsEffectWithoutAnAct() {
        var diff = LawDiff.between(book, 2005, 2006);
        assertThat(diff.milestones()).extracting(Milestone::rule).containsExactly("PR-1", "PR-2");
        assertThat(diff.rules())
                .contains("PR-1", "SC-1", "MS-4", "TP-1", "SA-0")
                .doesNotContain("MS-1", "WL-LIMIT");
        assertThat(LawDiff.between(book, 2013, 2014).rules()).containsExactly("CS-9");
        assertThat(LawDiff.between(book, 2010, 2011).milestones())
                .extracting(Milestone::rule)
                .containsExactly("WL-LIMIT");
    }

    @Test
    void aRuleNotYetInForceIsNoDependent() {
        assertThat(LawDiff.between(book, 2005, 2006).dependents())
                .extracting(d -> d.rule().id())
                .doesNotContain("WL-NOTICE", "SR-1");
        assertThat(LawDiff.between(book, 2008, 2009).dependents())
                .filteredOn(d -> d.rule().id().equals("TP-5"))
                .allMatch(d -> !d.on().contains("WL-REINSTATE") && !d.on().contains("WL-WAIVER"))
                .hasSize(1);
    }

    @Test
    void theMilestonesOfTheCountAreTrue() {
        for (int year = 2009; year <= 2014; year++) {
            var clock =
                    new org.evenhand.law.clock.Clock(org.evenhand.law.rules.Statute.load(), Interpretations.DEFAULT);
            var state = clock.state(Histories.of("XAA", "2001-2013:2WL"), org.evenhand.core.ReportYear.of(year));
            assertThat(state.consecutiveYears()).isEqualTo(year - 2009);
            assertThat(state.forced()).isEqualTo(year >= 2013);
        }
    }
}
