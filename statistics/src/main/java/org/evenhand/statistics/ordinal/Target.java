package org.evenhand.statistics.ordinal;

import java.util.List;

/// What is predicted of an ordered outcome: a probability, or an expected score.
public sealed interface Target {
    /// `P(Y ≥ level)`, `level` counted from 0 and at least 1.
    record AtLeast(int level) implements Target {}

    /// `P(Y = level)`.
    record Exactly(int level) implements Target {}

    /// `E[score(Y)]`, for example with scores 1, 2, 3, 4.
    record Expected(List<Double> scores) implements Target {
        public Expected {
            scores = List.copyOf(scores);
        }
    }

    /// `P(Y = highest)`.
    static Target top(OrderedData data) {
        return new AtLeast(data.levels().size() - 1);
    }

    /// Expected severity with scores 1, 2, 3, … by level.
    static Target severity(OrderedData data) {
        return new Expected(
                java.util.stream.IntStream.rangeClosed(1, data.levels().size())
                        .mapToObj(k -> (double) k)
                        .toList());
    }

    /// Every target is `constant + Σ coefficient[k] F(u_k)`, with `F(u_k) = P(Y ≤ k)`.
    default double[] coefficients(int categories) {
        var c = new double[categories - 1];
        switch (this) {
            case AtLeast(int level) -> c[level - 1] = -1;
            case Exactly(int level) -> {
                if (level < categories - 1) {
                    c[level] = 1;
                }
                if (level > 0) {
                    c[level - 1] = -1;
                }
            }
            case Expected(var scores) -> {
                for (int k = 0; k < c.length; k++) {
                    c[k] = scores.get(k) - scores.get(k + 1);
                }
            }
        }
        return c;
    }

    /// The constant of [#coefficients].
    default double constant(int categories) {
        return switch (this) {
            case AtLeast _ -> 1;
            case Exactly(int level) -> level == categories - 1 ? 1 : 0;
            case Expected(var scores) -> scores.get(categories - 1);
        };
    }

    /// Whether it lies between 0 and 1.
    default boolean probability() {
        return !(this instanceof Expected);
    }
}
