package org.evenhand.influence;

import java.util.Locale;
import java.util.Optional;
import org.evenhand.statistics.multiverse.JointTest;

/// Sentences that follow fixed rules from the numbers. A share or effect is said to differ from what no association
/// gives only where the (adjusted) joint p-value of the median effect is below 5%; never why.
public final class Wording {
    private Wording() {}

    /// What may be said of a joint test.
    ///
    /// @param given p-value of the median effect; empty where none may be given
    public static String verdict(Finding finding, JointTest test, Optional<JointP> given) {
        var observed = test.observed();
        var universe = finding.universe();
        // The centre need not be zero: what a region as a whole has of the interest is not exchanged.
        boolean better = observed.median() > test.centre();
        double share = observed.positive() == better ? observed.dominant() : 1 - observed.dominant();
        String outcome = direction(universe, better);
        if (test.permutations() == 0) {
            return "More %s goes with %s in %s of the specifications. No permutations were run, so nothing is said about chance."
                    .formatted(
                            universe.moreMeans(),
                            direction(universe, observed.positive()),
                            percent(observed.dominant()));
        }
        if (finding.objection().isPresent()) {
            return "More %s goes with %s in %s of the specifications. %s"
                    .formatted(
                            universe.moreMeans(),
                            direction(universe, observed.positive()),
                            percent(observed.dominant()),
                            finding.objection().get());
        }
        if (given.isEmpty()) {
            throw new IllegalArgumentException("a joint test that holds its level has a p-value");
        }
        var p = given.get();
        if (p.value() < 0.05) {
            return "More %s goes with %s in %s of the specifications, and the median effect is farther from the middle than no association gives (joint p = %s). This is an association: it does not say why."
                    .formatted(universe.moreMeans(), outcome, percent(share), p.said());
        }
        if (p.alone() < 0.05) {
            return "Taken alone, the median effect is farther from the middle than no association gives (more %s goes with %s in %s of the specifications; joint p = %s). Among %d tests that are given beside each other it is not (%s), so no association beyond chance is claimed. This does not show that there is none."
                    .formatted(universe.moreMeans(), outcome, percent(share), number(p.alone()), p.tests(), p.said());
        }
        if (test.significantP() < 0.05) {
            return "The median effect is within what no association gives (joint p = %s), yet %s of the specifications are significant with one sign, more than no association gives (joint p = %s, not adjusted for other tests). One median does not sum this curve up: read the table of choices."
                    .formatted(p.said(), percent(observed.significant()), number(test.significantP()));
        }
        return "No association beyond chance can be claimed: more %s goes with %s in %s of the specifications, and medians as far from the middle arise without any association (joint p = %s). This does not show that there is none."
                .formatted(
                        universe.moreMeans(),
                        direction(universe, observed.positive()),
                        percent(observed.dominant()),
                        p.said());
    }

    private static String direction(Universe universe, boolean better) {
        return universe.waivers()
                ? "%s probability of a waiver".formatted(better ? "a higher" : "a lower")
                : "%s probability of Tier 3".formatted(better ? "a lower" : "a higher");
    }

    /// How the answer depends on evidence that descends from the Report.
    public static String ancestry(Finding finding) {
        var free = finding.medianWhere(Dimension.EVIDENCE, e -> !e.contains("policy_index"));
        var descended = finding.medianWhere(Dimension.EVIDENCE, e -> e.contains("policy_index"));
        if (free.isEmpty()) {
            return "No specification without evidence that descends from the Report could be fitted.";
        }
        if (descended.isEmpty()) {
            return "All of it rests on evidence without known descent from the Report.";
        }
        return "With evidence that has no known descent from the Report the median effect is %s points; with the 3P index, which is coded largely from the Report and pulls an association towards zero, it is %s points."
                .formatted(points(free.getAsDouble()), points(descended.getAsDouble()));
    }

    /// Percentage points with one decimal and a sign.
    static String points(double effect) {
        return String.format(Locale.ROOT, "%+.1f", 100 * effect);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }

    static String number(double p) {
        return String.format(Locale.ROOT, "%.3f", p);
    }
}
