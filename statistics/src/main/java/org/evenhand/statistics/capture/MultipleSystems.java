package org.evenhand.statistics.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenhand.statistics.tasks.Executor;

/// Multiple systems estimation of one table: the model chosen, its estimate, and how sure it is.
public final class MultipleSystems {
    /// An estimate of the people not seen above this many times those seen is not used.
    public static final double EXPLODED = 1e6;

    private static final int MODELS_LISTED = 10;
    private static final int SEEDS = 12;

    private MultipleSystems() {}

    /// What to do.
    ///
    /// @param selection how to choose the model, in the table and in every replicate
    /// @param replicates bootstrap replicates; 0 for none, which leaves only an interval that takes the model
    /// as known
    /// @param seed of the random numbers
    /// @param level coverage of the intervals, between 0 and 1
    public record Options(Selection selection, int replicates, long seed, double level) {
        public Options {
            if (replicates < 0) {
                throw new IllegalArgumentException("replicates cannot be negative: " + replicates);
            }
            if (!(level > 0 && level < 1)) {
                throw new IllegalArgumentException("a coverage lies between 0 and 1, not " + level);
            }
        }
    }

    /// The answer for one table.
    ///
    /// @param table the table
    /// @param options what was done
    /// @param outcome the estimate, or why there is none
    /// @param ranking models by BIC, beside the chosen one; empty with too few lists
    /// @param bootstrap replicates, if there is an estimate and any were asked for
    public record Analysis(
            CaptureTable table,
            Options options,
            Outcome outcome,
            Optional<Ranking> ranking,
            Optional<Bootstrap> bootstrap) {

        /// The limits to report with the estimate: from the bootstrap, or those that take the model as known.
        /// Empty if there is no estimate.
        public Optional<Bootstrap.Limits> limits() {
            return switch (outcome) {
                case Outcome.None _ -> Optional.empty();
                case Outcome.Estimate estimate ->
                    bootstrap
                            .filter(b -> b.totals().length > 0)
                            .map(b -> b.limits(options.level()))
                            .or(() -> Optional.of(conditional(estimate, options.level())));
            };
        }
    }

