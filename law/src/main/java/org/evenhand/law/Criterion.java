package org.evenhand.law;

import java.util.OptionalInt;
import org.evenhand.core.Citation;

/// A question put to an assessor.
///
/// @param key for example `SC-2t`
/// @param rule the rule that uses the answer
/// @param citation where the statute asks it
/// @param label short label
/// @param question the question and its scale
/// @param mechanical whether figures on record can answer it
/// @param pillar prosecution, protection, prevention, complicity or other
/// @param from first report year in which it is asked
/// @param to last report year; empty while it is asked
public record Criterion(
        String key,
        String rule,
        Citation citation,
        String label,
        Question question,
        boolean mechanical,
        String pillar,
        int from,
        OptionalInt to) {
    public boolean askedIn(int year) {
        return year >= from && (to.isEmpty() || year <= to.getAsInt());
    }
}
