package org.evenhand.statistics.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hierarchical model of smallest BIC among all up to an order, without fitting all of them.
///
/// Branch and bound: the maximised log-likelihood of a model is at most that of any larger one, so a set of
/// models that must contain certain terms and may contain certain others has no BIC below (size of the
/// smallest) · ln n − 2 (log-likelihood of the largest). Sets whose bound is not below the best BIC found are
/// left out. The result is exact.
final class ExhaustiveChooser implements Chooser {
    /// Rounding of a fitted log-likelihood, so that a bound never cuts off the best model.
    private static final double SLACK = 1e-7;

    private final EstimabilityCache cache;
    private final int order;
    private final List<Pick.Found> seeds;

    /// @param seeds models that were good on a similar table, to have a good bound early; they do not change
    /// the result
    ExhaustiveChooser(int order, EstimabilityCache cache, List<Pick.Found> seeds) {
        this.order = order;
        this.cache = cache;
        this.seeds = List.copyOf(seeds);
    }

    @Override
    public Pick choose(Counts counts, Fitter fitter) {
        return new Search(counts, fitter).run();
    }

    private final class Search {
        private final Counts counts;
        private final Fitter fitter;
        private final EstimabilityCache.PerPattern verdicts;
        private final int lists;
        private final double penalty;
        private int[] candidates = new int[0];
        private double bestScore = Double.POSITIVE_INFINITY;
        private @Nullable HierarchicalModel best;
        private double[] bestParameters = new double[0];
        private double bestUnseen;

        Search(Counts counts, Fitter fitter) {
            this.counts = counts;
            this.fitter = fitter;
            this.verdicts = cache.on(counts);
            this.lists = counts.lists();
            this.penalty = StrictMath.log(counts.total());
        }

        Pick run() {
            for (var seed : seeds) {
                if (verdicts.estimable(seed.model())) {
                    fit(seed.model(), seed.parameters());
                }
            }
            var present = root();
            var top = relaxed(present, saturatedKernel(), null);
            orderCandidates(present, top);
            var included = new boolean[present.length];
            branch(present, included, lists + 1, top);
            var model = best;
            return model == null ? missing() : new Pick.Found(model, bestUnseen, bestScore, bestParameters);
        }

        /// Every term worth including: those above a term on the boundary change nothing but the number of
        /// parameters.
        private boolean[] root() {
            var present = new boolean[counts.cells()];
            for (int term = 0; term < present.length; term++) {
                int size = Integer.bitCount(term);
                present[term] = size <= 1 || (size <= order && everyParentOverlaps(term));
            }
            return present;
        }

        private boolean everyParentOverlaps(int term) {
            for (int bit = term; bit != 0; bit &= bit - 1) {
                if (counts.overlap(term & ~Integer.lowestOneBit(bit)) == 0) {
                    return false;
                }
            }
            return true;
        }

        /// Terms in the order of deciding: first those without which the fit is worst.
        private void orderCandidates(boolean[] present, Relaxed top) {
            record Loss(int term, double kernel) {}
            var losses = new ArrayList<Loss>();
            for (int term = 0; term < present.length; term++) {
                if (present[term] && HierarchicalModel.isInteraction(term)) {
                    losses.add(new Loss(
                            term,
                            relaxed(withoutAbove(present, term), top.kernel(), top)
                                    .kernel()));
                }
            }
            losses.sort(Comparator.comparingDouble(Loss::kernel));
            candidates = losses.stream().mapToInt(Loss::term).toArray();
        }

        private void branch(boolean[] present, boolean[] included, int size, Relaxed node) {
            if (size * penalty - 2 * node.kernel() - SLACK >= bestScore) {
                return;
            }
            int term = undecided(present, included);
            if (term == 0) {
                return;
            }
            var with = included.clone();
            int added = 0;
            for (int sub = term; sub > 0; sub = (sub - 1) & term) {
                if (HierarchicalModel.isInteraction(sub) && !with[sub]) {
                    with[sub] = true;
                    added++;
                }
            }
            branch(present, with, size + added, node);
            var fewer = withoutAbove(present, term);
            branch(fewer, included, size, relaxed(fewer, node.kernel(), node));
        }

        private int undecided(boolean[] present, boolean[] included) {
            for (int term : candidates) {
                if (present[term] && !included[term]) {
                    return term;
                }
            }
            return 0;
        }

        private boolean[] withoutAbove(boolean[] present, int term) {
            var fewer = present.clone();
            for (int above = term; above < fewer.length; above = (above + 1) | term) {
                fewer[above] = false;
            }
            return fewer;
        }

        /// Fits the largest model of a set; if it has no estimate, the bound of the set above it still holds.
        private Relaxed relaxed(boolean[] present, double bound, @Nullable Relaxed from) {
            var model = HierarchicalModel.ofPresent(lists, present);
            double[] start = from == null ? null : from.parameters();
            if (!verdicts.estimable(model) || !fit(model, start)) {
                return new Relaxed(bound, start);
            }
            return new Relaxed(
                    Math.min(bound, fitter.kernel()), fitter.parameters().clone());
        }

        private boolean fit(HierarchicalModel model, double @Nullable [] start) {
            var end = start == null ? fitter.fit(model, counts) : fitter.fitFrom(model, counts, start);
            if (end != Fitter.End.CONVERGED) {
                return false;
            }
            double score = Chooser.score(model, fitter.kernel(), counts);
            if (score < bestScore) {
                bestScore = score;
                best = model;
                bestUnseen = fitter.unseen();
                bestParameters = fitter.parameters().clone();
            }
            return true;
        }

        private double saturatedKernel() {
            double sum = 0;
            for (int c = 1; c < counts.cells(); c++) {
                long n = counts.count(c);
                sum += n == 0 ? 0 : n * StrictMath.log(n) - n;
            }
            return sum;
        }

        private Pick missing() {
            var smallest = HierarchicalModel.mainEffects(lists);
            return Pick.missing(verdicts.verdict(smallest), smallest);
        }
    }

    /// The largest model of a set of models.
    ///
    /// @param kernel an upper bound for the log-likelihood, without its constant, of every model of the set
    /// @param parameters where to start fitting smaller models
    private record Relaxed(double kernel, double @Nullable [] parameters) {}
}
