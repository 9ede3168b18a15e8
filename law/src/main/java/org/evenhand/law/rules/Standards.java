package org.evenhand.law.rules;

import static org.evenhand.law.rules.Logic.is;

import org.evenhand.law.Ruling;
import org.evenhand.law.Ruling.Met;
import org.evenhand.law.Ruling.NotMet;
import org.evenhand.law.hearing.Inquiry;
import org.evenhand.law.hearing.RuleFunction;

/// The four minimum standards (MS), 22 U.S.C. 7106(a), and the presumptions (PR) inside the indicia.
final class Standards {
    private Standards() {}

    /// MS-1, MS-2, MS-4: as the assessor finds; only "met" is met.
    static RuleFunction asFound(String criterion) {
        return q -> found(q, criterion);
    }

    private static Ruling found(Inquiry q, String criterion) {
        var answer = q.look(criterion);
        if (answer.isEmpty()) {
            return q.judgement(criterion);
        }
        return is(answer, "met")
                ? new Met("found met")
                : new NotMet("found " + answer.get().text());
    }

    /// MS-2: the penalties can be compared; whether they are on a level is for the assessor.
    static Ruling gravePenalties(Inquiry q) {
        var grave = Logic.number(q.look("max_penalty_grave"));
        var other = Logic.number(q.look("comparator_penalty"));
        if (grave.isPresent() && other.isPresent()) {
            q.value("penalty_difference_years", grave.get() - other.get());
        }
        return found(q, "MS-2");
    }

    /// MS-3: as the assessor finds, else by the Department's yardstick for a stringent maximum.
    static Ruling stringentPenalties(Inquiry q) {
        var years = Logic.number(q.look("max_penalty_all"));
        if (q.look("MS-3").isPresent() || years.isEmpty()) {
            return found(q, "MS-3");
        }
        int yardstick = q.number("MS-3.yardstick_years");
        q.value("yardstick_years", yardstick);
        return years.get() >= yardstick
                ? new Met("maximum at or above the departmental yardstick")
                : new NotMet("maximum below the departmental yardstick");
    }

    /// MS-4: as the assessor finds; the indicia are heard with it, none of them decides.
    static Ruling seriousEfforts(Inquiry q) {
        for (int i = 1; i <= 12; i++) {
            var indicium = "SC-" + i;
            if (q.inForce(indicium)) {
                q.on(indicium);
            }
        }
        return found(q, "MS-4");
    }

    /// PR-1 and PR-2: met if the presumption arises that efforts are not vigorous.
    ///
    /// @param rule `PR-1` or `PR-2`
    /// @param data prefix of the facts, `data` or `official_data`
    static RuleFunction presumption(String rule, String data) {
        return q -> {
            var supplied = q.ask(rule);
            if (supplied.isEmpty()) {
                return q.unknown();
            }
            if (!is(supplied, "no")) {
                return new NotMet(
                        is(supplied, "not requested") ? "no figures were requested" : "figures were supplied");
            }
            if (is(q.look(data + "_rebuttal"), "yes")) {
                return new NotMet("rebutted by other credible information");
            }
            if (q.flag(rule + ".good_faith") && is(q.look(data + "_good_faith"), "yes")) {
                return new NotMet("set aside for good-faith efforts");
            }
            var capacity = q.flag(rule + ".growing_capacity") ? data + "_capacity_growing" : data + "_capacity";
            return switch (Logic.yes(q, capacity)) {
                case Met _ -> new Met("no figures although capacity allowed them");
                case NotMet _ -> new NotMet("excused by capacity");
                case Ruling.Unknown u -> u;
                case Ruling.JudgementNeeded j -> j;
            };
        };
    }

    /// PR-3: met if a public allegation against an official was not properly addressed.
    static Ruling inaction(Inquiry q) {
        return Logic.judged(q, "PR-3");
    }

    /// PR-4: met, as a flag, if sentences of main offenders were suspended or sharply reduced.
    static Ruling suspended(Inquiry q) {
        var share = Logic.number(q.ask("PR-4"));
        if (share.isEmpty()) {
            return q.unknown();
        }
        q.value("suspended_share", share.get());
        return share.get() > 0 ? new Met("to be weighed case by case") : new NotMet("none suspended");
    }
}
