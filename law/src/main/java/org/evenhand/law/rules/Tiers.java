package org.evenhand.law.rules;

import static org.evenhand.law.rules.Logic.is;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.core.Unranked;
import org.evenhand.law.Answer;
import org.evenhand.law.Ruling;
import org.evenhand.law.Ruling.Met;
import org.evenhand.law.Ruling.NotMet;
import org.evenhand.law.hearing.Inquiry;

/// Tier placement (TP), 22 U.S.C. 7107(b)(1).
final class Tiers {
    private Tiers() {}

    /// TP-1: all four standards, and from 2019 on the strength of concrete actions in the window.
    static Ruling first(Inquiry q) {
        var parts = new ArrayList<Ruling>();
        for (var standard : List.of("MS-1", "MS-2", "MS-3", "MS-4")) {
            parts.add(q.on(standard));
        }
        if (q.inForce("TP-4")) {
            parts.add(q.on("TP-4"));
        }
        return Logic.all("all four standards are met", parts);
    }

    /// TP-2: short of the standards, but significant efforts; a standing policy or pattern is proof of
    /// their want.
    static Ruling second(Inquiry q) {
        var parts = new ArrayList<Ruling>();
        parts.add(
                switch (q.on("TP-1")) {
                    case Met _ -> new NotMet("the standards are fully met");
                    case NotMet _ -> new Met("short of the standards");
                    case Ruling.Unknown u -> u;
                    case Ruling.JudgementNeeded j -> j;
                });
        parts.add(significant(q));
        if (q.inForce("TP-4")) {
            parts.add(q.on("TP-4"));
        }
        if (q.inForce("SE-4")) {
            parts.add(noPattern(q));
        }
        return Logic.all("significant efforts", parts);
    }

    private static Ruling significant(Inquiry q) {
        for (int i = 1; i <= 7; i++) {
            var factor = "SE-" + i;
            if (i != 4 && q.inForce(factor)) {
                q.on(factor);
            }
        }
        var degree = Logic.number(q.look("TP-2"));
        if (degree.isEmpty()) {
            return q.judgement("TP-2");
        }
        int threshold = q.took("degree-threshold", q.readings().threshold());
        return degree.get() >= threshold
                ? new Met("efforts reach the declared degree")
                : new NotMet("efforts below the declared degree");
    }

    private static Ruling noPattern(Inquiry q) {
        var pattern = q.on("SE-4");
        return switch (pattern) {
            case Met _ ->
                Outcome.patternStands(q)
                        ? new NotMet("a government policy or pattern stands as proof")
                        : new Met("policy or pattern overridden with a written reason");
            case NotMet _ -> new Met("no policy or pattern");
            case Ruling.Unknown u -> u;
            case Ruling.JudgementNeeded j -> j;
        };
    }

    /// TP-3: neither, or forced here by the limit, the return rule or the proof of a policy or pattern.
    static Ruling third(Inquiry q) {
        return switch (Outcome.afterTheClock(q)) {
            case Outcome.Placed(var standing, var route) -> {
                q.value("route", route);
                yield standing == Tier.TIER_3 ? new Met("route " + route) : new NotMet("placed elsewhere");
            }
            case Outcome.Open(var why) -> why;
        };
    }

    /// TP-4: met if an action relied on is concrete and recorded in the window, or older and marked as
    /// such.
    static Ruling window(Inquiry q) {
        var actions = Definitions.numbered(q, "action ");
        if (actions.isEmpty()) {
            return Logic.missing("action");
        }
        int counted = 0;
        for (var action : actions) {
            if (Definitions.concrete(action) && inWindow(q, action)) {
                counted++;
            }
        }
        q.value("actions_listed", actions.size());
        q.value("actions_counted", counted);
        return counted > 0
                ? new Met("concrete actions in the window")
                : new NotMet("no action listed is concrete and in the window");
    }

    private static boolean inWindow(Inquiry q, Map<String, Answer> action) {
        Optional<LocalDate> date = Logic.day(Optional.ofNullable(action.get("date")));
        if (date.isEmpty() || date.get().isAfter(q.year().windowEnd())) {
            return false;
        }
        return !date.get().isBefore(q.year().windowStart()) || is(Optional.ofNullable(action.get("stale")), "yes");
    }

    /// TP-5: the fixed order; met if it leads to a placement. Where the record holds the report's own
    /// placement, and the merits are not before the rules, it is taken as recorded, with the routes
    /// that it leaves open.
    static Ruling order(Inquiry q) {
        var outcome = Outcome.afterTheClock(q);
        switch (outcome) {
            case Outcome.Placed(var standing, var route) -> {
                q.value("tier", standing.code());
                q.value("route", route);
                return new Met(standing.label());
            }
            case Outcome.Open(var why) -> {
                if (!q.isRecorded(q.year())) {
                    return why;
                }
                var standing = q.placement(q.year()).orElse(Unranked.NOT_IN_REPORT);
                q.value("tier", standing.code());
                q.value("route", String.join(" or ", recordedRoutes(q, standing)));
                q.value("as_recorded", "yes");
                return new Met("%s as recorded; the merits are not before the rules".formatted(standing.label()));
            }
        }
    }

    private static List<String> recordedRoutes(Inquiry q, Standing standing) {
        boolean barred = q.inForce("WL-REINSTATE") && q.on("WL-REINSTATE").met();
        boolean atLimit = q.inForce("WL-LIMIT") && q.on("WL-LIMIT").met();
        boolean closed = atLimit && q.on("WL-WAIVER").notMet();
        if (standing == Tier.WATCH_LIST) {
            return barred || closed ? List.of("contrary to the rule") : List.of(atLimit ? "WAIVED" : "MERITS");
        }
        if (standing == Tier.TIER_3 && barred) {
            return List.of("REINSTATE", "MERITS");
        }
        if (standing == Tier.TIER_3 && atLimit) {
            return List.of("LIMIT", "MERITS");
        }
        return List.of("MERITS");
    }

    /// The final standing, or why there is none: for rules that look back from the result.
    static Outcome result(Inquiry q) {
        return q.valueOf("TP-5", "tier")
                .<Outcome>map(tier ->
                        new Outcome.Placed(Standing.ofCode((String) tier).orElse(Unranked.NOT_IN_REPORT), Route.MERITS))
                .orElseGet(() -> new Outcome.Open(q.on("TP-5")));
    }
}
