package org.evenhand.statistics.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.evenhand.statistics.tasks.Executor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BootstrapTest {
    private static Bootstrap run(CaptureTable table, Selection selection, int replicates, long seed, int threads) {
        return MultipleSystems.analyse(
                        table,
                        new MultipleSystems.Options(selection, replicates, seed, 0.95),
                        Executor.threads(threads))
                .bootstrap()
                .orElseThrow();
    }

    private static Selection bic(int order) {
        return new Selection.Bic(order, Selection.Search.EXHAUSTIVE);
    }

    static Stream<Arguments> intervals() {
        var uk = Tables.unitedKingdomFiveLists();
        return Stream.of(
                // Silverman, Chan & Vincent 2024, tables 3 and 6: 1,000 replicates, BCa, 95 %
                Arguments.of("Korea", Tables.korea(), bic(2), 1000, 128, 349, 8),
                Arguments.of("Kosovo", Tables.kosovo(), bic(3), 1000, 6947, 18010, 8),
                Arguments.of("Kosovo, pairs", Tables.kosovo(), bic(2), 1000, 12451, 16273, 3),
                Arguments.of("UK five, pairs", uk, bic(2), 1000, 11456, 43894, 25),
                Arguments.of("UK five, triples", uk, bic(3), 500, 11168, 56052, 25),
                Arguments.of(
                        "UK six, downhill",
                        Tables.unitedKingdom(),
                        new Selection.Bic(2, Selection.Search.DOWNHILL),
                        500,
                        9643,
                        25508,
                        15));
    }

    /// The tolerance of the upper limit is about two standard errors of the difference of two bootstraps: over
    /// ten seeds of 1,000 replicates the upper limit of UK five, pairs, ranges from 39,300 to 52,600, since its
    /// replicates fall on two models far apart.
    @DisplayName("BCa limits are the published ones to the error of two bootstraps")
    @ParameterizedTest(name = "{0}: {4} to {5}")
    @MethodSource("intervals")
    void publishedIntervals(
            String name,
            CaptureTable table,
            Selection selection,
            int replicates,
            double low,
            double high,
            double tolerance) {
        var limits = run(table, selection, replicates, 2024, 2).bca(0.95);
        assertThat(limits.low()).isCloseTo(low, Percentage.withPercentage(Math.min(tolerance, 6)));
        assertThat(limits.high()).isCloseTo(high, Percentage.withPercentage(tolerance));
    }

    @DisplayName("The jackknife acceleration is that of the authors' software")
    @Test
    void acceleration() {
        assertThat(run(Tables.korea(), new Selection.Bic(2, Selection.Search.DOWNHILL), 5, 1, 1)
                        .acceleration())
                .isCloseTo(-0.008783628, within(5e-9));
        assertThat(run(Tables.korea(), new Selection.Bic(1, Selection.Search.DOWNHILL), 5, 1, 1)
                        .acceleration())
                .isCloseTo(-0.001934882, within(5e-9));
    }

    @DisplayName("One thread and two give the same bits; another seed gives others")
    @Test
    void sameBitsOnAnyThreads() {
        var table = Tables.unitedKingdomFiveLists();
        var one = run(table, Selection.stepwise(), 200, 5, 1);
        assertThat(run(table, Selection.stepwise(), 200, 5, 2).totals()).isEqualTo(one.totals());
        assertThat(run(table, bic(2), 20, 5, 2).totals())
                .isEqualTo(run(table, bic(2), 20, 5, 1).totals());
        assertThat(run(table, Selection.stepwise(), 200, 6, 2).totals()).isNotEqualTo(one.totals());
    }

    @DisplayName("Replicates without an estimate are counted by reason and are in no quantile")
    @Test
    void failuresAreCounted() {
        // Few people in common: many replicates have no two lists that overlap.
        var table = Tables.parse("A B C", "100 30", "010 20", "001 10", "110 1", "011 1", "101 1");
        var bootstrap = run(table, Selection.stepwise(), 500, 3, 2);
        assertThat(bootstrap.failures()).isPositive().isEqualTo(500 - bootstrap.totals().length);
        assertThat(bootstrap.failed()).containsKey(Failure.NOT_EXISTING);
        assertThat(java.util.Arrays.stream(bootstrap.totals()))
                .allMatch(total -> total >= 63 && total < 63 * MultipleSystems.EXPLODED);
    }

    @DisplayName("Quantiles are those of definition 8 of Hyndman & Fan: R's quantile(c(1,2,4,8,16), type = 8)")
    @Test
    void quantiles() {
        var bootstrap = new Bootstrap(5, Map.of(), new double[] {16, 1, 4, 2, 8}, 0, 4);
        var limits = bootstrap.percentile(0.5);
        assertThat(limits.low()).isCloseTo(1.666667, within(1e-6));
        assertThat(limits.high()).isCloseTo(10.666667, within(1e-6));
    }

    @DisplayName("Without bias and acceleration BCa is the percentile interval; acceleration moves it")
    @Test
    void bcaReducesToPercentile() {
        var totals =
                java.util.stream.IntStream.rangeClosed(1, 1000).asDoubleStream().toArray();
        var symmetric = new Bootstrap(1000, Map.of(), totals, 0, 500.5);
        assertThat(symmetric.bca(0.9).low()).isCloseTo(symmetric.percentile(0.9).low(), within(1e-6));
        assertThat(symmetric.bca(0.9).high())
                .isCloseTo(symmetric.percentile(0.9).high(), within(1e-6));
        assertThat(new Bootstrap(1000, Map.of(), totals, 0.1, 500.5).bca(0.9).high())
                .isGreaterThan(symmetric.bca(0.9).high());
    }

    @DisplayName("If every replicate is above the estimate there is no bias correction: percentile, and it says so")
    @Test
    void withoutBiasCorrection() {
        var bootstrap = new Bootstrap(3, Map.of(), new double[] {2, 3, 4}, 0, 1);
        assertThat(bootstrap.accelerated()).isFalse();
        assertThat(bootstrap.limits(0.95).method()).isEqualTo("percentile");
    }
}
