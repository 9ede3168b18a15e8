package org.evenhand.statistics.multiverse;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.ClusterCovariance;
import org.evenhand.statistics.ordinal.Clusters;
import org.evenhand.statistics.ordinal.Effects;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.Scenario;
import org.evenhand.statistics.ordinal.Target;
import org.evenhand.statistics.tasks.Job;

/// Runs the specifications of a universe.
///
/// For each specification: the interest's least-squares residual given the other columns [Freedman & Lane
/// 1983; for logistic models Potter 2005], the fit of all columns, the fit without the interest, and the
/// score statistics of the observed and of each permuted residual. A specification that fails is a result; it
/// never stops the others.
public final class Multiverse {
    private final Blocks blocks;
    private final Alignment alignment;
    private final long seed;
    private final int permutations;
    private final int[][] drawn;

    /// @param seed of the permutations: permutation `m` depends on (seed, m) only
    public Multiverse(Blocks blocks, Alignment alignment, long seed, int permutations) {
        if (permutations < 0 || permutations > 1_000_000) {
            throw new IllegalArgumentException("%d permutations: from 0 to a million".formatted(permutations));
        }
        this.blocks = blocks;
        this.alignment = alignment;
        this.seed = seed;
        this.permutations = permutations;
        this.drawn = IntStream.rangeClosed(1, permutations)
                .mapToObj(m -> blocks.permutation(seed, m))
                .toArray(int[][]::new);
    }

    /// The job of as many specifications as `curves` has room for; task `i` runs specification `i` and writes its
    /// statistics there.
    public Job<Outcome> job(PermutedCurves curves, IntFunction<Specification> specifications) {
        if (curves.permutations() != permutations) {
            throw new IllegalArgumentException(
                    "room for %d permutations, %d asked".formatted(curves.permutations(), permutations));
        }
        return Job.of(seed, curves.specifications(), (number, _) -> {
            var result = run(specifications.apply(number));
            if (result.statistics.length == 0) {
                curves.writeNone(number);
            } else {
                curves.write(number, result.statistics);
            }
            return result.outcome;
        });
    }

    /// What one specification gives.
    ///
    /// @param statistics packed as in [PermutedCurves]; empty where it has no estimate
    record Result(Outcome outcome, float[] statistics) {}

    private static final float[] NONE = {};

    private Result run(Specification specification) {
        return switch (specification) {
            case Specification.Unready(var status, var reason) -> failed(status, reason);
            case Specification.Ready ready -> run(ready);
        };
    }

    private static Result failed(String status, String reason) {
        return new Result(new Outcome.Failed(status, reason), NONE);
    }

    private Result run(Specification.Ready ready) {
        if (Arrays.stream(ready.block()).distinct().count() < 2) {
            return failed("too_few_blocks", "Errors between blocks need at least 2; there is 1.");
        }
        var rest = Residuals.on(ready.data(), 1);
        var residual = rest.of(ready.data().x().column(ready.interest()));
        return switch (SpecificationFit.of(ready)) {
            case SpecificationFit.Failed(var status, var reason) -> failed(status, reason);
            case SpecificationFit.Fitted(var fit) ->
                run(ready, rest, residual, fit, SpecificationFit.withoutInterest(ready));
        };
    }

    /// An estimate stands only where the fit without the interest exists too.
    Result run(Specification.Ready ready, Residuals rest, double[] residual, Fit.Ok fit, SpecificationFit without) {
        return switch (without) {
            case SpecificationFit.Failed(var status, var reason) -> failed(status, reason);
            case SpecificationFit.Fitted(var none) -> {
                var statistics = statistics(ready, none, residual);
                var covariance = ready.firth() ? fit.covariance() : clustered(ready, fit);
                yield Float.isNaN(statistics[0])
                        ? failed(
                                "not_identified",
                                "The interest has no information of its own beside the other columns.")
                        : new Result(estimated(ready, fit, covariance, rest, residual), statistics);
            }
        };
    }

    /// The score statistics of the observed residual and of each permuted one, packed.
    float[] statistics(Specification.Ready ready, Fit.Ok fit, double[] residual) {
        var permuter = new Permuter(blocks, alignment, ready.block(), ready.time());
        var model = new NullModel(fit, ready.target().level(), ready.block(), blocks.size());
        var statistics = new float[permutations + 1];
        double step = ready.orientation() * (ready.yesNo() ? Math.signum(ready.step()) : ready.step());
        statistics[0] = model.test(residual) ? PermutedCurves.pack(model.effect(step), model.z) : Float.NaN;
        if (permuter.byBlocks()) {
            var pairs = model.pairs(permuter, residual);
            for (int m = 1; m <= permutations; m++) {
                statistics[m] = model.test(pairs, permuter.donors(drawn[m - 1]))
                        ? PermutedCurves.pack(model.effect(step), model.z)
                        : Float.NaN;
            }
        } else {
            var moved = new double[residual.length];
            for (int m = 1; m <= permutations; m++) {
                permuter.permute(drawn[m - 1], seed, m, residual, moved);
                statistics[m] = model.test(moved) ? PermutedCurves.pack(model.effect(step), model.z) : Float.NaN;
            }
        }
        return statistics;
    }

    private Matrix clustered(Specification.Ready ready, Fit.Ok fit) {
        var clusters = new Clusters("block", ready.block(), blocks.labels());
        return switch (ClusterCovariance.of(fit, clusters, ClusterCovariance.Factor.CLUSTERS)) {
            case ClusterCovariance.Estimated estimated -> estimated.matrix();
            case ClusterCovariance.TooFewClusters _ -> throw new IllegalStateException("blocks were counted before");
        };
    }

    private static Outcome estimated(
            Specification.Ready ready, Fit.Ok fit, Matrix covariance, Residuals rest, double[] residual) {
        var effects = Effects.of(fit, covariance, 0.95);
        int at = fit.firstSlope() + ready.interest();
        return new Outcome.Estimated(
                effect(ready, effects, ready.target()),
                ready.second().map(target -> effect(ready, effects, target)),
                fit.slope(ready.interest()),
                Math.sqrt(covariance.get(at, at)),
                ready.data().rows(),
                (int) Arrays.stream(ready.block()).distinct().count(),
                Confounding.robustness(ready.data(), rest, residual));
    }

    private static Effects.Estimate effect(Specification.Ready ready, Effects effects, Target target) {
        int column = ready.interest();
        var observed = Scenario.observed(ready.data());
        var effect = ready.yesNo()
                ? effects.zeroToOne(column, target)
                : effects.contrast(observed, observed.with(column, v -> v + ready.step()), target);
        // A column of yes and no that points the other way is taken from yes to no, which is exactly the opposite.
        boolean turned = ready.yesNo() && ready.step() < 0;
        return turned == ready.orientation() < 0
                ? effect
                : new Effects.Estimate(-effect.value(), effect.error(), -effect.high(), -effect.low(), effect.level());
    }
}
