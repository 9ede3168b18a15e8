package org.evenhand.sanctions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.evenhand.statistics.decision.Criterion;
import org.evenhand.statistics.decision.DecisionProblem;
import org.evenhand.statistics.decision.Measurement;

/// The choice after a Tier 3 placement as a decision problem: four options, seven criteria, measured on the
/// aid of one fiscal year.
final class Weighing {
    static final List<String> OPTIONS =
            List.of("full restrictions", "partial waiver", "full waiver", "engagement without restrictions");

    private Weighing() {}

    /// The problem for countries whose aid is `aid`.
    ///
    /// Each criterion with data is scaled from nothing to all that can be withheld of it, so that its weight
    /// is worth that swing.
    static DecisionProblem of(List<AidSplit> aid) {
        var criteria = new ArrayList<Criterion>();
        var rows = new ArrayList<List<Optional<Measurement>>>();
        for (int option = 0; option < OPTIONS.size(); option++) {
            rows.add(new ArrayList<>());
        }
        for (var criterion : WeighedCriterion.values()) {
            var full = criterion.withheld(aid, true);
            var partial = criterion.withheld(aid, false);
            double most = full.map(Measurement::high).orElse(1.0);
            // Where nothing can be withheld all options are alike; the scale then needs some length and means nothing.
            double length = most > 0 ? most : 1;
            criteria.add(
                    criterion.moreIsBetter()
                            ? new Criterion(criterion.key(), 0, length)
                            : new Criterion(criterion.key(), length, 0));
            Optional<Measurement> nothing = full.map(_ -> new Measurement.Point(0));
            rows.get(0).add(full);
            rows.get(1).add(partial);
            rows.get(2).add(nothing);
            rows.get(3).add(nothing);
        }
        return new DecisionProblem(OPTIONS, criteria, rows);
    }

    static WeighedCriterion criterion(String key) {
        return Arrays.stream(WeighedCriterion.values())
                .filter(c -> c.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
