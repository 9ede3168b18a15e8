package org.evenhand.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenhand.core.ReportYear;
import org.evenhand.law.clock.QuickClock;
import org.evenhand.law.hearing.Case;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.rules.Statute;
import org.junit.jupiter.api.Test;

/// The clock without reasons gives the answer of the rules.
class QuickClockTest {
    private static final Statute STATUTE = Statute.load();

    private static QuickClock.Answer byTheRules(PlacementHistory history, ReportYear year, Interpretations readings) {
        var matter = Case.of(history.until(year), year)
                .reading(readings)
                .assuming("merits", Answer.word("2WL"))
                .assuming("WW-1", Answer.word("no"))
                .assuming("victim_flow_evidence", Answer.word("yes"));
        var hearing = STATUTE.hear(matter);
        if (hearing.inForce("WL-REINSTATE")
                && hearing.on("WL-REINSTATE").ruling().met()) {
            return QuickClock.Answer.CLOSED_BY_RETURN;
        }
        if (!hearing.inForce("WL-LIMIT") || !hearing.on("WL-LIMIT").ruling().met()) {
            return QuickClock.Answer.OPEN;
        }
        var waiver = hearing.on("WL-WAIVER");
        if (waiver.ruling().met()) {
            return QuickClock.Answer.WAIVED;
        }
        return waiver.ruling().reason().startsWith("no waiver time")
                ? QuickClock.Answer.CLOSED_BY_LIMIT
                : QuickClock.Answer.WAIVER_NEEDED;
    }

    @Test
    void agreesWithTheRulesOnTheWholeRecord() {
        var quick = new QuickClock(STATUTE.book(), Interpretations.DEFAULT);
        for (var history : RecordedData.histories().values()) {
            var compiled = quick.compile(history);
            for (var year : history.placements().keySet()) {
                assertThat(quick.ask(compiled, year.value()))
                        .as("%s %s", history.iso3(), year)
                        .isEqualTo(byTheRules(history, year, Interpretations.DEFAULT));
            }
        }
    }

    @Test
    void agreesWithTheRulesOnInventedRecordsUnderEveryReading() {
        for (long seed = 0; seed < 1500; seed++) {
            var random = InventedCases.random(seed);
            var year = ReportYear.of(random.nextInt(2008, 2031));
            var readings = InventedCases.readings(random);
            var history = InventedCases.history(random, year, false);
            var quick = new QuickClock(STATUTE.book(), readings);
            assertThat(quick.ask(quick.compile(history), year.value()))
                    .as("seed %d", seed)
                    .isEqualTo(byTheRules(history, year, readings));
        }
    }

    @Test
    void refusesYearsAfterAnUnknownOne() {
        var quick = new QuickClock(STATUTE.book(), Interpretations.DEFAULT);
        var record = quick.compile(Histories.of("XAA", "2014-2015:2WL ?2016"));
        assertThat(quick.ask(record, 2016)).isEqualTo(QuickClock.Answer.WAIVER_NEEDED);
        assertThatThrownBy(() -> quick.ask(record, 2017)).hasMessage("report 2016 is not known");
    }
}
