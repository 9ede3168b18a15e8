package org.evenhand.law;

import java.util.Locale;

/// How a rule is decided.
public enum Kind {
    /// From recorded facts alone.
    MECHANICAL,
    /// An assessor must decide and give a source.
    JUDGEMENT,
    /// Partly one, partly the other.
    MIXED;

    /// The word in tables and on the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
