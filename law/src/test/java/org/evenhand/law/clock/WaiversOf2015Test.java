package org.evenhand.law.clock;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenhand.core.ReportYear;
import org.evenhand.law.RecordedData;
import org.junit.jupiter.api.Test;

/// Worked case C14: the clock names exactly the seventeen countries of the Department's memorandum of
/// July 7, 2015.
class WaiversOf2015Test {
    private final java.util.List<ClockState> states =
            Clock.load().running(RecordedData.histories().values(), ReportYear.of(2015));

    @Test
    void exactlyTheSeventeenOfTheMemorandumNeedAWaiver() {
        assertThat(states.stream().filter(ClockState::needsWaiver).map(ClockState::iso3))
                .containsExactlyInAnyOrder(
                        "MMR", "KHM", "DJI", "GIN", "GUY", "HTI", "LBN", "LSO", "MLI", "NAM", "SLB", "SUR", "LKA",
                        "TUN", "TZA", "TKM", "UKR");
    }

    @Test
    void tenInTheirThirdAndSevenInTheirFourthYear() {
        assertThat(states.stream().filter(ClockState::needsWaiver).filter(s -> s.consecutiveYears() == 2))
                .hasSize(10);
        assertThat(states.stream().filter(ClockState::needsWaiver).filter(s -> s.consecutiveYears() == 3))
                .hasSize(7)
                .allMatch(s -> s.waiversUsed() == 1 && s.waiversLeft() == 1);
    }

    @Test
    void twentySevenMoreNeededNone() {
        assertThat(states.stream()
                        .filter(s ->
                                s.standing().filter(t -> t.code().equals("2WL")).isPresent())
                        .filter(s -> !s.needsWaiver()))
                .hasSize(27);
    }

    @Test
    void noneOfThemIsForcedAndStillOnTheList() {
        assertThat(states.stream().map(ClockState::route)).doesNotContain(ClockState.Route.CONTRADICTS);
    }
}
