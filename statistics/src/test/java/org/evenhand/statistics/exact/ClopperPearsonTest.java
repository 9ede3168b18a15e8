package org.evenhand.statistics.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ClopperPearsonTest {
    @ParameterizedTest
    @CsvFileSource(resources = "clopper-pearson.csv", numLinesToSkip = 1)
    void agreesWithBinomTestOfR(long successes, long trials, double level, double low, double high) {
        ExactInterval interval = ClopperPearson.interval(successes, trials, level);
        assertThat(interval.low()).isCloseTo(low, within(1e-10 * low));
        assertThat(interval.high()).isCloseTo(high, within(1e-10 * high));
    }

    @Test
    void neverInTwentyFiveStillAllowsARateOfElevenPercent() {
        assertThat(ClopperPearson.upperBound(0, 25, 0.95)).isCloseTo(0.112928, within(1e-6));
        assertThat(ClopperPearson.upperBound(0, 1000, 0.95))
                .as("the rule of three")
                .isCloseTo(3.0 / 1000, withinPercentage(0.3));
        assertThat(ClopperPearson.lowerBound(25, 25, 0.95)).isCloseTo(1 - 0.112928, within(1e-6));
    }

    @Test
    void limitsInvertTheBinomialTails() {
        for (int n : new int[] {1, 2, 5, 30, 200}) {
            for (int x = 0; x <= n; x += Math.max(1, n / 7)) {
                ExactInterval interval = ClopperPearson.interval(x, n, 0.95);
                if (x > 0) {
                    assertThat(BinomialDistribution.of(n, interval.low()).survivalProbability(x - 1))
                            .isCloseTo(0.025, within(1e-12));
                }
                if (x < n) {
                    assertThat(BinomialDistribution.of(n, interval.high()).cumulativeProbability(x))
                            .isCloseTo(0.025, within(1e-12));
                }
            }
        }
    }

    /// The coverage is computed, not simulated: the sum of binomial probabilities of the outcomes whose
    /// interval holds p.
    @Test
    void coversAtLeastAtItsLevelWhateverTheTrueProportion() {
        int n = 17;
        for (double p = 0.005; p < 1; p += 0.005) {
            BinomialDistribution outcomes = BinomialDistribution.of(n, p);
            double coverage = 0;
            for (int x = 0; x <= n; x++) {
                if (ClopperPearson.interval(x, n, 0.9).contains(p)) {
                    coverage += outcomes.probability(x);
                }
            }
            assertThat(coverage).as("p = %s", p).isGreaterThanOrEqualTo(0.9 - 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0,0.95", "-1,5,0.95", "6,5,0.95", "1,5,0", "1,5,1", "1,5,95", "1,5,NaN"})
    void refusesWhatMakesNoSense(long successes, long trials, double level) {
        assertThatIllegalArgumentException().isThrownBy(() -> ClopperPearson.interval(successes, trials, level));
    }
}
