package org.evenhand.law.rules;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.law.Ruling;
import org.evenhand.law.Ruling.Met;
import org.evenhand.law.Ruling.NotMet;
import org.evenhand.law.hearing.Inquiry;

/// Duties around placement (SR), 22 U.S.C. 7107(b)(1), (b)(4) and beside the Act.
final class SpecialRules {
    private SpecialRules() {}

    private static int list(Standing standing) {
        return switch (standing) {
            case Tier.TIER_1 -> 1;
            case Tier.TIER_2, Tier.WATCH_LIST -> 2;
            case Tier.TIER_3 -> 3;
            case org.evenhand.core.Unranked _ -> 0;
        };
    }

    /// SR-1: a move must be explained. By law between lists; between Tier 2 and the Watch List by
    /// policy.
    static Ruling explain(Inquiry q) {
        return switch (Tiers.result(q)) {
            case Outcome.Open(var why) -> why;
            case Outcome.Placed(var now, var _) -> {
                var before = q.placement(ReportYear.of(q.year().value() - 1));
                if (before.isEmpty()) {
                    yield q.unknown();
                }
                if (now == before.get() || list(now) == 0 || list(before.get()) == 0) {
                    yield new NotMet("no duty: no move between tiers");
                }
                q.value("duty", list(now) == list(before.get()) ? "policy, not law" : "law");
                yield Logic.yes(q, "move_explained");
            }
        };
    }

    /// SR-2: an action plan within 180 days for an upgrade from Tier 3 to the Watch List.
    static Ruling actionPlan(Inquiry q) {
        var upgraded = WatchList.moved(
                q, s -> s == Tier.WATCH_LIST, s -> s == Tier.TIER_3, "up from Tier 3 to the Watch List");
        if (!upgraded.met()) {
            return upgraded.notMet() ? new NotMet("no duty: not such an upgrade") : upgraded;
        }
        var report = Logic.day(q.ask("report_date"));
        return report.isEmpty()
                ? q.unknown()
                : Logic.doneBy(q, "action_plan_date", report.get().plusDays(q.number("CA-8.days")));
    }

    /// SR-3: the minister of a government put down to the Watch List is told.
    static Ruling tellMinister(Inquiry q) {
        var down = WatchList.moved(
                q, s -> s == Tier.WATCH_LIST, s -> s == Tier.TIER_1 || s == Tier.TIER_2, "down to the Watch List");
        return down.met()
                ? Logic.yes(q, "minister_told")
                : down.notMet() ? new NotMet("no duty: not such a downgrade") : down;
    }

    /// SR-4: met if expedited trade procedures are barred.
    static Ruling tradeBar(Inquiry q) {
        return switch (Tiers.result(q)) {
            case Outcome.Open(var why) -> why;
            case Outcome.Placed(var standing, var _) -> {
                if (standing != Tier.TIER_3) {
                    yield new NotMet("not on Tier 3");
                }
                var partner = Logic.yes(q, "trade_partner");
                yield partner.met() && q.flag("SR-4.exception") && Logic.is(q.look("presidential_letter"), "yes")
                        ? new NotMet("lifted by the President's letter")
                        : partner;
            }
        };
    }

    /// SR-5: no rule forbids skipping tiers or moving in a direction.
    static Ruling noLockIn(Inquiry q) {
        return new Met("any move on the merits is lawful");
    }

    /// SR-6: the report holds what it should.
    static Ruling contents(Inquiry q) {
        var parts = new ArrayList<Ruling>();
        parts.add(Logic.yes(q, "contents_multilateral"));
        if (q.flag("SR-6.full_contents")) {
            for (var key :
                    List.of("contents_patterns", "contents_emerging", "contents_practices", "contents_efforts")) {
                parts.add(Logic.yes(q, key));
            }
        }
        return Logic.all("complete", parts);
    }
}
