package org.evenhand.law.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evenhand.core.Citation;

/// One day of the yearly cycle.
///
/// @param rule the rule that sets it
/// @param what what is due, or begins or ends, on that day
/// @param date the day; empty where the event that it is counted from has not been given
/// @param assumed whether it was counted from the day on which the Report was due, for want of the
///     actual day
/// @param duties the rules whose duty it is
/// @param missed what happens when it is missed
/// @param citation where it stands
/// @param unverified whether the rule or its version is unverified
public record Deadline(
        String rule,
        String what,
        Optional<LocalDate> date,
        boolean assumed,
        List<String> duties,
        String missed,
        Citation citation,
        boolean unverified) {}
