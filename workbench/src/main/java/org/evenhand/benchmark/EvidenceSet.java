package org.evenhand.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.evenhand.core.BadRequest;

/// A named set of evidence measures of the panel, and whether they descend from the Report.
public enum EvidenceSet {
    /// No known descent from the Report.
    INDEPENDENT(
            "treaties, governance and rights",
            "no measure of it is known to descend from the Report",
            List.of(
                    "ratified_trafficking_protocol",
                    "ratified_organized_crime",
                    "ratified_sale_of_children",
                    "control_of_corruption",
                    "government_effectiveness",
                    "freedom_from_forced_labour",
                    "freedom_from_violence",
                    "women_civil_liberties")),
    /// Coded largely from the Report itself.
    REPORT(
            "policy index (3P)",
            "coded largely from the Report itself, so that it may carry the judgement under test and hide divergence",
            List.of("policy_prosecution", "policy_protection", "policy_prevention")),
    /// Both together.
    BOTH(
            "policy index, treaties, governance and rights",
            "in part coded from the Report itself, so that it may carry the judgement under test and hide divergence",
            List.of(
                    "policy_prosecution",
                    "policy_protection",
                    "policy_prevention",
                    "ratified_trafficking_protocol",
                    "ratified_organized_crime",
                    "ratified_sale_of_children",
                    "control_of_corruption",
                    "government_effectiveness",
                    "freedom_from_forced_labour",
                    "freedom_from_violence",
                    "women_civil_liberties"));

    private final String label;
    private final String ancestry;
    private final List<String> variables;

    EvidenceSet(String label, String ancestry, List<String> variables) {
        this.label = label;
        this.ancestry = ancestry;
        this.variables = variables;
    }

    /// The name on the command line.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What is in it, for people.
    public String label() {
        return label;
    }

    /// What its descent means for a result that rests on it.
    public String ancestry() {
        return ancestry;
    }

    /// Keys of panel variables.
    public List<String> variables() {
        return List.copyOf(variables);
    }

    /// @throws BadRequest if there is none of this name
    public static EvidenceSet need(String key) {
        return Arrays.stream(values())
                .filter(set -> set.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new BadRequest(
                        "--evidence: '%s' is not an evidence set.".formatted(key), "Use independent, report or both."));
    }
}
