package org.evenhand.catalogue;

import java.util.List;
import java.util.OptionalInt;
import org.evenhand.core.Basis;

/// A row of the U.S. series on foreign victims, under the measure that it belongs to; series must never be joined.
///
/// @param fiscalYear U.S. fiscal year
/// @param origin alpha-3 code, or `ALL`, or a printed word such as `Unknown`
/// @param count people; empty where only an order of mention is known or the cell is suppressed
/// @param adults adults among them
/// @param minors minors among them
/// @param order order of mention in the source; no ranking by number
/// @param suppressed published as fewer than five
/// @param measure which series
/// @param basis sourced, derived or unverified
/// @param sources source keys
public record Certification(
        int fiscalYear,
        String origin,
        OptionalInt count,
        OptionalInt adults,
        OptionalInt minors,
        OptionalInt order,
        boolean suppressed,
        String measure,
        Basis basis,
        List<String> sources) {
    public Certification {
        sources = List.copyOf(sources);
    }

    public boolean all() {
        return origin.equals("ALL");
    }
}
