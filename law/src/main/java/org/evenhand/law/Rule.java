package org.evenhand.law;

import java.util.List;
import java.util.Optional;
import org.evenhand.core.Citation;

/// One rule of the process, with every version of it.
///
/// @param id for example `WL-LIMIT`
/// @param title short name
/// @param kind mechanical, judgement or mixed
/// @param kindNote how exactly, where the kind alone does not say it; may be empty
/// @param citation where it stands in the Code
/// @param question what it asks, in our words
/// @param inputs the facts that it looks at, with their types; may be empty
/// @param effect what follows
/// @param ambiguity what the text leaves open; may be empty
/// @param interpretation the reading taken; may be empty
/// @param check what was verified against a source
/// @param unverified whether something in it was not verified
/// @param versions in order of time, without overlap
public record Rule(
        String id,
        String title,
        Kind kind,
        String kindNote,
        Citation citation,
        String question,
        String inputs,
        String effect,
        String ambiguity,
        String interpretation,
        String check,
        boolean unverified,
        List<Version> versions) {
    public Rule {
        versions = List.copyOf(versions);
    }

    /// The version that governs a report year; empty where the rule was not yet, or no longer, in
    /// force.
    public Optional<Version> inForce(int year) {
        for (var version : versions) {
            if (version.covers(year)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /// The family, for example `WL` of `WL-LIMIT`.
    public String family() {
        return id.substring(0, id.indexOf('-'));
    }
}
