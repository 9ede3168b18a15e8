package org.evenhand.core;

/// A jurisdiction without a tier. A special case is in the report but not ranked (departmental practice; no statutory
/// footing); never to be counted as a tier.
public enum Unranked implements Standing {
    SPECIAL_CASE("SC", "Special case"),
    NOT_IN_REPORT("NR", "Not in the report");

    private final String code;
    private final String label;

    Unranked(String code, String label) {
        this.code = code;
        this.label = label;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }
}
