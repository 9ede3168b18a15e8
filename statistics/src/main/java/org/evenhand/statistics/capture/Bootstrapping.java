package org.evenhand.statistics.capture;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.statistics.tasks.Job;
import org.jspecify.annotations.Nullable;

/// Draws bootstrap replicates and leaves out one person at a time, choosing the model anew each time.
final class Bootstrapping {
    private Bootstrapping() {}

    static Bootstrap run(
            CaptureTable table, Chooser chooser, double estimate, int replicates, long seed, Executor executor) {
        var multinomial = new Multinomial(table);
        var picks = executor.run(Job.of(seed, replicates, (_, random) -> choose(multinomial.draw(random), chooser)));
        var failed = new EnumMap<Failure, Integer>(Failure.class);
        var totals = new double[replicates];
        int n = 0;
        for (var result : picks) {
            if (result.failure() == null) {
                totals[n++] = result.total();
            } else {
                failed.merge(result.failure(), 1, Integer::sum);
            }
        }
        return new Bootstrap(
                replicates, failed, Arrays.copyOf(totals, n), acceleration(table, chooser, executor), estimate);
    }

    /// The size of one replicate, or why it has none.
    private record Size(double total, @Nullable Failure failure) {}

    private static Size choose(long[] cells, Chooser chooser) {
        var counts = new Counts(cells);
        return switch (chooser.choose(counts, new Fitter(counts.lists()))) {
            case Pick.Missing(var failure, var _) -> new Size(Double.NaN, failure);
            case Pick.Found found
            when !(found.unseen() <= MultipleSystems.EXPLODED * counts.total()) ->
                new Size(Double.NaN, Failure.EXPLODED);
            case Pick.Found found -> new Size(counts.total() + found.unseen(), null);
        };
    }

    /// Jackknife over people; those with the same lists give the same estimate, so one table a positive cell
    /// suffices [Chan, Silverman & Vincent 2021, section 3.3].
    private static double acceleration(CaptureTable table, Chooser chooser, Executor executor) {
        var counts = table.counts();
        int[] positive = java.util.stream.IntStream.range(1, counts.length)
                .filter(c -> counts[c] > 0)
                .toArray();
        List<Size> sizes = executor.run(Job.of(0, positive.length, (number, _) -> {
            var less = counts.clone();
            less[positive[number]]--;
            return choose(less, chooser);
        }));
        double mean = 0;
        for (int i = 0; i < positive.length; i++) {
            if (sizes.get(i).failure() != null) {
                return Double.NaN;
            }
            mean += counts[positive[i]] * sizes.get(i).total() / table.observed();
        }
        double squares = 0;
        double cubes = 0;
        for (int i = 0; i < positive.length; i++) {
            double difference = mean - sizes.get(i).total();
            squares += counts[positive[i]] * difference * difference;
            cubes += counts[positive[i]] * difference * difference * difference;
        }
        return squares > 0 ? cubes / (6 * squares * Math.sqrt(squares)) : Double.NaN;
    }
}
