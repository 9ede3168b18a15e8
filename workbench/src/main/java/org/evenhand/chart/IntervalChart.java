package org.evenhand.chart;

import java.util.List;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.print.NumberText;

/// Values side by side on one axis, each a dot with its interval drawn, its name and its number above it.
public final class IntervalChart {
    private static final double WIDTH = 460;
    private static final double FONT = 13;
    private static final double MARGIN = 12;

    private IntervalChart() {}

    /// One value.
    ///
    /// @param label its name, with method and year where they matter
    /// @param figure the value and its interval
    /// @param muted set back, for example because a later estimate supersedes it; say so in the label too
    public record Dot(String label, Figure figure, boolean muted) {
        public static Dot of(String label, Figure figure) {
            return new Dot(label, figure, false);
        }
    }

    /// @param id stable anchor, unique on the page
    /// @param title what it shows
    /// @param description the sentence for those who cannot see it
    /// @param axisLabel what is measured, with its unit
    /// @param dots from top to bottom, at least one
    public static String svg(
            String id, String title, String description, String axisLabel, Scale scale, List<Dot> dots) {
        var svg = new Svg(id, title, description);
        var axis = axis(scale, dots);
        var right = WIDTH - MARGIN - 16;
        var left = MARGIN + 16;
        var heights = new double[dots.size()];
        var total = 0.0;
        for (var i = 0; i < heights.length; i++) {
            heights[i] = lines(dots.get(i)).size() * 17 + 26.0;
            total += heights[i];
        }
        var top = 8.0;
        for (var tick : axis.ticks()) {
            var x = axis.at(tick.value(), left, right);
            svg.line(x, top, x, top + total, "#e4e8ec", 1);
        }
        var y = top;
        for (var i = 0; i < heights.length; i++) {
            dot(svg, axis, dots.get(i), left, right, y);
            y += heights[i];
        }
        svg.line(left, y, right, y, Svg.MUTED, 1);
        ticks(svg, axis, left, right, y);
        y += 38;
        for (var line : Svg.wrapped(axisLabel, 12, WIDTH - 2 * MARGIN)) {
            svg.text(WIDTH / 2, y, 12, "middle", Svg.MUTED, false, line);
            y += 15;
        }
        return svg.done(WIDTH, y);
    }

    private static Scale.Axis axis(Scale scale, List<Dot> dots) {
        var low = Double.POSITIVE_INFINITY;
        var high = Double.NEGATIVE_INFINITY;
        for (var dot : dots) {
            low = Math.min(low, dot.figure().value());
            high = Math.max(high, dot.figure().value());
            if (dot.figure().interval() instanceof Interval.Between between) {
                low = Double.isFinite(between.low()) ? Math.min(low, between.low()) : low;
                high = Double.isFinite(between.high()) ? Math.max(high, between.high()) : high;
            }
        }
        return scale.axis(low, high);
    }

    private static List<String> lines(Dot dot) {
        return Svg.wrapped(dot.label() + ": " + NumberText.prose(dot.figure()), FONT, WIDTH - 2 * MARGIN);
    }

    private static void dot(Svg svg, Scale.Axis axis, Dot dot, double left, double right, double y) {
        var ink = dot.muted() ? Svg.MUTED : Svg.INK;
        var line = y + 15;
        for (var text : lines(dot)) {
            // A light ground keeps the lines of the axis from running through the words.
            svg.rectangle(
                    MARGIN - 2, line - 12, Math.min(Svg.width(text, FONT), WIDTH - MARGIN) + 2, 16, "#ffffff", "");
            svg.text(MARGIN, line, FONT, "start", ink, false, text);
            line += 17;
        }
        var at = line - 4;
        var colour = dot.muted() ? "#7f8c99" : Svg.ACCENT;
        if (dot.figure().interval() instanceof Interval.Between between) {
            var from = axis.at(between.low(), left, right);
            var to = axis.at(between.high(), left, right);
            svg.line(from, at, to, at, colour, 3);
            svg.line(from, at - 5, from, at + 5, colour, 1.5);
            svg.line(to, at - 5, to, at + 5, colour, 1.5);
        }
        var x = axis.at(dot.figure().value(), left, right);
        svg.circle(x, at, 5, dot.muted() ? "#ffffff" : Svg.ACCENT, dot.muted() ? "#7f8c99" : "#ffffff");
    }

    static void ticks(Svg svg, Scale.Axis axis, double left, double right, double y) {
        var free = Double.NEGATIVE_INFINITY;
        for (var tick : axis.ticks()) {
            var x = axis.at(tick.value(), left, right);
            svg.line(x, y, x, y + 5, Svg.MUTED, 1);
            var half = Svg.width(tick.label(), 11.5) / 2;
            if (x - half > free) {
                svg.text(x, y + 19, 11.5, "middle", Svg.MUTED, false, tick.label());
                free = x + half + 4;
            }
        }
    }
}
