package org.evenhand.statistics;

import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/// The middle of numbers.
public final class Median {
    private Median() {}

    /// The middle number, or the mean of the middle two; empty where there is none.
    public static OptionalDouble of(DoubleStream numbers) {
        double[] sorted = numbers.sorted().toArray();
        int n = sorted.length;
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((sorted[(n - 1) / 2] + sorted[n / 2]) / 2);
    }
}
