package org.evenhand.law.audit;

import java.util.List;
import java.util.Optional;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;

/// One unbroken run of watch-list years, with what the clock said and what happened.
///
/// @param iso3 the jurisdiction
/// @param first its first report
/// @param last its last report
/// @param closed the first report within or just after the run in which the clock closed the list;
///     empty if the run ended before
/// @param next the standing in the report after the run; empty if the record ends
/// @param result what became of the prediction
/// @param waiverYears reports of the run that needed a waiver
/// @param unrecorded those of them for which none is recorded
/// @param inferred whether a placement or waiver in it was itself inferred from the limit
public record Run(
        String iso3,
        ReportYear first,
        ReportYear last,
        Optional<ReportYear> closed,
        Optional<Standing> next,
        Result result,
        List<ReportYear> waiverYears,
        List<ReportYear> unrecorded,
        boolean inferred) {
    /// What became of the prediction that the list is closed in a certain report.
    public enum Result {
        /// The run reached the report in which the list was closed, and ended there.
        KEPT("ended when the list was closed"),
        /// The run went on after the list was closed.
        BROKEN("went on after the list was closed"),
        /// The run ended while the list was still open: the clock said nothing.
        ENDED_BEFORE("ended while the list was open"),
        /// The run reaches the end of the record.
        RUNNING("still running");

        private final String words;

        Result(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /// Years in the run.
    public int length() {
        return last.value() - first.value() + 1;
    }
}
