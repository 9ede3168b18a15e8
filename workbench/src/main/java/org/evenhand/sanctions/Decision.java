package org.evenhand.sanctions;

import org.evenhand.catalogue.Determination;

/// What a policy decides for a country on Tier 3.
enum Decision {
    RESTRICT("restrict", "restricted"),
    PARTIAL("partial", "restricted, some programmes waived"),
    /// As waived, where a partial waiver could not be ruled out.
    EXTENT_UNKNOWN("extent_unknown", "restricted, extent unknown"),
    WAIVE("waive", "waived"),
    COMPLIED("complied", "later compliance: nothing to restrict"),
    /// As waived, where the record has a gap.
    NOT_RECORDED("not_recorded", "no determination in the data");

    private final String key;
    private final String label;

    Decision(String key, String label) {
        this.key = key;
        this.label = label;
    }

    String key() {
        return key;
    }

    String label() {
        return label;
    }

    static Decision of(Determination.Outcome outcome) {
        return switch (outcome) {
            case FULL -> RESTRICT;
            case PARTIAL_WAIVER -> PARTIAL;
            case RESTRICTED_SCOPE_UNSEEN -> EXTENT_UNKNOWN;
            case FULL_WAIVER -> WAIVE;
            case COMPLIANCE_CHANGE -> COMPLIED;
        };
    }

    /// Whether a recorded decision is another one: yes or no where that can be told.
    boolean differsFrom(Decision recorded) {
        return switch (recorded) {
            case NOT_RECORDED -> false;
            case EXTENT_UNKNOWN -> this == WAIVE || this == COMPLIED;
            case RESTRICT, PARTIAL, WAIVE, COMPLIED -> this != recorded;
        };
    }

    /// The least of a country's caught aid that is withheld, in cents.
    long least(long least) {
        return this == RESTRICT ? least : 0;
    }

    /// The most of it.
    long most(long most) {
        return switch (this) {
            case RESTRICT, PARTIAL, EXTENT_UNKNOWN, NOT_RECORDED -> most;
            case WAIVE, COMPLIED -> 0;
        };
    }
}
