package org.evenhand.core;

/// A file is missing or fails a check; exit code 3.
public final class BadData extends EvenhandException {
    private static final long serialVersionUID = 1L;

    public BadData(String what, String remedy) {
        super(what, remedy);
    }
}
