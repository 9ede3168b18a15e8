package org.evenhand.law.rules;

import static org.evenhand.law.rules.Logic.is;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.evenhand.core.Tier;
import org.evenhand.law.Answer;
import org.evenhand.law.Interpretations.ExchangeBan;
import org.evenhand.law.Ruling;
import org.evenhand.law.Ruling.Met;
import org.evenhand.law.Ruling.NotMet;
import org.evenhand.law.hearing.Inquiry;

/// Determinations and restrictions (NO, SA), 22 U.S.C. 7107(a), (c) to (f).
final class Determinations {
    private Determinations() {}

    /// Met on Tier 3, where these rules begin.
    static Ruling onThird(Inquiry q) {
        return switch (Tiers.result(q)) {
            case Outcome.Open(var why) -> why;
            case Outcome.Placed(var standing, var _) ->
                standing == Tier.TIER_3 ? new Met("on Tier 3") : new NotMet("not on Tier 3");
        };
    }

    /// NO-1: one determination for each Tier 3 country between day 45 and day 90 after the report.
    static Ruling notify(Inquiry q) {
        var third = onThird(q);
        if (!third.met()) {
            return third.notMet() ? new NotMet("no duty: not on Tier 3") : third;
        }
        var report = Logic.day(q.ask("report_date"));
        var notified = Logic.day(q.ask("notification_date"));
        if (report.isEmpty() || notified.isEmpty()) {
            return q.unknown();
        }
        long days = ChronoUnit.DAYS.between(report.get(), notified.get());
        q.value("days_after_report", days);
        if (days < q.number("CA-4.days")) {
            return new NotMet("early: day " + days);
        }
        return days > q.number("CA-5.days") ? new NotMet("late: day " + days) : new Met("in time: day " + days);
    }

    /// What was determined, as far as the rule needs it; not met or open where there is nothing to
    /// determine.
    private static Ruling determined(Inquiry q, List<String> words, String because) {
        var third = onThird(q);
        if (!third.met()) {
            return third;
        }
        var determination = q.ask("determination");
        if (determination.isEmpty()) {
            return q.unknown();
        }
        return words.contains(determination.get().text())
                ? new Met(because)
                : new NotMet("determined: " + determination.get().text());
    }

    static Ruling restricted(Inquiry q) {
        return determined(q, List.of("full", "partial_waiver", "restricted_scope_unseen"), "assistance is withheld");
    }

    /// SA-1A-i: withheld, and assistance was received in the fiscal year before.
    static Ruling withhold(Inquiry q) {
        return clause(q, "i", "yes");
    }

    /// SA-1A-ii: withheld with exchange funding, and no assistance was received in the fiscal year
    /// before.
    static Ruling withholdExchanges(Inquiry q) {
        return clause(q, "ii", "no");
    }

    private static Ruling clause(Inquiry q, String clause, String money) {
        var restricted = restricted(q);
        if (!restricted.met()) {
            return restricted;
        }
        if (q.took(q.readings().exchangeBan()) == ExchangeBan.SET) {
            var recorded = q.look("restriction_clause");
            if (recorded.isPresent()) {
                return is(recorded, clause) || is(recorded, "both")
                        ? new Met("clause (" + clause + ") as recorded")
                        : new NotMet("the other clause is recorded");
            }
        }
        var received = q.ask("nhnt_previous_fy");
        if (received.isEmpty()) {
            return q.unknown();
        }
        return is(received, money)
                ? new Met("by the money of the year before")
                : new NotMet("by the money of the year before");
    }

    /// SA-1B: the United States votes against this loan.
    static Ruling voteAgainst(Inquiry q) {
        var restricted = restricted(q);
        if (!restricted.met()) {
            return restricted;
        }
        var institution = q.ask("institution");
        if (institution.isEmpty()) {
            return q.unknown();
        }
        if (!is(institution, "IMF") && q.on("DF-5").notMet()) {
            return new NotMet("the lender is not on the list");
        }
        var purpose = q.ask("loan_purpose");
        if (purpose.isEmpty()) {
            return q.unknown();
        }
        return is(purpose, "general")
                ? new Met("votes no and tries to stop it")
                : new NotMet("excepted: " + purpose.get().text());
    }

