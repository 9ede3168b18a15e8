package org.evenhand.benchmarks.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.ClusterCovariance;
import org.evenhand.statistics.ordinal.Clusters;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.ordinal.OrderedModel;
import org.evenhand.statistics.ordinal.ScoreBootstrap;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.statistics.tasks.Job;

/// How often 95% intervals hold the truth: model-based, cluster-robust, and by the score wild cluster bootstrap.
///
/// The outcome has three levels; the latent variable is `0.5 b + 0.5 w + a + e` with `b` constant within a
/// cluster, `w` varying in it, `a ~ N(0, σ²)` shared by a cluster and `e ~ N(0, 1)`. A probit without `a`
/// then estimates `0.5 / sqrt(1 + σ²)` exactly in the limit, so the truth is known with and without
/// dependence. Prints `docs/coverage-statistics.md`.
public final class CoverageStudy {
    private static final int REPLICATES = 1000;
    private static final int ROWS = 10;
    private static final double SLOPE = 0.5;

    private CoverageStudy() {}

    private record Setting(int clusters, double sigma) {}

    /// Which of the intervals held the truth; none of them where there was no estimate.
    private record Held(boolean fitted, boolean[] between, boolean[] within) {}

    /// Prints the page; the optional argument is the seed.
    public static void main(String[] args) {
        long seed = args.length > 0 ? Long.parseLong(args[0]) : 20010101L;
        var settings = new ArrayList<Setting>();
        for (int clusters : new int[] {8, 15, 30, 100}) {
            settings.add(new Setting(clusters, 0));
            settings.add(new Setting(clusters, 1));
        }
        var within = BinomialDistribution.of(REPLICATES, 0.95);
        int low = within.inverseCumulativeProbability(0.005);
        int high = within.inverseCumulativeProbability(0.995);
        print("# Coverage of 95% intervals by simulation");
        print("");
        print(
                "Remade by `benchmarks/coverage.sh`, seed %d, %d replicates a line, %d rows a cluster.",
                seed, REPLICATES, ROWS);
        print(
                "An interval that holds the truth 95%% of the time lies between %.1f%% and %.1f%% in 99%% of such runs;",
                low / 10.0, high / 10.0);
        print(
                "figures outside are marked `*`. *Between*: a column constant within a cluster; *within*: one that varies.");
        print("Dependence: the standard deviation of what a cluster's rows share (0: none).");
        print("");
        print("| clusters | dependence | column | model-based | cluster-robust | wild bootstrap | no estimate |");
        print("|---:|---:|---|---:|---:|---:|---:|");
        int line = 0;
        for (var setting : settings) {
            long own = seed + 1000L * line++;
            var held = Executor.allCores().run(Job.of(own, REPLICATES, (_, random) -> replicate(setting, random)));
            var fitted = held.stream().filter(Held::fitted).toList();
            row(setting, "between", fitted.stream().map(Held::between).toList(), low, high);
            row(setting, "within", fitted.stream().map(Held::within).toList(), low, high);
        }
    }

    private static void row(Setting setting, String column, List<boolean[]> held, int low, int high) {
        var cells = new StringBuilder();
        for (int m = 0; m < 3; m++) {
            int method = m;
            double share = (double) held.stream().filter(h -> h[method]).count() / held.size();
            boolean outside = share * REPLICATES < low || share * REPLICATES > high;
            cells.append(String.format(Locale.ROOT, " %.1f%%%s |", 100 * share, outside ? " *" : ""));
        }
        print(
                "| %d | %.0f | %s |%s %d |",
                setting.clusters(), setting.sigma(), column, cells, REPLICATES - held.size());
    }

    private static Held replicate(Setting setting, RandomGenerator random) {
        int n = setting.clusters() * ROWS;
        var x = new double[2][n];
        var outcome = new int[n];
        var labels = new ArrayList<String>();
        for (int g = 0; g < setting.clusters(); g++) {
            double between = random.nextGaussian();
            double shared = setting.sigma() * random.nextGaussian();
            for (int t = 0; t < ROWS; t++) {
                int i = g * ROWS + t;
                x[0][i] = between;
                x[1][i] = random.nextGaussian();
                double latent = SLOPE * x[0][i] + SLOPE * x[1][i] + shared + random.nextGaussian();
                outcome[i] = (latent > -0.5 ? 1 : 0) + (latent > 1 ? 1 : 0);
                labels.add(String.format(Locale.ROOT, "%03d", g));
            }
        }
        var data = OrderedData.of(
                outcome, List.of("low", "middle", "high"), Matrix.ofColumns(n, x), List.of("between", "within"));
        if (!(OrderedModel.withDefaults().with(Link.PROBIT).fit(data) instanceof Fit.Ok fit)) {
            return new Held(false, new boolean[3], new boolean[3]);
        }
        var clusters = Clusters.of("cluster", labels);
        double truth = SLOPE / Math.sqrt(1 + setting.sigma() * setting.sigma());
        long seed = random.nextLong();
        return new Held(true, held(fit, clusters, 0, truth, seed), held(fit, clusters, 1, truth, seed));
    }

    private static boolean[] held(Fit.Ok fit, Clusters clusters, int column, double truth, long seed) {
        double distance = Math.abs(fit.slope(column) - truth);
        boolean robust = switch (ClusterCovariance.of(fit, clusters, ClusterCovariance.Factor.CLUSTERS)) {
            case ClusterCovariance.Estimated e -> distance <= 1.959963984540054 * e.error(fit.firstSlope() + column);
            case ClusterCovariance.TooFewClusters _ -> false;
        };
        boolean wild = switch (new ScoreBootstrap(399, seed).test(fit, column, truth, clusters)) {
            case ScoreBootstrap.Test.Done done -> done.p() > 0.05;
            case ScoreBootstrap.Test.NotAvailable _, ScoreBootstrap.Test.TooFewClusters _ -> false;
        };
        return new boolean[] {distance <= 1.959963984540054 * fit.slopeError(column), robust, wild};
    }

    private static void print(String format, Object... values) {
        System.out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
