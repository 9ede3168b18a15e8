package org.evenhand.planted.findings;

/// Breaks the rule of the package that it plays: nothing but the command line itself may know the command line.
public final class Planted {
    static final Class<?> WRONG = org.evenhand.cli.Main.class;

    private Planted() {}
}
