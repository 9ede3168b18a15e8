package org.evenhand.statistics.ordinal;

import java.util.Arrays;
import java.util.Optional;
import org.evenhand.statistics.linear.Cholesky;
import org.evenhand.statistics.linear.Kernels;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.tasks.Interruption;

/// Room to fit one design many times: the sorted, standardised rows and every array Newton's method needs.
///
/// Not for use by two threads at once. A fit depends on the data, the model and the start only, never on
/// the fits made before in the same workspace, so results do not depend on which worker made them.
public final class OrderedWorkspace {
    /// Whether a fit can be tried at all.
    public sealed interface Prepared {
        /// It can.
        record Ready(OrderedWorkspace workspace) implements Prepared {}

        /// It cannot, and this is the outcome.
        record Impossible(Fit reason) implements Prepared {}
    }

    /// Beyond this distance between a threshold and a predictor, or this standard error in standardised
    /// columns, or this number of steps, an estimate is not believed before separation is ruled out.
    private static final double FAR = 10;

    private static final double UNSURE = 5;
    private static final int SLOW = 12;

    private final OrderedModel model;
    private final Layout layout;
    private final Newton newton;
    private final double[] coldStart;
    private double[] start;
    private final double[] inverse;

    private OrderedWorkspace(OrderedModel model, Layout layout) {
        this.model = model;
        this.layout = layout;
        this.newton = new Newton(model.link(), layout);
        this.coldStart = coldStart();
        this.start = coldStart;
        this.inverse = new double[layout.size * layout.size];
    }

    /// Checks what can be checked before any arithmetic, and sets up.
    public static Prepared prepare(OrderedModel model, OrderedData data) {
        var unusable = data.firstUnusable();
        if (unusable.isPresent()) {
            return new Prepared.Impossible(unusable.get());
        }
        var layout = new Layout(data, RowOrder.of(data));
        if (layout.rows < layout.size) {
            return new Prepared.Impossible(new Fit.TooFewRows(layout.rows, layout.size));
        }
        var empty = Existence.emptyCategory(layout);
        return empty.isPresent()
                ? new Prepared.Impossible(empty.get())
                : new Prepared.Ready(new OrderedWorkspace(model, layout));
    }

    /// Thresholds at the quantiles of the cumulative shares, slopes at zero.
    private double[] coldStart() {
        var begin = new double[layout.size];
        double centre = 0;
        for (double o : layout.offset) {
            centre += o / layout.offset.length;
        }
        double below = 0;
        for (int k = 0; k + 1 < layout.categories; k++) {
            int from = layout.start[k];
            int n = layout.start[k + 1] - from;
            below += layout.weights.length == 0 ? n : Kernels.best().sum(layout.weights, from, n);
            double level = model.link().quantile(below / layout.totalWeight) + centre;
            for (int g = 0; g < layout.levels; g++) {
                begin[k * layout.q + g] = level;
            }
        }
        return begin;
    }

