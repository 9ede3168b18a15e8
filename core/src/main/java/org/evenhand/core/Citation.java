package org.evenhand.core;

/// A pinpoint citation, for example `22 U.S.C. 7107(b)(2)(D)(i)`.
public record Citation(String text) {
    public Citation {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a citation needs a text");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
