package org.evenhand.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenhand.statistics.design.Change;
import org.evenhand.statistics.design.Design;
import org.evenhand.statistics.design.Term;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.Bounds;
import org.evenhand.statistics.ordinal.BrantTest;
import org.evenhand.statistics.ordinal.ClusterCovariance;
import org.evenhand.statistics.ordinal.Clusters;
import org.evenhand.statistics.ordinal.Effects;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.ordinal.ProfileInterval;
import org.evenhand.statistics.ordinal.Scenario;
import org.evenhand.statistics.ordinal.ScoreBootstrap;
import org.evenhand.statistics.ordinal.Target;
import org.evenhand.statistics.tasks.Interruption;

/// Turns an estimate into what is reported about it.
final class FitReport {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final FitRequest request;
    private final Design design;
    private final FitAnswer.Sample sample;
    private final Fit.Ok fit;
    private final List<Clusters> clusters;
    private final Optional<ClusterCovariance.Estimated> robust;
    private final Effects effects;
    private final List<String> notes = new ArrayList<>();

    FitReport(
            FitRequest request,
            Design design,
            FitAnswer.Sample sample,
            Fit.Ok fit,
            List<Clusters> clusters,
            Optional<ClusterCovariance.Estimated> robust) {
        this.request = request;
        this.design = design;
        this.sample = sample;
        this.fit = fit;
        this.clusters = clusters;
        this.robust = robust;
        this.effects = Effects.of(
                fit, robust.map(ClusterCovariance.Estimated::matrix).orElse(fit.covariance()), request.level());
    }

    FitAnswer answer() {
        var names = fit.data().parameterNames();
        int firstSlope = fit.firstSlope();
        var slopesByThreshold = fit.data().slopesByThresholdNames();
        var coefficients = new ArrayList<FitAnswer.Coefficient>();
        var thresholds = new ArrayList<FitAnswer.Coefficient>();
        int levels = Math.max(1, fit.data().groups().size());
        int q = levels + slopesByThreshold.size();
        for (int j = 0; j < names.size(); j++) {
            boolean slope = j >= firstSlope || j % q >= levels;
            (slope ? coefficients : thresholds).add(coefficient(j, names.get(j), slope));
        }
        int crossings = effects.crossings(Scenario.observed(fit.data()));
        if (crossings > 0) {
            notes.add("In %d rows thresholds cross: their predicted probabilities are not probabilities."
                    .formatted(crossings));
        }
        robust.ifPresent(r -> {
            if (r.clusters().stream().anyMatch(g -> g < 40)) {
                notes.add("Fewer than 40 clusters: cluster-robust intervals tend to be too short."
                        + (request.bootstrap() > 0 ? "" : " Compare --bootstrap 999."));
            }
        });
        return new FitAnswer.Estimated(
                sample,
                request.link().name().toLowerCase(Locale.ROOT),
                robust.map(ClusterCovariance.Estimated::method).orElse("observed information"),
                request.level(),
                robust.map(ClusterCovariance.Estimated::clusters).orElse(List.of()),
                fit.logLikelihood(),
                fit.iterations(),
                fit.gradient(),
                coefficients,
                thresholds,
                averageEffects(),
                tests(),
                Optional.empty(),
                notes,
                request.command());
    }

    private FitAnswer.Coefficient coefficient(int j, String name, boolean slope) {
        Interruption.check();
        double se = Math.sqrt(fit.covariance().get(j, j));
        var cluster = robust.map(r -> finite(r.error(j))).orElse(OptionalDouble.empty());
        var plain = coefficient(request, name, fit.parameters()[j], se, cluster, robust.isPresent(), slope);
        int column = j - fit.firstSlope();
        return column < 0
                ? plain
                : plain.with(
                        request.profile() ? profile(column, name) : Optional.empty(),
                        request.bootstrap() > 0 ? bootstrap(column, name) : OptionalDouble.empty());
    }

    /// One parameter with what follows from its errors.
    ///
    /// @param clustered whether `z`, `p` and the interval use `cluster`, which may be missing
    static FitAnswer.Coefficient coefficient(
            FitRequest request,
            String name,
            double estimate,
            double se,
            OptionalDouble cluster,
            boolean clustered,
            boolean slope) {
        double quantile = NORMAL.inverseSurvivalProbability((1 - request.level()) / 2);
        var used = clustered ? cluster : OptionalDouble.of(se);
        var z = used.isPresent() && used.getAsDouble() > 0
                ? OptionalDouble.of(estimate / used.getAsDouble())
                : OptionalDouble.empty();
        var p = z.isPresent()
                ? OptionalDouble.of(2 * NORMAL.survivalProbability(Math.abs(z.getAsDouble())))
                : OptionalDouble.empty();
        var low =
                used.isPresent() ? OptionalDouble.of(estimate - quantile * used.getAsDouble()) : OptionalDouble.empty();
        var high =
                used.isPresent() ? OptionalDouble.of(estimate + quantile * used.getAsDouble()) : OptionalDouble.empty();
        double ratio = Math.exp(estimate);
        var odds = slope && request.link() == Link.LOGIT
                ? Optional.of(new FitAnswer.Odds(
                        ratio, ratio * se, times(cluster, ratio), exponential(low), exponential(high)))
                : Optional.<FitAnswer.Odds>empty();
        return new FitAnswer.Coefficient(
                name, estimate, se, cluster, z, p, low, high, odds, Optional.empty(), OptionalDouble.empty());
    }

