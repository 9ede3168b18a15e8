package org.evenhand.sanctions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.evenhand.core.Basis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AidSplitTest {
    private static AidSplit split(long total, long economic, long military, long humanitarian, long narcotics) {
        return AidSplit.split(
                "XAA",
                2014,
                total,
                OptionalLong.of(economic),
                OptionalLong.of(military),
                OptionalLong.of(humanitarian),
                OptionalLong.of(narcotics),
                OptionalLong.of(2 * total),
                Basis.SOURCED,
                List.of("fa_gov"));
    }

    /// 100 economic with 20 humanitarian, 30 military, 10 narcotics on either side: exempt 30, caught at
    /// least 20, the remaining 80 either; the publishers differ by 5, which may be caught as well.
    @Test
    void theLinesAreSortedAsTheDefinitionSortsThem() {
        var s = split(135, 100, 30, 20, 10);
        assertThat(s.kind()).isEqualTo(AidSplit.Kind.SPLIT);
        assertThat(List.of(s.humanitarian(), s.narcotics(), s.caught(), s.undetermined(), s.difference()))
                .containsExactly(20L, 10L, 20L, 80L, 5L);
        assertThat(s.least()).isEqualTo(20);
        assertThat(s.most()).isEqualTo(105);
        assertThat(s.constant(s.most())).hasValue(210);
    }

    /// A total below the sum of the lines may lack what is caught.
    @Test
    void aSmallerTotalLowersTheLeast() {
        assertThat(split(120, 100, 30, 20, 10).least()).isEqualTo(10);
    }

    @Test
    void withoutLinesAnythingFromNothingToAllMayBeCaught() {
        var none = OptionalLong.empty();
        var s = AidSplit.split("XAA", 2021, 50, none, none, none, none, none, Basis.SOURCED, List.of("fa_gov"));
        assertThat(s.kind()).isEqualTo(AidSplit.Kind.NOT_SPLIT);
        assertThat(s.least()).isZero();
        assertThat(s.most()).isEqualTo(50);
        assertThat(s.constant(s.most())).isEmpty();
    }

    @Test
    void deObligationsMakeTheLinesUseless() {
        assertThat(split(100, 100, -1, 0, 0).kind()).isEqualTo(AidSplit.Kind.DE_OBLIGATED);
        assertThat(split(100, 100, 0, 120, 0).kind()).isEqualTo(AidSplit.Kind.DE_OBLIGATED);
        assertThat(split(-5, 0, 0, 0, 0).most()).isZero();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200).map(i -> Long.getLong("property.seed", 20010101L) + i);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void partsAddUpToTheCentAndBoundsAreOrdered(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            var s = split(amount(random), amount(random), amount(random), amount(random), amount(random));
            assertThat(s.humanitarian() + s.narcotics() + s.caught() + s.undetermined() + s.difference())
                    .isEqualTo(s.total());
            assertThat(s.least()).isBetween(0L, s.most());
            for (var decision : Decision.values()) {
                assertThat(decision.least(s.least())).isBetween(0L, decision.most(s.most()));
            }
        }
    }

    private static long amount(SplittableRandom random) {
        return random.nextLong(-1_000_00, 10_000_000_00L);
    }

    /// Every row of the shipped table, by country and year.
    @Test
    void everyShippedRowAddsUp() {
        for (var iso3 : Shipped.WORLD.countries()) {
            for (int year = 2000; year <= 2024; year++) {
                AidSplit.of(Shipped.CATALOGUE, iso3, year)
                        .ifPresent(s -> assertThat(s.least()).isBetween(0L, s.most()));
            }
        }
    }
}
