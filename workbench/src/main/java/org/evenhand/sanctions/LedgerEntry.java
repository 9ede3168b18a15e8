package org.evenhand.sanctions;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Determination;
import org.evenhand.catalogue.Placement;

/// One Tier 3 placement and what is recorded to have followed.
///
/// @param placement the placement
/// @param determination what was determined; empty where the record has a gap
/// @param released when the report was released, where known
/// @param aid aid of the fiscal year that the determination governs
/// @param conflict what the sources disagree about; empty where they do not
record LedgerEntry(
        Placement placement,
        Optional<Determination> determination,
        Optional<Release> released,
        Optional<AidSplit> aid,
        String conflict) {
    /// The statute's window for the notification: not less than 45 and not more than 90 days after the report
    /// (22 U.S.C. 7107(c)).
    static final int WINDOW_OPENS = 45;

    static final int WINDOW_CLOSES = 90;

    /// When a report was released, and who says so.
    record Release(LocalDate date, List<String> sources) {
        Release {
            sources = List.copyOf(sources);
        }
    }

    String iso3() {
        return placement.iso3();
    }

    int report() {
        return placement.year().value();
    }

    /// The fiscal year that follows the report.
    int fiscalYear() {
        return placement.year().fiscalYear();
    }

    /// Days from the report to the determination, where both dates are known.
    Optional<Long> days() {
        return determination
                .flatMap(Determination::date)
                .flatMap(d -> released.map(r -> ChronoUnit.DAYS.between(r.date(), d)));
    }

    /// The days against the window.
    Optional<String> timing() {
        return days().map(days -> days < WINDOW_OPENS
                ? "%d early".formatted(WINDOW_OPENS - days)
                : days > WINDOW_CLOSES ? "%d late".formatted(days - WINDOW_CLOSES) : "in time");
    }

    /// The measures applied; empty where nothing is recorded.
    List<LegalMeasure> measures() {
        return determination.map(LegalMeasure::of).orElse(List.of());
    }
}
