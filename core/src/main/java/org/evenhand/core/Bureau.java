package org.evenhand.core;

/// The State Department's six regional bureaus.
public enum Bureau {
    AF("Africa"),
    EAP("East Asia and Pacific"),
    EUR("Europe and Eurasia"),
    NEA("Near East"),
    SCA("South and Central Asia"),
    WHA("Western Hemisphere");

    private final String label;

    Bureau(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
