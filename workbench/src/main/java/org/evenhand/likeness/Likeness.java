package org.evenhand.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenhand.benchmark.EvidenceSet;

/// What cases are compared by.
///
/// @param evidence the evidence set
/// @param capacity whether capacity is compared too: income per head, and how effective the government is
public record Likeness(EvidenceSet evidence, boolean capacity) {
    private static final String EFFECTIVENESS = "government_effectiveness";

    /// Treaties, corruption and rights: no known descent from the Report.
    public static final Likeness EVIDENCE = new Likeness(EvidenceSet.INDEPENDENT, false);

    /// The same, and capacity.
    public static final Likeness EVIDENCE_AND_CAPACITY = new Likeness(EvidenceSet.INDEPENDENT, true);

    /// Keys of the panel's variables. How effective a government is counts as capacity, not as evidence of effort.
    public List<String> variables() {
        var keys = new ArrayList<String>();
        for (var key : evidence.variables()) {
            if (!key.equals(EFFECTIVENESS)) {
                keys.add(key);
            }
        }
        if (capacity) {
            keys.add(EFFECTIVENESS);
            keys.add("ln_gdp_per_capita");
        }
        return List.copyOf(keys);
    }

    /// The name on the command line.
    public String key() {
        return capacity ? "evidence+capacity" : "evidence";
    }

    /// The reading of `--by`.
    public static Optional<Likeness> ofKey(String key, EvidenceSet set) {
        return switch (key.toLowerCase(Locale.ROOT)) {
            case "evidence" -> Optional.of(new Likeness(set, false));
            case "evidence+capacity" -> Optional.of(new Likeness(set, true));
            default -> Optional.empty();
        };
    }
}
