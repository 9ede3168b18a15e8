package org.evenhand.law.hearing;

import org.evenhand.core.ReportYear;
import org.evenhand.law.Fact;
import org.evenhand.law.Interpretations.Reading;

/// One step of a rule on its way to a ruling, noted in the moment in which it is taken. The steps of an
/// inquiry, in their order, are the whole trace; it is only put into words when someone wants to read
/// it.
sealed interface Step {
    /// A fact was looked at.
    record Used(Fact fact) implements Step {}

    /// Where a report left the jurisdiction was looked at, known or not.
    record Looked(ReportYear year) implements Step {}

    /// A fact was wanted and not there.
    record Missed(String key) implements Step {}

    /// A reading was taken.
    record Took(Reading reading) implements Step {}

    /// A numeric reading was taken.
    record TookNumber(String option, int value) implements Step {}

    /// A number, date or word was worked out.
    record WorkedOut(String name, Object value) implements Step {}

    /// The ruling of another rule was used.
    record RestedOn(Inquiry other) implements Step {}
}
