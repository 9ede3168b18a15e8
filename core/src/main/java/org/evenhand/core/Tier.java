package org.evenhand.core;

/// A tier, ordered from best to worst: `1 < 2 < 2WL < 3`. The watch list exists from report year 2004.
public enum Tier implements Standing {
    TIER_1("1", "Tier 1"),
    TIER_2("2", "Tier 2"),
    WATCH_LIST("2WL", "Tier 2 Watch List"),
    TIER_3("3", "Tier 3");

    private final String code;
    private final String label;

    Tier(String code, String label) {
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

    /// Steps from Tier 1: 0 to 3; higher is worse.
    public int severity() {
        return ordinal();
    }
}
