package org.evenhand.law.audit;

import java.util.List;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Tier;
import org.evenhand.law.Fact;
import org.evenhand.law.audit.Finding.Kind;
import org.evenhand.law.audit.Finding.MayBe;
import org.evenhand.law.clock.Clock;
import org.evenhand.law.clock.ClockState;
import org.evenhand.law.history.PlacementHistory;

/// Compares the moves that a table calls automatic with the clock, both ways.
final class Downgrades {
    private final Clock clock;
    private final Docket docket;

    Downgrades(Clock clock, Docket docket) {
        this.clock = clock;
        this.docket = docket;
    }

    void check(List<Finding> findings) {
        for (var row : docket.downgrades()) {
            var history = docket.histories().getOrDefault(row.iso3(), PlacementHistory.empty(row.iso3()));
            if (!possible(history, row.year())) {
                var facts = facts(history, row.year());
                findings.add(new Finding(
                        row.iso3(),
                        row.year(),
                        Kind.DOWNGRADE,
                        "WL-LIMIT",
                        "called automatic, but the limit was not reached or the move is not from the Watch List to Tier 3",
                        facts,
                        row.named() ? Audit.errorOrDeparture(facts) : List.of(MayBe.DATA_ERROR)));
            }
        }
        docket.histories().values().forEach(h -> missing(h, findings));
    }

    private void missing(PlacementHistory history, List<Finding> findings) {
        for (var year : history.placements().keySet()) {
            boolean listed = docket.downgrades().stream()
                    .anyMatch(d -> d.iso3().equals(history.iso3()) && d.year().equals(year));
            if (!listed && possible(history, year)) {
                findings.add(unlisted(history, year));
            }
        }
    }

    /// The table was made from the limit alone: a move that the return rule forces cannot be in it.
    private Finding unlisted(PlacementHistory history, ReportYear year) {
        boolean returned = clock.state(history, year).route() == ClockState.Route.REINSTATE;
        return new Finding(
                history.iso3(),
                year,
                Kind.DOWNGRADE,
                returned ? "WL-REINSTATE" : "WL-LIMIT",
                returned
                        ? "back on Tier 3 after the one year that the return rule allows, and not in the table of automatic downgrades, which knows the limit only"
                        : "from the Watch List to Tier 3 with the limit reached, and not in the table of automatic downgrades",
                facts(history, year),
                List.of(MayBe.DATA_GAP));
    }

    private List<Fact> facts(PlacementHistory history, ReportYear year) {
        return clock.state(history, year)
                .trace()
                .map(t -> List.copyOf(t.allFacts().values()))
                .orElse(List.of());
    }

    /// The necessary condition: from the Watch List to Tier 3 with the limit, or the return rule, in
    /// the way.
    private boolean possible(PlacementHistory history, ReportYear year) {
        boolean third = history.standing(year).filter(s -> s == Tier.TIER_3).isPresent();
        var route = clock.state(history, year).route();
        return third
                && (route == ClockState.Route.LIMIT
                        || route == ClockState.Route.NOT_WAIVED
                        || route == ClockState.Route.REINSTATE);
    }
}
