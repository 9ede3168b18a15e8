package org.evenhand.statistics.ordinal;

/// An interval for one slope, or the reason why there is none.
public sealed interface Bounds {
    /// @param low lower end; -∞ where the data set none
    /// @param high upper end; ∞ where the data set none
    /// @param level for example 0.95
    /// @param method how it was found
    record Between(double low, double high, double level, String method) implements Bounds {}

    /// A fit that the interval needs does not exist.
    record NotAvailable(Fit reason) implements Bounds {}
}
