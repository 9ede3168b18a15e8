package org.evenhand.statistics.mixed;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.OrderedData;

/// Processor time of the random-intercept model on the panel that `clmm-speed.R` writes; not a test.
public final class RandomInterceptSpeed {
    private static final int ROUNDS = 12;
    private static final int FITS = 40;

    private RandomInterceptSpeed() {}

    /// @param arguments the panel's file: outcome from 1, group from 1, then the columns
    public static void main(String[] arguments) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(arguments[0]));
        List<String> header = List.of(lines.getFirst().split(","));
        int n = lines.size() - 1;
        int[] outcome = new int[n];
        int[] group = new int[n];
        double[][] columns = new double[header.size() - 2][n];
        int groups = 0;
        for (int i = 0; i < n; i++) {
            String[] cells = lines.get(i + 1).split(",");
            outcome[i] = Integer.parseInt(cells[0]) - 1;
            group[i] = Integer.parseInt(cells[1]) - 1;
            groups = Math.max(groups, group[i] + 1);
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = Double.parseDouble(cells[j + 2]);
            }
        }
        OrderedData data = OrderedData.of(
                outcome, List.of("1", "2", "3", "4"), Matrix.ofColumns(n, columns), header.subList(2, header.size()));
        List<String> names =
                IntStream.range(0, groups).mapToObj(Integer::toString).toList();
        var thread = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < ROUNDS; round++) {
            long before = thread.getCurrentThreadCpuTime();
            MixedFit fit = RandomIntercept.withDefaults().fit(data, group, names);
            for (int again = 1; again < FITS; again++) {
                fit = RandomIntercept.withDefaults().fit(data, group, names);
            }
            double milliseconds = (thread.getCurrentThreadCpuTime() - before) / 1e6 / FITS;
            System.out.printf(Locale.ROOT, "%.2f ms a fit; %s%n", milliseconds, fit.explain());
            if (round == ROUNDS - 1 && fit instanceof MixedFit.Ok ok) {
                System.out.printf(
                        Locale.ROOT,
                        "log-likelihood %.6f, first threshold %.6f (%.6f)%n",
                        ok.logLikelihood(),
                        ok.parameters()[0],
                        ok.error(0));
            }
        }
    }
}
