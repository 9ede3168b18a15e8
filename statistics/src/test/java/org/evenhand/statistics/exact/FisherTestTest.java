package org.evenhand.statistics.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.evenhand.statistics.exact.FisherTest.Tested;
import org.evenhand.statistics.exact.FisherTest.Uninformative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class FisherTestTest {
    @ParameterizedTest
    @CsvFileSource(resources = "fisher.csv", numLinesToSkip = 1)
    void agreesWithFisherTestOfR(
            long a, long b, long c, long d, double level, double p, double odds, double low, double high) {
        Tested test = tested(a, b, c, d, level);
        assertThat(test.p()).isCloseTo(p, within(1e-9 * p));
        assertClose(test.oddsRatio(), odds);
        assertClose(test.interval().low(), low);
        assertClose(test.interval().high(), high);
    }

    /// The lady tasting tea (Fisher 1935): all four right has one chance in seventy, twice that
    /// two-sided.
    @Test
    void ladyTastingTea() {
        assertThat(tested(4, 0, 0, 4, 0.95).p()).isCloseTo(2.0 / 70, within(1e-15));
        assertThat(tested(3, 1, 1, 3, 0.95).p()).isCloseTo(34.0 / 70, within(1e-15));
    }

    /// R reports 621.93 as the upper limit of this table; the tail probability at that odds ratio is not
    /// 0.025.
    @Test
    void upperLimitIsTheRootThatTheLooseSearchOfRMisses() {
        double high = tested(3, 1, 1, 3, 0.95).interval().high();
        assertThat(lowerTail(high)).isCloseTo(0.025, within(1e-12));
        assertThat(lowerTail(621.9337505)).isGreaterThan(0.0251);
    }

    private static double lowerTail(double odds) {
        double[] weights = {1, 16 * odds, 36 * odds * odds, 16 * Math.pow(odds, 3), Math.pow(odds, 4)};
        double all = 0;
        for (double weight : weights) {
            all += weight;
        }
        return (all - weights[4]) / all;
    }

    @ParameterizedTest
    @CsvSource({"0,0,3,4,group 1", "3,4,0,0,group 2", "0,3,0,4,outcome", "3,0,4,0,no outcome", "0,0,0,0,group 1"})
    void emptyMarginSaysNothing(long a, long b, long c, long d, String margin) {
        assertThat(FisherTest.of(new TwoByTwo(a, b, c, d), 0.95))
                .isInstanceOfSatisfying(
                        Uninformative.class, it -> assertThat(it.emptyMargin()).isEqualTo(margin));
    }

    @Test
    void swappingGroupsInvertsTheOddsRatio() {
        Tested one = tested(7, 12, 20, 9, 0.95);
        Tested other = tested(20, 9, 7, 12, 0.95);
        assertThat(other.p()).isCloseTo(one.p(), within(1e-13));
        assertClose(other.oddsRatio(), 1 / one.oddsRatio());
        assertClose(other.interval().low(), 1 / one.interval().high());
    }

    @Test
    void refusesNegativeCounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TwoByTwo(1, -1, 0, 2));
    }

    private static Tested tested(long a, long b, long c, long d, double level) {
        return (Tested) FisherTest.of(new TwoByTwo(a, b, c, d), level);
    }

    private static void assertClose(double actual, double expected) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(actual).isCloseTo(expected, within(1e-9 * expected));
        }
    }
}
