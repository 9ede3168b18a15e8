package org.evenhand.statistics.decision;

/// A Monte Carlo estimate.
///
/// @param value the estimate
/// @param error its Monte Carlo standard error; it says how far more draws could move the estimate, and
/// nothing about the data
public record Estimate(double value, double error) {}
