package org.evenhand.statistics.design;

/// A design that cannot be built. The message says what and where, the remedy what to do.
public final class DesignProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Who can repair it.
    public enum Kind {
        /// The terms ask for something that is not there.
        REQUEST,
        /// The values do not allow what the terms ask for.
        DATA
    }

    private final Kind kind;
    private final String remedy;

    DesignProblem(Kind kind, String what, String remedy) {
        super(what);
        this.kind = kind;
        this.remedy = remedy;
    }

    public Kind kind() {
        return kind;
    }

    public String what() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
