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

    /// The same for running text.
    static final List<String> WITH_ARTICLE =
            List.of("full restrictions", "a partial waiver", "a full waiver", "engagement without restrictions");

    private Weighing() {}

    /// The problem for countries whose aid is `aid`.
    ///
    /// Each criterion is the share withheld of what can be withheld of it, so that its weight is worth the
    /// swing from nothing to all of that, whatever the amount turns out to be. Full restrictions withhold
    /// all, a partial waiver any part, the other two nothing. Where nothing can be withheld all options are
    /// alike.
    static DecisionProblem of(List<AidSplit> aid) {
        var criteria = new ArrayList<Criterion>();
        var rows = new ArrayList<List<Optional<Measurement>>>();
        for (int option = 0; option < OPTIONS.size(); option++) {
            rows.add(new ArrayList<>());
        }
        Measurement none = new Measurement.Point(0);
        Measurement all = new Measurement.Point(1);
        Measurement some = new Measurement.Uniform(0, 1);
        for (var criterion : WeighedCriterion.values()) {
            criteria.add(
                    criterion.moreIsBetter()
                            ? new Criterion(criterion.key(), 0, 1)
                            : new Criterion(criterion.key(), 1, 0));
            var stake = criterion.stake(aid);
            rows.get(0).add(stake.map(s -> s.most() == 0 ? none : criterion.withheldInFull() ? all : some));
            rows.get(1).add(stake.map(s -> s.most() == 0 ? none : some));
            rows.get(2).add(stake.map(_ -> none));
            rows.get(3).add(stake.map(_ -> none));
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
