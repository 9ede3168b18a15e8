package org.evenhand.statistics.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.statistics.tasks.Job;
import org.junit.jupiter.api.Test;

/// How often each interval holds the size of populations that are known because they were made: see
/// `docs/simulation-prevalence.md` for the command and the figures. Not part of the build.
class CoverageSimulation {
    private static final int POPULATIONS = Integer.getInteger("populations", 200);
    private static final int REPLICATES = Integer.getInteger("replicates", 200);
    private static final int PEOPLE = 5000;
    private static final double LEVEL = 0.95;
    private static final double[] REACH = {0.10, 0.08, 0.06, 0.04};

    /// A way to make a population.
    private record Scenario(String name, double[] cells) {}

    /// One interval on one population.
    private record Result(String method, double total, double low, double high) {}

    @Test
    void simulate() throws IOException {
        var out = new StringBuilder();
        out.append("| population | method | coverage | no estimate | median estimate / true | median width / true |\n");
        out.append("| --- | --- | --- | --- | --- | --- |\n");
        for (var scenario : scenarios()) {
            var runs = Executor.threads(2)
                    .run(Job.of(20261124, POPULATIONS, (number, random) -> once(scenario, number, random)));
            var byMethod = new LinkedHashMap<String, List<Result>>();
            runs.forEach(run -> run.forEach(r ->
                    byMethod.computeIfAbsent(r.method(), _ -> new ArrayList<>()).add(r)));
            byMethod.forEach((method, results) -> out.append(line(scenario.name(), method, results)));
        }
        System.out.println(out);
        Files.writeString(Path.of("target", "simulation-prevalence.md"), out);
    }

    private static String line(String scenario, String method, List<Result> results) {
        var usable = results.stream().filter(r -> !Double.isNaN(r.total())).toList();
        long covered = usable.stream()
                .filter(r -> r.low() <= PEOPLE && PEOPLE <= r.high())
                .count();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.3f | %d of %d | %.2f | %.2f |%n",
                scenario,
                method,
                covered / (double) Math.max(1, usable.size()),
                results.size() - usable.size(),
                results.size(),
                median(usable.stream().mapToDouble(r -> r.total() / PEOPLE).toArray()),
                median(usable.stream()
                        .mapToDouble(r -> (r.high() - r.low()) / PEOPLE)
                        .toArray()));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? Double.NaN : values[values.length / 2];
    }

    private static List<Scenario> scenarios() {
        return List.of(
                new Scenario("independent lists", cells(Map.of())),
                new Scenario("one pair attracts (odds ratio 4)", cells(Map.of(0b0011, 4.0))),
                new Scenario("one pair never overlaps", cells(Map.of(0b0011, 0.0))),
                new Scenario("two pairs attract (odds ratio 4)", cells(Map.of(0b0011, 4.0, 0b1100, 4.0))),
                new Scenario("a fifth of the people three times as visible", mixture(0.2, 3)),
                new Scenario("three in ten can be on no list", mixture(0.7, 1)));
    }

    /// Probabilities of the combinations, with odds ratios of pairs.
    private static double[] cells(Map<Integer, Double> oddsRatios) {
        var cells = independent(1);
        double sum = 0;
        for (int c = 0; c < cells.length; c++) {
            for (var pair : oddsRatios.entrySet()) {
                cells[c] *= (c & pair.getKey()) == pair.getKey() ? pair.getValue() : 1;
            }
            sum += cells[c];
        }
        for (int c = 0; c < cells.length; c++) {
            cells[c] /= sum;
        }
        return cells;
    }

    private static double[] independent(double factor) {
        var cells = new double[1 << REACH.length];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = 1;
            for (int list = 0; list < REACH.length; list++) {
                double p = Math.min(0.9, factor * REACH[list]);
                cells[c] *= (c >> list & 1) != 0 ? p : 1 - p;
            }
        }
        return cells;
    }

    /// A share of the people more visible by a factor. With factor 1 the others are on no list at all;
    /// otherwise they are seen with the usual probabilities.
    private static double[] mixture(double share, double factor) {
        var visible = independent(factor);
        var others = factor == 1 ? new double[visible.length] : independent(1);
        if (factor == 1) {
            others[0] = 1;
        }
        for (int c = 0; c < visible.length; c++) {
            visible[c] = share * visible[c] + (1 - share) * others[c];
        }
        return visible;
    }

    private static List<Result> once(Scenario scenario, int number, RandomGenerator random) {
        var counts = new long[scenario.cells().length];
        for (int person = 0; person < PEOPLE; person++) {
            double u = random.nextDouble();
            int c = 0;
            while (c < counts.length - 1 && u >= scenario.cells()[c]) {
                u -= scenario.cells()[c++];
            }
            counts[c]++;
        }
        counts[0] = 0;
        var table = RandomTables.table(counts);
        var results = new ArrayList<Result>();
        add(results, "main effects, model known", MultipleSystems.fit(table, HierarchicalModel.mainEffects(4)));
        var stepwise = analyse(table, Selection.stepwise(), number);
        add(results, "stepwise, model taken as known", stepwise.outcome());
        add(results, "stepwise, percentile", stepwise, false);
        add(results, "stepwise, BCa", stepwise, true);
        var bic = analyse(table, new Selection.Bic(2, Selection.Search.EXHAUSTIVE), number);
        add(results, "BIC pairs, model taken as known", bic.outcome());
        add(results, "BIC pairs, percentile", bic, false);
        add(results, "BIC pairs, BCa", bic, true);
        var averaged = bic.ranking().orElseThrow().averaged();
        results.add(new Result("BIC pairs, average", averaged.total(), averaged.low(), averaged.high()));
        return results;
    }

    private static MultipleSystems.Analysis analyse(CaptureTable table, Selection selection, long seed) {
        return MultipleSystems.analyse(
                table, new MultipleSystems.Options(selection, REPLICATES, seed, LEVEL), Executor.sequential());
    }

    private static void add(List<Result> results, String method, Outcome outcome) {
        results.add(
                switch (outcome) {
                    case Outcome.None _ -> new Result(method, Double.NaN, 0, 0);
                    case Outcome.Estimate estimate -> {
                        var limits = MultipleSystems.conditional(estimate, LEVEL);
                        yield new Result(method, estimate.total(), limits.low(), limits.high());
                    }
                });
    }

    private static void add(List<Result> results, String method, MultipleSystems.Analysis analysis, boolean bca) {
        Optional<Bootstrap> bootstrap = analysis.bootstrap().filter(b -> b.totals().length > 0);
        if (bootstrap.isEmpty()) {
            results.add(new Result(method, Double.NaN, 0, 0));
            return;
        }
        var limits = bca ? bootstrap.get().limits(LEVEL) : bootstrap.get().percentile(LEVEL);
        results.add(new Result(method, bootstrap.get().estimate(), limits.low(), limits.high()));
    }
}
