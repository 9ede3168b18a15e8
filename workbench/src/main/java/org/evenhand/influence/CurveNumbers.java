package org.evenhand.influence;

import java.util.Optional;
import org.evenhand.statistics.multiverse.JointTest;

/// The numbers of a curve that its wording depends on, and nothing else.
///
/// @param moreMeans what more of the interest means
/// @param waivers whether the question is waivers instead of placements
/// @param median median one-step effect, plus for a better outcome
/// @param centre mean of the observed and permuted medians
/// @param dominant share of specifications with the sign that most have
/// @param positive whether that sign is plus
/// @param significant share significant with that sign
/// @param significantP joint p-value of that share
/// @param permutations how many; 0 where none were run
/// @param objection why no joint p-value may be given
public record CurveNumbers(
        String moreMeans,
        boolean waivers,
        double median,
        double centre,
        double dominant,
        boolean positive,
        double significant,
        double significantP,
        int permutations,
        Optional<String> objection) {
    static CurveNumbers of(Finding finding, JointTest test) {
        var observed = test.observed();
        return new CurveNumbers(
                finding.universe().moreMeans(),
                finding.universe().waivers(),
                observed.median(),
                test.centre(),
                observed.dominant(),
                observed.positive(),
                observed.significant(),
                test.significantP(),
                test.permutations(),
                finding.objection());
    }
}
