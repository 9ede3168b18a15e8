package org.evenhand.statistics.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.evenhand.statistics.design.Design.Panel;

/// Turns terms into columns of numbers over all rows of a frame, `NaN` where missing. What depends on the
/// rows in use (labels of factors, means) is fixed once they are known, so that a scenario is coded as the
/// data were.
final class Evaluation {
    /// @param name of the column
    /// @param values over all rows
    record Column(String name, double[] values) {}

    private record Moments(double mean, double deviation) {}

    private final Frame frame;
    private final Panel panel;
    private final Map<Term, List<String>> levels = new HashMap<>();
    private final Map<Term, Moments> moments = new HashMap<>();
    private final Map<Integer, int[]> lags = new HashMap<>();

    Evaluation(Frame frame, Panel panel) {
        this.frame = frame;
        this.panel = panel;
    }

    /// Which rows lack a value of this term.
    boolean[] missing(Term term) {
        return switch (term) {
            case Term.Plain(var column) -> {
                var values = frame.asNumbers(column);
                var result = new boolean[values.length];
                for (int i = 0; i < values.length; i++) {
                    result[i] = Double.isNaN(values[i]);
                }
                yield result;
            }
            case Term.Factor factor -> {
                var labels = frame.asLabels(factor.column());
                var result = new boolean[labels.size()];
                for (int i = 0; i < result.length; i++) {
                    result[i] = labels.get(i).isEmpty();
                }
                yield result;
            }
            case Term.Interaction(var left, var right) -> {
                var result = missing(left);
                var other = missing(right);
                for (int i = 0; i < result.length; i++) {
                    result[i] |= other[i];
                }
                yield result;
            }
            case Term.Lag(var of, int by) -> {
                var before = before(by);
                var there = missing(of);
                var result = new boolean[there.length];
                for (int i = 0; i < result.length; i++) {
                    result[i] = before[i] < 0 || there[before[i]];
                }
                yield result;
            }
            case Term.Standardised(var of) -> missing(of);
            case Term.Log(var of) -> missing(of);
            case Term.Log1p(var of) -> missing(of);
        };
    }

    /// Fixes what depends on the rows in use.
    void fix(Term term, boolean[] used) {
        switch (term) {
            case Term.Plain _ -> {}
            case Term.Factor(var column, var reference) -> {
                var labels = frame.asLabels(column);
                var seen = new TreeSet<String>(Labels.ORDER);
                for (int i = 0; i < used.length; i++) {
                    if (used[i]) {
                        seen.add(labels.get(i));
                    }
                }
                if (!reference.isEmpty() && !seen.contains(reference)) {
                    throw new DesignProblem(
                            DesignProblem.Kind.REQUEST,
                            "%s: no complete row of %s is '%s'.".formatted(term.text(), column, reference),
                            "Use one of: " + String.join(", ", seen) + ".");
                }
                var ordered = new ArrayList<String>(seen);
                if (!reference.isEmpty()) {
                    ordered.remove(reference);
                    ordered.addFirst(reference);
                }
                levels.put(term, List.copyOf(ordered));
            }
            case Term.Interaction(var left, var right) -> {
                fix(left, used);
                fix(right, used);
            }
            case Term.Lag lag -> fix(lag.of(), used);
            case Term.Log(var of) -> fix(of, used);
            case Term.Log1p(var of) -> fix(of, used);
            case Term.Standardised(var of) -> {
                fix(of, used);
                moments.put(term, moments(single(of, Map.of()), used));
            }
        }
    }

