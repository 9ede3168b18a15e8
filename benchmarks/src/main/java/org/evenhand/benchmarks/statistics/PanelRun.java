package org.evenhand.benchmarks.statistics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.evenhand.statistics.linear.Kernels;

/// The side of Evenhand in `benchmarks/statistics.sh`: writes the panel for the peers, then prints processor
/// time a fit.
///
/// Processor time of this thread, not wall time, so that a busy machine matters less; the compiler's threads
/// are not in it. The best batch of at least a tenth of a second counts, as on the peers' side; the very
/// first call, which is interpreted, is shown too.
public final class PanelRun {
    private PanelRun() {}

    /// `csv FILE` writes the panel; `fits` measures.
    public static void main(String[] args) throws IOException {
        if (args.length == 2 && args[0].equals("csv")) {
            Files.writeString(Path.of(args[1]), SimulatedPanel.of(2300, 160, 1).csv(), StandardCharsets.UTF_8);
            return;
        }
        var out = System.out;
        out.printf(Locale.ROOT, "kernels: %s%n", Kernels.best().name());
        var fits = new OrderedFits();
        fits.prepare();
        measure("cold fit + cluster errors, 2,300 x 15", fits::coldFitWithClusters);
        measure("cold fit, 2,300 x 15", fits::coldFit);
        measure("permuted refit, 1,700 x 15", fits::permutedRefit);
        measure("cross-product, 2,300 x 15", fits::crossProduct);
        measure("2,300 exponentials", fits::exponential);
    }

    private interface Work {
        Object once();
    }

    private static void measure(String what, Work work) {
        var threads = ManagementFactory.getThreadMXBean();
        int batch = 1;
        double best = Double.POSITIVE_INFINITY;
        double first = Double.NaN;
        long end = System.nanoTime() + 12_000_000_000L;
        int rounds = 0;
        while (System.nanoTime() < end || rounds < 8) {
            long before = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < batch; i++) {
                if (work.once() == null) {
                    throw new IllegalStateException(what);
                }
            }
            long nanos = threads.getCurrentThreadCpuTime() - before;
            if (rounds == 0) {
                first = nanos / 1e3;
            }
            if (nanos < 100_000_000L) {
                batch *= 2;
            } else {
                rounds++;
                best = Math.min(best, nanos / 1e3 / batch);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-42s %10.1f us processor time (first ever %.0f us), %.0f a second%n",
                what,
                best,
                first,
                1e6 / best);
    }
}
