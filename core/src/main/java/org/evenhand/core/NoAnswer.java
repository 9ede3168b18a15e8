package org.evenhand.core;

/// Well asked, but nothing defensible can be said; exit code 4.
public final class NoAnswer extends EvenhandException {
    private static final long serialVersionUID = 1L;

    public NoAnswer(String what, String remedy) {
        super(what, remedy);
    }
}
