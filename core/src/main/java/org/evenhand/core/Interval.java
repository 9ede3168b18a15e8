package org.evenhand.core;

/// How sure a figure is.
public sealed interface Interval {
    /// A count or a record as published: it has no sampling interval.
    record Observed() implements Interval {}

    /// The publisher printed a value without an interval.
    record NotStated() implements Interval {}

    /// An interval from `low` to `high`, both included.
    ///
    /// @param level coverage, for example 0.95; `NaN` where the publisher gives none
    /// @param method how it was computed, for example "Clopper–Pearson"
    record Between(double low, double high, double level, String method) implements Interval {
        public Between {
            if (!(low <= high)) {
                throw new IllegalArgumentException("an interval from %s to %s is empty".formatted(low, high));
            }
        }
    }

    Interval OBSERVED = new Observed();
    Interval NOT_STATED = new NotStated();
}
