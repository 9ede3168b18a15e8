package org.evenhand.benchmarks.statistics;

import java.util.concurrent.TimeUnit;
import org.evenhand.statistics.linear.Kernels;
import org.evenhand.statistics.ordinal.ClusterCovariance;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.OrderedModel;
import org.evenhand.statistics.ordinal.OrderedWorkspace;
import org.evenhand.statistics.tasks.Streams;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Ordered logits on a panel of the project's shape, with the collector that the launcher asks for.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 2,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-XX:+UseSerialGC"})
public class OrderedFits {
    private final SimulatedPanel panel = SimulatedPanel.of(2300, 160, 1);
    private final SimulatedPanel smaller = SimulatedPanel.of(1700, 160, 2);
    private final double[] weights = new double[2300];
    private final double[] product = new double[15 * 15];
    private final double[] lanes = new double[Kernels.LANES * 15 * 15];
    private final double[] values = new double[2300];
    private final double[] exponentials = new double[2300];
    private double[][] permuted = new double[0][];

    @SuppressWarnings("NullAway.Init")
    private OrderedWorkspace workspace;

    private int next;

    /// Prepares a workspace that stands at the estimates, and columns to put into it.
    @Setup
    public void prepare() {
        java.util.Arrays.fill(weights, 0.2);
        var model = OrderedModel.withDefaults();
        switch (OrderedWorkspace.prepare(model, smaller.data())) {
            case OrderedWorkspace.Prepared.Ready(var ready) -> workspace = ready;
            case OrderedWorkspace.Prepared.Impossible(var reason) -> throw new IllegalStateException(reason.explain());
        }
        if (!(workspace.fit() instanceof Fit.Ok ok)) {
            throw new IllegalStateException("no estimate");
        }
        permuted = new double[64][];
        for (int b = 0; b < permuted.length; b++) {
            permuted[b] = Streams.of(3, b).doubles(1700, -1.7, 1.7).toArray();
        }
        // The estimates with the permuted column's slope at zero: where a permuted refit starts.
        var start = ok.parameters().clone();
        start[ok.firstSlope()] = 0;
        workspace.replaceColumn(0, permuted[0]);
        workspace.startFrom(start);
    }

    /// A fit from a cold start with cluster-robust errors of all parameters: what `clm` and `vcovCL` do together.
    @Benchmark
    public ClusterCovariance coldFitWithClusters() {
        var ready =
                (OrderedWorkspace.Prepared.Ready) OrderedWorkspace.prepare(OrderedModel.withDefaults(), panel.data());
        var ok = (Fit.Ok) ready.workspace().fit();
        return ready.workspace().clusterCovariance(ok, panel.clusters(), ClusterCovariance.Factor.CLUSTERS);
    }

    /// The fit alone.
    @Benchmark
    public Fit coldFit() {
        return OrderedModel.withDefaults().fit(panel.data());
    }

    /// One column replaced and the model refitted from a warm start, slope and error read: a permutation of
    /// 1,700 rows.
    @Benchmark
    public double permutedRefit() {
        next = (next + 1) % permuted.length;
        workspace.replaceColumn(0, permuted[next]);
        if (!workspace.refit()) {
            throw new IllegalStateException("no estimate");
        }
        return workspace.slope(0) / workspace.slopeError(0);
    }

    /// The weighted cross-product alone: the largest part of an iteration.
    @Benchmark
    public double[] crossProduct() {
        Kernels.best().crossProduct(panel.data().x().values(), 2300, 15, weights, lanes, product);
        return product;
    }

    /// 2,300 exponentials.
    @Benchmark
    public double[] exponential() {
        Kernels.best().exp(values, exponentials, 0, 2300);
        return exponentials;
    }
}
