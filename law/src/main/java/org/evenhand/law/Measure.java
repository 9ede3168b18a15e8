package org.evenhand.law;

import org.evenhand.core.Citation;

/// A sanction measure, or a class of assistance that measures reach.
///
/// @param id for example `SA-1A-i`, `CS-FMF`
/// @param rule the rule under which it stands
/// @param citation where it stands in the Code
/// @param restricts what is restricted
/// @param excludes what is not reached; may be empty
/// @param decidedBy who decides
/// @param waivable whether it can be waived
/// @param from first report year that can lead to it
/// @param note what is to be minded; may be empty
/// @param unverified whether something in it was not verified
public record Measure(
        String id,
        String rule,
        Citation citation,
        String restricts,
        String excludes,
        String decidedBy,
        boolean waivable,
        int from,
        String note,
        boolean unverified) {}
