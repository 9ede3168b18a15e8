package org.evenhand.sanctions;

import org.evenhand.catalogue.Determination;

/// What a policy decides for a country on Tier 3.
enum Decision {
    RESTRICT("restrict", "restricted"),
    PARTIAL("partial", "restricted, some programmes waived"),
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
            // At least something is restricted; whether everything is, is not known.
            case PARTIAL_WAIVER, RESTRICTED_SCOPE_UNSEEN -> PARTIAL;
            case FULL_WAIVER -> WAIVE;
            case COMPLIANCE_CHANGE -> COMPLIED;
        };
    }

    /// The least of a country's caught aid that is withheld, in cents.
    long least(long least) {
        return this == RESTRICT ? least : 0;
    }

    /// The most of it.
    long most(long most) {
        return switch (this) {
            case RESTRICT, PARTIAL, NOT_RECORDED -> most;
            case WAIVE, COMPLIED -> 0;
        };
    }
}