    private static Moments moments(double[] values, boolean[] used) {
        double mean = 0;
        int n = 0;
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                mean += values[i];
                n++;
            }
        }
        mean /= n;
        double squares = 0;
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                squares = Math.fma(values[i] - mean, values[i] - mean, squares);
            }
        }
        double deviation = Math.sqrt(squares / Math.max(1, n - 1));
        // A constant stays a constant, which the fit reports by name.
        return new Moments(mean, deviation > 0 ? deviation : 1);
    }

    /// The labels of a factor, reference first.
    List<String> levels(Term.Factor factor) {
        return levels.getOrDefault(factor, List.of());
    }

    /// How many columns a term gives, once its labels are fixed.
    long count(Term term) {
        return switch (term) {
            case Term.Factor factor -> Math.max(0, levels(factor).size() - 1);
            case Term.Interaction(var left, var right) -> count(left) * count(right);
            case Term.Plain _, Term.Lag _, Term.Standardised _, Term.Log _, Term.Log1p _ -> 1;
        };
    }

    /// The columns of a term, with some terms changed wherever they occur.
    List<Column> columns(Term term, Map<Term, Change> changes) {
        return switch (term) {
            case Term.Factor factor -> indicators(factor, changes);
            case Term.Interaction(var left, var right) -> {
                var result = new ArrayList<Column>();
                for (var a : columns(left, changes)) {
                    for (var b : columns(right, changes)) {
                        var product = new double[a.values().length];
                        for (int i = 0; i < product.length; i++) {
                            product[i] = a.values()[i] * b.values()[i];
                        }
                        result.add(new Column(a.name() + ":" + b.name(), product));
                    }
                }
                yield result;
            }
            case Term.Plain _, Term.Lag _, Term.Standardised _, Term.Log _, Term.Log1p _ ->
                List.of(new Column(term.text(), single(term, changes)));
        };
    }

    private List<Column> indicators(Term.Factor factor, Map<Term, Change> changes) {
        var labels = frame.asLabels(factor.column());
        var result = new ArrayList<Column>();
        var known = levels(factor);
        for (var level : known.subList(Math.min(1, known.size()), known.size())) {
            var values = new double[labels.size()];
            for (int i = 0; i < values.length; i++) {
                String label = changes.get(factor) instanceof Change.SetLabel(var set) ? set : labels.get(i);
                values[i] = label.isEmpty() ? Double.NaN : label.equals(level) ? 1 : 0;
            }
            result.add(new Column("%s[%s]".formatted(factor.column(), level), values));
        }
        return result;
    }

    private double[] single(Term term, Map<Term, Change> changes) {
        var values = switch (term) {
            case Term.Plain(var column) -> frame.asNumbers(column);
            case Term.Lag(var of, int by) -> {
                var now = single(of, changes);
                var before = before(by);
                var result = new double[now.length];
                for (int i = 0; i < result.length; i++) {
                    result[i] = before[i] < 0 ? Double.NaN : now[before[i]];
                }
                yield result;
            }
            case Term.Standardised(var of) -> {
                var result = single(of, changes).clone();
                var known = moments.getOrDefault(term, new Moments(0, 1));
                for (int i = 0; i < result.length; i++) {
                    result[i] = (result[i] - known.mean()) / known.deviation();
                }
                yield result;
            }
            case Term.Log(var of) -> logarithm(term, single(of, changes), 0);
            case Term.Log1p(var of) -> logarithm(term, single(of, changes), 1);
            case Term.Factor _, Term.Interaction _ ->
                throw new DesignProblem(
                        DesignProblem.Kind.REQUEST,
                        "%s is several columns and cannot stand inside another function.".formatted(term.text()),
                        "Lag, standardise or take logarithms of columns of numbers.");
        };
        return switch (changes.get(term)) {
            case Change.Add(double amount) ->
                java.util.Arrays.stream(values).map(v -> v + amount).toArray();
            case Change.Set(double value) ->
                java.util.Arrays.stream(values)
                        .map(v -> Double.isNaN(v) ? v : value)
                        .toArray();
            case Change.SetLabel _ -> throw new IllegalArgumentException(term.text() + " has no labels");
            case null -> values;
        };
    }

    private double[] logarithm(Term term, double[] values, int plus) {
        var result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (values[i] + plus <= 0) {
                throw new DesignProblem(
                        DesignProblem.Kind.DATA,
                        "%s: row %d has %s, which has no such logarithm.".formatted(term.text(), i + 1, values[i]),
                        plus == 0
                                ? "Use log1p(x) where zero is a value, or leave the row's value empty if it is missing."
                                : "Correct the value, or leave it empty if it is missing.");
            }
            result[i] = plus == 0 ? Math.log(values[i]) : Math.log1p(values[i]);
        }
        return result;
    }

    /// For each row the row of the same unit `by` steps before, or -1.
    private int[] before(int by) {
        return lags.computeIfAbsent(by, steps -> panel.before(frame, steps));
    }
}
