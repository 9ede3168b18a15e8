package org.evenhand.catalogue;

import java.util.List;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;

/// Where a report placed a country.
///
/// @param iso3 the country
/// @param year the report
/// @param standing tier or special case
/// @param basis sourced, derived or unverified
/// @param sources source keys
public record Placement(String iso3, ReportYear year, Standing standing, Basis basis, List<String> sources) {
    public Placement {
        sources = List.copyOf(sources);
    }
}
