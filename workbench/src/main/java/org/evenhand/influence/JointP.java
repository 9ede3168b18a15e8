package org.evenhand.influence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.statistics.exact.Holm;

/// A joint p-value of the median effect, adjusted where several are given side by side.
///
/// @param value after adjustment
/// @param alone as it was computed
/// @param tests how many are given beside each other; 1: nothing was adjusted
public record JointP(double value, double alone, int tests) {
    /// One entry a finding, in their order; empty where no p-value may be given, which then counts for no other one's
    /// adjustment.
    public static List<Optional<JointP>> of(List<Finding> findings) {
        var given = findings.stream().filter(JointP::given).toList();
        double[] adjusted = Holm.adjust(
                given.stream().mapToDouble(f -> f.curve().test().medianP()).toArray());
        var all = new ArrayList<Optional<JointP>>();
        int next = 0;
        for (var finding : findings) {
            double alone = finding.curve().test().medianP();
            all.add(
                    given(finding)
                            ? Optional.of(new JointP(adjusted[next++], alone, adjusted.length))
                            : Optional.empty());
        }
        return List.copyOf(all);
    }

    /// Whether a finding has a joint test that is known to hold its level.
    static boolean given(Finding finding) {
        return finding.curve().test().permutations() > 0
                && !finding.estimated().isEmpty()
                && finding.objection().isEmpty();
    }

    /// That it is adjusted, where it is.
    String adjusted() {
        return tests > 1 ? " after Holm's adjustment for %d tests".formatted(tests) : "";
    }
}
