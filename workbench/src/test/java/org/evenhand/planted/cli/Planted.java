package org.evenhand.planted.cli;

/// Breaks the rule that only the database package talks SQL.
public final class Planted {
    static final Class<?> WRONG = java.sql.Connection.class;

    private Planted() {}
}
