package org.evenhand.benchmarks.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.Clusters;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.tasks.Streams;

/// A seeded panel of the project's own shape: countries, years, fifteen correlated columns, four levels in the
/// record's shares.
record SimulatedPanel(OrderedData data, Clusters clusters) {
    static final int COLUMNS = 15;

    static SimulatedPanel of(int rows, int countries, long seed) {
        var random = Streams.of(seed, 0);
        var country = new double[countries];
        for (int g = 0; g < countries; g++) {
            country[g] = 0.7 * random.nextGaussian();
        }
        var x = new double[COLUMNS][rows];
        var latent = new double[rows];
        var labels = new ArrayList<String>();
        for (int i = 0; i < rows; i++) {
            int g = i % countries;
            labels.add(String.format(Locale.ROOT, "C%03d", g));
            double shared = random.nextGaussian();
            latent[i] = country[g];
            for (int j = 0; j < COLUMNS; j++) {
                x[j][i] = j % 5 == 4
                        ? (random.nextInt(4) == 0 ? 1 : 0)
                        : 0.5 * shared + random.nextGaussian() + 0.3 * country[g];
                latent[i] += (j % 3 - 1) * 0.25 * x[j][i];
            }
            double u = random.nextDouble();
            latent[i] += Math.log(u / (1 - u));
        }
        double[] cuts = {-1.6, 0.8, 2.0};
        var outcome = new int[rows];
        for (int i = 0; i < rows; i++) {
            for (double cut : cuts) {
                outcome[i] += latent[i] > cut ? 1 : 0;
            }
        }
        var names = IntStream.range(0, COLUMNS).mapToObj(j -> "x" + j).toList();
        var data = OrderedData.of(outcome, List.of("1", "2", "2WL", "3"), Matrix.ofColumns(rows, x), names);
        return new SimulatedPanel(data, Clusters.of("country", labels));
    }

    /// The panel as CSV, for other programs.
    String csv() {
        var out = new StringBuilder("y,country");
        data.names().forEach(name -> out.append(',').append(name));
        out.append('\n');
        for (int i = 0; i < data.rows(); i++) {
            out.append(data.outcome(i)).append(',').append(clusters.labels().get(clusters.codes()[i]));
            for (int j = 0; j < COLUMNS; j++) {
                out.append(',').append(data.x().get(i, j));
            }
            out.append('\n');
        }
        return out.toString();
    }
}
