package org.evenhand.catalogue;

/// The types of the Frictionless Table Schema that the tables use.
public enum FieldType {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATE,
    YEAR;

    /// Whether its cells are numbers.
    boolean number() {
        return this == INTEGER || this == NUMBER || this == YEAR;
    }
}
