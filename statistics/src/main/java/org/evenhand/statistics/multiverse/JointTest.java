package org.evenhand.statistics.multiverse;

import java.util.Arrays;
import java.util.List;

/// The observed curve against its distribution under no association given the controls.
///
/// `p = (1 + #{permuted at least as extreme}) / (1 + permutations)`; extreme means: a median at least as far from
/// the centre, a dominant share at least as large, a share significant with the dominant sign at least as large.
/// Either sign counts. The centre is the mean of all medians, the observed one included, so that no curve is
/// treated differently; it need not be zero, because what a stratum as a whole has of the interest is not
/// exchanged.
///
/// @param observed statistics of the observed curve
/// @param medianP p-value of the median effect
/// @param dominantP p-value of the share with the dominant sign
/// @param significantP p-value of the share significant with that sign
/// @param permutations how many
/// @param centre mean of the observed and permuted medians
/// @param medianLow 2.5% point of the permuted medians
/// @param medianHigh 97.5% point of the permuted medians
public record JointTest(
        Joint observed,
        double medianP,
        double dominantP,
        double significantP,
        int permutations,
        double centre,
        double medianLow,
        double medianHigh) {
    static JointTest of(Joint observed, List<Joint> permuted) {
        int permutations = permuted.size();
        int dominant = 1;
        int significant = 1;
        var medians = new double[permutations];
        double sum = observed.median();
        for (int m = 0; m < permutations; m++) {
            var joint = permuted.get(m);
            medians[m] = joint.median();
            sum += joint.median();
            dominant += joint.dominant() >= observed.dominant() ? 1 : 0;
            significant += joint.significant() >= observed.significant() ? 1 : 0;
        }
        double centre = sum / (permutations + 1);
        int median = 1;
        for (double m : medians) {
            median += Math.abs(m - centre) >= Math.abs(observed.median() - centre) ? 1 : 0;
        }
        Arrays.sort(medians);
        double all = permutations + 1.0;
        return new JointTest(
                observed,
                median / all,
                dominant / all,
                significant / all,
                permutations,
                centre,
                permutations == 0 ? Double.NaN : Joint.quantile(medians, permutations, 0.025),
                permutations == 0 ? Double.NaN : Joint.quantile(medians, permutations, 0.975));
    }
}