    /// SA-2: comparable limits already stand and are named instead.
    static Ruling comparable(Inquiry q) {
        var named = determined(q, List.of("comparable"), "comparable limits are named instead");
        return named.met() ? Logic.yes(q, "comparable_restrictions") : named;
    }

    /// SA-3: compliance or significant efforts found after the report; the printed tier stays.
    static Ruling reassessed(Inquiry q) {
        var found = determined(q, List.of("compliance_change"), "reassessed after the report");
        return found.met() && is(q.look("compliance_found"), "no") ? new NotMet("no such finding") : found;
    }

    /// SA-4: waived because it promotes the purposes of the Act or is otherwise in the national
    /// interest.
    static Ruling waived(Inquiry q) {
        var waived = determined(q, List.of("full_waiver", "partial_waiver"), "waived");
        if (!waived.met()) {
            return waived;
        }
        q.value("ground", q.look("waiver_ground").map(Answer::text).orElse("both, unless stated otherwise"));
        q.value("exchange_funding", q.flag("SA-4.exchange_funding") ? "may be waived" : "cannot be waived");
        return is(q.look("waiver_ground"), "none") ? new NotMet("no ground stated") : waived;
    }

    /// SA-5: the class of the determination.
    static Ruling scope(Inquiry q) {
        var third = onThird(q);
        if (!third.met()) {
            return third;
        }
        var determination = q.ask("determination");
        if (determination.isEmpty()) {
            return q.unknown();
        }
        if (is(q.look("waives_exchanges"), "yes") && !q.flag("SA-5.exchange_funding")) {
            return new NotMet("exchange funding could not yet be waived");
        }
        var name = DeterminationClass.of(determination.get().text());
        q.value("class", name);
        return new Met(name.words());
    }

    /// SA-6: harm to vulnerable people obliges the President to waive as far as needed.
    static Ruling mustWaive(Inquiry q) {
        var third = onThird(q);
        if (!third.met()) {
            return third.notMet() ? new NotMet("no duty: not on Tier 3") : third;
        }
        var harm = Logic.yes(q, "adverse_effects");
        if (!harm.met()) {
            return harm.notMet() ? new NotMet("no duty: no such harm") : harm;
        }
        var restricted = determined(q, List.of("full"), "withheld in full");
        return restricted.met()
                ? new NotMet("harm found and nothing waived")
                : restricted.notMet() ? new Met("waived or not withheld") : restricted;
    }

    /// SA-7: met if a later waiver lifts restrictions in whole or part.
    static Ruling laterWaiver(Inquiry q) {
        var restricted = restricted(q);
        if (!restricted.met()) {
            return restricted;
        }
        return Logic.day(q.look("later_waiver_date")).isPresent()
                ? new Met("lifted in whole or part")
                : new NotMet("none recorded");
    }

    /// SA-8: certified with the notification.
    static Ruling certified(Inquiry q) {
        var third = onThird(q);
        return third.met()
                ? Logic.yes(q, "certification")
                : third.notMet() ? new NotMet("no duty: not on Tier 3") : third;
    }

    /// SA-9: met once the restriction has an end: the fiscal year, or an earlier finding reported to
    /// Congress.
    static Ruling end(Inquiry q) {
        var restricted = restricted(q);
        if (!restricted.met()) {
            return restricted;
        }
        var fiscalYearEnd = LocalDate.of(q.year().fiscalYear(), 9, 30);
        Optional<LocalDate> found = Logic.day(q.look("compliance_date"));
        var end = found.filter(d -> d.isBefore(fiscalYearEnd)).orElse(fiscalYearEnd);
        q.value("date", end);
        return new Met(end.equals(fiscalYearEnd) ? "end of the fiscal year" : "by the finding");
    }
}
