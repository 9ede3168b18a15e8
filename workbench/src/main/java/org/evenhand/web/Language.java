package org.evenhand.web;

import java.util.Arrays;
import java.util.Optional;

/// A language of the interface.
public enum Language {
    ENGLISH("en", "English"),
    SPANISH("es", "Español");

    private final String code;
    private final String label;

    Language(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    /// Its name in itself.
    public String label() {
        return label;
    }

    static Optional<Language> of(String code) {
        return Arrays.stream(values()).filter(l -> l.code.equals(code)).findFirst();
    }
}
