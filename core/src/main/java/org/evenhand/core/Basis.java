package org.evenhand.core;

/// What a fact rests on, best first. A fact made from several takes the weakest.
public enum Basis {
    /// Read in a source.
    SOURCED(""),
    /// Inferred from sourced facts by a stated rule.
    DERIVED("d"),
    /// From memory and not checked; not a fact until it is.
    UNVERIFIED("u");

    private final String mark;

    Basis(String mark) {
        this.mark = mark;
    }

    /// The mark that a printer sets beside the value: nothing, `d` or `u`.
    public String mark() {
        return mark;
    }

    public Basis weakest(Basis other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
