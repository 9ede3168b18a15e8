package org.evenhand.statistics.references;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenhand.statistics.linear.Matrix;

/// Stored reference values and the data they were computed from: plain comma-separated files beside the
/// tests.
public final class References {
    private References() {}

    /// A numeric table by column name, in the order of the file; `Inf` is infinity.
    public record Table(Map<String, double[]> columns, int rows) {
        public double[] column(String name) {
            return Objects.requireNonNull(columns.get(name), () -> "no column " + name);
        }

        public int[] integers(String name) {
            double[] values = column(name);
            int[] integers = new int[values.length];
            for (int i = 0; i < values.length; i++) {
                integers[i] = (int) values[i];
            }
            return integers;
        }

        /// The columns that are not in `others`, in order.
        public List<String> namesBut(String... others) {
            List<String> left = List.of(others);
            return columns.keySet().stream()
                    .filter(name -> !left.contains(name))
                    .toList();
        }

        public Matrix matrix(List<String> names) {
            return Matrix.ofColumns(rows, names.stream().map(this::column).toArray(double[][]::new));
        }
    }

    /// Reads a table of numbers with a header.
    public static Table table(Class<?> beside, String resource) {
        List<String> lines = lines(beside, resource);
        String[] names = lines.getFirst().split(",");
        int rows = lines.size() - 1;
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String name : names) {
            columns.put(name, new double[rows]);
        }
        for (int i = 0; i < rows; i++) {
            String[] cells = lines.get(i + 1).split(",");
            for (int j = 0; j < names.length; j++) {
                Objects.requireNonNull(columns.get(names[j]))[i] = number(cells[j]);
            }
        }
        return new Table(columns, rows);
    }

    /// Reads `case,quantity,name,value` rows into a map from `case,quantity,name` to the value.
    public static Map<String, Double> values(Class<?> beside, String resource) {
        Map<String, Double> values = new LinkedHashMap<>();
        List<String> lines = lines(beside, resource);
        for (String line : lines.subList(1, lines.size())) {
            int cut = line.lastIndexOf(',');
            values.put(line.substring(0, cut), number(line.substring(cut + 1)));
        }
        return values;
    }

    private static double number(String text) {
        return switch (text) {
            case "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static List<String> lines(Class<?> beside, String resource) {
        try (InputStream stream = beside.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
