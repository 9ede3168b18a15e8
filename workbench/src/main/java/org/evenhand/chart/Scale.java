package org.evenhand.chart;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.print.NumberText;

/// Maps values to positions along an axis.
public enum Scale {
    /// Equal steps; starts at zero unless there are negative values.
    LINEAR,
    /// Equal factors; for values above zero only.
    LOGARITHMIC,
    /// From 0 to 1, for shares and probabilities.
    UNIT;

    /// A mark on the axis and what is written there.
    record Tick(double value, String label) {}

    /// An axis that covers given values.
    record Axis(Scale scale, double low, double high, List<Tick> ticks) {
        double at(double value, double from, double to) {
            var share = scale == LOGARITHMIC
                    ? (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low))
                    : (value - low) / (high - low);
            return from + Math.clamp(share, 0.0, 1.0) * (to - from);
        }
    }

    /// @param low least value to be shown
    /// @param high greatest value to be shown
    Axis axis(double low, double high) {
        return switch (this) {
            case UNIT -> linear(UNIT, 0, 1, 0.25);
            case LINEAR -> {
                var from = Math.min(low, 0);
                var to = high > from ? Math.max(high, 0) : from + 1;
                var step = step(to - from);
                yield linear(LINEAR, Math.floor(from / step) * step, Math.ceil(to / step) * step, step);
            }
            case LOGARITHMIC -> {
                if (!(low > 0)) {
                    throw new IllegalArgumentException("a logarithmic axis cannot show " + low);
                }
                yield logarithmic((int) Math.floor(Math.log10(low)), (int) Math.ceil(Math.log10(high)));
            }
        };
    }

    private static Axis linear(Scale scale, double low, double high, double step) {
        var ticks = new ArrayList<Tick>();
        var count = (int) Math.round((high - low) / step);
        for (var i = 0; i <= count; i++) {
            var value = low + i * step;
            ticks.add(new Tick(value, label(value)));
        }
        return new Axis(scale, low, high, ticks);
    }

    private static Axis logarithmic(int from, int to) {
        var last = Math.max(to, from + 1);
        var ticks = new ArrayList<Tick>();
        for (var power = from; power <= last; power++) {
            var value = Math.pow(10, power);
            ticks.add(new Tick(value, label(value)));
        }
        return new Axis(LOGARITHMIC, Math.pow(10, from), Math.pow(10, last), ticks);
    }

    /// 1, 2 or 5 times a power of ten, for four to eight steps.
    private static double step(double range) {
        var power = Math.pow(10, Math.floor(Math.log10(range / 4)));
        var rest = range / 4 / power;
        return power * (rest >= 5 ? 5 : rest >= 2 ? 2 : 1);
    }

    private static String label(double value) {
        var size = Math.abs(value);
        if (size >= 1e9) {
            return short3(value / 1e9) + " bn";
        }
        if (size >= 1e6) {
            return short3(value / 1e6) + " m";
        }
        return short3(value);
    }

    /// At most three decimals, without needless zeros.
    private static String short3(double value) {
        var thousandths = Math.round(value * 1000);
        if (thousandths % 1000 == 0) {
            return NumberText.whole(thousandths / 1000);
        }
        var text = Svg.number(value);
        return Math.round(value * 100) * 10 == thousandths ? text : Double.toString(thousandths / 1000.0);
    }
}
