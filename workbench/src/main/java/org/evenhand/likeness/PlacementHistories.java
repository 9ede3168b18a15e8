package org.evenhand.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.benchmark.Specification;
import org.evenhand.catalogue.Placements;
import org.evenhand.core.Tier;
import org.evenhand.panel.Panel;
import org.evenhand.statistics.linear.Cholesky;
import org.evenhand.statistics.tasks.Streams;

/// Placements beyond what the same evidence and capacity go with in the same report: severity less its linear
/// regression on the measures and on the report. Each country has one history of them, and whole histories can be
/// exchanged between countries (Freedman & Lane 1983, Journal of Business & Economic Statistics 1:292), which leaves
/// interests, evidence and pairs as they are and each history its course over the years.
final class PlacementHistories {
    private final int[] country;
    private final int[] report;
    private final int countries;
    private final double[] beyond;
    private final int[][] position;
    private final int firstReport;

    private PlacementHistories(Panel panel, Features features) {
        int n = features.size();
        var codes = new TreeMap<String, Integer>();
        var reports = new TreeSet<Integer>();
        for (int i = 0; i < n; i++) {
            if (usable(panel, features, i)) {
                codes.put(features.country(i), 0);
                reports.add(features.year(i));
            }
        }
        int next = 0;
        for (var code : codes.entrySet()) {
            code.setValue(next++);
        }
        countries = next;
        firstReport = reports.isEmpty() ? 0 : reports.first();
        country = new int[n];
        report = new int[n];
        position = new int[countries][reports.isEmpty() ? 0 : reports.last() - firstReport + 1];
        for (var row : position) {
            Arrays.fill(row, -1);
        }
        for (int i = 0; i < n; i++) {
            country[i] = usable(panel, features, i) ? codes.getOrDefault(features.country(i), -1) : -1;
            report[i] = features.year(i) - firstReport;
            if (country[i] >= 0) {
                position[country[i]][report[i]] = i;
            }
        }
        beyond = beyond(features, panel.severity());
    }

    static PlacementHistories of(Panel panel, Features features) {
        return new PlacementHistories(panel, features);
    }

    /// Whether a case can stand in a pair: a tier and every measure, since there has been a Watch List, and not the
    /// judge.
    static boolean usable(Panel panel, Features features, int i) {
        return features.complete(i)
                && features.year(i) >= Specification.FIRST_REPORT
                && !features.country(i).equals(Placements.JUDGE)
                && panel.rows().get(i).standing() instanceof Tier;
    }

    /// Least squares on the measures, both less their means of the report.
    private double[] beyond(Features features, double[] severity) {
        int p = features.variables().size();
        var byReport = new HashMap<Integer, double[]>();
        var used = new ArrayList<Integer>();
        for (int i = 0; i < country.length; i++) {
            if (country[i] >= 0) {
                used.add(i);
                var sums = byReport.computeIfAbsent(report[i], _ -> new double[p + 2]);
                for (int j = 0; j < p; j++) {
                    sums[j] += features.value(i, j);
                }
                sums[p] += severity[i];
                sums[p + 1]++;
            }
        }
        var products = new double[p * p];
        var slopes = new double[p];
        for (int i : used) {
            var x = centred(features, byReport, i, p);
            double y = y(byReport, severity, i, p);
            for (int j = 0; j < p; j++) {
                slopes[j] += x[j] * y;
                for (int k = 0; k < p; k++) {
                    products[j * p + k] += x[j] * x[k];
                }
            }
        }
        for (int j = 0; j < p; j++) {
            // A measure that does not vary, or follows from others, has no slope of its own: a trace of ridge settles
            // it.
            products[j * p + j] += 1e-9 * products[j * p + j] + 1e-12;
        }
        Cholesky.factor(products, p, 0);
        Cholesky.solve(products, p, slopes);
        var beyond = new double[country.length];
        Arrays.fill(beyond, Double.NaN);
        for (int i : used) {
            var x = centred(features, byReport, i, p);
            double fitted = 0;
            for (int j = 0; j < p; j++) {
                fitted += slopes[j] * x[j];
            }
            beyond[i] = y(byReport, severity, i, p) - fitted;
        }
        return beyond;
    }

    private double[] centred(Features features, Map<Integer, double[]> byReport, int i, int p) {
        var sums = byReport.getOrDefault(report[i], new double[p + 2]);
        var x = new double[p];
        for (int j = 0; j < p; j++) {
            x[j] = features.value(i, j) - sums[j] / sums[p + 1];
        }
        return x;
    }

    private double y(Map<Integer, double[]> byReport, double[] severity, int i, int p) {
        var sums = byReport.getOrDefault(report[i], new double[p + 2]);
        return severity[i] - sums[p] / sums[p + 1];
    }

    /// Steps of severity beyond what evidence and capacity go with, by position; `NaN` where a case cannot stand in a
    /// pair.
    double[] asTheyAre() {
        return beyond.clone();
    }

    /// Everyone has the history of another country, or by chance its own: exchange `number` of a seed. Where the
    /// other country had no tier in a report, the exchange has `NaN`.
    double[] exchanged(long seed, long number) {
        var given = Streams.permutation(Streams.of(seed, number), countries);
        var out = new double[beyond.length];
        for (int i = 0; i < out.length; i++) {
            int from = country[i] < 0 ? -1 : position[given[country[i]]][report[i]];
            out[i] = from < 0 ? Double.NaN : beyond[from];
        }
        return out;
    }
}
