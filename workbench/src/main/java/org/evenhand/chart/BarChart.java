package org.evenhand.chart;

import java.util.List;
import java.util.Optional;
import org.evenhand.core.Figure;
import org.evenhand.print.NumberText;

/// Bars in groups: for each group its name and, below it, one bar a series with its number at the end.
public final class BarChart {
    private static final double WIDTH = 460;
    private static final double FONT = 13;
    private static final double MARGIN = 12;
    private static final double BAR = 15;

    /// Room for the number at the end of the longest bar.
    private static final double NUMBER = 96;

    private BarChart() {}

    /// A group of bars.
    ///
    /// @param values one a series; empty where nothing is recorded, which is drawn as "no data", never as zero
    public record Group(String name, List<Optional<Figure>> values) {
        public Group {
            values = List.copyOf(values);
        }
    }

    /// @param id stable anchor, unique on the page
    /// @param title what it shows
    /// @param description the sentence for those who cannot see it
    /// @param axisLabel what is measured, with its unit; bars start at zero, so values must not be negative
    /// @param series names of the series, one to three
    /// @param groups from top to bottom, at least one
    public static String svg(
            String id, String title, String description, String axisLabel, List<String> series, List<Group> groups) {
        var svg = new Svg(id, title, description);
        svg.hatching("nodata").stripes("second", Svg.ACCENT);
        var axis = Scale.LINEAR.axis(0, most(groups, series.size()));
        var left = MARGIN;
        var right = WIDTH - MARGIN - NUMBER;
        var y = 6.0;
        if (series.size() > 1) {
            for (var s = 0; s < series.size(); s++) {
                svg.rectangle(left, y + 2, 22, 12, fill(svg, s), Svg.ACCENT);
                svg.text(left + 30, y + 12.5, FONT, "start", Svg.INK, false, series.get(s));
                y += 20;
            }
            y += 6;
        }
        for (var group : groups) {
            for (var line : Svg.wrapped(group.name(), FONT, WIDTH - 2 * MARGIN)) {
                svg.text(left, y + 13, FONT, "start", Svg.INK, false, line);
                y += 17;
            }
            y += 2;
            for (var s = 0; s < series.size(); s++) {
                bar(svg, axis, group.values().get(s), s, left, right, y);
                y += BAR + 3;
            }
            y += 9;
        }
        svg.line(left, y, right, y, Svg.MUTED, 1);
        IntervalChart.ticks(svg, axis, left, right, y);
        y += 36;
        for (var line : Svg.wrapped(axisLabel, 12, WIDTH - 2 * MARGIN)) {
            svg.text(left, y, 12, "start", Svg.MUTED, false, line);
            y += 15;
        }
        return svg.done(WIDTH, y);
    }

    private static void bar(
            Svg svg, Scale.Axis axis, Optional<Figure> value, int series, double left, double right, double y) {
        if (value.isEmpty()) {
            svg.rectangle(left, y, 40, BAR, svg.fill("nodata"), Svg.RULE);
            svg.text(left + 46, y + 12, 12, "start", Svg.MUTED, false, "no data");
            return;
        }
        var figure = value.get();
        var end = axis.at(figure.value(), left, right);
        svg.rectangle(left, y, Math.max(end - left, 1), BAR, fill(svg, series), Svg.ACCENT);
        var mark = figure.basis().mark();
        var number = NumberText.value(figure) + (mark.isEmpty() ? "" : " " + mark);
        svg.text(Math.max(end, left + 1) + 6, y + 12, 12, "start", Svg.INK, false, number);
    }

    private static String fill(Svg svg, int series) {
        return switch (series) {
            case 0 -> Svg.ACCENT;
            case 1 -> svg.fill("second");
            case 2 -> "#ffffff";
            default -> throw new IllegalArgumentException("more than three series of bars cannot be told apart");
        };
    }

    private static double most(List<Group> groups, int series) {
        var most = 0.0;
        for (var group : groups) {
            if (group.values().size() != series) {
                throw new IllegalArgumentException("%s: %d values for %d series"
                        .formatted(group.name(), group.values().size(), series));
            }
            for (var value : group.values()) {
                if (value.isPresent() && value.get().value() < 0) {
                    throw new IllegalArgumentException(group.name() + ": a bar cannot be negative");
                }
                most = Math.max(most, value.map(Figure::value).orElse(0.0));
            }
        }
        return most;
    }
}
