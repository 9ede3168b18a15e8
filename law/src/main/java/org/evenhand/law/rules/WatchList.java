package org.evenhand.law.rules;

import java.util.function.Predicate;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.law.Ruling;
import org.evenhand.law.Ruling.Met;
import org.evenhand.law.Ruling.NotMet;
import org.evenhand.law.hearing.Inquiry;

/// The special watch list (WL), 22 U.S.C. 7107(b)(2), save for its clock.
final class WatchList {
    private WatchList() {}

    static boolean listB(Standing standing) {
        return standing == Tier.TIER_2 || standing == Tier.WATCH_LIST;
    }

    /// Whether the result of this year and that of the year before are such a pair.
    static Ruling moved(Inquiry q, Predicate<Standing> now, Predicate<Standing> before, String because) {
        return switch (Tiers.result(q)) {
            case Outcome.Open(var why) -> why;
            case Outcome.Placed(var standing, var _) -> {
                if (!now.test(standing)) {
                    yield new NotMet("not such a move");
                }
                var last = q.placement(ReportYear.of(q.year().value() - 1));
                yield last.isEmpty()
                        ? q.unknown()
                        : before.test(last.get()) ? new Met(because) : new NotMet("not such a move");
            }
        };
    }

    /// WL-1: up to Tier 1 from list B.
    static Ruling upToFirst(Inquiry q) {
        return moved(q, s -> s == Tier.TIER_1, WatchList::listB, "up to Tier 1");
    }

    /// WL-2: up to list B from Tier 3.
    static Ruling upFromThird(Inquiry q) {
        return moved(q, WatchList::listB, s -> s == Tier.TIER_3, "up from Tier 3");
    }

    /// WL-3A: very many victims or sharply more; from 2019 only without action in proportion.
    static Ruling manyVictims(Inquiry q) {
        var many = Logic.judged(q, "WL-3A");
        return many.met() && q.flag("WL-3A.proportional") && Logic.is(q.look("proportional_action"), "yes")
                ? new NotMet("action is in proportion")
                : many;
    }

    /// WL-3B: no evidence of increasing efforts.
    static Ruling noIncrease(Inquiry q) {
        return Logic.judged(q, "WL-3B");
    }

    /// WL-3C: Tier 2 on commitments for the next year, until 2018.
    static Ruling onPromises(Inquiry q) {
        return Logic.judged(q, "WL-3C");
    }

    /// WL-4: being left off says nothing about the next year.
    static Ruling noCarryOver(Inquiry q) {
        return new Met("no effect on the next report");
    }

    /// WL-SUBMIT: the list goes to Congress by the day of the determinations.
    static Ruling submit(Inquiry q) {
        var determined = Logic.day(q.ask("notification_date"));
        return determined.isEmpty() ? q.unknown() : Logic.doneBy(q, "watch_list_date", determined.get());
    }

    /// WL-INTERIM: progress of each listed country assessed by February 1.
    static Ruling interim(Inquiry q) {
        var listed = onSpecialList(q);
        if (!listed.met()) {
            return listed.notMet() ? new NotMet("no duty: not on the special watch list") : listed;
        }
        q.value(
                "progress_since",
                q.flag("WL-INTERIM.window_from_april") ? q.year().windowStart() : "the last annual report");
        return Logic.doneBy(q, "interim_date", Calendar.interimDue(q));
    }

    /// Whether the jurisdiction is on the special watch list, by any limb.
    static Ruling onSpecialList(Inquiry q) {
        var limbThree = switch (Tiers.result(q)) {
            case Outcome.Open(var why) -> why;
            case Outcome.Placed(var standing, var _) ->
                standing == Tier.WATCH_LIST ? new Met("limb (iii)") : new NotMet("not on the Watch List");
        };
        return Logic.any("on none of the limbs", java.util.List.of(limbThree, q.on("WL-1"), q.on("WL-2")));
    }

    /// WL-NOTICE: the basis of a waiver published in time, and from 2019 a briefing offered.
    static Ruling notice(Inquiry q) {
        var waiver = q.on("WL-WAIVER");
        if (!waiver.met()) {
            return waiver.notMet() ? new NotMet("no duty: no waiver") : waiver;
        }
        var notice = Logic.day(q.ask("waiver_notice_date"));
        if (notice.isEmpty()) {
            return q.unknown();
        }
        var published = Logic.doneBy(q, "waiver_publication_date", notice.get().plusDays(q.number("CA-7.days")));
        return q.flag("WL-NOTICE.briefing")
                ? Logic.all(
                        "published in time, briefing offered",
                        java.util.List.of(published, Logic.yes(q, "waiver_briefing")))
                : published;
    }
}
