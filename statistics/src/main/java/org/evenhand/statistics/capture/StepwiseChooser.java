package org.evenhand.statistics.capture;

/// Adds interactions of two lists one by one, each time the one whose overlap the current model explains worst,
/// until no tail probability is below the threshold [Chan, Silverman & Vincent 2021, section 3.2].
///
/// An interaction after which the estimate would not exist or not be identified is passed over.
final class StepwiseChooser implements Chooser {
    private final EstimabilityCache cache;
    private final double logThreshold;
    private final int[] pairs;
    private final HierarchicalModel mainEffects;

    StepwiseChooser(int lists, double threshold, EstimabilityCache cache) {
        this.cache = cache;
        this.logThreshold = StrictMath.log(threshold);
        this.mainEffects = HierarchicalModel.mainEffects(lists);
        this.pairs = new int[lists * (lists - 1) / 2];
        int at = 0;
        for (int i = 0; i < lists; i++) {
            for (int j = i + 1; j < lists; j++) {
                pairs[at++] = 1 << i | 1 << j;
            }
        }
    }

    @Override
    public Pick choose(Counts counts, Fitter fitter) {
        var verdicts = cache.on(counts);
        var model = mainEffects;
        var verdict = verdicts.verdict(model);
        if (verdict != Estimability.Verdict.ESTIMABLE || fitter.fit(model, counts) != Fitter.End.CONVERGED) {
            return Pick.missing(verdict, model);
        }
        var tails = new double[pairs.length];
        while (true) {
            fitter.settle(counts);
            int pair = worst(model, counts, fitter, verdicts, tails);
            if (pair == 0) {
                return new Pick.Found(
                        model,
                        fitter.unseen(),
                        Chooser.score(model, fitter.kernel(), counts),
                        fitter.parameters().clone());
            }
            var start = fitter.parameters().clone();
            start[pair] = StrictMath.log(counts.overlap(pair) / fitter.expectedOverlap(pair));
            model = model.with(pair);
            if (fitter.fitFrom(model, counts, start) != Fitter.End.CONVERGED) {
                return new Pick.Missing(Failure.DID_NOT_CONVERGE, model);
            }
        }
    }

    /// The pair with the smallest tail below the threshold that can be added, or 0; of equal tails the first
    /// pair's.
    private int worst(
            HierarchicalModel model,
            Counts counts,
            Fitter fitter,
            EstimabilityCache.PerPattern verdicts,
            double[] tails) {
        for (int i = 0; i < pairs.length; i++) {
            tails[i] = model.contains(pairs[i])
                    ? Double.POSITIVE_INFINITY
                    : PoissonTail.logSmaller(counts.overlap(pairs[i]), fitter.expectedOverlap(pairs[i]));
        }
        while (true) {
            int best = -1;
            for (int i = 0; i < tails.length; i++) {
                if (tails[i] < logThreshold && (best < 0 || tails[i] < tails[best])) {
                    best = i;
                }
            }
            if (best < 0) {
                return 0;
            }
            if (verdicts.estimable(model.with(pairs[best]))) {
                return pairs[best];
            }
            tails[best] = Double.POSITIVE_INFINITY;
        }
    }
}
