package org.evenhand.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;

/// What the President determined for a country on Tier 3.
///
/// @param iso3 the country
/// @param year the report that the determination follows
/// @param fiscalYear the fiscal year it governs
/// @param outcome what was decided
/// @param instrument number of the presidential determination; empty where it was not seen
/// @param date when it was made, where known
/// @param reason reason or scope as recorded
/// @param basis sourced, derived or unverified
/// @param sources source keys
public record Determination(
        String iso3,
        ReportYear year,
        int fiscalYear,
        Outcome outcome,
        String instrument,
        Optional<LocalDate> date,
        String reason,
        Basis basis,
        List<String> sources) {
    public Determination {
        sources = List.copyOf(sources);
    }

    /// What a determination did (22 U.S.C. 7107(d)).
    public enum Outcome {
        /// Restrictions without a waiver.
        FULL("full", "restricted in full"),
        /// Restrictions, with some programmes or exchanges waived.
        PARTIAL_WAIVER("partial_waiver", "restricted, partial waiver"),
        /// Restrictions, extent not known: a partial waiver could not be ruled out.
        RESTRICTED_SCOPE_UNSEEN("restricted_scope_unseen", "restricted, extent unknown"),
        /// All restrictions waived in the national interest.
        FULL_WAIVER("full_waiver", "full waiver"),
        /// Found to comply or to make significant efforts after the report; no restriction.
        COMPLIANCE_CHANGE("compliance_change", "later compliance");

        private final String code;
        private final String label;

        Outcome(String code, String label) {
            this.code = code;
            this.label = label;
        }

        public String code() {
            return code;
        }

        public String label() {
            return label;
        }

        /// Whether assistance was restricted, in full or in part.
        public boolean restricted() {
            return this == FULL || this == PARTIAL_WAIVER || this == RESTRICTED_SCOPE_UNSEEN;
        }

        static Outcome ofCode(String code) {
            for (var outcome : values()) {
                if (outcome.code.equals(code)) {
                    return outcome;
                }
            }
            throw new IllegalArgumentException("'%s' is not an outcome of a determination".formatted(code));
        }
    }
}