    private Optional<FitAnswer.Range> profile(int column, String name) {
        return switch (ProfileInterval.of(fit, column, request.level())) {
            case Bounds.Between between -> Optional.of(new FitAnswer.Range(between.low(), between.high()));
            case Bounds.NotAvailable(var reason) -> {
                notes.add("No profile interval for %s: %s".formatted(name, reason.explain()));
                yield Optional.empty();
            }
        };
    }

    private OptionalDouble bootstrap(int column, String name) {
        var test = new ScoreBootstrap(request.bootstrap(), request.seed()).test(fit, column, 0, clusters.getFirst());
        return switch (test) {
            case ScoreBootstrap.Test.Done done -> OptionalDouble.of(done.p());
            case ScoreBootstrap.Test.NotAvailable(var reason) -> {
                notes.add("No bootstrap for %s: %s".formatted(name, reason.explain()));
                yield OptionalDouble.empty();
            }
            case ScoreBootstrap.Test.TooFewClusters few -> {
                notes.add("No bootstrap for %s: %d cluster.".formatted(name, few.clusters()));
                yield OptionalDouble.empty();
            }
        };
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private static OptionalDouble times(OptionalDouble value, double by) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * by) : value;
    }

    private static OptionalDouble exponential(OptionalDouble value) {
        return value.isPresent() ? OptionalDouble.of(Math.exp(value.getAsDouble())) : value;
    }

    private record Named(String name, Target target) {}

    private List<Named> targets() {
        var levels = fit.data().levels();
        int top = levels.size() - 1;
        var result = new ArrayList<Named>();
        result.add(new Named("P(%s)".formatted(levels.get(top)), Target.top(fit.data())));
        for (int k = top - 1; k >= 1; k--) {
            result.add(new Named("P(%s or higher)".formatted(levels.get(k)), new Target.AtLeast(k)));
        }
        if (top > 1) {
            result.add(new Named("expected level (1 to %d)".formatted(top + 1), Target.severity(fit.data())));
        }
        return result;
    }

    private List<FitAnswer.Effect> averageEffects() {
        var result = new ArrayList<FitAnswer.Effect>();
        for (var term : design.simpleTerms()) {
            if (term instanceof Term.Factor factor) {
                var levels = design.levels(factor);
                for (var level : levels.subList(Math.min(1, levels.size()), levels.size())) {
                    add(
                            result,
                            factor.column(),
                            "%s to %s".formatted(levels.getFirst(), level),
                            Map.of(factor, new Change.SetLabel(levels.getFirst())),
                            Map.of(factor, new Change.SetLabel(level)));
                }
                continue;
            }
            var values = design.values(term);
            boolean binary = java.util.Arrays.stream(values).allMatch(v -> v == 0 || v == 1);
            if (binary) {
                add(result, term.text(), "0 to 1", Map.of(term, new Change.Set(0)), Map.of(term, new Change.Set(1)));
            } else {
                double deviation = deviation(values);
                add(
                        result,
                        term.text(),
                        String.format(Locale.ROOT, "+1 SD (%.4g)", deviation),
                        Map.of(),
                        Map.of(term, new Change.Add(deviation)));
            }
        }
        return result;
    }

    private static double deviation(double[] values) {
        double mean = 0;
        for (double v : values) {
            mean += v / values.length;
        }
        double squares = 0;
        for (double v : values) {
            squares = Math.fma(v - mean, v - mean, squares);
        }
        return Math.sqrt(squares / (values.length - 1));
    }

    private void add(
            List<FitAnswer.Effect> to, String term, String change, Map<Term, Change> from, Map<Term, Change> into) {
        Interruption.check();
        var before = scenario(design.changed(from));
        var after = scenario(design.changed(into));
        for (var target : targets()) {
            var e = effects.contrast(before, after, target.target());
            to.add(new FitAnswer.Effect(term, change, target.name(), e.value(), e.error(), e.low(), e.high()));
        }
    }

    private Scenario scenario(Matrix all) {
        int common = fit.data().names().size();
        int[] first = java.util.stream.IntStream.range(0, common).toArray();
        int[] rest = java.util.stream.IntStream.range(common, all.columns()).toArray();
        return new Scenario(all.selectColumns(first), all.selectColumns(rest));
    }

    private List<FitAnswer.Test> tests() {
        if (!request.brant()) {
            return List.of();
        }
        var result = new ArrayList<FitAnswer.Test>();
        switch (BrantTest.of(fit.data())) {
            case BrantTest.Done done -> {
                test(result, "Brant, all columns", done.all());
                for (int j = 0; j < done.byColumn().size(); j++) {
                    test(
                            result,
                            "Brant, " + fit.data().names().get(j),
                            done.byColumn().get(j));
                }
            }
            case BrantTest.NotAvailable(var threshold, var reason) ->
                notes.add("No Brant test: the binary logit above %s has no estimate. %s"
                        .formatted(threshold, reason.explain()));
        }
        return result;
    }

    private void test(List<FitAnswer.Test> to, String name, BrantTest.Wald wald) {
        if (Double.isFinite(wald.statistic())) {
            to.add(new FitAnswer.Test(name, wald.statistic(), wald.degrees(), wald.p()));
        } else {
            notes.add("No %s: the joint covariance of the binary logits is not positive definite.".formatted(name));
        }
    }
}
