package org.evenhand.law;

import java.util.OptionalInt;

/// One change to a rule by one act.
///
/// @param rule the rule changed
/// @param number its place in the rule's history, from 1
/// @param from first report year governed
/// @param to last report year governed; empty while in force
/// @param act by which act
/// @param section where in the act, with its own remarks on verification
/// @param change what it changed, in our words
/// @param unverified whether the section or the change was not verified
public record Amendment(
        String rule, int number, int from, OptionalInt to, Act act, String section, String change, boolean unverified) {
    /// For example `WL-WAIVER v2 (P.L. 115-427 §6(2)(C), reports 2019-)`.
    @Override
    public String toString() {
        return "%s v%d (%s, reports %s)".formatted(rule, number, source(), Version.years(from, to));
    }

    /// Public law and section, or the word practice.
    public String source() {
        var law = act.publicLaw().isEmpty() ? act.title() : act.publicLaw();
        return section.isEmpty() ? law : law + " " + section;
    }
}
