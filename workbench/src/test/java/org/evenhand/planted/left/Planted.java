package org.evenhand.planted.left;

/// One half of a cycle between two packages.
public final class Planted {
    static final Class<?> WRONG = org.evenhand.planted.right.Planted.class;

    private Planted() {}
}
