package org.evenhand.chart;

import java.util.Collection;

/// The part of the world that a map shows.
///
/// @param west left edge, in units of the projection, as the others
/// @param south lower edge
/// @param east right edge
/// @param north upper edge
public record MapView(double west, double south, double east, double north) {
    /// All land but Antarctica.
    public static final MapView WORLD =
            new MapView(EqualEarth.x(-180, 0), EqualEarth.y(-57), EqualEarth.x(180, 0), EqualEarth.y(84));

    /// Maps are at least this wide and high in the projection, so that one island still has its sea around it.
    private static final double LEAST = 0.35;

    private static final double MARGIN = 0.03;

    /// Wider than this share of the world, a view is the world.
    private static final double NEARLY_ALL = 0.85;

    public MapView {
        if (!(west < east) || !(south < north)) {
            throw new IllegalArgumentException("a view needs its west before its east and its south below its north");
        }
    }

    /// The part that holds the largest pieces of all these places; the world where there is none of them.
    ///
    /// @param places alpha-3 codes; those without an outline are passed over
    public static MapView around(Collection<String> places) {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (var place : places) {
            var outline = Outline.all().get(place);
            if (outline != null) {
                double[] ring = outline.rings().getFirst();
                for (int i = 0; i < ring.length; i += 2) {
                    west = Math.min(west, ring[i]);
                    east = Math.max(east, ring[i]);
                    south = Math.min(south, ring[i + 1]);
                    north = Math.max(north, ring[i + 1]);
                }
            }
        }
        if (west > east || east - west > NEARLY_ALL * (WORLD.east - WORLD.west)) {
            return WORLD;
        }
        double across = Math.max(LEAST, east - west) * (0.5 + MARGIN);
        double along = Math.max(LEAST, north - south) * (0.5 + MARGIN);
        double x = (west + east) / 2;
        double y = (south + north) / 2;
        return new MapView(x - across, y - along, x + across, y + along);
    }

    double width() {
        return east - west;
    }

    double height() {
        return north - south;
    }
}
