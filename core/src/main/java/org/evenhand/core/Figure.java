package org.evenhand.core;

import java.util.List;
import java.util.TreeSet;

/// A number with its passport. None can be built without a source, a sample and the command that remakes it.
///
/// @param value the number, in `unit`; never `NaN` or infinite
/// @param unit its unit
/// @param interval how sure it is, or that it is observed and has none
/// @param sample what it was computed from
/// @param basis the weakest basis among the facts it rests on
/// @param sources keys of its sources, sorted, at least one
/// @param command the command that remakes it
public record Figure(
        double value, Unit unit, Interval interval, Sample sample, Basis basis, List<String> sources, String command) {
    public Figure {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a figure must be finite; what is not known is not a figure");
        }
        sources = List.copyOf(new TreeSet<>(sources));
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a figure needs a source");
        }
        if (command.isBlank()) {
            throw new IllegalArgumentException("a figure needs the command that remakes it");
        }
    }

    /// A count or record as published.
    public static Figure observed(
            double value, Unit unit, Sample sample, Basis basis, List<String> sources, String command) {
        return new Figure(value, unit, Interval.OBSERVED, sample, basis, sources, command);
    }
}
