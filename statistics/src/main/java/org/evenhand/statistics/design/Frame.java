package org.evenhand.statistics.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A table of named columns of equal length.
public final class Frame {
    /// A column of numbers or of labels.
    public sealed interface Column {
        /// @param values `NaN` where missing; never infinite
        record Numeric(double[] values) implements Column {}

        /// @param labels empty where missing
        record Labels(List<String> labels) implements Column {
            public Labels {
                labels = List.copyOf(labels);
            }
        }
    }

    private final int rows;
    private final Map<String, Column> columns;

    private Frame(int rows, Map<String, Column> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /// @throws DesignProblem where a number is infinite, naming column and row
    public static Frame of(int rows, Map<String, Column> columns) {
        var copy = new LinkedHashMap<String, Column>();
        for (var entry : columns.entrySet()) {
            int length = switch (entry.getValue()) {
                case Column.Numeric(var values) -> values.length;
                case Column.Labels(var labels) -> labels.size();
            };
            if (length != rows) {
                throw new IllegalArgumentException(
                        "column %s has %d rows, expected %d".formatted(entry.getKey(), length, rows));
            }
            if (entry.getValue() instanceof Column.Numeric(var values)) {
                refuseInfinite(entry.getKey(), values);
            }
            copy.put(entry.getKey(), entry.getValue());
        }
        return new Frame(rows, Collections.unmodifiableMap(copy));
    }

    private static void refuseInfinite(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new DesignProblem(
                        DesignProblem.Kind.DATA,
                        "Column %s, row %d: %s is not a finite number.".formatted(name, i + 1, values[i]),
                        "Correct it, or leave it empty if it is missing.");
            }
        }
    }

    /// A column from text as it stands in a file: numbers if every entry that is not missing is one, labels
    /// otherwise. Empty, `NA`, `NaN` and `.` are missing.
    public static Column read(List<String> text) {
        var values = new double[text.size()];
        for (int i = 0; i < values.length; i++) {
            String entry = text.get(i).strip();
            if (missing(entry)) {
                values[i] = Double.NaN;
                continue;
            }
            try {
                values[i] = Double.parseDouble(entry);
            } catch (NumberFormatException e) {
                return labels(text);
            }
            char last = entry.charAt(entry.length() - 1);
            // Java reads "1d" and "1f" as numbers; in a file they are labels.
            if (last == 'd' || last == 'D' || last == 'f' || last == 'F') {
                return labels(text);
            }
        }
        return new Column.Numeric(values);
    }

    /// A column of labels from text as it stands in a file.
    public static Column.Labels labels(List<String> text) {
        return new Column.Labels(
                text.stream().map(String::strip).map(t -> missing(t) ? "" : t).toList());
    }

    private static boolean missing(String entry) {
        return entry.isEmpty() || entry.equals("NA") || entry.equals("NaN") || entry.equals(".");
    }

    public int rows() {
        return rows;
    }

    public Set<String> names() {
        return columns.keySet();
    }

    public boolean has(String name) {
        return columns.containsKey(name);
    }

    /// @throws DesignProblem where there is no such column, naming those that there are
    public Column column(String name) {
        var column = columns.get(name);
        if (column == null) {
            throw new DesignProblem(
                    DesignProblem.Kind.REQUEST,
                    "There is no column '%s'.".formatted(name),
                    "Use one of: " + String.join(", ", columns.keySet()) + ".");
        }
        return column;
    }

    /// A column as labels, whatever it is; whole numbers without a decimal point, empty where missing.
    public List<String> asLabels(String name) {
        return switch (column(name)) {
            case Column.Labels(var labels) -> labels;
            case Column.Numeric(var values) ->
                java.util.Arrays.stream(values).mapToObj(Frame::label).toList();
        };
    }

    /// A column as numbers.
    ///
    /// @throws DesignProblem where it holds labels
    public double[] asNumbers(String name) {
        return switch (column(name)) {
            case Column.Numeric(var values) -> values;
            case Column.Labels(var labels) ->
                throw new DesignProblem(
                        DesignProblem.Kind.REQUEST,
                        "Column %s holds labels such as '%s', not numbers."
                                .formatted(
                                        name,
                                        labels.stream()
                                                .filter(l -> !l.isEmpty())
                                                .findFirst()
                                                .orElse("")),
                        "Write factor(%s), or name a column of numbers.".formatted(name));
        };
    }

    private static String label(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
