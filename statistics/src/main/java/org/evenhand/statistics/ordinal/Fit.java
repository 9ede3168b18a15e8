package org.evenhand.statistics.ordinal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.linear.Rank;

/// What came of fitting a cumulative model: an estimate, or the reason why there is none.
public sealed interface Fit {
    /// One word for machines: `ok`, `separated`, `not_identified`, `empty_category`, `too_few_rows`,
    /// `not_converged`, `invalid_input`.
    String status();

    /// One sentence for people: what happened, where, and what can be done.
    String explain();

    /// The maximum likelihood estimate.
    ///
    /// @param data what was fitted
    /// @param model how
    /// @param parameters in the order of [OrderedData#parameterNames()]; slopes by threshold signed as common ones
    /// @param covariance inverse of the observed information, in the same order
    /// @param standardised the same in standardised columns, as Newton's method left it: what errors by cluster are
    ///     made from; empty for a fit that was made elsewhere
    /// @param logLikelihood at the estimate
    /// @param n rows of positive weight
    /// @param iterations Newton steps taken
    /// @param gradient largest absolute entry of the gradient, in standardised columns
    record Ok(
            OrderedData data,
            OrderedModel model,
            double[] parameters,
            Matrix covariance,
            Optional<Matrix> standardised,
            double logLikelihood,
            int n,
            int iterations,
            double gradient)
            implements Fit {
        @Override
        public String status() {
            return "ok";
        }

        @Override
        public String explain() {
            return String.format(
                    Locale.ROOT, "Converged in %d Newton steps; largest gradient %.1e.", iterations, gradient);
        }

        /// Where the common slopes start among the parameters.
        public int firstSlope() {
            return parameters.length - data.names().size();
        }

        /// The slope of column `j` of the design; positive: higher categories more likely.
        public double slope(int j) {
            return parameters[firstSlope() + j];
        }

        /// Its standard error from the observed information.
        public double slopeError(int j) {
            int at = firstSlope() + j;
            return Math.sqrt(covariance.get(at, at));
        }
    }

    /// No finite estimate: moving along `direction` never lowers the likelihood.
    ///
    /// @param kind complete: every row is on its own side; quasi-complete: some lie on the boundary
    /// @param direction the parameters that move, scaled so that the largest (times its column's standard
    ///     deviation) is 1; positive: higher categories become certain as the column grows. Never empty.
    record Separated(Kind kind, List<Component> direction) implements Fit {
        public enum Kind {
            COMPLETE,
            QUASI_COMPLETE
        }

        /// @param column a column of the design, or a column and threshold
        /// @param coefficient its share in the direction, in the column's own units
        public record Component(String column, double coefficient) {}

        public Separated {
            direction = List.copyOf(direction);
        }

        public List<String> columns() {
            return direction.stream().map(Component::column).toList();
        }

        @Override
        public String status() {
            return "separated";
        }

        @Override
        public String explain() {
            return String.format(
                    Locale.ROOT,
                    "%s separation: %s predict%s the outcome perfectly%s, so the likelihood has no maximum. "
                            + "Leave out or merge these columns, or use a bias-reduced fit.",
                    kind == Kind.COMPLETE ? "Complete" : "Quasi-complete",
                    direction.stream()
                            .map(c -> String.format(
                                    Locale.ROOT, "%s (%s)", c.column(), c.coefficient() > 0 ? "up" : "down"))
                            .collect(Collectors.joining(", ")),
                    direction.size() == 1 ? "s" : " together",
                    kind == Kind.COMPLETE ? "" : " for some rows");
        }
    }

    /// Some columns carry no information of their own, whatever the outcome.
    record NotIdentified(List<Rank.Dependency> dependencies) implements Fit {
        public NotIdentified {
            dependencies = List.copyOf(dependencies);
        }

        public List<String> columns() {
            return dependencies.stream().map(Rank.Dependency::column).toList();
        }

        @Override
        public String status() {
            return "not_identified";
        }

        @Override
        public String explain() {
            return "Not identified: "
                    + dependencies.stream()
                            .map(d -> d.column()
                                    + (d.of().isEmpty()
                                            ? " is zero throughout"
                                            : " follows from " + String.join(", ", d.of().keySet())))
                            .collect(Collectors.joining("; "))
                    + ". Leave out one column of each set.";
        }
    }

    /// A level without a row, so that its thresholds cannot be estimated.
    ///
    /// @param levels the levels without rows
    /// @param group the group of thresholds that has none of them; empty where no row at all has
    record EmptyCategory(List<String> levels, String group) implements Fit {
        public EmptyCategory {
            levels = List.copyOf(levels);
        }

        @Override
        public String status() {
            return "empty_category";
        }

        @Override
        public String explain() {
            return "No row has outcome %s%s. Merge levels or leave %s out."
                    .formatted(
                            String.join(", ", levels),
                            group.isEmpty() ? "" : " in group " + group + ", which has thresholds of its own",
                            group.isEmpty() ? (levels.size() == 1 ? "it" : "them") : "the group");
        }
    }

    /// Fewer rows of positive weight than parameters.
    record TooFewRows(int rows, int parameters) implements Fit {
        @Override
        public String status() {
            return "too_few_rows";
        }

        @Override
        public String explain() {
            return "%d rows cannot determine %d parameters. Use fewer columns or more rows."
                    .formatted(rows, parameters);
        }
    }

    /// The iterations ended before the gradient was small, and neither separation nor collinearity explains it.
    record NotConverged(int iterations, double gradient) implements Fit {
        @Override
        public String status() {
            return "not_converged";
        }

        @Override
        public String explain() {
            return String.format(
                    Locale.ROOT,
                    "Stopped after %d steps with a gradient of %.1e. Check the scale of offset and weights.",
                    iterations,
                    gradient);
        }
    }

    /// A number that is not finite, or a negative weight.
    ///
    /// @param column where
    /// @param row from 0
    /// @param value what stands there
    record InvalidInput(String column, int row, double value) implements Fit {
        @Override
        public String status() {
            return "invalid_input";
        }

        @Override
        public String explain() {
            return "Row %d of column %s is %s; a fit needs finite numbers%s. Remove the row or correct it."
                    .formatted(row + 1, column, value, column.equals("(weights)") ? " and weights of at least 0" : "");
        }
    }
}