    /// Limits if the model were known beforehand: log-normal for the people not seen. Too narrow when the model
    /// was chosen with the same data.
    public static Bootstrap.Limits conditional(Outcome.Estimate estimate, double level) {
        double reach =
                NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + level) / 2) * estimate.logUnseenError();
        return new Bootstrap.Limits(
                estimate.observed() + estimate.unseen() * StrictMath.exp(-reach),
                estimate.observed() + estimate.unseen() * StrictMath.exp(reach),
                level,
                "model taken as known");
    }

    /// Analyses a table.
    public static Analysis analyse(CaptureTable table, Options options, Executor executor) {
        if (table.listsInUse() < 3) {
            return new Analysis(table, options, tooFewLists(table), Optional.empty(), Optional.empty());
        }
        var selection = bounded(options.selection(), table.size());
        // The interaction of all lists leaves nothing to rank by.
        int order = Math.max(1, Math.min(selection.highestOrder(), table.size() - 1));
        boolean exhaustive = selection instanceof Selection.Bic(int _, var search)
                ? search == Selection.Search.EXHAUSTIVE
                : table.size() <= 5;
        if (exhaustive && !Selection.canExhaust(table.size(), order)) {
            throw new IllegalArgumentException(
                    "too many models of order %d for %d lists to look at all".formatted(order, table.size()));
        }
        var cache = new EstimabilityCache(Math.max(order, selection.highestOrder()));
        var rankings = exhaustive ? Rankings.exhaustive(table, order, cache) : Rankings.downhill(table, order, cache);
        var chooser = chooser(selection, table.size(), cache, rankings.best(SEEDS));
        var outcome = outcome(table, chooser);
        Optional<Bootstrap> bootstrap = outcome instanceof Outcome.Estimate estimate && options.replicates() > 0
                ? Optional.of(Bootstrapping.run(
                        table, chooser, estimate.total(), options.replicates(), options.seed(), executor))
                : Optional.empty();
        return new Analysis(
                table,
                options,
                outcome,
                Optional.of(rankings.ranking(table, order, exhaustive, MODELS_LISTED, options.level())),
                bootstrap);
    }

    /// The estimate alone, without replicates or ranking.
    public static Outcome estimate(CaptureTable table, Selection selection) {
        if (table.listsInUse() < 3) {
            return tooFewLists(table);
        }
        var bounded = bounded(selection, table.size());
        return outcome(table, chooser(bounded, table.size(), new EstimabilityCache(bounded.highestOrder()), List.of()));
    }

    /// Fits one given model.
    public static Outcome fit(CaptureTable table, HierarchicalModel model) {
        return outcome(table, only(model, new EstimabilityCache(model.order())));
    }

    private static Chooser only(HierarchicalModel model, EstimabilityCache cache) {
        return (counts, fitter) -> {
            var verdict = cache.on(counts).verdict(model);
            if (verdict != Estimability.Verdict.ESTIMABLE || fitter.fit(model, counts) != Fitter.End.CONVERGED) {
                return Pick.missing(verdict, model);
            }
            return new Pick.Found(
                    model,
                    fitter.unseen(),
                    Chooser.score(model, fitter.kernel(), counts),
                    fitter.parameters().clone());
        };
    }

    /// A model with all interactions of all lists leaves nothing to estimate the unseen from.
    private static Selection bounded(Selection selection, int lists) {
        return selection instanceof Selection.Bic(int order, var search) && order > lists - 1
                ? new Selection.Bic(lists - 1, search)
                : selection;
    }

    private static Chooser chooser(Selection selection, int lists, EstimabilityCache cache, List<Pick.Found> seeds) {
        return switch (selection) {
            case Selection.Stepwise(double threshold) -> new StepwiseChooser(lists, threshold, cache);
            case Selection.Bic(int order, var search) ->
                switch (search) {
                    case EXHAUSTIVE -> new ExhaustiveChooser(order, cache, seeds);
                    case DOWNHILL -> new DownhillChooser(order, cache);
                };
            case Selection.Given(var model) -> only(model, cache);
        };
    }

    private static Outcome outcome(CaptureTable table, Chooser chooser) {
        var counts = Counts.of(table);
        var fitter = new Fitter(counts.lists());
        return switch (chooser.choose(counts, fitter)) {
            case Pick.Missing(var failure, var model) -> new Outcome.None(failure, reason(failure, model, table));
            case Pick.Found found -> {
                fitter.fitFrom(found.model(), counts, found.parameters());
                fitter.settle(counts);
                double variance = fitter.interceptVariance();
                if (!(found.unseen() <= EXPLODED * counts.total()) || !(variance > 0)) {
                    yield new Outcome.None(Failure.EXPLODED, reason(Failure.EXPLODED, found.model(), table));
                }
                yield estimate(table, counts, found, Math.sqrt(variance));
            }
        };
    }

    private static Outcome.Estimate estimate(CaptureTable table, Counts counts, Pick.Found found, double error) {
        var boundary = new ArrayList<String>();
        var coefficients = new HashMap<Integer, Double>();
        for (int term : found.model().termsShared()) {
            coefficients.put(term, found.parameters()[term]);
            if (counts.overlap(term) == 0) {
                boundary.add(HierarchicalModel.name(term, table.lists()));
            }
        }
        double bic = found.score() + 2 * counts.logFactorials();
        double logLikelihood = (found.model().size() * StrictMath.log(counts.total()) - bic) / 2;
        return new Outcome.Estimate(
                found.model(),
                found.model().names(table.lists()),
                boundary,
                coefficients,
                table.observed(),
                found.unseen(),
                error,
                logLikelihood,
                bic);
    }

    private static Outcome.None tooFewLists(CaptureTable table) {
        return new Outcome.None(
                Failure.TOO_FEW_LISTS,
                ("%d of the lists have anyone on them; with fewer than three, how the lists depend on each other cannot be"
                                + " seen, and the estimate would be whatever is assumed about it")
                        .formatted(table.listsInUse()));
    }

    private static String reason(Failure failure, HierarchicalModel model, CaptureTable table) {
        String terms = String.join(", ", model.names(table.lists()));
        return switch (failure) {
            case NOT_EXISTING ->
                ("the likelihood of the model with %s has no maximum, also not with parameters at minus infinity: the"
                                + " lists overlap too little")
                        .formatted(terms);
            case NOT_IDENTIFIED ->
                "the cells that people can be in do not determine the parameters of the model with %s".formatted(terms);
            case DID_NOT_CONVERGE ->
                "the maximum of the likelihood of the model with %s was not reached".formatted(terms);
            case EXPLODED ->
                "the estimate of the model with %s is more than a million times the people observed".formatted(terms);
            case TOO_FEW_LISTS -> "too few lists";
        };
    }
}
