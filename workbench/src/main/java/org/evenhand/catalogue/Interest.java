package org.evenhand.catalogue;

/// What the public debate says may sway the report.
public enum Interest {
    DEMOCRACY("democracy", "Democracy", true),
    TRADE("trade", "Trade", true),
    NARCOTICS("narcotics", "Narcotics", true),
    MIGRATION("migration", "Migration", true),
    BORDER_SECURITY("border_security", "Border security", true),
    COUNTER_TERRORISM("counter_terrorism", "Counter-terrorism and military ties", true),
    AID("aid", "Aid", false),
    UN_ALIGNMENT("un_alignment", "Alignment in the General Assembly", false),
    INSTABILITY("instability", "Instability", false);

    private final String key;
    private final String label;
    private final boolean named;

    Interest(String key, String label, boolean named) {
        this.key = key;
        this.label = label;
        this.named = named;
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /// Whether it is one of the six that the debate on the region names.
    public boolean namedInTheDebate() {
        return named;
    }

    static Interest ofKey(String key) {
        for (var interest : values()) {
            if (interest.key.equals(key)) {
                return interest;
            }
        }
        throw new IllegalArgumentException("'%s' is not an interest".formatted(key));
    }
}
