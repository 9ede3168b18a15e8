package org.evenhand.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.evenhand.core.Figure;
import org.evenhand.print.NumberText;

/// Routes on a map: an arrow from each origin to each destination, the wider the larger its number; a ring
/// where both are one country. Arrows join the middles of countries and follow no road.
///
/// Whoever shows it shows the table too: a route from or to a place without an outline is only there.
public final class RouteMap {
    private static final double WIDEST = 6;
    private static final double THINNEST = 0.8;
    private static final double FONT = 10.5;
    private static final String OWN = "#d3e0ec";

    private RouteMap() {}

    /// One route.
    ///
    /// @param from alpha-3 code
    /// @param to alpha-3 code; the same for a route within one country
    /// @param figure its number, above zero
    public record Route(String from, String to, Figure figure) {
        public Route {
            if (!(figure.value() > 0)) {
                throw new IllegalArgumentException("a route needs a number above zero");
            }
        }
    }

    /// A rectangle that a label takes.
    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /// @param id stable anchor, unique on the page
    /// @param title what it shows
    /// @param description the sentence for those who cannot see it
    /// @param view what part of the world
    /// @param shaded codes of the places that the map is about
    /// @param names by code, of every end of a route
    /// @param routes in any order; of two on one spot the larger is drawn first
    public static String svg(
            String id,
            String title,
            String description,
            MapView view,
            Set<String> shaded,
            Map<String, String> names,
            List<Route> routes) {
        var svg = new Svg(id, title, description);
        var ground = new MapGround(view);
        svg.frame("frame", MapGround.WIDTH, ground.height());
        svg.rectangle(0, 0, MapGround.WIDTH, ground.height(), MapGround.SEA, MapGround.BORDER);
        ground.each((code, path) -> {
            String fill = shaded.contains(code) ? OWN : MapGround.LAND;
            path.ifPresent(shape -> svg.path(shape, fill, MapGround.BORDER, 0.5, ""));
            if (path.isEmpty() && shaded.contains(code)) {
                var outline = Outline.of(code);
                svg.dot(ground.x(outline.x()), ground.y(outline.y()), 2, OWN, MapGround.BORDER, "");
            }
        });
        var drawn = routes.stream()
                .filter(route ->
                        Outline.all().containsKey(route.from()) && Outline.all().containsKey(route.to()))
                .sorted(Comparator.comparingDouble(
                                (Route route) -> -route.figure().value())
                        .thenComparing(Route::from)
                        .thenComparing(Route::to))
                .toList();
        double most = drawn.isEmpty() ? 1 : drawn.getFirst().figure().value();
        var taken = new ArrayList<Box>();
        for (var route : drawn) {
            taken.add(arrow(svg, ground, route, names, width(route, most)));
        }
        labels(svg, ground, drawn, taken);
        svg.endFrame();
        return svg.done(MapGround.WIDTH, key(svg, ground.height() + 20, drawn, names));
    }

    private static double width(Route route, double most) {
        return Math.max(THINNEST, WIDEST * route.figure().value() / most);
    }

    /// Draws a route; returns what its head takes, for labels to keep clear of.
    private static Box arrow(Svg svg, MapGround ground, Route route, Map<String, String> names, double width) {
        var from = Outline.of(route.from());
        var to = Outline.of(route.to());
        double x1 = ground.x(from.x());
        double y1 = ground.y(from.y());
        String from0 = names.getOrDefault(route.from(), route.from());
        if (route.from().equals(route.to())) {
            String text = "%s, within the country: %s".formatted(from0, NumberText.withUnit(route.figure()));
            svg.ring(x1, y1, 4 + width, width, Svg.ACCENT, text);
            return new Box(x1, y1, x1, y1);
        }
        double x2 = ground.x(to.x());
        double y2 = ground.y(to.y());
        String text = "%s to %s: %s"
                .formatted(from0, names.getOrDefault(route.to(), route.to()), NumberText.withUnit(route.figure()));
        double length = Math.max(1e-6, Math.hypot(x2 - x1, y2 - y1));
        double bend = Math.min(0.18 * length, 60);
        // Always to the same side of the direction of travel, so that the way there and the way back are two lines.
        double middleX = (x1 + x2) / 2 + bend * (y2 - y1) / length;
        double middleY = (y1 + y2) / 2 - bend * (x2 - x1) / length;
        double head = Math.min(3.5 + 1.4 * width, 0.6 * length);
        double angle = Math.atan2(y2 - middleY, x2 - middleX);
        double tipX = x2 - 2.5 * Math.cos(angle);
        double tipY = y2 - 2.5 * Math.sin(angle);
        double neckX = tipX - head * Math.cos(angle);
        double neckY = tipY - head * Math.sin(angle);
        svg.curve("M" + at(x1, y1) + " Q" + at(middleX, middleY) + ' ' + at(neckX, neckY), Svg.ACCENT, width, text);
        double half = head * 0.55;
        svg.path(
                "M" + at(tipX, tipY) + " L"
                        + at(neckX - half * Math.sin(angle), neckY + half * Math.cos(angle))
                        + " L" + at(neckX + half * Math.sin(angle), neckY - half * Math.cos(angle)) + " Z",
                Svg.ACCENT,
                "#ffffff",
                0.4,
                text);
        return new Box(
                Math.min(tipX, neckX) - half / 2,
                Math.min(tipY, neckY) - half / 2,
                Math.max(tipX, neckX) + half / 2,
                Math.max(tipY, neckY) + half / 2);
    }

