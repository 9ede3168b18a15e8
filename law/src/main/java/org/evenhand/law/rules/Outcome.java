package org.evenhand.law.rules;

import java.util.Optional;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.core.Unranked;
import org.evenhand.law.Ruling;
import org.evenhand.law.Ruling.JudgementNeeded;
import org.evenhand.law.Ruling.Met;
import org.evenhand.law.Ruling.NotMet;
import org.evenhand.law.Ruling.Unknown;
import org.evenhand.law.hearing.Inquiry;

/// Where the rules, in their fixed order, leave a jurisdiction.
public sealed interface Outcome {
    /// The rules decide.
    record Placed(Standing standing, Route route) implements Outcome {}

    /// They do not, for want of facts or of a judgement.
    record Open(Ruling why) implements Outcome {}

    /// The tier on the merits, before the clock: as an assessor found it, or from the standards and
    /// efforts.
    static Outcome onTheMerits(Inquiry q) {
        var found = q.look("merits");
        if (found.isPresent()) {
            var standing = Standing.ofCode(found.get().text())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "no standing " + found.get().text()));
            return new Placed(standing, standing == Unranked.SPECIAL_CASE ? Route.SPECIAL : Route.MERITS);
        }
        var first = q.on("TP-1");
        return switch (first) {
            case Met _ -> new Placed(Tier.TIER_1, Route.MERITS);
            case NotMet _ -> secondOrThird(q);
            case Unknown u -> new Open(u);
            case JudgementNeeded j -> new Open(j);
        };
    }

    private static Outcome secondOrThird(Inquiry q) {
        return switch (q.on("TP-2")) {
            case Met _ -> secondOrWatchList(q);
            case NotMet _ -> new Placed(Tier.TIER_3, patternStands(q) ? Route.PATTERN : Route.MERITS);
            case Unknown u -> new Open(u);
            case JudgementNeeded j -> new Open(j);
        };
    }

    private static Outcome secondOrWatchList(Inquiry q) {
        if (!q.inForce("WL-3A")) {
            return new Placed(Tier.TIER_2, Route.MERITS);
        }
        var grounds = new java.util.ArrayList<Ruling>();
        for (var ground : java.util.List.of("WL-3A", "WL-3B", "WL-3C")) {
            if (q.inForce(ground)) {
                grounds.add(q.on(ground));
            }
        }
        return switch (Logic.any("no ground", grounds)) {
            case Met _ -> new Placed(Tier.WATCH_LIST, Route.MERITS);
            case NotMet _ -> new Placed(Tier.TIER_2, Route.MERITS);
            case Unknown u -> new Open(u);
            case JudgementNeeded j -> new Open(j);
        };
    }

    /// Whether a policy or pattern was found and not overridden.
    static boolean patternStands(Inquiry q) {
        if (!q.inForce("SE-4") || !q.on("SE-4").met()) {
            return false;
        }
        return switch (q.took(q.readings().pattern())) {
            case CONCLUSIVE -> true;
            case DEFAULT -> !Logic.is(q.look("pattern_override"), "yes");
        };
    }

    /// The merits, then the clock: the clock never lifts or saves.
    static Outcome afterTheClock(Inquiry q) {
        var covered = q.on("CV-1");
        if (covered.notMet()) {
            return new Placed(Unranked.NOT_IN_REPORT, Route.MERITS);
        }
        var special = q.inForce("CV-2") ? q.on("CV-2") : new NotMet("no such category yet");
        if (special.met()) {
            return new Placed(Unranked.SPECIAL_CASE, Route.SPECIAL);
        }
        var open = Logic.open(java.util.List.of(covered, special));
        if (open.isPresent()) {
            return new Open(open.get());
        }
        var merits = onTheMerits(q);
        return merits instanceof Placed(var standing, var _) && standing == Tier.WATCH_LIST && q.inForce("WL-LIMIT")
                ? clock(q)
                : merits;
    }

    private static Outcome clock(Inquiry q) {
        Optional<Ruling> bar = q.inForce("WL-REINSTATE") ? Optional.of(q.on("WL-REINSTATE")) : Optional.empty();
        if (bar.filter(Ruling::met).isPresent()) {
            return new Placed(Tier.TIER_3, Route.REINSTATE);
        }
        var limit = limit(q);
        boolean closed = limit instanceof Placed(var standing, var _) && standing == Tier.TIER_3;
        return closed || bar.isEmpty() || bar.get().decided() ? limit : new Open(bar.get());
    }

    private static Outcome limit(Inquiry q) {
        return switch (q.on("WL-LIMIT")) {
            case NotMet _ -> new Placed(Tier.WATCH_LIST, Route.MERITS);
            case Unknown u -> new Open(u);
            case JudgementNeeded j -> new Open(j);
            case Met _ ->
                switch (q.on("WL-WAIVER")) {
                    case Met _ -> new Placed(Tier.WATCH_LIST, Route.WAIVED);
                    case NotMet _ -> new Placed(Tier.TIER_3, Route.LIMIT);
                    case Unknown u -> new Open(u);
                    case JudgementNeeded j -> new Open(j);
                };
        };
    }
}
