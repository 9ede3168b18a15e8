package org.evenhand.statistics.design;

import java.util.stream.Stream;

/// A term of a model. [#text()] is how it is written, and the name of its column.
public sealed interface Term {
    /// How the term is written.
    String text();

    /// The columns of the data that it is made of.
    default Stream<String> columns() {
        return switch (this) {
            case Plain(var column) -> Stream.of(column);
            case Factor(var column, var _) -> Stream.of(column);
            case Interaction(var left, var right) -> Stream.concat(left.columns(), right.columns());
            case Lag(var of, var _) -> of.columns();
            case Standardised(var of) -> of.columns();
            case Log(var of) -> of.columns();
            case Log1p(var of) -> of.columns();
        };
    }

    /// A column of numbers as it is.
    record Plain(String column) implements Term {
        @Override
        public String text() {
            return column.matches("[\\p{L}_.][\\p{L}\\p{N}_.]*") ? column : "`" + column + "`";
        }
    }

    /// Indicators of all labels but the reference.
    ///
    /// @param reference empty: the first in sorted order among the complete rows
    record Factor(String column, String reference) implements Term {
        @Override
        public String text() {
            return reference.isEmpty() ? "factor(" + column + ")" : "factor(" + column + ", " + reference + ")";
        }
    }

    /// Products of the columns of two terms; the terms themselves are not added.
    record Interaction(Term left, Term right) implements Term {
        @Override
        public String text() {
            return left.text() + ":" + right.text();
        }
    }

    /// The value that the same unit had `by` time steps before. A step without a row is missing, not the row
    /// before.
    record Lag(Term of, int by) implements Term {
        @Override
        public String text() {
            return "lag(" + of.text() + ", " + by + ")";
        }
    }

    /// Less its mean, divided by its standard deviation (n − 1) over the complete rows.
    record Standardised(Term of) implements Term {
        @Override
        public String text() {
            return "std(" + of.text() + ")";
        }
    }

    /// Natural logarithm; every value must be above 0.
    record Log(Term of) implements Term {
        @Override
        public String text() {
            return "log(" + of.text() + ")";
        }
    }

    /// `ln(1 + x)`; every value must be above −1.
    record Log1p(Term of) implements Term {
        @Override
        public String text() {
            return "log1p(" + of.text() + ")";
        }
    }
}
