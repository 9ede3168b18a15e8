package org.evenhand.catalogue;

import java.util.List;
import java.util.Optional;
import org.evenhand.core.Basis;

/// Where a country stands as source, transit and destination, as one source has it. A `no` of the derived
/// series only means that the country was not so named.
///
/// @param iso3 the country
/// @param year report year, or `static` for one value over all years
/// @param source victims come from there
/// @param transit victims pass through
/// @param destination victims are exploited there
/// @param internal trafficking inside the country
/// @param basis sourced, derived or unverified
/// @param sources source keys
public record Role(
        String iso3,
        String year,
        Optional<Boolean> source,
        Optional<Boolean> transit,
        Optional<Boolean> destination,
        Optional<Boolean> internal,
        Basis basis,
        List<String> sources) {
    public Role {
        sources = List.copyOf(sources);
    }
}
