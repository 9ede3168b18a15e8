package org.evenhand.statistics.design;

/// What a scenario does to a term.
public sealed interface Change {
    /// Adds to every value.
    record Add(double amount) implements Change {}

    /// Sets every value.
    record Set(double value) implements Change {}

    /// Sets the label of a factor in every row.
    record SetLabel(String label) implements Change {}
}
