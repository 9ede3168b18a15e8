package org.evenhand.law.audit;

import java.util.List;

/// The result of an audit.
///
/// @param findings what the mechanical rules cannot explain
/// @param runs every run of watch-list years
/// @param score how well the clock predicts
/// @param placements placements replayed
/// @param waivers waivers replayed
/// @param determinations determinations replayed
/// @param computedDowngrades rows of the table of automatic downgrades that were computed: a necessary
///     condition only
/// @param late determinations after day 90, which the law leaves without a consequence
public record AuditReport(
        List<Finding> findings,
        List<Run> runs,
        Score score,
        int placements,
        int waivers,
        int determinations,
        List<Docket.Downgrade> computedDowngrades,
        List<LateDetermination> late) {
    /// A determination date outside the window: a flag, never invalidity (NO-1).
    ///
    /// @param year the report year
    /// @param days days after the report
    /// @param countries how many countries it covered
    public record LateDetermination(org.evenhand.core.ReportYear year, long days, int countries) {}
}
