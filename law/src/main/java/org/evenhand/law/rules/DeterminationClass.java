package org.evenhand.law.rules;

/// The classes of determinations (SA-5).
public enum DeterminationClass {
    FULL_RESTRICTION("restricted, nothing waived"),
    PARTIAL("restricted, some programmes waived"),
    FULL_WAIVER("waived in full"),
    REASSESSED("reassessed after the report: no restriction"),
    COMPARABLE("comparable limits named instead"),
    /// Restrictions were imposed; whether a part was waived was not seen.
    RESTRICTED_EXTENT_UNKNOWN("restricted, extent not known");

    private final String words;

    DeterminationClass(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// The class of a determination as the data name it; an unknown word is a bug of the caller.
    public static DeterminationClass of(String determination) {
        return switch (determination) {
            case "full" -> FULL_RESTRICTION;
            case "partial_waiver" -> PARTIAL;
            case "full_waiver" -> FULL_WAIVER;
            case "compliance_change" -> REASSESSED;
            case "comparable" -> COMPARABLE;
            case "restricted_scope_unseen" -> RESTRICTED_EXTENT_UNKNOWN;
            default -> throw new IllegalArgumentException("no determination '%s'".formatted(determination));
        };
    }
}
