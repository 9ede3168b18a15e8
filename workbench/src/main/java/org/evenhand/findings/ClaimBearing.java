package org.evenhand.findings;

import java.util.List;
import java.util.Locale;
import org.evenhand.catalogue.Catalogue;

/// A result that bears on a claim, and what would fit either side, whatever the result is.
///
/// @param claim the leading claim of a pair
/// @param kind what sort of result
/// @param key which one: a universe; `group/event`; a benchmark; `ISO3/first-last`; an event of `sanctions stability`
/// @param fitsClaim what would fit the claim
/// @param fitsOpposite what would fit the opposite claim
/// @param limit what it cannot say; for `NONE` why nothing bears on the claim
/// @param sources source keys
public record ClaimBearing(
        String claim,
        Kind kind,
        String key,
        String fitsClaim,
        String fitsOpposite,
        String limit,
        List<String> sources) {
    /// The table that holds them.
    public static final String TABLE = "claim_bearings";

    public ClaimBearing {
        sources = List.copyOf(sources);
    }

    /// What sort of result.
    public enum Kind {
        /// A joint test over a universe of specifications.
        UNIVERSE,
        /// A group's opportunities and outcomes.
        GROUP,
        /// How well evidence predicts placements out of sample.
        BENCHMARK,
        /// How far a country's tier is from what evidence leads one to expect.
        DIVERGENCE,
        /// Instability around determinations.
        STABILITY,
        /// Nothing in the data.
        NONE
    }

    /// What it is, for people.
    public String label() {
        return switch (kind) {
            case UNIVERSE -> "joint test: " + UniverseStatements.name(key);
            case GROUP -> "never in n: " + key.replace('_', ' ').replace("/", ", ");
            case BENCHMARK -> "calibration: " + key;
            case DIVERGENCE -> "divergence: " + key.replace("/", ", ");
            case STABILITY -> "before and after: " + key.replace('_', ' ');
            case NONE -> "none";
        };
    }

    /// What prints it.
    public String command() {
        return switch (kind) {
            case UNIVERSE -> "evenhand multiverse " + key;
            case GROUP -> "evenhand never --group " + key.substring(0, key.indexOf('/'));
            case BENCHMARK -> "evenhand divergence --calibration";
            case DIVERGENCE -> "evenhand divergence " + key.substring(0, key.indexOf('/'));
            case STABILITY -> "evenhand sanctions stability";
            case NONE -> "";
        };
    }

    /// Those of a claim, in the order of the file; none where the table is not there.
    public static List<ClaimBearing> of(Catalogue catalogue, String claim) {
        return all(catalogue).stream().filter(b -> b.claim.equals(claim)).toList();
    }

    /// All of them.
    public static List<ClaimBearing> all(Catalogue catalogue) {
        return catalogue.rows(TABLE).stream()
                .map(row -> new ClaimBearing(
                        row.text("claim_id"),
                        Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                        row.text("key"),
                        row.text("fits_claim"),
                        row.text("fits_opposite"),
                        row.text("limit"),
                        row.sources()))
                .toList();
    }
}
