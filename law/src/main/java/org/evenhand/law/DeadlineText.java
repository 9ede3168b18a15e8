package org.evenhand.law;

import java.util.List;

/// The words for a deadline: what is due, whose duty it is, and what happens when it is missed.
///
/// @param rule the rule that sets the day
/// @param what what is due, or begins or ends
/// @param duties the rules whose duty it is, at least one
/// @param missed what happens when it is missed
public record DeadlineText(String rule, String what, List<String> duties, String missed) {
    public DeadlineText {
        duties = List.copyOf(duties);
    }
}
