package org.evenhand.law;

import java.time.LocalDate;

/// The value of a fact.
public sealed interface Answer {
    /// One of a few words, for example `yes`, `partly`, `not met`.
    record Word(String word) implements Answer {}

    /// A number, on the scale that its question names.
    record Number(double value) implements Answer {
        public Number {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a number must be finite");
            }
        }
    }

    /// A calendar day.
    record Day(LocalDate date) implements Answer {}

    static Answer word(String word) {
        return new Word(word);
    }

    static Answer number(double value) {
        return new Number(value);
    }

    static Answer day(String isoDate) {
        return new Day(LocalDate.parse(isoDate));
    }

    /// The value as written in files: a word, a number without needless decimals, an ISO date.
    default String text() {
        return switch (this) {
            case Word(var word) -> word;
            case Number(var value) ->
                value == Math.rint(value) && Math.abs(value) < 1e15
                        ? Long.toString((long) value)
                        : Double.toString(value);
            case Day(var date) -> date.toString();
        };
    }
}
