package org.evenhand.statistics.ordinal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.evenhand.statistics.linear.Matrix;

/// Stored values of other programs; made by the scripts in `src/test/reference`, which name program, version and
/// call.
final class References {
    static final List<String> LEVELS = List.of("1", "2", "3", "4");
    private final Map<String, Double> values = new LinkedHashMap<>();

    private References() {}

    static References read(String resource) {
        var result = new References();
        for (var row : rows(resource)) {
            if (!row.get(1).equals("call")) {
                double value = row.get(3).equals("NA") ? Double.NaN : Double.parseDouble(row.get(3));
                result.values.put(row.get(0) + "," + row.get(1) + "," + row.get(2), value);
            }
        }
        return result;
    }

    double value(String model, String quantity, String name) {
        var value = values.get(model + "," + quantity + "," + name);
        if (value == null) {
            throw new IllegalStateException("no reference for " + model + " " + quantity + " " + name);
        }
        return value;
    }

    static List<List<String>> rows(String resource) {
        try (var in = References.class.getResourceAsStream("/ordinal/" + resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The simulated panel of 40 countries and 10 years that the scripts wrote.
    record Panel(
            Map<String, double[]> columns, int[] tier, int[] country, int[] year, List<String> countries, int[] late) {
        static Panel read() {
            var header = List.of(
                    "year", "country", "prosecution", "protection", "gdp", "ally", "weight", "exposure", "tier", "era");
            var rows = References.rows("panel.csv");
            int n = rows.size();
            var columns = new LinkedHashMap<String, double[]>();
            for (var name : List.of("prosecution", "protection", "gdp", "ally", "weight", "exposure")) {
                int at = header.indexOf(name);
                columns.put(
                        name,
                        rows.stream()
                                .mapToDouble(r -> Double.parseDouble(r.get(at)))
                                .toArray());
            }
            columns.put(
                    "lgdp",
                    java.util.Arrays.stream(columns.get("gdp")).map(Math::log).toArray());
            var countries = new ArrayList<>(
                    new TreeSet<>(rows.stream().map(r -> r.get(1)).toList()));
            var tier =
                    rows.stream().mapToInt(r -> Integer.parseInt(r.get(8)) - 1).toArray();
            var country =
                    rows.stream().mapToInt(r -> countries.indexOf(r.get(1))).toArray();
            var year = rows.stream()
                    .mapToInt(r -> Integer.parseInt(r.get(0)) - 2005)
                    .toArray();
            var late =
                    rows.stream().mapToInt(r -> r.get(9).equals("late") ? 1 : 0).toArray();
            if (n != 400) {
                throw new IllegalStateException("the panel has " + n + " rows");
            }
            return new Panel(columns, tier, country, year, List.copyOf(countries), late);
        }

        double[] column(String name) {
            return java.util.Objects.requireNonNull(columns.get(name), name);
        }

        Matrix design(String... names) {
            var all = new double[names.length][];
            for (int j = 0; j < names.length; j++) {
                all[j] = column(names[j]);
            }
            return Matrix.ofColumns(tier.length, all);
        }

        OrderedData data(String... names) {
            return OrderedData.of(tier, LEVELS, design(names), List.of(names));
        }
    }
}
