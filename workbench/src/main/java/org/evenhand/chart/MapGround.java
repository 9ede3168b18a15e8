package org.evenhand.chart;

import java.util.Optional;
import java.util.function.BiConsumer;

/// Lays outlines on paper: which are in view, where, and whether they are too small for a shape.
final class MapGround {
    /// Width of every map; pages let it fill their column.
    static final double WIDTH = 640;

    /// No map is higher than this.
    private static final double HIGHEST = 620;

    /// Smaller than this, in square units of the picture, a place is a dot.
    private static final double LEAST_AREA = 14;

    static final String SEA = "#ffffff";
    static final String LAND = "#eef0f2";
    static final String BORDER = "#aeb8c2";

    private final MapView view;
    private final double scale;
    private final double left;

    MapGround(MapView view) {
        this.view = view;
        this.scale = Math.min(WIDTH / view.width(), HIGHEST / view.height());
        this.left = (WIDTH - view.width() * scale) / 2;
    }

    double height() {
        return view.height() * scale;
    }

    double x(double projected) {
        return left + (projected - view.west()) * scale;
    }

    double y(double projected) {
        return (view.north() - projected) * scale;
    }

    /// Whether a point of the projection is on the paper.
    boolean shows(Outline outline) {
        double x = x(outline.x());
        double y = y(outline.y());
        return x >= 0 && x <= WIDTH && y >= 0 && y <= height();
    }

    /// Every place of which something is in view, with its path; no path for a place that is to be a dot.
    void each(BiConsumer<String, Optional<String>> place) {
        Outline.all().forEach((code, outline) -> {
            var path = new StringBuilder();
            double area = 0;
            for (var ring : outline.rings()) {
                if (inView(ring)) {
                    append(path, ring);
                    area = Math.max(area, Math.abs(area(ring)) * scale * scale);
                }
            }
            boolean dot = area < LEAST_AREA && !code.equals(Outline.NAMELESS);
            if (dot && shows(outline)) {
                place.accept(code, Optional.empty());
            } else if (!path.isEmpty()) {
                place.accept(code, Optional.of(path.toString()));
            }
        });
    }

    private boolean inView(double[] ring) {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = Double.POSITIVE_INFINITY;
        double north = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ring.length; i += 2) {
            west = Math.min(west, x(ring[i]));
            east = Math.max(east, x(ring[i]));
            south = Math.min(south, y(ring[i + 1]));
            north = Math.max(north, y(ring[i + 1]));
        }
        return ring.length > 4 && east >= 0 && west <= WIDTH && north >= 0 && south <= height();
    }

    /// Tenths are enough, and steps are shorter than places.
    private void append(StringBuilder path, double[] ring) {
        long x = 0;
        long y = 0;
        for (int i = 0; i < ring.length; i += 2) {
            long nextX = Math.round(x(ring[i]) * 10);
            long nextY = Math.round(y(ring[i + 1]) * 10);
            if (i == 0) {
                path.append('M').append(Svg.number(nextX / 10.0)).append(',').append(Svg.number(nextY / 10.0));
                path.append('l');
            } else if (nextX != x || nextY != y) {
                path.append(path.charAt(path.length() - 1) == 'l' ? "" : " ");
                path.append(Svg.number((nextX - x) / 10.0)).append(',').append(Svg.number((nextY - y) / 10.0));
            }
            x = nextX;
            y = nextY;
        }
        if (path.charAt(path.length() - 1) == 'l') {
            path.append("0,0");
        }
        path.append('z');
    }

    private static double area(double[] ring) {
        double twice = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int next = (i + 2) % ring.length;
            twice += ring[i] * ring[next + 1] - ring[next] * ring[i + 1];
        }
        return twice / 2;
    }

    /// Width and height on paper of the largest part of a place.
    double[] size(Outline outline) {
        double[] ring = outline.rings().getFirst();
        double west = ring[0];
        double east = ring[0];
        double south = ring[1];
        double north = ring[1];
        for (int i = 0; i < ring.length; i += 2) {
            west = Math.min(west, ring[i]);
            east = Math.max(east, ring[i]);
            south = Math.min(south, ring[i + 1]);
            north = Math.max(north, ring[i + 1]);
        }
        return new double[] {(east - west) * scale, (north - south) * scale};
    }
}
