package org.evenhand.statistics.ordinal;

import java.util.random.RandomGenerator;
import org.evenhand.statistics.linear.Cholesky;
import org.evenhand.statistics.tasks.Interruption;
import org.evenhand.statistics.tasks.Streams;

/// The score wild cluster bootstrap for one slope, for few clusters [Kline & Santos 2012, Journal of Econometric
/// Methods 1].
///
/// Under the restriction `β_j = value` each cluster's efficient score `r_g` (the score of `β_j` less what the
/// other parameters explain of it) is multiplied by a random sign. The statistic is `Σ r_g / sqrt(Σ (r_g −
/// r̄)²)`; the p-value is the share of sign patterns with one at least as far from zero. No refit is needed.
/// Up to 12 clusters every pattern is taken once, so the p-value is exact given the scores; above, `(1 +
/// extreme) / (1 + draws)`.
///
/// @param draws random sign patterns where not all are taken
/// @param seed of the stream the signs come from
public record ScoreBootstrap(int draws, long seed) {
    private static final int ENUMERATE = 12;

    /// Outcome of a test.
    public sealed interface Test {
        /// @param statistic the statistic at the data
        /// @param p two-sided p-value in (0, 1]
        /// @param patterns how many sign patterns were compared
        /// @param exact whether they were all there are
        /// @param clusters how many clusters have rows
        record Done(double statistic, double p, int patterns, boolean exact, int clusters) implements Test {}

        /// The restricted fit does not exist.
        record NotAvailable(Fit reason) implements Test {}

        /// Fewer than two clusters.
        record TooFewClusters(int clusters) implements Test {}
    }

    public ScoreBootstrap {
        if (draws < 1) {
            throw new IllegalArgumentException("%d draws: at least 1 is needed".formatted(draws));
        }
    }

    /// 999 draws.
    public static ScoreBootstrap withSeed(long seed) {
        return new ScoreBootstrap(999, seed);
    }

    /// Tests `β_column = value`.
    public Test test(Fit.Ok fit, int column, double value, Clusters clusters) {
        var restricted = new Restricted(fit, column);
        return switch (restricted.at(value)) {
            case Fit.Ok at -> compare(efficientScores(fit, restricted.parameters(at, value), column, clusters));
            case Fit other -> new Test.NotAvailable(other);
        };
    }

    /// Every value that [#test] does not reject at `1 − level`, between the nearest two that it does. Where
    /// no value within 60 standard errors is rejected on a side, that side is unbounded: so few clusters set
    /// no limit.
    public Bounds interval(Fit.Ok fit, int column, Clusters clusters, double level) {
        double alpha = 1 - level;
        double low = end(fit, column, clusters, alpha, -1);
        double high = end(fit, column, clusters, alpha, 1);
        return new Bounds.Between(low, high, level, "score wild cluster bootstrap");
    }

    private double end(Fit.Ok fit, int column, Clusters clusters, double alpha, int side) {
        double estimate = fit.slope(column);
        double unit = fit.slopeError(column);
        double inside = 0;
        double outside = 1;
        while (!rejected(fit, column, estimate + side * outside * unit, clusters, alpha)) {
            inside = outside;
            outside *= 1.5;
            if (outside > 60) {
                return side * Double.POSITIVE_INFINITY;
            }
        }
        while (outside - inside > 1e-6) {
            double middle = 0.5 * (inside + outside);
            if (rejected(fit, column, estimate + side * middle * unit, clusters, alpha)) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        return estimate + side * outside * unit;
    }

    private boolean rejected(Fit.Ok fit, int column, double value, Clusters clusters, double alpha) {
        return test(fit, column, value, clusters) instanceof Test.Done done && done.p() <= alpha;
    }

    /// Row `column` of `A⁻¹` picks the efficient score, up to a factor that the statistic does not see.
    private static double[] efficientScores(Fit.Ok fit, double[] parameters, int column, Clusters clusters) {
        var workspace = OrderedWorkspace.at(fit.model(), fit.data(), parameters);
        var sums = new Scores(workspace).summed(clusters);
        var pick = new double[sums.size()];
        pick[workspace.layout().firstSlope + column] = 1;
        Cholesky.solve(workspace.newton().factor, sums.size(), pick);
        var used = new boolean[sums.labels()];
        for (int row : workspace.layout().order) {
            used[clusters.codes()[row]] = true;
        }
        var result = new double[sums.clusters()];
        int next = 0;
        for (int g = 0; g < sums.labels(); g++) {
            if (used[g]) {
                double r = 0;
                for (int j = 0; j < sums.size(); j++) {
                    r = Math.fma(pick[j], sums.values()[j * sums.labels() + g], r);
                }
                result[next++] = r;
            }
        }
        return result;
    }

    private Test compare(double[] r) {
        int clusters = r.length;
        if (clusters < 2) {
            return new Test.TooFewClusters(clusters);
        }
        double statistic = statistic(r, 0);
        // Patterns that give the same statistic up to rounding are as extreme.
        double limit = Math.abs(statistic) * (1 - 1e-10);
        if (clusters <= ENUMERATE) {
            int patterns = 1 << clusters;
            int extreme = 0;
            for (int pattern = 0; pattern < patterns; pattern++) {
                if (Math.abs(statistic(r, pattern)) >= limit) {
                    extreme++;
                }
            }
            return new Test.Done(statistic, (double) extreme / patterns, patterns, true, clusters);
        }
        RandomGenerator random = Streams.of(seed, 0);
        var signed = new double[clusters];
        int extreme = 0;
        for (int b = 0; b < draws; b++) {
            Interruption.check();
            for (int g = 0; g < clusters; g++) {
                signed[g] = random.nextBoolean() ? r[g] : -r[g];
            }
            if (Math.abs(statistic(signed, 0)) >= limit) {
                extreme++;
            }
        }
        return new Test.Done(statistic, (1.0 + extreme) / (1 + draws), draws, false, clusters);
    }

    private static double statistic(double[] r, int flips) {
        double sum = 0;
        double squares = 0;
        for (int g = 0; g < r.length; g++) {
            double value = (flips >>> g & 1) == 1 ? -r[g] : r[g];
            sum += value;
            squares = Math.fma(value, value, squares);
        }
        double spread = squares - sum * sum / r.length;
        // All scores equal: as far from zero as can be.
        return spread > 1e-14 * squares ? sum / Math.sqrt(spread) : Math.copySign(Double.MAX_VALUE, sum);
    }
}
