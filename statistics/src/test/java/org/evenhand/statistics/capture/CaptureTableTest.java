package org.evenhand.statistics.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.evenhand.statistics.tasks.Executor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureTableTest {
    @DisplayName("Merging lists gives the five-list tables as published")
    @Test
    void mergedListsAsPublished() {
        assertThat(Tables.unitedKingdom().merged(2, 5).counts())
                .isEqualTo(Tables.unitedKingdomFiveLists().counts());
        assertThat(Tables.netherlands().merged(0, 2).counts())
                .isEqualTo(Tables.netherlandsFiveLists().counts());
        assertThat(Tables.unitedKingdom().observed()).isEqualTo(2744);
        assertThat(Tables.netherlands().observed()).isEqualTo(8234);
        assertThat(Tables.kosovo().observed()).isEqualTo(4400);
    }

    @DisplayName("Leaving a list out loses exactly those who are on no other")
    @Test
    void leavingAListOut() {
        var without = Tables.kosovo().without(3);
        assertThat(without.observed()).isEqualTo(4400 - 306);
        assertThat(without.count(0b001)).isEqualTo(1131 + 106);
        assertThat(without.count(0b111)).isEqualTo(181 + 27);
        assertThat(without.lists()).containsExactly("EXH", "ABA", "OSCE");
    }

    @DisplayName("Every leave-one-out and merged table is analysed, those with too few lists say so")
    @Test
    void sensitivity() {
        var options = new MultipleSystems.Options(Selection.bic(3, 2), 0, 1, 0.95);
        var left = Sensitivity.leaveOneOut(Tables.korea(), options, Executor.sequential());
        assertThat(left)
                .hasSize(3)
                .allSatisfy(variant -> assertThat(variant.analysis().outcome())
                        .isInstanceOfSatisfying(
                                Outcome.None.class,
                                none -> assertThat(none.failure()).isEqualTo(Failure.TOO_FEW_LISTS)));
        var merged = Sensitivity.mergePairs(Tables.kosovo(), options, Executor.sequential());
        assertThat(merged)
                .hasSize(6)
                .allSatisfy(variant -> assertThat(variant.analysis().limits()).isPresent());
        assertThat(merged.getFirst().change()).isEqualTo("EXH+ABA");
    }

    @DisplayName("A table refuses what cannot be counted")
    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaptureTable.of(List.of("A", "A"), new int[0], new long[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaptureTable.of(List.of("A", "B"), new int[] {0}, new long[] {3}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaptureTable.of(List.of("A", "B"), new int[] {1}, new long[] {-3}));
    }

    @DisplayName("The smaller Poisson tail, against another implementation")
    @ParameterizedTest
    @CsvSource({"0, 0.3", "1, 0.3", "4, 12.5", "12, 12.5", "13, 12.5", "30, 12.5", "995, 900", "2, 2", "800, 900.5"})
    void poissonTail(int n, double mean) {
        var poisson = PoissonDistribution.of(mean);
        double smaller = Math.min(poisson.cumulativeProbability(n), poisson.survivalProbability(n - 1));
        assertThat(Math.exp(PoissonTail.logSmaller(n, mean))).isCloseTo(smaller, within(1e-11 + 1e-9 * smaller));
    }

    @DisplayName("Tails below the smallest double keep their order")
    @Test
    void tinyTails() {
        assertThat(PoissonTail.logSmaller(5000, 10)).isLessThan(PoissonTail.logSmaller(4999, 10));
        assertThat(PoissonTail.logSmaller(0, 5000)).isCloseTo(-5000, within(1e-9));
    }
}
