package org.evenhand.statistics.capture;

import java.util.HashSet;
import java.util.function.Consumer;

/// From the main effects, goes to the neighbouring hierarchical model of smallest BIC as long as that lowers it
/// [Silverman, Chan & Vincent 2024, section 5.2]. It can end in a local minimum.
final class DownhillChooser implements Chooser {
    private final EstimabilityCache cache;
    private final int order;

    DownhillChooser(int order, EstimabilityCache cache) {
        this.order = order;
        this.cache = cache;
    }

    @Override
    public Pick choose(Counts counts, Fitter fitter) {
        return search(counts, fitter, pick -> {});
    }

    /// Searches and reports every model it asked about.
    Pick search(Counts counts, Fitter fitter, Consumer<Pick> report) {
        var verdicts = cache.on(counts);
        var first = HierarchicalModel.mainEffects(counts.lists());
        var verdict = verdicts.verdict(first);
        if (verdict != Estimability.Verdict.ESTIMABLE || fitter.fit(first, counts) != Fitter.End.CONVERGED) {
            var missing = Pick.missing(verdict, first);
            report.accept(missing);
            return missing;
        }
        var best = found(first, counts, fitter);
        report.accept(best);
        var asked = new HashSet<HierarchicalModel>();
        asked.add(first);
        var expected = new double[counts.cells()];
        var start = new double[counts.cells()];
        while (true) {
            settleOn(best, counts, fitter, expected);
            Pick.Found next = null;
            for (var neighbour : best.model().neighbours(order)) {
                if (!asked.add(neighbour)) {
                    continue;
                }
                var pick = fit(neighbour, best, counts, fitter, verdicts, expected, start);
                report.accept(pick);
                if (pick instanceof Pick.Found found && (next == null || found.score() < next.score())) {
                    next = found;
                }
            }
            if (next == null || next.score() >= best.score()) {
                return best;
            }
            best = next;
        }
    }

    private static Pick fit(
            HierarchicalModel neighbour,
            Pick.Found from,
            Counts counts,
            Fitter fitter,
            EstimabilityCache.PerPattern verdicts,
            double[] expected,
            double[] start) {
        var verdict = verdicts.verdict(neighbour);
        if (verdict != Estimability.Verdict.ESTIMABLE) {
            return Pick.missing(verdict, neighbour);
        }
        System.arraycopy(from.parameters(), 0, start, 0, start.length);
        for (int term : neighbour.termsShared()) {
            if (!from.model().contains(term) && counts.overlap(term) > 0) {
                start[term] = StrictMath.log(counts.overlap(term) / expected[term]);
            }
        }
        return fitter.fitFrom(neighbour, counts, start) == Fitter.End.CONVERGED
                ? found(neighbour, counts, fitter)
                : new Pick.Missing(Failure.DID_NOT_CONVERGE, neighbour);
    }

    private static void settleOn(Pick.Found best, Counts counts, Fitter fitter, double[] expected) {
        if (fitter.fitFrom(best.model(), counts, best.parameters()) == Fitter.End.CONVERGED) {
            fitter.settle(counts);
            fitter.copyExpectedOverlaps(expected);
        }
    }

    private static Pick.Found found(HierarchicalModel model, Counts counts, Fitter fitter) {
        return new Pick.Found(
                model,
                fitter.unseen(),
                Chooser.score(model, fitter.kernel(), counts),
                fitter.parameters().clone());
    }
}
