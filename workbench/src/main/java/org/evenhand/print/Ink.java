package org.evenhand.print;

import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.core.Unranked;

/// Weight and colour in a terminal. It only repeats what the words already say.
enum Ink {
    PLAIN(""),
    BOLD("\u001B[1m"),
    DIM("\u001B[2m"),
    TITLE("\u001B[1;34m"),
    TIER_1("\u001B[36m"),
    TIER_2("\u001B[34m"),
    WATCH("\u001B[33m"),
    TIER_3("\u001B[1;31m"),
    CAUTION("\u001B[33m");

    private static final String RESET = "\u001B[0m";

    private final String on;

    Ink(String on) {
        this.on = on;
    }

    String paint(String text, boolean colour) {
        return !colour || on.isEmpty() || text.isEmpty() ? text : on + text + RESET;
    }

    static Ink of(Standing standing) {
        return switch (standing) {
            case Tier tier ->
                switch (tier) {
                    case TIER_1 -> TIER_1;
                    case TIER_2 -> TIER_2;
                    case WATCH_LIST -> WATCH;
                    case TIER_3 -> Ink.TIER_3;
                };
            case Unranked _ -> DIM;
        };
    }
}
