package org.evenhand.law.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenhand.core.ReportYear;
import org.evenhand.law.Histories;
import org.evenhand.law.Interpretations;
import org.evenhand.law.clock.ClockState.Route;
import org.evenhand.law.rules.Statute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The clock against documented runs; each row names where it is printed.
class ClockTest {
    private final Clock clock = Clock.load();

    @ParameterizedTest(name = "{0} report {2}: {1}")
    @CsvFileSource(resources = "/org/evenhand/law/clock.csv", useHeadersInDisplayName = false, numLinesToSkip = 1)
    void readsTheClock(
            String iso3,
            String record,
            int year,
            int n,
            int used,
            int left,
            boolean needs,
            boolean forced,
            Route route,
            String without,
            String with,
            String citedAt) {
        assertThat(citedAt).isNotBlank();
        var state = clock.state(Histories.of(iso3, record), ReportYear.of(year));
        assertThat(state.consecutiveYears()).as("n").isEqualTo(n);
        assertThat(state.waiversUsed()).as("waivers used").isEqualTo(used);
        assertThat(state.waiversLeft()).as("waivers left").isEqualTo(left);
        assertThat(state.needsWaiver()).as("needs waiver").isEqualTo(needs);
        assertThat(state.forced()).as("forced").isEqualTo(forced);
        assertThat(state.route()).isEqualTo(route);
        assertThat(state.paths())
                .extracting(p -> p.forced().map(ReportYear::toString).orElse("none"))
                .isEqualTo(List.of(without, with));
        assertThat(state.trace().isPresent()).isEqualTo(year >= 2009);
    }

    @Test
    void anUnknownYearMakesTheCountALowerBound() {
        var state = clock.state(Histories.of("BOL", "2014-2015:2WL ?2016 2017:2WL 2018:3"), ReportYear.of(2018));
        assertThat(state.consecutiveYears()).isEqualTo(1);
        assertThat(state.missing()).containsExactly("placement 2016");
        assertThat(state.forced()).isFalse();
        assertThat(state.explanation())
                .contains("(at least; not known: placement 2016)", "as far as known, the Watch List is open");
    }

    @Test
    void anUnknownYearBehindAnEndedRunDoesNotMatter() {
        var state = clock.state(Histories.of("IRL", "?2017 2018-2019:2 2020-2021:2WL 2022:2"), ReportYear.of(2022));
        assertThat(state.consecutiveYears()).isEqualTo(2);
        assertThat(state.missing()).isEmpty();
    }

    @Test
    void theSecondReadingOfTheReturnRuleBarsEquatorialGuineaOnlyWithoutItsDate() {
        var record = Histories.of("GNQ", "2009-2010:2WL 2011-2019:3 2020-2022:2WL w2022");
        var in2021 = ReportYear.of(2021);
        assertThat(clock.state(record, in2021).forced()).isFalse();
        var noWaiver = Interpretations.DEFAULT.with("return-waiver", "not-needed");
        assertThat(new Clock(Statute.load(), noWaiver).state(record, in2021).reinstated())
                .isTrue();
        var second = noWaiver.with("return-from", "spell-since-2019");
        assertThat(new Clock(Statute.load(), second).state(record, in2021).forced())
                .isFalse();
    }

    @Test
    void runningListsWhoIsOnTheListOrWasTheYearBefore() {
        var states = clock.running(
                List.of(
                        Histories.of("CHN", "2009-2012:2WL 2013:3"),
                        Histories.of("AAA", "2012:2 2013:2WL"),
                        Histories.of("BBB", "2012-2013:3")),
                ReportYear.of(2013));
        assertThat(states).extracting(ClockState::iso3).containsExactly("AAA", "CHN");
    }

    @Test
    void beforeAReportIsKnownThePathBeginsWithIt() {
        var record = Histories.of("COG", "2022:2 2023-2025:2WL w2025").knownTo(ReportYear.of(2025));
        var state = clock.state(record, ReportYear.of(2026));
        assertThat(state.route()).isEqualTo(ClockState.Route.UNKNOWN);
        assertThat(state.paths())
                .extracting(p -> p.forced().map(ReportYear::toString).orElse("none"))
                .containsExactly("2026", "2026");
        assertThat(state.paths().getFirst().assumption()).startsWith("is placed on the Watch List in this report");
        assertThat(state.explanation()).endsWith("standing not known.");
    }

    @Test
    void aClockThatRunsUnderAnotherReadingIsListed() {
        var haiti = Histories.of("HTI", "2021-2023:2WL w2023 2024-2025:SC");
        var in2025 = ReportYear.of(2025);
        assertThat(clock.running(List.of(haiti), in2025)).isEmpty();
        var ranked = new Clock(Statute.load(), Interpretations.DEFAULT.with("run-reset", "ranked"));
        assertThat(ranked.running(List.of(haiti), in2025))
                .extracting(ClockState::consecutiveYears)
                .containsExactly(3);
        assertThat(ranked.running(List.of(Histories.of("XAA", "2020-2025:2")), in2025))
                .isEmpty();
        assertThat(ranked.running(List.of(haiti), ReportYear.of(2008))).isEmpty();
    }
}
