package org.evenhand.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.evenhand.statistics.multiverse.Band;
import org.evenhand.statistics.ordinal.Effects;
import org.junit.jupiter.api.Test;

/// The scale of a curve shows every effect, and is not pressed flat by a few wide intervals or the ends of the band.
class CurveScaleTest {
    private static final Band NONE = new Band(new double[0], new double[0]);

    private static Effects.Estimate effect(double value, double half) {
        return new Effects.Estimate(value, half / 1.96, value - half, value + half, 0.95);
    }

    /// A hundred effects from −5 to 5 points, with intervals of two points around them.
    private static List<Effects.Estimate> hundred() {
        return new ArrayList<>(IntStream.rangeClosed(0, 100)
                .mapToObj(i -> effect(-0.05 + 0.001 * i, 0.02))
                .toList());
    }

    @Test
    void ordinaryIntervalsAreWhole() {
        var one = CurveScale.of(List.of(effect(0.01, 0.02), effect(0.03, 0.02)), NONE);
        assertThat(one.cut()).isFalse();
        assertThat(one.low()).isLessThan(-0.01);
        assertThat(one.high()).isGreaterThan(0.05);
        assertThat(one.fromTop(one.high())).isZero();
        assertThat(one.fromTop(one.low())).isEqualTo(1);
    }

    @Test
    void oneWideIntervalIsCutAndChangesNothingElse() {
        var before = CurveScale.of(hundred(), NONE);
        var effects = hundred();
        effects.add(effect(0, 0.9));
        var after = CurveScale.of(effects, NONE);
        assertThat(after.cut()).isTrue();
        assertThat(after.low()).isCloseTo(before.low(), within(0.002));
        assertThat(after.high()).isCloseTo(before.high(), within(0.002));
        assertThat(after.fromTop(-0.9)).isEqualTo(1);
        assertThat(after.fromTop(0.9)).isZero();
    }

    /// No effect is ever cut, however far out.
    @Test
    void anEffectIsNeverCut() {
        var effects = hundred();
        effects.add(effect(-0.6, 0.01));
        var scale = CurveScale.of(effects, NONE);
        assertThat(scale.low()).isLessThan(-0.6);
        assertThat(scale.fromTop(-0.6)).isLessThan(1);
    }

    @Test
    void theEndsOfTheBandAreCutAndItsMiddleIsNot() {
        var low = new double[101];
        var high = new double[101];
        Arrays.setAll(low, k -> k == 0 ? -7 : -0.1 + 0.001 * k);
        Arrays.setAll(high, k -> 0.02 + 0.001 * k);
        var scale = CurveScale.of(hundred(), new Band(low, high));
        assertThat(scale.cut()).isTrue();
        assertThat(scale.low()).isBetween(-0.11, -0.09);
        assertThat(scale.high()).isGreaterThan(0.117);
    }

    @Test
    void ticksAreRoundFewAndHaveZero() {
        for (double spread : new double[] {0.001, 0.004, 0.03, 0.2, 0.9}) {
            var scale = CurveScale.of(List.of(effect(-spread, spread / 10), effect(spread / 2, 0)), NONE);
            var ticks = scale.ticks();
            assertThat(ticks).contains(0.0).hasSizeBetween(2, 8).isSorted();
            assertThat(ticks.getFirst()).isGreaterThanOrEqualTo(scale.low());
            assertThat(ticks.getLast()).isLessThanOrEqualTo(scale.high());
            assertThat(ticks.stream().map(scale::label)).doesNotHaveDuplicates().contains("0");
        }
        assertThat(CurveScale.of(hundred(), NONE).label(-0.04)).isEqualTo("-4 points");
    }
}
