package org.evenhand.law.rules;

import java.time.LocalDate;
import java.time.MonthDay;
import org.evenhand.law.Ruling;
import org.evenhand.law.Ruling.Met;
import org.evenhand.law.hearing.Inquiry;
import org.evenhand.law.hearing.RuleFunction;

/// Dates (CA): each rule works out one day, `date`, from the report year or from what happened.
final class Calendar {
    private Calendar() {}

    /// CA-1: the reporting window.
    static Ruling window(Inquiry q) {
        q.value("from", q.year().windowStart());
        q.value("date", q.year().windowEnd());
        return new Met("the statutory window");
    }

    /// A fixed day of the report year or of the year after.
    static RuleFunction fixed(String parameter, int yearsAfter) {
        return q -> {
            q.value("date", on(q, parameter, yearsAfter));
            return new Met("a fixed day");
        };
    }

    /// So many days after an event.
    static RuleFunction after(String parameter, String event) {
        return q -> {
            var day = Logic.day(q.ask(event));
            if (day.isEmpty()) {
                return q.unknown();
            }
            q.value("date", day.get().plusDays(q.number(parameter)));
            return new Met("counted from " + event);
        };
    }

    /// CA-12: the law in force on the day of the report.
    static Ruling governingLaw(Inquiry q) {
        q.value("newest_act", q.newestAct());
        return new Met("the newest act in force for this report");
    }

    static LocalDate interimDue(Inquiry q) {
        return on(q, "CA-9.due", 1);
    }

    static LocalDate on(Inquiry q, String parameter, int yearsAfter) {
        var day = q.parameter(parameter)
                .orElseThrow(() -> new IllegalArgumentException(parameter + " has no value in " + q.year()));
        return MonthDay.parse("--" + day).atYear(q.year().value() + yearsAfter);
    }
}