    private static String at(double x, double y) {
        return Svg.number(x) + ',' + Svg.number(y);
    }

    /// Codes beside the ends of routes, those with most first; a code finds the first free side.
    private static void labels(Svg svg, MapGround ground, List<Route> routes, List<Box> taken) {
        var totals = new TreeMap<String, Double>();
        for (var route : routes) {
            totals.merge(route.from(), route.figure().value(), Double::sum);
            totals.merge(route.to(), route.figure().value(), Double::sum);
        }
        for (var code : totals.keySet()) {
            double x = ground.x(Outline.of(code).x());
            double y = ground.y(Outline.of(code).y());
            taken.add(new Box(x - 2.2, y - 2.2, x + 2.2, y + 2.2));
        }
        totals.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .forEach(code -> {
                    var outline = Outline.of(code);
                    double x = ground.x(outline.x());
                    double y = ground.y(outline.y());
                    var box = place(x, y, Svg.width(code, FONT) + 4, taken);
                    taken.add(box);
                    svg.dot(x, y, 2.2, Svg.INK, "#ffffff", "");
                    svg.halo((box.left + box.right) / 2, box.bottom - 3, FONT, Svg.INK, code);
                });
    }

    private static Box place(double x, double y, double width, List<Box> taken) {
        double high = FONT + 2;
        var sides = new ArrayList<Box>();
        for (double away : new double[] {5, 14, 24}) {
            sides.add(new Box(x + away, y - high / 2, x + away + width, y + high / 2));
            sides.add(new Box(x - away - width, y - high / 2, x - away, y + high / 2));
            sides.add(new Box(x - width / 2, y - away - high, x + width / 2, y - away));
            sides.add(new Box(x - width / 2, y + away, x + width / 2, y + away + high));
        }
        return sides.stream()
                .filter(box -> box.left > 0 && box.right < MapGround.WIDTH)
                .filter(box -> taken.stream().noneMatch(box::meets))
                .findFirst()
                .orElse(sides.getFirst());
    }

    /// What line, ring and codes mean; returns where it ends.
    private static double key(Svg svg, double top, List<Route> routes, Map<String, String> names) {
        if (routes.isEmpty()) {
            return top;
        }
        String most = NumberText.withUnit(routes.getFirst().figure());
        String least = NumberText.withUnit(routes.getLast().figure());
        double y = top;
        svg.curve("M6," + Svg.number(y - 4) + " l24,0", Svg.ACCENT, WIDEST, "");
        svg.text(38, y, 12, "start", Svg.INK, false, "widest " + most + ", narrowest " + least);
        y += 18;
        if (routes.stream().anyMatch(route -> route.from().equals(route.to()))) {
            svg.ring(18, y - 4, 6, 2, Svg.ACCENT, "");
            svg.text(38, y, 12, "start", Svg.INK, false, "within one country");
            y += 18;
        }
        var codes = new TreeMap<String, String>();
        for (var route : routes) {
            codes.put(route.from(), names.getOrDefault(route.from(), route.from()));
            codes.put(route.to(), names.getOrDefault(route.to(), route.to()));
        }
        var words = new ArrayList<String>();
        codes.forEach((code, name) -> words.add(code + "\u00A0" + name.replace(' ', '\u00A0')));
        for (var line : Svg.wrapped(String.join(", ", words), 12, MapGround.WIDTH - 12)) {
            svg.text(6, y, 12, "start", Svg.MUTED, false, line);
            y += 16;
        }
        return y;
    }
}
