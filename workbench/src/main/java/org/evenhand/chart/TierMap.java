package org.evenhand.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Standings on a map, with a letter in every place that has room for one; small states are dots.
///
/// Whoever shows it shows the table too: places without an outline, and letters without room, are only there.
public final class TierMap {
    private static final double LETTER = 11;

    /// Room for a letter.
    private static final double DOT = 4.6;

    private TierMap() {}

    /// A place and what is known of it.
    ///
    /// @param iso3 alpha-3 code
    /// @param name for the tooltip
    public record Place(String iso3, String name, Mark mark) {}

    /// @param id stable anchor, unique on the page
    /// @param title what it shows
    /// @param description the sentence for those who cannot see it
    /// @param view what part of the world
    /// @param places at most one a code; other land in view is drawn without a standing
    public static String svg(String id, String title, String description, MapView view, Collection<Place> places) {
        var svg = new Svg(id, title, description);
        TierInk.patterns(svg);
        var ground = new MapGround(view);
        var byCode = new TreeMap<String, Place>();
        for (var place : places) {
            if (byCode.put(place.iso3(), place) != null) {
                throw new IllegalArgumentException(place.iso3() + " is on the map twice");
            }
        }
        svg.frame("frame", MapGround.WIDTH, ground.height());
        var dots = new ArrayList<Place>();
        var shapes = new ArrayList<Place>();
        ground.each((code, path) -> {
            var place = byCode.get(code);
            if (place == null || place.mark() instanceof Mark.Blank) {
                path.ifPresent(shape -> svg.path(shape, MapGround.LAND, MapGround.BORDER, 0.5, ""));
            } else if (path.isPresent()) {
                svg.place(path.get(), fill(svg, place.mark()), "#7f8c99", code, tooltip(place));
                shapes.add(place);
            } else {
                dots.add(place);
            }
        });
        for (var place : shapes) {
            letter(svg, ground, place);
        }
        for (var place : dots) {
            var outline = Outline.of(place.iso3());
            double x = ground.x(outline.x());
            double y = ground.y(outline.y());
            svg.placeDot(x, y, DOT, fill(svg, place.mark()), Svg.INK, place.iso3(), tooltip(place));
            if (place.mark() instanceof Mark.Stands(var standing, var _)) {
                svg.text(x, y + 2.6, 7, "middle", TierInk.ink(standing), true, TierInk.letter(standing));
            }
        }
        svg.endFrame();
        double legend = TierInk.legend(svg, 4, ground.height() + 14, MapGround.WIDTH - 8, marks(byCode));
        return svg.done(MapGround.WIDTH, ground.height() + legend + 20);
    }

    private static List<Mark> marks(SortedMap<String, Place> places) {
        return places.values().stream().map(Place::mark).toList();
    }

    private static String fill(Svg svg, Mark mark) {
        return switch (mark) {
            case Mark.Stands(var standing, var _) -> TierInk.fill(svg, standing);
            case Mark.NoData _ -> svg.fill(TierInk.HATCHING);
            case Mark.Blank _ -> MapGround.LAND;
        };
    }

    private static String tooltip(Place place) {
        return place.name() + ": "
                + switch (place.mark()) {
                    case Mark.Stands(var standing, var basis) ->
                        TierInk.label(standing) + (basis.mark().isEmpty() ? "" : " (" + basis.mark() + ")");
                    case Mark.NoData _ -> "no data";
                    case Mark.Blank _ -> "";
                };
    }

    private static void letter(Svg svg, MapGround ground, Place place) {
        var outline = Outline.of(place.iso3());
        double[] size = ground.size(outline);
        if (place.mark() instanceof Mark.Stands(var standing, var basis)
                && ground.shows(outline)
                && size[0] > LETTER * 1.3
                && size[1] > LETTER * 1.3) {
            svg.text(
                    ground.x(outline.x()),
                    ground.y(outline.y()) + LETTER * 0.36,
                    LETTER,
                    "middle",
                    TierInk.ink(standing),
                    true,
                    TierInk.letter(standing) + basis.mark());
        }
    }
}
