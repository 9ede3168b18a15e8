package org.evenhand.influence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.evenhand.statistics.multiverse.Band;
import org.evenhand.statistics.ordinal.Effects;

/// The scale of a specification curve: every effect lies on it, and the intervals and the band but for their extremes,
/// which would press the curve flat. What reaches farther is drawn to the edge.
///
/// @param low lower end
/// @param high upper end
/// @param cut whether anything reaches farther
record CurveScale(double low, double high, boolean cut) {
    /// Share of interval ends, and of places of the band, at either end that may be cut.
    private static final double EXTREME = 0.025;

    private static final double ROOM = 0.03;
    private static final double[] STEPS = {0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5};
    private static final int MOST_STEPS = 7;

    static CurveScale of(List<Effects.Estimate> effects, Band band) {
        var lows = effects.stream().mapToDouble(Effects.Estimate::low).sorted().toArray();
        var highs =
                effects.stream().mapToDouble(Effects.Estimate::high).sorted().toArray();
        int from = (int) Math.ceil(EXTREME * (band.low().length - 1));
        double low = least(
                effects.stream().mapToDouble(Effects.Estimate::value),
                Arrays.stream(lows).skip(extreme(lows)),
                inner(band.low(), from));
        double high = -least(
                effects.stream().mapToDouble(e -> -e.value()),
                Arrays.stream(highs).limit(highs.length - extreme(highs)).map(v -> -v),
                inner(band.high(), from).map(v -> -v));
        double room = ROOM * Math.max(1e-6, high - low);
        double bottom = low - room;
        double top = high + room;
        boolean cut = DoubleStream.of(lows).anyMatch(v -> v < bottom)
                || DoubleStream.of(highs).anyMatch(v -> v > top)
                || DoubleStream.of(band.low()).anyMatch(v -> v < bottom)
                || DoubleStream.of(band.high()).anyMatch(v -> v > top);
        return new CurveScale(bottom, top, cut);
    }

    private static long extreme(double[] values) {
        return (long) (EXTREME * values.length);
    }

    private static DoubleStream inner(double[] ranks, int from) {
        return IntStream.range(from, Math.max(from, ranks.length - from)).mapToDouble(k -> ranks[k]);
    }

    /// Zero is always on the scale.
    private static double least(DoubleStream... values) {
        return Arrays.stream(values).flatMapToDouble(v -> v).reduce(0, Math::min);
    }

    /// How far down a value lies, from 0 at the upper end to 1; what is beyond an end lies on it.
    double fromTop(double value) {
        return Math.clamp((high - value) / (high - low), 0, 1);
    }

    /// Round values on the scale, zero among them, upwards.
    List<Double> ticks() {
        double step = step();
        return IntStream.rangeClosed((int) Math.ceil(low / step), (int) Math.floor(high / step))
                .mapToObj(i -> i * step)
                .toList();
    }

    /// In percentage points, with the decimals that the steps need.
    String label(double tick) {
        if (tick == 0) {
            return "0";
        }
        return String.format(Locale.ROOT, step() < 0.01 ? "%+.1f points" : "%+.0f points", 100 * tick);
    }

    private double step() {
        return DoubleStream.of(STEPS)
                .filter(s -> (high - low) / s <= MOST_STEPS)
                .findFirst()
                .orElse(STEPS[STEPS.length - 1]);
    }
}
