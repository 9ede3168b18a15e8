package org.evenhand.statistics.survival;

/// What to do where several events share a time.
public enum Ties {
    /// All tied events see the same risk set (Breslow 1974): quick, biased towards zero with many ties.
    BRESLOW,
    /// Tied events leave the risk set one after another, in all orders on average (Efron 1977).
    EFRON
}
