package org.evenhand.influence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhand.statistics.multiverse.Band;
import org.evenhand.statistics.multiverse.Outcome;

/// The specification curve as SVG: effects in order with their 95% intervals, the band that no association
/// gives, and below it which options each specification took.
final class CurveChart {
    private static final double WIDTH = 900;
    private static final double LEFT = 220;
    private static final double TOP = 40;
    private static final double CURVE = 260;
    private static final double LINE = 12;
    private static final double GAP = 5;

    private CurveChart() {}

    private record Dot(Universe.Point point, Outcome.Estimated outcome) {}

    static String svg(Finding finding) {
        var dots = new ArrayList<Dot>();
        for (int i = 0; i < finding.points().size(); i++) {
            if (finding.curve().outcomes().get(i) instanceof Outcome.Estimated e) {
                dots.add(new Dot(finding.points().get(i), e));
            }
        }
        dots.sort(Comparator.comparingDouble((Dot d) -> d.outcome.effect().value())
                .thenComparingInt(d -> d.point.number()));
        var band = finding.curve().band();
        var scale = CurveScale.of(dots.stream().map(d -> d.outcome.effect()).toList(), band);
        var varied = finding.universe().choices().entrySet().stream()
                .filter(e -> e.getValue().options().size() > 1)
                .toList();
        int lines =
                varied.stream().mapToInt(e -> e.getValue().options().size() + 1).sum();
        double height = TOP + CURVE + 30 + LINE * lines + GAP * varied.size();
        var svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\" font-family=\"sans-serif\" font-size=\"10\">",
                WIDTH,
                height,
                WIDTH,
                height));
        svg.append("<title>").append(escape(finding.universe().title())).append(": specification curve</title>");
        svg.append("<desc>Effects of ")
                .append(dots.size())
                .append(
                        " specifications in order, with 95% intervals, the band that no association gives, and the choices of each.</desc>");
        band(svg, band, dots.size(), scale);
        for (double tick : scale.ticks()) {
            double y = y(tick, scale);
            svg.append(line(LEFT, y, WIDTH - 10, y, tick == 0 ? "#333" : "#ccc", tick == 0 ? 1 : 0.5));
            label(svg, LEFT - 6, y + 3, scale.label(tick), true);
        }
        if (scale.cut()) {
            label(svg, 10, TOP - 8, "Intervals and band that reach farther are cut at the edge.", false);
        }
        label(
                svg,
                10,
                16,
                finding.universe().title() + ": percentage points "
                        + (finding.universe().waivers() ? "more probability of a waiver" : "less probability of Tier 3")
                        + ", with more of the interest",
                false);
        for (int i = 0; i < dots.size(); i++) {
            var effect = dots.get(i).outcome.effect();
            double x = x(i, dots.size());
            svg.append("<g data-specification=\"")
                    .append(dots.get(i).point.number())
                    .append("\"><title>")
                    .append(escape(said(dots.get(i), varied)))
                    .append("</title>");
            svg.append(line(x, y(effect.low(), scale), x, y(effect.high(), scale), "#9ab", 0.5));
            svg.append(circle(x, y(effect.value(), scale), dots.get(i).outcome.significant()))
                    .append("</g>");
        }
        dashboard(svg, varied, dots);
        return svg.append("</svg>").toString();
    }

    private static void band(StringBuilder svg, Band band, int n, CurveScale scale) {
        int ranks = band.low().length;
        if (ranks < 2) {
            return;
        }
        var points = new StringBuilder();
        for (int k = 0; k < ranks; k++) {
            points.append(point(k, ranks, n, y(band.high()[k], scale)));
        }
        for (int k = ranks - 1; k >= 0; k--) {
            points.append(point(k, ranks, n, y(band.low()[k], scale)));
        }
        svg.append("<polygon fill=\"#ddd\" points=\"")
                .append(points.toString().strip())
                .append("\"/>");
    }

    private static String point(int k, int ranks, int n, double y) {
        double rank = k * (n - 1.0) / (ranks - 1);
        return String.format(Locale.ROOT, "%.1f,%.1f ", LEFT + (WIDTH - 10 - LEFT) * (rank + 0.5) / n, y);
    }

    /// One specification in words: its number, effect and interval, and what was chosen where there was a
    /// choice.
    private static String said(Dot dot, List<Map.Entry<Dimension, Universe.Choice>> varied) {
        var effect = dot.outcome.effect();
        return "No. %d: %s points (95%% %s to %s), n = %d; %s"
                .formatted(
                        dot.point.number(),
                        Wording.points(effect.value()),
                        Wording.points(effect.low()),
                        Wording.points(effect.high()),
                        dot.outcome.n(),
                        varied.stream()
                                .map(e -> e.getKey().key() + " " + dot.point.of(e.getKey()))
                                .collect(Collectors.joining(", ")));
    }

    private static void dashboard(
            StringBuilder svg, List<Map.Entry<Dimension, Universe.Choice>> varied, List<Dot> dots) {
        double y = TOP + CURVE + 24;
        for (var entry : varied) {
            label(svg, 10, y, entry.getKey().key(), false);
            for (var option : entry.getValue().options()) {
                y += LINE;
                label(svg, LEFT - 6, y, option, true);
                var marks = new StringBuilder();
                for (int i = 0; i < dots.size(); i++) {
                    if (dots.get(i).point.of(entry.getKey()).equals(option)) {
                        marks.append(String.format(Locale.ROOT, "M%.1f %.1fv6", x(i, dots.size()), y - 6));
                    }
                }
                if (!marks.isEmpty()) {
                    svg.append("<path d=\"").append(marks).append("\" stroke=\"#235\" stroke-width=\"0.6\"/>");
                }
            }
            y += LINE + GAP;
        }
    }

    private static double x(int i, int n) {
        return LEFT + (WIDTH - 10 - LEFT) * (i + 0.5) / n;
    }

    private static double y(double value, CurveScale scale) {
        return TOP + CURVE * scale.fromTop(value);
    }

    private static String line(double x1, double y1, double x2, double y2, String colour, double width) {
        return String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"%s\" stroke-width=\"%.1f\"/>",
                x1,
                y1,
                x2,
                y2,
                colour,
                width);
    }

    /// Filled where significant at 5%, open otherwise.
    private static String circle(double x, double y, boolean filled) {
        return String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"1.6\" stroke=\"#124\" stroke-width=\"0.5\" fill=\"%s\"/>",
                x,
                y,
                filled ? "#124" : "#fff");
    }

    private static void label(StringBuilder svg, double x, double y, String text, boolean end) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\"%s>%s</text>",
                x,
                y,
                end ? " text-anchor=\"end\"" : "",
                escape(text)));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
