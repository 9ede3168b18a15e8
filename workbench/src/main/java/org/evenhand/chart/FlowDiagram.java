package org.evenhand.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.core.Figure;
import org.evenhand.print.NumberText;

/// Bands from origins on the left to destinations on the right; the width of a band is its number.
public final class FlowDiagram {
    private static final double WIDTH = 460;
    private static final double LEFT = 150;
    private static final double RIGHT = 282;
    private static final double NODE = 8;
    private static final double GAP = 12;
    private static final double FONT = 12;
    private static final double LINE = FONT + 3;
    private static final double TALL = 300;

    /// A band is never thinner than this, so that small numbers are seen.
    private static final double THINNEST = 1.5;

    private FlowDiagram() {}

    /// One band.
    public record Band(String from, String to, Figure figure) {}

    /// Where the next band starts at a node.
    private static final class Node {
        private double total;
        private double height;
        private double next;
    }

    /// @param id stable anchor, unique on the page
    /// @param title what it shows
    /// @param description the sentence for those who cannot see it
    /// @param bands at least one; numbers above zero
    public static String svg(String id, String title, String description, List<Band> bands) {
        var svg = new Svg(id, title, description);
        double sum = bands.stream().mapToDouble(b -> b.figure().value()).sum();
        double scale = TALL / sum;
        var from = new LinkedHashMap<String, Node>();
        var to = new LinkedHashMap<String, Node>();
        for (var band : bands) {
            add(from.computeIfAbsent(band.from(), _ -> new Node()), band, scale);
            add(to.computeIfAbsent(band.to(), _ -> new Node()), band, scale);
        }
        double height = Math.max(place(from, true), place(to, false));
        for (var band : bands) {
            var start = from.get(band.from());
            var end = to.get(band.to());
            if (start == null || end == null) {
                throw new IllegalStateException("a band without its ends");
            }
            double width = width(band, scale);
            svg.band(LEFT + NODE, start.next, RIGHT, end.next, width, Svg.ACCENT);
            start.next += width;
            end.next += width;
        }
        nodes(svg, from, true);
        nodes(svg, to, false);
        return svg.done(WIDTH, height + 6);
    }

    private static void add(Node node, Band band, double scale) {
        if (!(band.figure().value() > 0)) {
            throw new IllegalArgumentException("a band needs a number above zero");
        }
        node.total += band.figure().value();
        node.height += width(band, scale);
    }

    private static double width(Band band, double scale) {
        return Math.max(THINNEST, band.figure().value() * scale);
    }

    /// Puts the nodes below each other, each with room for its name; returns the height.
    private static double place(Map<String, Node> nodes, boolean left) {
        double y = 14;
        for (var entry : nodes.entrySet()) {
            entry.getValue().next = y;
            y += Math.max(entry.getValue().height, lines(entry, left).size() * LINE) + GAP;
        }
        return y;
    }

    private static List<String> lines(Map.Entry<String, Node> entry, boolean left) {
        String number = NumberText.whole(Math.round(entry.getValue().total));
        return Svg.wrapped(entry.getKey() + ": " + number, FONT, left ? LEFT - 16 : WIDTH - RIGHT - 24);
    }

    private static void nodes(Svg svg, Map<String, Node> nodes, boolean left) {
        double y = 14;
        for (var entry : nodes.entrySet()) {
            svg.rectangle(left ? LEFT : RIGHT, y, NODE, entry.getValue().height, Svg.INK, "");
            double line = y + FONT;
            var lines = lines(entry, left);
            for (var text : lines) {
                svg.text(left ? LEFT - 6 : RIGHT + NODE + 6, line, FONT, left ? "end" : "start", Svg.INK, false, text);
                line += LINE;
            }
            y += Math.max(entry.getValue().height, lines.size() * LINE) + GAP;
        }
    }
}
