package org.evenhand.catalogue;

import java.util.List;
import org.evenhand.core.Basis;

/// What somebody says about the process; never a finding.
///
/// @param id key of the claim
/// @param claim in our words
/// @param holder who says so, as the source has it
/// @param date when, ISO 8601
/// @param oppositeId the claim that says the opposite
/// @param bearsOn what it is about: `placement`, `sanctions`, `explanation`, `instability` or `effect`
/// @param counterReading ours: what the other side of the debate rests on
/// @param basis sourced, derived or unverified
/// @param sources source keys
public record Claim(
        String id,
        String claim,
        String holder,
        String date,
        String oppositeId,
        String bearsOn,
        boolean counterReading,
        Basis basis,
        List<String> sources) {
    public Claim {
        sources = List.copyOf(sources);
    }
}
