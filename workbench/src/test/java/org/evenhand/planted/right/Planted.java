package org.evenhand.planted.right;

/// One half of a cycle between two packages.
public final class Planted {
    static final Class<?> WRONG = org.evenhand.planted.left.Planted.class;

    private Planted() {}
}
