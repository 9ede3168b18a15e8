package org.evenhand.victims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.evenhand.document.Structure;
import org.evenhand.statistics.capture.Bootstrap;
import org.evenhand.statistics.capture.Failure;
import org.evenhand.statistics.capture.MultipleSystems;
import org.evenhand.statistics.capture.MultipleSystems.Analysis;
import org.evenhand.statistics.capture.Outcome;
import org.evenhand.statistics.capture.Ranking;
import org.evenhand.statistics.capture.Selection;
import org.evenhand.statistics.capture.Sensitivity;
import org.evenhand.statistics.tasks.Executor;

/// The estimate of a population from a user's lists: what `evenhand prevalence --lists` answers.
///
/// @param file the lists
/// @param command the command that remakes the answer
/// @param analysis the analysis as asked for
/// @param others the same table by the usual other rules, for comparison: point and limits with the model taken
/// as known
/// @param variants without each list and with each two merged; empty unless asked for
public record ListEstimate(
        ListFile file, String command, Analysis analysis, List<Other> others, List<Sensitivity.Variant> variants) {
    /// Name and version of the form of the JSON answer.
    static final String FORMAT = "evenhand-prevalence/1";

    public ListEstimate {
        others = List.copyOf(others);
        variants = List.copyOf(variants);
    }

    /// Another rule for choosing the model.
    record Other(String rule, Outcome outcome) {}

    /// Analyses the lists.
    ///
    /// @param sensitivity whether to repeat the analysis without each list and with each two merged
    public static ListEstimate of(
            ListFile file, MultipleSystems.Options options, boolean sensitivity, String command, Executor executor) {
        var table = file.table();
        var variants = new ArrayList<Sensitivity.Variant>();
        if (sensitivity) {
            variants.addAll(Sensitivity.leaveOneOut(table, options, executor));
            variants.addAll(Sensitivity.mergePairs(table, options, executor));
        }
        return new ListEstimate(
                file,
                command,
                MultipleSystems.analyse(table, options, executor),
                others(file, options.selection()),
                variants);
    }

    private static List<Other> others(ListFile file, Selection chosen) {
        var table = file.table();
        var rules = new ArrayList<Selection>();
        rules.add(new Selection.Bic(1, Selection.Search.DOWNHILL));
        rules.add(Selection.stepwise());
        for (int order = 2; order <= Math.min(3, table.size() - 1); order++) {
            rules.add(Selection.bic(table.size(), order));
        }
        return rules.stream()
                .filter(rule -> !rule.equals(chosen))
                .map(rule -> new Other(rule(rule), MultipleSystems.estimate(table, rule)))
                .toList();
    }

    /// A rule in words.
    static String rule(Selection selection) {
        return switch (selection) {
            case Selection.Stepwise(double threshold) -> "stepwise, pairs with a tail below " + threshold;
            case Selection.Given _ -> "one model, laid down beforehand";
            case Selection.Bic(int order, var search) ->
                order == 1
                        ? "main effects only"
                        : "smallest BIC, interactions of up to %d lists, %s"
                                .formatted(order, search == Selection.Search.DOWNHILL ? "downhill" : "all models");
        };
    }

    /// Whether there is an estimate.
    public boolean answered() {
        return analysis.outcome() instanceof Outcome.Estimate;
    }

    /// The name of an outcome in JSON.
    static String status(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Estimate _ -> "estimate";
            case Outcome.None(var failure, var _) -> name(failure);
        };
    }

    static String name(Failure failure) {
        return failure.name().toLowerCase(Locale.ROOT);
    }

    /// The answer for machines.
    public Structure structure() {
        var options = analysis.options();
        var out = Structure.build().with("format", FORMAT).with("status", status(analysis.outcome()));
        headline(out, analysis);
        out.with("lists", Structure.words(file.table().lists()))
                .with("selection", selection(options.selection(), file.table().lists()))
                .with("intervals", intervals())
                .with("models", models())
                .with("averaged", averaged())
                .with("considered", considered())
                .with("bootstrap", bootstrap(analysis))
                .with("other_rules", otherRules());
        if (!variants.isEmpty()) {
            out.with(
                    "sensitivity",
                    new Structure.Items(variants.stream()
                            .map(variant -> {
                                var one = Structure.build()
                                        .with("change", variant.change())
                                        .with(
                                                "status",
                                                status(variant.analysis().outcome()));
                                headline(one, variant.analysis());
                                return (Structure) one.with("bootstrap", bootstrap(variant.analysis()))
                                        .done();
                            })
                            .toList()));
        }
        return out.with("notes", Structure.words(ListNotes.of(this)))
                .with(
                        "provenance",
                        Structure.build()
                                .with("command", command)
                                .with("file", file.source().locator())
                                .with("checksum", file.checksum())
                                .done())
                .done();
    }

    private static void headline(Structure.Builder out, Analysis analysis) {
        var limits = analysis.limits();
        out.with("observed", (double) analysis.table().observed());
        switch (analysis.outcome()) {
            case Outcome.None(var _, var reason) ->
                out.with("reason", reason)
                        .with("estimate", Double.NaN)
                        .with("low", Double.NaN)
                        .with("high", Double.NaN)
                        .with("level", analysis.options().level())
                        .with("model", Structure.words(List.of()));
            case Outcome.Estimate estimate ->
                out.with("estimate", estimate.total())
                        .with("low", limits.map(Bootstrap.Limits::low).orElse(Double.NaN))
                        .with("high", limits.map(Bootstrap.Limits::high).orElse(Double.NaN))
                        .with("level", analysis.options().level())
                        .with("interval", limits.map(Bootstrap.Limits::method).orElse(""))
                        .with("unseen", estimate.unseen())
                        .with("model", Structure.words(estimate.terms()))
                        .with("notation", estimate.model().notation())
                        .with("minus_infinity", Structure.words(estimate.boundary()))
                        .with("bic", estimate.bic());
        }
    }

    private static Structure selection(Selection selection, List<String> lists) {
        return switch (selection) {
            case Selection.Given(var model) ->
                Structure.build()
                        .with("rule", "given")
                        .with("model", Structure.words(model.names(lists)))
                        .with("order", model.order())
                        .done();
            case Selection.Stepwise(double threshold) ->
                Structure.build()
                        .with("rule", "stepwise")
                        .with("threshold", threshold)
                        .with("order", 2)
                        .done();
            case Selection.Bic(int order, var search) ->
                Structure.build()
                        .with("rule", "bic")
                        .with("order", order)
                        .with("search", search.name().toLowerCase(Locale.ROOT))
                        .done();
        };
    }

    /// Every interval for the chosen rule, by method.
    List<Bootstrap.Limits> limits() {
        var limits = new ArrayList<Bootstrap.Limits>();
        double level = analysis.options().level();
        analysis.bootstrap().filter(b -> b.totals().length > 0).ifPresent(bootstrap -> {
            if (bootstrap.accelerated()) {
                limits.add(bootstrap.bca(level));
            }
            limits.add(bootstrap.percentile(level));
        });
        if (analysis.outcome() instanceof Outcome.Estimate estimate) {
            limits.add(MultipleSystems.conditional(estimate, level));
        }
        return limits;
    }

    private Structure intervals() {
        return new Structure.Items(limits().stream()
                .map(l -> (Structure) Structure.build()
                        .with("method", l.method())
                        .with("low", l.low())
                        .with("high", l.high())
                        .with("level", l.level())
                        .done())
                .toList());
    }

    private Structure models() {
        return new Structure.Items(analysis.ranking().map(Ranking::models).orElse(List.of()).stream()
                .map(model -> (Structure) Structure.build()
                        .with("model", Structure.words(model.terms()))
                        .with("notation", model.model().notation())
                        .with("estimate", model.total())
                        .with("bic", model.bic())
                        .with("weight", model.weight())
                        .done())
                .toList());
    }

    private Structure averaged() {
        var averaged = analysis.ranking().map(Ranking::averaged);
        if (averaged.isEmpty() || Double.isNaN(averaged.get().total())) {
            return new Structure.Nothing();
        }
        return Structure.build()
                .with("estimate", averaged.get().total())
                .with("low", averaged.get().low())
                .with("high", averaged.get().high())
                .with("level", averaged.get().level())
                .done();
    }

    private Structure considered() {
        var ranking = analysis.ranking();
        if (ranking.isEmpty()) {
            return new Structure.Nothing();
        }
        return Structure.build()
                .with("models", ranking.get().considered())
                .with("order", ranking.get().order())
                .with("all_models", ranking.get().exhaustive())
                .with("failed", failures(ranking.get().failed()))
                .done();
    }

    private static Structure bootstrap(Analysis analysis) {
        var bootstrap = analysis.bootstrap();
        var out = Structure.build()
                .with("replicates", bootstrap.map(Bootstrap::replicates).orElse(0))
                .with("failed", bootstrap.map(Bootstrap::failures).orElse(0))
                .with("reasons", failures(bootstrap.map(Bootstrap::failed).orElse(java.util.Map.of())))
                .with("seed", analysis.options().seed());
        return out.with("acceleration", bootstrap.map(Bootstrap::acceleration).orElse(Double.NaN))
                .done();
    }

    private static Structure failures(java.util.Map<Failure, Integer> failed) {
        var out = Structure.build();
        for (var failure : Failure.values()) {
            int count = failed.getOrDefault(failure, 0);
            if (count > 0) {
                out.with(name(failure), count);
            }
        }
        return out.done();
    }

    private Structure otherRules() {
        return new Structure.Items(others.stream()
                .map(other -> {
                    var out = Structure.build().with("rule", other.rule()).with("status", status(other.outcome()));
                    if (other.outcome() instanceof Outcome.Estimate estimate) {
                        var limits = MultipleSystems.conditional(
                                estimate, analysis.options().level());
                        out.with("estimate", estimate.total())
                                .with("low", limits.low())
                                .with("high", limits.high())
                                .with("interval", limits.method())
                                .with("model", Structure.words(estimate.terms()));
                    }
                    return (Structure) out.done();
                })
                .toList());
    }

    /// Failures in words, for example "12 not existing, 1 exploded".
    static String words(java.util.Map<Failure, Integer> failed) {
        return java.util.Arrays.stream(Failure.values())
                .filter(failure -> failed.getOrDefault(failure, 0) > 0)
                .map(failure -> failed.get(failure) + " " + name(failure).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }
}
