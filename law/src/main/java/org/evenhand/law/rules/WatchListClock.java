package org.evenhand.law.rules;

import org.evenhand.law.Answer;
import org.evenhand.law.Ruling;
import org.evenhand.law.Ruling.Met;
import org.evenhand.law.Ruling.NotMet;
import org.evenhand.law.hearing.Inquiry;

/// The two-year limit, its waiver, the return rule and the ceiling that follows (22 U.S.C.
/// 7107(b)(2)(D) and (F)).
final class WatchListClock {
    private WatchListClock() {}

    /// WL-LIMIT: met once the years before use up the limit, so that only a waiver keeps the Watch List
    /// open.
    static Ruling limit(Inquiry q) {
        int n = new Runs(q).counted();
        int limit = q.number("WL-LIMIT.years");
        q.value("n", n);
        if (n >= limit) {
            return new Met("reached");
        }
        return q.incomplete() ? q.unknown() : new NotMet("not reached");
    }

    /// WL-WAIVER: met if waiver time is left and a waiver is recorded or all its findings are made.
    static Ruling waiver(Inquiry q) {
        var limit = q.on("WL-LIMIT");
        int max = q.number("WL-MAX.waiver_years");
        int used = Math.max(0, q.numberOf("WL-LIMIT", "n") - q.number("WL-LIMIT.years"));
        q.value("w", used);
        q.value("max_w", max);
        if (used >= max && limit.met()) {
            return new NotMet("no waiver time is left");
        }
        return switch (limit) {
            case Ruling.Unknown u -> u;
            case NotMet _ -> new NotMet("the limit is not reached, so that none is needed");
            case Met _ -> q.waiverRecorded(q.year()) ? new Met("recorded") : findings(q);
            case Ruling.JudgementNeeded j -> j;
        };
    }

    private static Ruling findings(Inquiry q) {
        var open = new java.util.ArrayList<String>();
        for (var key : java.util.List.of("WW-1", "WW-2", "WW-3")) {
            var answer = q.look(key);
            if (answer.isEmpty()) {
                open.add(key);
            } else if (!answer.get().equals(Answer.word("yes"))) {
                return new NotMet("finding " + key + " is not made");
            }
        }
        if (!open.isEmpty()) {
            return q.judgement(open.toArray(String[]::new));
        }
        var reported = q.ask("waiver_reported");
        if (reported.isEmpty()) {
            return q.unknown();
        }
        return reported.get().equals(Answer.word("yes"))
                ? new Met("all findings made and reported to Congress")
                : new NotMet("not reported to Congress");
    }

    /// WL-REINSTATE: met if the return to the list already used its one year.
    static Ruling reinstate(Inquiry q) {
        var run = new Runs(q).returned();
        q.value("return_run", run.length());
        q.value("prior_run", run.priorRun());
        if (run.barred() && run.length() >= q.number("WL-REINSTATE.years")) {
            return new Met("returned after a run with waiver and a Tier 3 spell; the one year is used");
        }
        return q.incomplete() ? q.unknown() : new NotMet("does not apply");
    }

    /// WL-MAX: met while a further year would stay within the longest lawful run, by waiver where one
    /// is needed.
    static Ruling ceiling(Inquiry q) {
        var limit = q.on("WL-LIMIT");
        int n = q.numberOf("WL-LIMIT", "n");
        int ceiling = q.number("WL-LIMIT.years") + q.number("WL-MAX.waiver_years");
        if (q.inForce("WL-WAIVER")) {
            q.on("WL-WAIVER");
        }
        if (q.inForce("WL-REINSTATE")) {
            var bar = q.on("WL-REINSTATE");
            if (bar.met()) {
                q.value("ceiling", q.number("WL-REINSTATE.years"));
                return new NotMet("after the return only one year was open");
            }
            if (bar instanceof Ruling.Unknown u && n < ceiling) {
                return u;
            }
        }
        q.value("ceiling", ceiling);
        if (n >= ceiling) {
            return new NotMet("a further year would go beyond the longest lawful run");
        }
        return limit instanceof Ruling.Unknown u ? u : new Met("a further year is within the longest lawful run");
    }
}
