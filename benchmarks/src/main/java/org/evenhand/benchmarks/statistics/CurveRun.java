package org.evenhand.benchmarks.statistics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.evenhand.statistics.linear.Kernels;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.multiverse.Alignment;
import org.evenhand.statistics.multiverse.Blocks;
import org.evenhand.statistics.multiverse.Multiverse;
import org.evenhand.statistics.multiverse.PermutedCurves;
import org.evenhand.statistics.multiverse.Specification;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.ordinal.Target;
import org.evenhand.statistics.tasks.Executor;

/// The side of Evenhand in `benchmarks/influence.sh`: writes the panel for R, then prints how many specifications,
/// permuted statistics and permuted refits it makes in a second, and how time grows.
///
/// One thread. Rates by that thread's processor time and by elapsed time, since a busy machine moves only the latter.
public final class CurveRun {
    private static final int COUNTRIES = 85;
    private static final int YEARS = 20;
    private static final SimulatedPanel PANEL = SimulatedPanel.of(COUNTRIES * YEARS, COUNTRIES, 1);

    private CurveRun() {}

    /// `csv FILE` writes the panel; `rates` measures beside R; `growth` measures 100 to 10,000 specifications and 99 to
    /// 9,999 permutations of a smaller panel.
    public static void main(String[] args) throws IOException {
        if (args.length == 2 && args[0].equals("csv")) {
            Files.writeString(Path.of(args[1]), PANEL.csv(), StandardCharsets.UTF_8);
        } else if (args.length == 1 && args[0].equals("rates")) {
            rates();
        } else if (args.length == 1 && args[0].equals("growth")) {
            growth();
        } else {
            throw new IllegalArgumentException("csv FILE, rates or growth");
        }
    }

    private static void rates() {
        System.out.printf(Locale.ROOT, "kernels: %s%n", Kernels.best().name());
        var specifications = IntStream.range(0, SimulatedPanel.COLUMNS)
                .<Specification>mapToObj(j -> specification(PANEL, COUNTRIES, j))
                .toList();
        var blocks = blocks(COUNTRIES);
        // Compile what is measured.
        for (int i = 0; i < 5; i++) {
            run(blocks, specifications::get, specifications.size(), 99);
        }
        var alone = best(() -> run(blocks, specifications::get, specifications.size(), 0));
        print("specifications", alone, specifications.size());
        int permutations = 9_999;
        var permuted = best(() -> run(blocks, specifications::get, specifications.size(), permutations));
        // Reading the curves and the pairs' sums are in it; the fits are not.
        print("permuted statistics", permuted.minus(alone), specifications.size() * (long) permutations);
        var refits = new OrderedFits();
        refits.prepare();
        var refitted = best(() -> {
            for (int i = 0; i < 1_000; i++) {
                refits.permutedRefit();
            }
        });
        print("permuted refits to convergence", refitted, 1_000);
    }

    private static void growth() {
        int countries = 24;
        var panel = SimulatedPanel.of(countries * 8, countries, 2);
        var blocks = blocks(countries);
        IntFunction<Specification> of = i -> specification(narrow(panel, i), countries, 5);
        run(blocks, of, 1_000, 99);
        for (int[] size : new int[][] {{100, 99}, {1_000, 99}, {10_000, 99}, {1_000, 999}, {1_000, 9_999}}) {
            var spent = best(() -> run(blocks, of, size[0], size[1]));
            System.out.printf(
                    Locale.ROOT,
                    "%,6d specifications x %,5d permutations: %.2f s processor time, %.2f s elapsed%n",
                    size[0],
                    size[1],
                    spent.processor,
                    spent.elapsed);
        }
    }

    private static void run(Blocks blocks, IntFunction<Specification> of, int count, int permutations) {
        var curves = PermutedCurves.inMemory(count, permutations);
        var job = new Multiverse(blocks, Alignment.NEAREST_TIME, 1, permutations).job(curves, of);
        var outcomes = Executor.sequential().run(job);
        if (outcomes.size() != count) {
            throw new IllegalStateException("%d of %d specifications".formatted(outcomes.size(), count));
        }
    }

    private static Blocks blocks(int countries) {
        return new Blocks(
                IntStream.range(0, countries).mapToObj("C%03d"::formatted).toList(),
                IntStream.range(0, countries).mapToObj(g -> "region " + g % 6).toList());
    }

    /// Six of the panel's columns, which ones by the number.
    private static SimulatedPanel narrow(SimulatedPanel panel, int number) {
        var data = panel.data();
        var columns = IntStream.range(0, 6)
                .map(k -> (number + 2 * k) % SimulatedPanel.COLUMNS)
                .toArray();
        var x = IntStream.of(columns).mapToObj(j -> data.x().column(j)).toArray(double[][]::new);
        var names = IntStream.of(columns).mapToObj(j -> "x" + j).toList();
        return new SimulatedPanel(data.withDesign(Matrix.ofColumns(data.rows(), x), names), panel.clusters());
    }

    /// All columns, with column `j` as the interest.
    private static Specification.Ready specification(SimulatedPanel panel, int countries, int j) {
        var data = panel.data();
        var order = new ArrayList<Integer>();
        IntStream.range(0, data.x().columns()).filter(k -> k != j).forEach(order::add);
        order.add(j);
        var x = order.stream().map(k -> data.x().column(k)).toArray(double[][]::new);
        List<String> names = order.stream().map(k -> data.names().get(k)).toList();
        OrderedData turned = data.withDesign(Matrix.ofColumns(data.rows(), x), names);
        return new Specification.Ready(
                turned,
                Link.LOGIT,
                false,
                false,
                1,
                new Target.AtLeast(3),
                Optional.empty(),
                1,
                IntStream.range(0, data.rows()).map(i -> i % countries).toArray(),
                IntStream.range(0, data.rows()).map(i -> 2004 + i / countries).toArray());
    }

    /// Seconds.
    private record Spent(double processor, double elapsed) {
        Spent minus(Spent other) {
            return new Spent(processor - other.processor, elapsed - other.elapsed);
        }
    }

    /// The best of five, by processor time and by elapsed time.
    private static Spent best(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        double processor = Double.POSITIVE_INFINITY;
        double elapsed = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 5; i++) {
            long cpu = threads.getCurrentThreadCpuTime();
            long clock = System.nanoTime();
            work.run();
            processor = Math.min(processor, (threads.getCurrentThreadCpuTime() - cpu) / 1e9);
            elapsed = Math.min(elapsed, (System.nanoTime() - clock) / 1e9);
        }
        return new Spent(processor, elapsed);
    }

    private static void print(String what, Spent spent, long count) {
        System.out.printf(
                Locale.ROOT,
                "%-32s %,10.0f a second of processor time, %,10.0f elapsed%n",
                what,
                count / spent.processor,
                count / spent.elapsed);
    }
}
