package org.evenhand.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.evenhand.panel.PanelRow;
import org.evenhand.statistics.ordinal.Fit;

/// Forecasts of placements that the model has not seen, in two ways.
final class Forecasts {
    /// Reports that a forecast of a later one is trained on at the least.
    private static final int TRAINING_REPORTS = 5;

    private Forecasts() {}

    /// Each country by the fit that leaves it out.
    static List<Forecast> byCountry(Benchmark benchmark) {
        var all = new ArrayList<Forecast>();
        for (var iso3 : benchmark.countries()) {
            add(benchmark, row -> !row.iso3().equals(iso3), row -> row.iso3().equals(iso3), all);
        }
        return all;
    }

    /// Each report by the fit to all reports before it.
    static List<Forecast> byYear(Benchmark benchmark) {
        var all = new ArrayList<Forecast>();
        var rows = benchmark.rows();
        int[] years = IntStream.range(0, rows.size())
                .map(i -> rows.row(i).year())
                .sorted()
                .distinct()
                .toArray();
        for (int k = TRAINING_REPORTS; k < years.length; k++) {
            int year = years[k];
            add(benchmark, row -> row.year() < year, row -> row.year() == year, all);
        }
        return all;
    }

    private static void add(
            Benchmark benchmark, Predicate<PanelRow> training, Predicate<PanelRow> unseen, List<Forecast> all) {
        var rows = benchmark.rows();
        int[] index = rows.where(training);
        if (!(benchmark.fit(index) instanceof Fit.Ok fit)) {
            return;
        }
        var climatology = shares(rows, index);
        for (int i : rows.where(unseen)) {
            var row = rows.row(i);
            all.add(new Forecast(
                    row.iso3(), row.year(), row.region(), probabilities(fit, rows, i), climatology, rows.outcome(i)));
        }
    }

    /// `P(T = k) = F(κ_k − x'β) − F(κ_{k−1} − x'β)`.
    private static List<Double> probabilities(Fit.Ok fit, ModelRows rows, int i) {
        double eta = 0;
        for (int j = 0; j < rows.variables().size(); j++) {
            eta += fit.slope(j) * rows.value(i, j);
        }
        var probabilities = new ArrayList<Double>();
        double below = 0;
        for (int k = 0; k < ModelRows.LEVELS.size(); k++) {
            double upTo = k == fit.firstSlope() ? 1 : fit.model().link().cumulative(fit.parameters()[k] - eta);
            probabilities.add(upTo - below);
            below = upTo;
        }
        return probabilities;
    }

    private static List<Double> shares(ModelRows rows, int[] index) {
        var counts = new double[ModelRows.LEVELS.size()];
        for (int i : index) {
            counts[rows.outcome(i)]++;
        }
        return Arrays.stream(counts).mapToObj(c -> c / index.length).toList();
    }
}
