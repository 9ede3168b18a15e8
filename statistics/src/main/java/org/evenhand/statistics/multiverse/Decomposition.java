package org.evenhand.statistics.multiverse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// Which choices move the effect: shares of the variance over specifications.
///
/// @param choices by dimension
/// @param additive share that all choices explain without interactions
public record Decomposition(List<Choice> choices, double additive) {
    public Decomposition {
        choices = List.copyOf(choices);
    }

    /// One dimension.
    ///
    /// @param dimension its name
    /// @param alone share of variance between its options, others not held
    /// @param unique what the additive explanation loses without it
    /// @param medians median effect under each option
    public record Choice(String dimension, double alone, double unique, TreeMap<String, Double> medians) {}

    /// @param effects one for each specification; empty for those without an estimate
    /// @param options the option of each specification under each dimension
    public static Decomposition of(List<OptionalDouble> effects, List<String> dimensions, List<List<String>> options) {
        var y = new ArrayList<Double>();
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < effects.size(); i++) {
            if (effects.get(i).isPresent()) {
                y.add(effects.get(i).getAsDouble());
                rows.add(options.get(i));
            }
        }
        var all = new ArrayList<Integer>();
        for (int d = 0; d < dimensions.size(); d++) {
            all.add(d);
        }
        var groups = new ArrayList<int[]>();
        for (int d = 0; d < dimensions.size(); d++) {
            groups.add(numbered(rows, d));
        }
        double additive = explained(y, groups, all);
        var choices = new ArrayList<Choice>();
        for (int d = 0; d < dimensions.size(); d++) {
            var others = new ArrayList<>(all);
            others.remove(Integer.valueOf(d));
            choices.add(new Choice(
                    dimensions.get(d),
                    share(explained(y, groups, List.of(d))),
                    share(additive - explained(y, groups, others)),
                    medians(y, rows, d)));
        }
        return new Decomposition(choices, additive);
    }

    /// A share below what backfitting leaves undecided is none.
    private static double share(double found) {
        return found < 1e-9 ? 0 : found;
    }

    private static TreeMap<String, Double> medians(List<Double> y, List<List<String>> rows, int d) {
        var groups = new TreeMap<String, List<Double>>();
        for (int i = 0; i < y.size(); i++) {
            groups.computeIfAbsent(rows.get(i).get(d), _ -> new ArrayList<>()).add(y.get(i));
        }
        var medians = new TreeMap<String, Double>();
        groups.forEach((option, values) -> {
            var sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
            medians.put(option, Joint.quantile(sorted, sorted.length, 0.5));
        });
        return medians;
    }

    /// For each row the number of its option, in the order in which they first appear.
    private static int[] numbered(List<List<String>> rows, int d) {
        var numbers = new TreeMap<String, Integer>();
        return rows.stream()
                .mapToInt(row -> numbers.computeIfAbsent(row.get(d), _ -> numbers.size()))
                .toArray();
    }

    /// R² of an additive model of the given dimensions, by backfitting to convergence.
    private static double explained(List<Double> y, List<int[]> groups, List<Integer> dimensions) {
        int n = y.size();
        if (n < 2) {
            return 0;
        }
        double mean = y.stream().mapToDouble(v -> v).sum() / n;
        var rest = y.stream().mapToDouble(v -> v - mean).toArray();
        double total = squares(rest);
        if (!(total > 0)) {
            return 0;
        }
        double before = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < 200; pass++) {
            for (int d : dimensions) {
                sweep(rest, groups.get(d));
            }
            double now = squares(rest);
            if (before - now < 1e-12 * total) {
                break;
            }
            before = now;
        }
        return Math.max(0, 1 - squares(rest) / total);
    }

    private static void sweep(double[] rest, int[] group) {
        int groups = Arrays.stream(group).max().orElse(-1) + 1;
        var sums = new double[groups];
        var counts = new double[groups];
        for (int i = 0; i < rest.length; i++) {
            sums[group[i]] += rest[i];
            counts[group[i]]++;
        }
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= sums[group[i]] / counts[group[i]];
        }
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum = Math.fma(v, v, sum);
        }
        return sum;
    }
}
