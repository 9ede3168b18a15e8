package org.evenhand.chart;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The shape of one place on the map, projected.
///
/// Read once from the resource `outlines.txt`, whose head says where it is from and how it was prepared.
///
/// @param x centre of the largest part, to the right
/// @param y centre of the largest part, up
/// @param rings each x, y, x, y …, the largest part first; a place too small for any has one point
record Outline(double x, double y, List<double[]> rings) {
    private static final String RESOURCE = "outlines.txt";

    /// Half the way round the world, in hundredths of a degree.
    private static final int HALF = 18_000;

    /// Land that no code names.
    static final String NAMELESS = "-";

    Outline {
        rings = List.copyOf(rings);
    }

    private static final class All {
        static final SortedMap<String, Outline> BY_CODE = read();
    }

    /// All places by alpha-3 code.
    static SortedMap<String, Outline> all() {
        return All.BY_CODE;
    }

    /// The shape of a place that has one.
    static Outline of(String code) {
        var outline = all().get(code);
        if (outline == null) {
            throw new IllegalStateException(code + " has no outline");
        }
        return outline;
    }

    private static SortedMap<String, Outline> read() {
        var all = new TreeMap<String, Outline>();
        try (var stream = Outline.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(RESOURCE + " is not beside its class");
            }
            var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] parts = line.split("\\|", -1);
                    double[] centre = projected(parts[1]);
                    var rings = new ArrayList<double[]>();
                    for (int i = 2; i < parts.length; i++) {
                        rings.add(projected(parts[i]));
                    }
                    all.put(parts[0], new Outline(centre[0], centre[1], rings));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /// A ring that crosses the 180th meridian goes on behind it, to the east: a step of more than half the world is the
    /// short way round.
    private static double[] projected(String ring) {
        String[] steps = ring.split(" ", -1);
        var longitudes = new int[steps.length / 2];
        var latitudes = new int[steps.length / 2];
        int westernmost = 0;
        for (int i = 0; i < longitudes.length; i++) {
            int step = Integer.parseInt(steps[2 * i]);
            int before = i == 0 ? 0 : longitudes[i - 1];
            longitudes[i] = before + (step > HALF ? step - 2 * HALF : step < -HALF ? step + 2 * HALF : step);
            latitudes[i] = Integer.parseInt(steps[2 * i + 1]) + (i == 0 ? 0 : latitudes[i - 1]);
            westernmost = Math.min(westernmost, longitudes[i]);
        }
        int round = westernmost < -HALF ? 2 * HALF : 0;
        var points = new double[steps.length];
        for (int i = 0; i < longitudes.length; i++) {
            points[2 * i] = EqualEarth.x((longitudes[i] + round) / 100.0, latitudes[i] / 100.0);
            points[2 * i + 1] = EqualEarth.y(latitudes[i] / 100.0);
        }
        return points;
    }
}
