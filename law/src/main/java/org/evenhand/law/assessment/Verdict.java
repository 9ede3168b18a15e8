package org.evenhand.law.assessment;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.law.Measure;
import org.evenhand.law.Question;
import org.evenhand.law.Trace;
import org.evenhand.law.clock.ClockState;
import org.evenhand.law.rules.Route;

/// What the law says about one assessment.
///
/// @param iso3 the jurisdiction
/// @param year the report year
/// @param standing where the rules leave it; empty where they do not decide
/// @param route how; empty where they do not decide
/// @param grounds grounds of the Watch List that are met (WL-3A, WL-3B, WL-3C)
/// @param clock the clock before this report
/// @param waiverOpen whether the law leaves a waiver of the limit open, should one be needed
/// @param measures the measures that Tier 3, or a listing of child soldiers, opens
/// @param traces the ruling of every rule in force, by rule
/// @param missing facts without which a rule that bears on the tier cannot rule
/// @param questions judgements that the law leaves to an assessor and that bear on the tier
/// @param changes what would change the answer
public record Verdict(
        String iso3,
        ReportYear year,
        Optional<Standing> standing,
        Optional<Route> route,
        List<String> grounds,
        ClockState clock,
        boolean waiverOpen,
        List<Measure> measures,
        SortedMap<String, Trace> traces,
        SortedSet<String> missing,
        List<Question> questions,
        List<Change> changes) {
    /// The trace of the placement.
    public Trace placement() {
        var trace = traces.get("TP-5");
        if (trace == null) {
            throw new IllegalStateException("TP-5 is in force in every report year");
        }
        return trace;
    }
}
