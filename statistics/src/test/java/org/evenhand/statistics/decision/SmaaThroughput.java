package org.evenhand.statistics.decision;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.evenhand.statistics.tasks.Executor;

/// The throughput of SMAA-2, by hand, beside `smaa-throughput.R`: processor time for each draw, best of five
/// runs. Results stand in docs/benchmarks-decision.md. Not a test: a timing is never one.
final class SmaaThroughput {
    private static final int RUNS = 5;

    private SmaaThroughput() {}

    /// Arguments: options, criteria, draws, `point`, `uniform` or `normal`, `none` or `rank`.
    public static void main(String[] args) {
        int criteria = Integer.parseInt(args[1]);
        long draws = Long.parseLong(args[2]);
        var problem = problem(Integer.parseInt(args[0]), criteria, args[3]);
        var names = Problems.names(criteria);
        var space = args[4].equals("rank")
                ? Problems.space(names, Statement.Ranking.of(names.toArray(String[]::new)))
                : WeightSpace.all(names);
        double best = Double.POSITIVE_INFINITY;
        var threads = ManagementFactory.getThreadMXBean();
        for (int run = 0; run < RUNS; run++) {
            long start = threads.getCurrentThreadCpuTime();
            new Smaa2(draws, run).analyse(problem, space, Executor.sequential());
            best = Math.min(best, (double) (threads.getCurrentThreadCpuTime() - start) / draws);
        }
        System.out.printf(Locale.ROOT, "%s: %.0f ns of processor time a draw%n", String.join(" ", args), best);
    }

    private static DecisionProblem problem(int options, int criteria, String kind) {
        var random = new SplittableRandom(1);
        var rows = new ArrayList<List<Optional<Measurement>>>();
        for (int i = 0; i < options; i++) {
            var row = new ArrayList<Optional<Measurement>>();
            for (int k = 0; k < criteria; k++) {
                double mean = random.nextDouble(0.3, 0.7);
                row.add(Optional.of(
                        switch (kind) {
                            case "point" -> new Measurement.Point(mean);
                            case "uniform" -> new Measurement.Uniform(mean - 0.2, mean + 0.2);
                            case "normal" -> new Measurement.Normal(mean, 0.1);
                            default -> throw new IllegalArgumentException("no kind of measurement: " + kind);
                        }));
            }
            rows.add(row);
        }
        return Problems.of(rows);
    }
}
