package org.evenhand.core;

/// A failure that a person can repair. Three kinds, by who can repair it; anything else is a bug.
///
/// The message says what is wrong and where; [#remedy()] is the next step and starts with a verb.
public abstract sealed class EvenhandException extends RuntimeException permits BadRequest, BadData, NoAnswer {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    protected EvenhandException(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    public String what() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
