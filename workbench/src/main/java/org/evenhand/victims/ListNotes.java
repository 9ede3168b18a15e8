package org.evenhand.victims;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.statistics.capture.Bootstrap;
import org.evenhand.statistics.capture.Outcome;
import org.evenhand.statistics.capture.Selection;

/// What a reader of an estimate from lists must know, by fixed rules.
final class ListNotes {
    private ListNotes() {}

    static List<String> of(ListEstimate answer) {
        var notes = new ArrayList<String>();
        var analysis = answer.analysis();
        notes.add(
                "The estimate holds if the population did not change while the lists were kept, if people on several lists"
                        + " were recognised as the same, and if dependence between lists is no other than the model has. None of"
                        + " this can be checked with these counts.");
        if (analysis.outcome() instanceof Outcome.Estimate estimate) {
            estimate(notes, answer, estimate);
        }
        analysis.ranking()
                .filter(ranking -> !ranking.exhaustive())
                .ifPresent(ranking -> notes.add(
                        "The models listed are those that a downhill search met, not all; it can end in a local minimum of"
                                + " BIC."));
        return notes;
    }

    private static void estimate(List<String> notes, ListEstimate answer, Outcome.Estimate estimate) {
        var analysis = answer.analysis();
        if (!estimate.boundary().isEmpty()) {
            notes.add("Nobody is on these lists together, so their parameter is minus infinity: "
                    + String.join(", ", estimate.boundary()) + ".");
        }
        var bootstrap = analysis.bootstrap();
        if (bootstrap.isEmpty()) {
            notes.add("Without bootstrap replicates the interval takes the model as known and is too narrow.");
        } else {
            bootstrap(notes, bootstrap.get(), analysis.options().level());
        }
        farApart(notes, answer, estimate);
        if (analysis.options().selection() instanceof Selection.Bic bic
                && bic.search() == Selection.Search.DOWNHILL
                && answer.file().table().size() <= 5) {
            notes.add("All models could be searched here; ask for --search exhaustive.");
        }
    }

    private static void bootstrap(List<String> notes, Bootstrap bootstrap, double level) {
        if (bootstrap.failures() > 0) {
            notes.add("%d of %d bootstrap replicates have no usable estimate (%s) and are left out of every limit."
                    .formatted(bootstrap.failures(), bootstrap.replicates(), ListEstimate.words(bootstrap.failed())));
            if (bootstrap.failures() > (1 - level) / 2 * bootstrap.replicates()) {
                notes.add(
                        "So many replicates have none that the upper limit says nothing about them: larger populations"
                                + " cannot be excluded.");
            }
        }
        if (bootstrap.totals().length > 0 && !bootstrap.accelerated()) {
            notes.add(
                    "BCa limits cannot be had: a table with one person less has no estimate, or all replicates lie on one"
                            + " side of the estimate. The percentile interval is reported.");
        }
    }

    /// The choice of the model is often the larger uncertainty [Binette & Steorts 2022, JRSS A].
    private static void farApart(List<String> notes, ListEstimate answer, Outcome.Estimate estimate) {
        double low = estimate.total();
        double high = low;
        for (var other : answer.others()) {
            if (other.outcome() instanceof Outcome.Estimate o) {
                low = Math.min(low, o.total());
                high = Math.max(high, o.total());
            }
        }
        if (high > 1.5 * low) {
            notes.add(
                    "The usual rules for choosing the model give totals that differ by more than half; the choice of the"
                            + " model is a larger uncertainty here than chance.");
        }
    }
}
