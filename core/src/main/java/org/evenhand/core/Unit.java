package org.evenhand.core;

/// The unit of a figure, and how many decimals it is printed with.
public enum Unit {
    COUNT("", 0),
    PEOPLE("people", 0),
    COUNTRIES("countries", 0),
    COUNTRY_YEARS("country-years", 0),
    YEARS("years", 0),
    DAYS("days", 0),
    SHARE("", 3),
    PROBABILITY("", 3),
    USD_CURRENT("current US$", 0),
    USD_CONSTANT_2024("constant FY2024 US$", 0),
    INDEX("index", 3),
    POINTS("points", 0),
    PERCENTAGE_POINTS("percentage points", 1),
    STATEMENTS("coded statements", 0),
    NUMBER("", 3);

    private final String label;
    private final int decimals;

    Unit(String label, int decimals) {
        this.label = label;
        this.decimals = decimals;
    }

    /// The unit that the data call so; a count where they name none.
    public static Unit ofKey(String key) {
        return switch (key) {
            case "usd_current" -> USD_CURRENT;
            case "usd_constant_fy2024" -> USD_CONSTANT_2024;
            case "people" -> PEOPLE;
            case "share" -> SHARE;
            case "index" -> INDEX;
            case "points" -> POINTS;
            default -> COUNT;
        };
    }

    public String label() {
        return label;
    }

    public int decimals() {
        return decimals;
    }
}