    /// Replaces column `column` of the design by `values`, in the order of the data's rows.
    public void replaceColumn(int column, double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("column %d: %s is not finite".formatted(column, value));
            }
        }
        layout.replace(column, values);
    }

    /// Every following fit begins at `parameters` (in the order of [OrderedData#parameterNames()], in the
    /// data's units, for the columns as they are now). A warm start changes how many steps are taken, and
    /// the last bits.
    public void startFrom(double[] parameters) {
        start = layout.toStandard(parameters);
    }

    /// Fits and reports; see [Fit].
    public Fit fit() {
        Interruption.check();
        var end = newton.run(start, model.maximumIterations(), true);
        if (end == Newton.End.STALLED && start != coldStart) {
            end = newton.run(coldStart, model.maximumIterations(), true);
        }
        if (end == Newton.End.SINGULAR) {
            var dependent = Existence.notIdentified(layout);
            if (dependent.isPresent()) {
                return dependent.get();
            }
            end = newton.run(coldStart, model.maximumIterations(), false);
        }
        if (end != Newton.End.CONVERGED || suspect()) {
            var gone = Existence.notIdentified(layout).map(Fit.class::cast).or(this::separated);
            if (gone.isPresent()) {
                return gone.get();
            }
        }
        return end == Newton.End.CONVERGED
                ? estimate()
                : new Fit.NotConverged(newton.iterations, newton.largestGradient);
    }

    private Optional<Fit> separated() {
        return Separation.find(layout).map(Fit.class::cast);
    }

    /// What [#suspect()] has let pass; it has left the inverse information.
    private Fit.Ok estimate() {
        return new Fit.Ok(
                layout.data,
                model,
                layout.toData(newton.parameters),
                layout.covarianceToData(inverse),
                Optional.of(Matrix.over(layout.size, layout.size, inverse.clone())),
                newton.logLikelihood,
                layout.rows,
                newton.iterations,
                newton.largestGradient);
    }

    /// Fits without making objects, for thousands of refits: true where the estimate stands, false where
    /// [#fit()] must be asked what is wrong (it may also turn out to be nothing).
    public boolean refit() {
        return newton.run(start, model.maximumIterations(), true) == Newton.End.CONVERGED && !suspect();
    }

    /// The slope of column `column` at the last successful [#refit()].
    public double slope(int column) {
        return newton.parameters[layout.firstSlope + column] / layout.scales[column];
    }

    /// Its standard error from the observed information.
    public double slopeError(int column) {
        int at = layout.firstSlope + column;
        return Math.sqrt(inverse[at * layout.size + at]) / layout.scales[column];
    }

    /// The log-likelihood at the last successful [#refit()].
    public double logLikelihood() {
        return newton.logLikelihood;
    }

    /// Newton steps of the last fit.
    public int iterations() {
        return newton.iterations;
    }

    /// Looks for the signs of an estimate that runs away; cheap, and wrong only on the careful side.
    private boolean suspect() {
        Cholesky.inverse(newton.factor, layout.size, inverse);
        if (newton.iterations > SLOW) {
            return true;
        }
        for (int j = 0; j < layout.size; j++) {
            if (!(inverse[j * layout.size + j] < UNSURE * UNSURE)) {
                return true;
            }
        }
        return newton.likelihood.farthest > FAR;
    }

    /// The same slope's cluster-robust standard error; `clusters` are in the order of the data's rows and
    /// at least two.
    public double clusterSlopeError(int column, Clusters clusters, ClusterCovariance.Factor factor) {
        var sums = new Scores(this).summed(clusters);
        int at = layout.firstSlope + column;
        double variance = 0;
        for (int g = 0; g < sums.labels(); g++) {
            double influence = 0;
            for (int j = 0; j < layout.size; j++) {
                influence = Math.fma(inverse[at * layout.size + j], sums.values()[j * sums.labels() + g], influence);
            }
            variance = Math.fma(influence, influence, variance);
        }
        return Math.sqrt(variance * factor.of(sums.clusters())) / layout.scales[column];
    }

    /// The cluster-robust covariance of the fit that this workspace has just made; [ClusterCovariance#of]
    /// without setting up again.
    public ClusterCovariance clusterCovariance(Fit.Ok fit, Clusters clusters, ClusterCovariance.Factor factor) {
        if (fit.data() != layout.data || fit.logLikelihood() != newton.logLikelihood) {
            throw new IllegalArgumentException("the fit is not the last one of this workspace");
        }
        return Scores.covariance(this, clusters, factor);
    }

    /// A workspace that stands at the estimates of `fit`, with gradient, information and its inverse.
    static OrderedWorkspace at(Fit.Ok fit) {
        var workspace = at(fit.model(), fit.data(), fit.parameters());
        fit.standardised()
                .ifPresent(m -> System.arraycopy(m.values(), 0, workspace.inverse, 0, workspace.inverse.length));
        return workspace;
    }

    /// A workspace that stands at given parameters of data that are known to be usable.
    static OrderedWorkspace at(OrderedModel model, OrderedData data, double[] parameters) {
        var workspace = new OrderedWorkspace(model, new Layout(data, RowOrder.of(data)));
        workspace.newton.run(workspace.layout.toStandard(parameters), 0, false);
        Cholesky.inverse(workspace.newton.factor, workspace.layout.size, workspace.inverse);
        return workspace;
    }

    /// For the estimators of this package that start from the rows.
    Layout layout() {
        return layout;
    }

    Newton newton() {
        return newton;
    }

    /// The inverse information of the last fit, in standardised columns.
    double[] inverseInformation() {
        return Arrays.copyOf(inverse, inverse.length);
    }
}
