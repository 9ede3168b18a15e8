package org.evenhand.planted.calls;

/// Asks the machine for what would make the same command print something else tomorrow.
public final class Planted {
    private Planted() {}

    static long clock() {
        return System.currentTimeMillis();
    }
}
