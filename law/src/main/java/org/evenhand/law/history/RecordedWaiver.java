package org.evenhand.law.history;

import java.util.List;
import java.util.TreeSet;
import org.evenhand.core.Basis;

/// A waiver of the two-year limit for one report, as recorded.
///
/// @param sources keys of the sources, sorted
/// @param basis what the record rests on; `DERIVED` where it was inferred, for example from the limit
///     itself
public record RecordedWaiver(List<String> sources, Basis basis) {
    public RecordedWaiver {
        sources = List.copyOf(new TreeSet<>(sources));
    }
}
