package org.evenhand.core;

/// Something was asked for that does not exist or makes no sense; exit code 2.
public final class BadRequest extends EvenhandException {
    private static final long serialVersionUID = 1L;

    public BadRequest(String what, String remedy) {
        super(what, remedy);
    }
}
