package org.evenhand.statistics.capture;

/// Why there is no estimate.
public enum Failure {
    /// The likelihood has no maximum, also not with parameters at minus infinity.
    NOT_EXISTING,
    /// Different population sizes fit the table equally well.
    NOT_IDENTIFIED,
    /// The maximum was not reached.
    DID_NOT_CONVERGE,
    /// The maximum is finite only on paper: beyond [MultipleSystems#EXPLODED] times the people observed.
    EXPLODED,
    /// Fewer than three lists have people on them.
    TOO_FEW_LISTS
}
