package org.evenhand.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evenhand.core.Basis;

/// One row on a route, under the measure that it belongs to; measures have different meanings and are never added.
///
/// @param origin alpha-3 code of where the people are from
/// @param destination alpha-3 code of where they are taken or detected
/// @param transit alpha-3 code of a country passed through, where one is coded
/// @param year the year
/// @param count people or statements, by measure; empty where the publisher suppressed the cell
/// @param measure what is counted
/// @param basis sourced, derived or unverified
/// @param sources source keys
public record Flow(
        String origin,
        String destination,
        Optional<String> transit,
        int year,
        OptionalInt count,
        String measure,
        Basis basis,
        List<String> sources) {
    public Flow {
        sources = List.copyOf(sources);
    }

    /// Within one country, or nationals detected at home.
    public boolean domestic() {
        return origin.equals(destination);
    }
}
