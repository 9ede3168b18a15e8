package org.evenhand.law.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.law.Interpretations;
import org.evenhand.law.RecordedData;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.rules.Statute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// The clock over the shipped record against cases worked out by hand from the placements and the
/// statute, before the program was asked. The table is for a lawyer to read.
class RecordedClockTest {
    private static final Statute STATUTE = Statute.load();

    @ParameterizedTest(name = "{0} {1} {2}: {12}")
    @CsvFileSource(resources = "/org/evenhand/law/recorded-clock.csv", numLinesToSkip = 1)
    void agreesWithTheHandWorkedCase(
            String iso3,
            int year,
            String reading,
            String tier,
            int n,
            int used,
            int left,
            boolean recorded,
            boolean needs,
            boolean forced,
            String without,
            String with,
            String why) {
        var readings = Interpretations.DEFAULT;
        if (reading != null) {
            var parts = reading.split("=");
            readings = readings.with(parts[0], parts[1]);
        }
        var history = RecordedData.histories()
                .getOrDefault(iso3, PlacementHistory.empty(iso3))
                .knownTo(ReportYear.of(2025));
        var state = new Clock(STATUTE, readings).state(history, ReportYear.of(year));
        assertThat(state.standing().map(Standing::code).orElse("unknown"))
                .as("tier")
                .isEqualTo(tier);
        assertThat(state.consecutiveYears()).as("n").isEqualTo(n);
        assertThat(state.waiversUsed()).as("w").isEqualTo(used);
        assertThat(state.waiversLeft()).as("left").isEqualTo(left);
        assertThat(state.waiverRecorded()).as("recorded").isEqualTo(recorded);
        assertThat(state.needsWaiver()).as("needs").isEqualTo(needs);
        assertThat(state.forced()).as("forced").isEqualTo(forced);
        assertThat(why).isNotBlank();
        path(state, 0, without);
        path(state, 1, with);
    }

    /// An empty cell: not worked out.
    private static void path(ClockState state, int index, @org.jspecify.annotations.Nullable String expected) {
        if (expected != null) {
            assertThat(state.paths().get(index).forced().map(ReportYear::toString))
                    .as(state.paths().get(index).name())
                    .hasValue(expected);
        }
    }
}
