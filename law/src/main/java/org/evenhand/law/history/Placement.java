package org.evenhand.law.history;

import java.util.List;
import java.util.TreeSet;
import org.evenhand.core.Basis;
import org.evenhand.core.Standing;

/// Where one report left the jurisdiction.
///
/// @param standing tier, special case, or not in the report
/// @param sources keys of the sources, sorted
/// @param basis what the record rests on
public record Placement(Standing standing, List<String> sources, Basis basis) {
    public Placement {
        sources = List.copyOf(new TreeSet<>(sources));
    }
}
