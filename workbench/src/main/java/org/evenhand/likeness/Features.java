package org.evenhand.likeness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.evenhand.panel.Panel;
import org.evenhand.panel.Variable;

/// What cases are compared by, in standard deviations. Holds no placement: who is like whom cannot depend on one.
public final class Features {
    private final List<Variable> variables;
    private final List<String> countries = new ArrayList<>();
    private final List<Integer> years = new ArrayList<>();
    private final double[][] values;
    private final double[] deviation;
    private final boolean[] complete;
    private final Map<String, Integer> positions = new HashMap<>();

    private Features(Panel panel, List<Variable> variables) {
        this.variables = variables;
        int n = panel.rows().size();
        this.values = new double[variables.size()][];
        this.deviation = new double[variables.size()];
        this.complete = new boolean[n];
        java.util.Arrays.fill(complete, true);
        for (int i = 0; i < n; i++) {
            var row = panel.rows().get(i);
            countries.add(row.iso3());
            years.add(row.year());
            positions.put(row.iso3() + row.year(), i);
        }
        for (int j = 0; j < variables.size(); j++) {
            var variable = variables.get(j);
            values[j] = panel.column(variable, panel.lags().of(variable.role()));
            deviation[j] = deviation(values[j]);
            for (int i = 0; i < n; i++) {
                complete[i] &= !Double.isNaN(values[j][i]);
            }
        }
    }

    /// @throws org.evenhand.core.BadRequest if the panel lacks a variable
    public static Features of(Panel panel, Likeness likeness) {
        return new Features(
                panel, likeness.variables().stream().map(panel::need).toList());
    }

    private static double deviation(double[] column) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (double v : column) {
            if (!Double.isNaN(v)) {
                sum += v;
                n++;
            }
        }
        double mean = sum / n;
        for (double v : column) {
            if (!Double.isNaN(v)) {
                squares += (v - mean) * (v - mean);
            }
        }
        return Math.sqrt(squares / (n - 1));
    }

    public List<Variable> variables() {
        return List.copyOf(variables);
    }

    /// Position of a case.
    public OptionalInt position(String iso3, int report) {
        var at = positions.get(iso3 + report);
        return at == null ? OptionalInt.empty() : OptionalInt.of(at);
    }

    public int size() {
        return countries.size();
    }

    public String country(int i) {
        return countries.get(i);
    }

    public int year(int i) {
        return years.get(i);
    }

    /// Whether every measure is recorded.
    public boolean complete(int i) {
        return complete[i];
    }

    /// A measure on the panel's scale; `NaN` where it is not recorded.
    public double value(int i, int variable) {
        return values[variable][i];
    }

    /// How far case `a` is above case `b` in a measure, in standard deviations over all country-years.
    public double difference(int a, int b, int variable) {
        return (values[variable][a] - values[variable][b]) / deviation[variable];
    }

    /// The root mean square of the differences over all measures, in standard deviations; both cases complete.
    public double distance(int a, int b) {
        double sum = 0;
        for (int j = 0; j < values.length; j++) {
            double d = difference(a, b, j);
            sum += d * d;
        }
        return Math.sqrt(sum / values.length);
    }

    /// The measures that a case lacks.
    public List<Variable> lacking(int i) {
        var lacking = new ArrayList<Variable>();
        for (int j = 0; j < values.length; j++) {
            if (Double.isNaN(values[j][i])) {
                lacking.add(variables.get(j));
            }
        }
        return lacking;
    }
}
