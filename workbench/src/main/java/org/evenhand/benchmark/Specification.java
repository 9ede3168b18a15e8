package org.evenhand.benchmark;

import java.util.ArrayList;
import java.util.List;

/// What a benchmark is fitted to.
///
/// @param evidence the evidence set
/// @param withInterests whether interests and controls are in the model too
public record Specification(EvidenceSet evidence, boolean withInterests) {
    /// The first report with a Watch List: before it the scale had three steps, and is another one.
    public static final int FIRST_REPORT = 2004;

    /// One measure or more for each interest. Border security has none that covers half of the placements.
    private static final List<String> INTERESTS = List.of(
            "electoral_democracy_index",
            "asinh_us_imports_usd",
            "fta",
            "drug_major",
            "ln1p_us_foreign_born_stock",
            "nato",
            "mnna",
            "rio_treaty",
            "other_defense_pact",
            "state_sponsor",
            "ln1p_us_troops",
            "asinh_total_obligations_constant_usd",
            "ideal_point_distance_to_us",
            "armed_conflict");

    private static final List<String> CONTROLS = List.of("ln_gdp_per_capita", "ln_population");

    /// Keys of the model's variables: evidence, then interests and controls.
    public List<String> variables() {
        var keys = new ArrayList<>(evidence.variables());
        if (withInterests) {
            keys.addAll(INTERESTS);
            keys.addAll(CONTROLS);
        }
        return List.copyOf(keys);
    }

    /// A name for files and tables.
    public String key() {
        return evidence.key() + (withInterests ? "+interests" : "");
    }
}
