package org.evenhand.law.rules;

import static org.evenhand.law.rules.Logic.is;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.law.Ruling;
import org.evenhand.law.Ruling.Met;
import org.evenhand.law.Ruling.NotMet;
import org.evenhand.law.hearing.Inquiry;

/// The Child Soldiers Prevention Act (CS), 22 U.S.C. 2370c to 2370c-2.
final class ChildSoldiers {
    private ChildSoldiers() {}

    /// CS-1: on the list: as recorded, as the assessor answers, or from what the forces do.
    static Ruling listed(Inquiry q) {
        for (var key : List.of("cspa_listed", "CS-1")) {
            if (q.look(key).isPresent()) {
                return Logic.yes(q, key);
            }
        }
        if (q.look("forces").isEmpty()) {
            return q.judgement("CS-1");
        }
        boolean police = is(q.look("forces"), "police") || is(q.look("forces"), "other_security");
        if (police && !q.flag("CS-1.police")) {
            return new NotMet("police and other security forces did not yet count");
        }
        var both = List.of(Logic.yes(q, "forces_recruit"), Logic.yes(q, "forces_use"));
        return q.flag("CS-1.recruit_or_use")
                ? Logic.any("neither recruited nor used", both)
                : Logic.all("recruited and used", both);
    }

    /// CS-2: a child soldier.
    static Ruling childSoldier(Inquiry q) {
        var age = Logic.number(q.ask("age"));
        var mode = q.ask("mode");
        var force = q.ask("force");
        if (age.isPresent() && age.get() >= 18) {
            return new NotMet("18 or older");
        }
        if (age.isEmpty() || mode.isEmpty() || force.isEmpty()) {
            return q.unknown();
        }
        if (is(force, "nonstate")) {
            return new Met("under 18 in a non-state armed group");
        }
        if ((is(force, "police") || is(force, "other_security")) && !q.flag("CS-2.police")) {
            return new NotMet("police and other security forces did not yet count");
        }
        if (is(mode, "fighting")) {
            return new Met("under 18 and directly fighting in government forces");
        }
        if (is(mode, "conscripted")) {
            return new Met("under 18 and conscripted");
        }
        return is(mode, "volunteer") && age.get() < 15
                ? new Met("under 15 and a volunteer")
                : new NotMet("a volunteer of 15 or more, or in support of government forces");
    }

    /// CS-3: restricted in the fiscal year that follows.
    static Ruling restricted(Inquiry q) {
        var listed = q.on("CS-1");
        if (!listed.met()) {
            return listed;
        }
        var measures = new ArrayList<>(List.of("CS-FMF", "CS-EDA", "CS-IMET", "CS-DCS"));
        if (q.flag("CS-3.peacekeeping")) {
            measures.add("CS-PKO");
        }
        q.value("fiscal_year", q.year().fiscalYear());
        q.value("measures", String.join(" ", measures));
        return new Met("restricted in the fiscal year that follows");
    }

    /// CS-4: waived in the national interest, and from 2019 with certified steps.
    static Ruling waived(Inquiry q) {
        var restricted = q.on("CS-3");
        if (!restricted.met()) {
            return restricted;
        }
        var extent = q.ask("cspa_waiver");
        if (extent.isEmpty()) {
            return q.unknown();
        }
        if (is(extent, "none")) {
            return new NotMet("none: restricted in full");
        }
        if (is(q.look("cspa_national_interest"), "no")) {
            return new NotMet("not found in the national interest");
        }
        if (q.flag("CS-4.certification")) {
            var steps = Logic.yes(q, "cspa_steps_certified");
            if (!steps.met()) {
                return steps.notMet() ? new NotMet("waived without the certification of steps: a flag") : steps;
            }
        }
        return new Met("waived: " + extent.get().text());
    }

    /// CS-5: the exception for professional forces, with its limit in time.
    static Ruling professional(Inquiry q) {
        var restricted = q.on("CS-3");
        if (!restricted.met()) {
            return restricted;
        }
        var parts = new ArrayList<Ruling>();
        parts.add(Logic.yes(q, "cspa_steps"));
        parts.add(Logic.yes(q, "cspa_support"));
        if (q.flag("CS-5.two_schools")) {
            parts.add(Logic.yes(q, "cspa_two_schools"));
        }
        if (q.parameter("CS-5.max_years").isPresent()) {
            var used = Logic.number(q.ask("cspa_years_used"));
            parts.add(
                    used.isEmpty()
                            ? Logic.missing("cspa_years_used")
                            : used.get() < q.number("CS-5.max_years")
                                    ? new Met("years are left")
                                    : new NotMet("the years are used up"));
        }
        return Logic.all("training and nonlethal supplies may go on", parts);
    }

    /// CS-6: peacekeeping money for these purposes is not restricted.
    static Ruling peacekeeping(Inquiry q) {
        var purpose = q.ask("pko_purpose");
        if (purpose.isEmpty()) {
            return q.unknown();
        }
        return is(purpose, "other")
                ? new NotMet("not an excepted purpose")
                : new Met("excepted: " + purpose.get().text());
    }

    /// CS-7: certified plan, steps and safeguards; aid may resume.
    static Ruling reinstated(Inquiry q) {
        var restricted = q.on("CS-3");
        return restricted.met() ? Logic.yes(q, "cspa_reinstatement_certified") : restricted;
    }

    /// CS-8: the government told (in time from 2019), and Congress told of a waiver in time.
    static Ruling notices(Inquiry q) {
        var listed = q.on("CS-1");
        if (!listed.met()) {
            return listed.notMet() ? new NotMet("no duty: not listed") : listed;
        }
        var parts = new ArrayList<Ruling>();
        if (q.parameter("CS-8.government_days").isPresent()) {
            var report = Logic.day(q.ask("report_date"));
            parts.add(
                    report.isEmpty()
                            ? Logic.missing("report_date")
                            : Logic.doneBy(
                                    q,
                                    "cspa_governments_told_date",
                                    report.get().plusDays(q.number("CS-8.government_days"))));
        } else {
            parts.add(
                    Logic.day(q.ask("cspa_governments_told_date")).isPresent()
                            ? new Met("told")
                            : Logic.missing("cspa_governments_told_date"));
        }
        var waiver = Logic.day(q.look("cspa_waiver_date"));
        if (waiver.isPresent()) {
            parts.add(Logic.doneBy(q, "cspa_waiver_notice_date", waiver.get().plusDays(q.number("CS-8.waiver_days"))));
        }
        return Logic.all("told in time", parts);
    }

    /// CS-9: the yearly report by June 15.
    static Ruling yearlyReport(Inquiry q) {
        return Logic.doneBy(q, "cspa_report_date", Calendar.on(q, "CA-11.due", 1));
    }
}
