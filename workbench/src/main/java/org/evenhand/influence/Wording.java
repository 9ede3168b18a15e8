package org.evenhand.influence;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.evenhand.statistics.multiverse.JointTest;

/// Sentences that follow fixed rules from the numbers. A share or effect is said to differ from what no
/// association gives only where the (adjusted) joint p-value of the median effect is below 5%; never why.
public final class Wording {
    /// Whether an evidence option rests on evidence that is coded from the Report.
    static final Predicate<String> DESCENDS = evidence -> evidence.contains("policy_index");

    private Wording() {}

    /// What may be said of a joint test.
    ///
    /// @param given p-value of the median effect; empty where none may be given
    public static String verdict(Finding finding, JointTest test, Optional<JointP> given) {
        return verdict(CurveNumbers.of(finding, test), given).plain();
    }

    /// What may be said of a curve with these numbers.
    ///
    /// @param given p-value of the median effect; empty where none may be given
    public static Sentence verdict(CurveNumbers curve, Optional<JointP> given) {
        // The centre need not be zero: what a region as a whole has of the interest is not exchanged.
        boolean better = curve.median() > curve.centre();
        double share = curve.positive() == better ? curve.dominant() : 1 - curve.dominant();
        String sign =
                "More %s goes with %s in ".formatted(curve.moreMeans(), direction(curve.waivers(), curve.positive()));
        if (curve.permutations() == 0) {
            return Sentence.of(
                    sign,
                    Sentence.share(curve.dominant()),
                    " of the specifications. No permutations were run, so nothing is said about chance.");
        }
        if (curve.objection().isPresent()) {
            return Sentence.of(
                    sign,
                    Sentence.share(curve.dominant()),
                    " of the specifications. ",
                    curve.objection().get());
        }
        if (given.isEmpty()) {
            throw new IllegalArgumentException("a joint test that holds its level has a p-value");
        }
        var p = given.get();
        if (p.value() < 0.05) {
            return Sentence.of(
                    "More %s goes with %s in ".formatted(curve.moreMeans(), direction(curve.waivers(), better)),
                    Sentence.share(share),
                    " of the specifications, and the median effect is farther from the middle than no association gives (joint p = ",
                    Sentence.probability(p.value()),
                    p.adjusted(),
                    "). This is an association: it does not say why.");
        }
        if (p.alone() < 0.05) {
            return Sentence.of(
                    "Taken alone, the median effect is farther from the middle than no association gives (more %s goes with %s in "
                            .formatted(curve.moreMeans(), direction(curve.waivers(), better)),
                    Sentence.share(share),
                    " of the specifications; joint p = ",
                    Sentence.probability(p.alone()),
                    "). Among %d tests that are given beside each other it is not (".formatted(p.tests()),
                    Sentence.probability(p.value()),
                    p.adjusted(),
                    "), so no association beyond chance is claimed. This does not show that there is none.");
        }
        if (curve.significantP() < 0.05) {
            return Sentence.of(
                    "The median effect is within what no association gives (joint p = ",
                    Sentence.probability(p.value()),
                    p.adjusted(),
                    "), yet ",
                    Sentence.share(curve.significant()),
                    " of the specifications are significant with one sign, more than no association gives (joint p = ",
                    Sentence.probability(curve.significantP()),
                    ", not adjusted for other tests). One median does not sum this curve up: read the table of choices.");
        }
        return Sentence.of(
                "No association beyond chance can be claimed: more %s goes with %s in "
                        .formatted(curve.moreMeans(), direction(curve.waivers(), curve.positive())),
                Sentence.share(curve.dominant()),
                " of the specifications, and medians as far from the middle arise without any association (joint p = ",
                Sentence.probability(p.value()),
                p.adjusted(),
                "). This does not show that there is none.");
    }

    /// The same rule in a few words, for a table.
    ///
    /// @param p adjusted p-value of the median effect
    /// @param alone the same as it was computed
    public static String reading(CurveNumbers curve, double p, double alone) {
        if (curve.permutations() == 0) {
            return "not tested";
        }
        if (curve.objection().isPresent()) {
            return "no joint p-value given";
        }
        if (p < 0.05) {
            return "beyond chance, " + (curve.median() > curve.centre() ? "better with more" : "worse with more");
        }
        if (alone < 0.05) {
            return "beyond chance only if taken alone";
        }
        return curve.significantP() < 0.05 ? "one median does not sum it up" : "within chance";
    }

    private static String direction(boolean waivers, boolean better) {
        return waivers
                ? "%s probability of a waiver".formatted(better ? "a higher" : "a lower")
                : "%s probability of Tier 3".formatted(better ? "a lower" : "a higher");
    }

    /// How the answer depends on evidence that descends from the Report.
    public static Sentence ancestry(Finding finding) {
        return ancestry(
                finding.medianWhere(Dimension.EVIDENCE, e -> !DESCENDS.test(e)),
                finding.medianWhere(Dimension.EVIDENCE, DESCENDS));
    }

    /// The same from the two medians.
    ///
    /// @param free over specifications without evidence that descends from the Report; empty where there is none
    /// @param descended over those with it
    public static Sentence ancestry(OptionalDouble free, OptionalDouble descended) {
        if (free.isEmpty()) {
            return Sentence.of("No specification without evidence that descends from the Report could be fitted.");
        }
        if (descended.isEmpty()) {
            return Sentence.of("All of it rests on evidence without known descent from the Report.");
        }
        return Sentence.of(
                "With evidence that has no known descent from the Report the median effect is ",
                Sentence.effect(free.getAsDouble()),
                "; with the 3P index, which is coded largely from the Report and may carry its judgement, it is ",
                Sentence.effect(descended.getAsDouble()),
                ".");
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
