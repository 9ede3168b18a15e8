package org.evenhand.law.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.law.history.PlacementHistory;

/// The recorded history that is audited.
///
/// @param histories placements and waivers by jurisdiction
/// @param determinations determinations for Tier 3
/// @param downgrades rows that call a move from the Watch List to Tier 3 automatic
/// @param listings the child-soldiers lists
/// @param released days on which reports were released, as far as known
public record Docket(
        SortedMap<String, PlacementHistory> histories,
        List<Determination> determinations,
        List<Downgrade> downgrades,
        List<Listing> listings,
        SortedMap<ReportYear, LocalDate> released) {
    public Docket {
        determinations = List.copyOf(determinations);
        downgrades = List.copyOf(downgrades);
        listings = List.copyOf(listings);
    }

    /// One determination.
    ///
    /// @param fiscalYear the fiscal year that it names
    /// @param outcome `full`, `partial_waiver`, `full_waiver`, `compliance_change` or
    ///     `restricted_scope_unseen`
    public record Determination(
            String iso3,
            ReportYear year,
            int fiscalYear,
            String outcome,
            Optional<LocalDate> date,
            List<String> sources,
            Basis basis) {}

    /// One move that a table calls automatic.
    ///
    /// @param named whether a source says so; otherwise it was computed, which is a necessary condition
    ///     only
    public record Downgrade(String iso3, ReportYear year, boolean named, List<String> sources, Basis basis) {}

    /// One name on a child-soldiers list, with the extent of the waiver: `full`, `partial`, `none` or
    /// `unknown`.
    public record Listing(String iso3, ReportYear year, String waiver, List<String> sources, Basis basis) {}
}
