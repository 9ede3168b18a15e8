package org.evenhand.law.clock;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.law.Trace;

/// The clock of one jurisdiction in one report year.
///
/// @param iso3 the jurisdiction
/// @param year the report year
/// @param standing where this report left it; empty if not known
/// @param before where the report of the year before left it; empty if not known
/// @param consecutiveYears n: the run on the list that counts, ending in the year before, from 2009 on
/// @param limitInForce whether there was a limit in this year
/// @param maxWaivers waiver years at the most; empty before there was a limit
/// @param waiversUsed w, by rule: years of the run beyond the limit
/// @param waiversLeft by rule; 0 where the return rule bars a waiver
/// @param waiverRecorded whether the record holds a waiver for this year
/// @param needsWaiver on the Watch List this year although n has reached the limit, so that only a
///     waiver allows it
/// @param forced by its history the Watch List is not open this year at all
/// @param reinstated whether it is the return rule that closes the list
/// @param route how the standing came about, where the record allows to say it
/// @param explanation the state in one sentence
/// @param paths what comes if nothing changes
/// @param missing facts without which the count is a lower bound only
/// @param trace why
public record ClockState(
        String iso3,
        ReportYear year,
        Optional<Standing> standing,
        Optional<Standing> before,
        int consecutiveYears,
        boolean limitInForce,
        OptionalInt maxWaivers,
        int waiversUsed,
        int waiversLeft,
        boolean waiverRecorded,
        boolean needsWaiver,
        boolean forced,
        boolean reinstated,
        Route route,
        String explanation,
        List<Path> paths,
        SortedSet<String> missing,
        Optional<Trace> trace) {
    /// How a standing relates to the clock.
    public enum Route {
        /// On the merits: the clock had no part in it.
        MERITS("on the merits"),
        /// On the Watch List by waiver of the limit.
        WAIVED("by waiver of the limit"),
        /// On the Watch List while it was open by waiver only, and none is recorded.
        OPEN_BY_WAIVER("on the list while it was open by waiver only; none is on record"),
        /// Tier 3 while the limit had closed the Watch List; the merits may have led there as well.
        LIMIT("by the limit, or on the merits: both lead there"),
        /// Tier 3 while the return rule had closed the Watch List; the merits may have led there as
        /// well.
        REINSTATE("by the return rule, or on the merits: both lead there"),
        /// Tier 3 after the limit was reached with waiver time left: no waiver was given, or the merits
        /// led there.
        NOT_WAIVED("by the limit without a waiver, or on the merits: the record does not say which"),
        /// A special case or not in the report: no tier.
        UNRANKED("without a tier"),
        /// On the Watch List although it was closed: the record contradicts the rule.
        CONTRADICTS("contrary to the rule"),
        /// Where the report left it is not known.
        UNKNOWN("not known");

        private final String words;

        Route(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
