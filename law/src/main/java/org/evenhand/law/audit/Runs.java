package org.evenhand.law.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Tier;
import org.evenhand.law.audit.Run.Result;
import org.evenhand.law.clock.Clock;
import org.evenhand.law.history.PlacementHistory;

/// Finds the runs of watch-list years in a record and compares them with the clock.
final class Runs {
    private final Clock clock;
    private final Predicate<String> fromLimit;
    private final ReportYear end;

    /// @param clock the clock
    /// @param fromLimit whether a source key says that the record was inferred from the limit
    /// @param end the newest report on record
    Runs(Clock clock, Predicate<String> fromLimit, ReportYear end) {
        this.clock = clock;
        this.fromLimit = fromLimit;
        this.end = end;
    }

    List<Run> of(PlacementHistory history) {
        var runs = new ArrayList<Run>();
        Optional<ReportYear> first = Optional.empty();
        for (int y = ReportYear.FIRST; y <= end.value() + 1; y++) {
            var year = ReportYear.of(y);
            boolean on = year.compareTo(end) <= 0 && onList(history, year);
            if (on && first.isEmpty()) {
                first = Optional.of(year);
            }
            if (!on && first.isPresent()) {
                runs.add(run(history, first.get(), ReportYear.of(y - 1)));
                first = Optional.empty();
            }
        }
        return runs;
    }

    static boolean onList(PlacementHistory history, ReportYear year) {
        return history.standing(year).filter(s -> s == Tier.WATCH_LIST).isPresent();
    }

    private Run run(PlacementHistory history, ReportYear first, ReportYear last) {
        var waiverYears = new ArrayList<ReportYear>();
        Optional<ReportYear> closed = Optional.empty();
        boolean ended = last.compareTo(end) < 0 && history.standing(last.next()).isPresent();
        int until = ended ? last.value() + 1 : last.value();
        for (int y = first.value(); y <= until; y++) {
            var state = clock.state(history, ReportYear.of(y));
            if (state.forced() && closed.isEmpty()) {
                closed = Optional.of(state.year());
            }
            if (state.needsWaiver()) {
                waiverYears.add(state.year());
            }
        }
        var result = closed.isEmpty()
                ? ended ? Result.ENDED_BEFORE : Result.RUNNING
                : closed.get().compareTo(last) > 0 ? Result.KEPT : Result.BROKEN;
        return new Run(
                history.iso3(),
                first,
                last,
                closed,
                ended ? history.standing(last.next()) : Optional.empty(),
                result,
                List.copyOf(waiverYears),
                waiverYears.stream()
                        .filter(y -> !history.waivers().containsKey(y))
                        .toList(),
                inferred(history, first.value() - 1, until));
    }

    /// The years just before and just after belong to the run: they are what bounds it.
    private boolean inferred(PlacementHistory history, int from, int to) {
        for (int y = Math.max(from, ReportYear.FIRST); y <= to; y++) {
            var placement = history.placements().get(ReportYear.of(y));
            if (placement != null && placement.sources().stream().anyMatch(fromLimit)) {
                return true;
            }
            var waiver = history.waivers().get(ReportYear.of(y));
            if (waiver != null && waiver.sources().stream().anyMatch(fromLimit)) {
                return true;
            }
        }
        return false;
    }
}
