package org.evenhand.statistics.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Fits many models to one table and ranks them by BIC.
final class Rankings {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /// A fitted model with its error.
    private record Fitted(Pick.Found found, double variance) {}

    private final List<Fitted> fitted = new ArrayList<>();
    private final Map<Failure, Integer> failed = new EnumMap<>(Failure.class);
    private int considered;

    private Rankings() {}

    /// Fits all models up to the order.
    static Rankings exhaustive(CaptureTable table, int order, EstimabilityCache cache) {
        var rankings = new Rankings();
        var counts = Counts.of(table);
        var fitter = new Fitter(counts.lists());
        var verdicts = cache.on(counts);
        for (var model : HierarchicalModels.upTo(counts.lists(), order)) {
            var verdict = verdicts.verdict(model);
            if (verdict == Estimability.Verdict.ESTIMABLE && fitter.fit(model, counts) == Fitter.End.CONVERGED) {
                rankings.add(
                        counts,
                        fitter,
                        new Pick.Found(
                                model,
                                fitter.unseen(),
                                Chooser.score(model, fitter.kernel(), counts),
                                fitter.parameters().clone()));
            } else {
                rankings.add(counts, fitter, Pick.missing(verdict, model));
            }
        }
        return rankings.sorted();
    }

    /// Fits the models that a downhill search meets.
    static Rankings downhill(CaptureTable table, int order, EstimabilityCache cache) {
        var counts = Counts.of(table);
        var picks = new ArrayList<Pick>();
        new DownhillChooser(order, cache).search(counts, new Fitter(counts.lists()), picks::add);
        var rankings = new Rankings();
        var fitter = new Fitter(counts.lists());
        for (var pick : picks) {
            if (pick instanceof Pick.Found found) {
                fitter.fitFrom(found.model(), counts, found.parameters());
            }
            rankings.add(counts, fitter, pick);
        }
        return rankings.sorted();
    }

    private void add(Counts counts, Fitter fitter, Pick pick) {
        considered++;
        switch (pick) {
            case Pick.Missing(var failure, var _) -> failed.merge(failure, 1, Integer::sum);
            case Pick.Found found -> {
                fitter.settle(counts);
                double variance = fitter.interceptVariance();
                if (found.unseen() > MultipleSystems.EXPLODED * counts.total() || Double.isNaN(variance)) {
                    failed.merge(Failure.EXPLODED, 1, Integer::sum);
                } else {
                    fitted.add(new Fitted(found, variance));
                }
            }
        }
    }

    private Rankings sorted() {
        fitted.sort(Comparator.comparingDouble(f -> f.found().score()));
        return this;
    }

    /// The best models as seeds of further searches.
    List<Pick.Found> best(int most) {
        return fitted.stream().limit(most).map(Fitted::found).toList();
    }

    Ranking ranking(CaptureTable table, int order, boolean exhaustive, int most, double level) {
        double constant = 2 * Counts.of(table).logFactorials();
        var weights = weights();
        var models = new ArrayList<RankedModel>();
        for (int i = 0; i < Math.min(most, fitted.size()); i++) {
            var found = fitted.get(i).found();
            models.add(new RankedModel(
                    found.model(),
                    found.model().names(table.lists()),
                    table.observed() + found.unseen(),
                    found.score() + constant,
                    weights[i]));
        }
        return new Ranking(order, exhaustive, considered, failed, models, averaged(table.observed(), weights, level));
    }

    private double[] weights() {
        var weights = new double[fitted.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double difference =
                    fitted.get(i).found().score() - fitted.getFirst().found().score();
            weights[i] = StrictMath.exp(-difference / 2);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private Ranking.Averaged averaged(long observed, double[] weights, double level) {
        if (fitted.isEmpty()) {
            return new Ranking.Averaged(Double.NaN, Double.NaN, Double.NaN, level);
        }
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            mean += weights[i] * fitted.get(i).found().unseen();
        }
        double tail = (1 - level) / 2;
        return new Ranking.Averaged(
                observed + mean,
                observed + StrictMath.exp(logQuantile(weights, tail)),
                observed + StrictMath.exp(logQuantile(weights, 1 - tail)),
                level);
    }

    /// Quantile of the mixture of normals of the log of the people not seen, by bisection.
    private double logQuantile(double[] weights, double probability) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (var f : fitted) {
            double reach = 40 * Math.sqrt(f.variance());
            double center = StrictMath.log(f.found().unseen());
            low = Math.min(low, center - reach);
            high = Math.max(high, center + reach);
        }
        for (int i = 0; i < 200 && high - low > 1e-10; i++) {
            double middle = (low + high) / 2;
            if (below(weights, middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double below(double[] weights, double logUnseen) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 1e-12) {
                var f = fitted.get(i);
                double standardised = (logUnseen - StrictMath.log(f.found().unseen())) / Math.sqrt(f.variance());
                sum += weights[i] * NORMAL.cumulativeProbability(standardised);
            }
        }
        return sum;
    }
}
