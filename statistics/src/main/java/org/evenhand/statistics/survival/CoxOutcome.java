package org.evenhand.statistics.survival;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.linear.Rank;

/// What came of a proportional hazards regression: an estimate, or the reason why there is none.
public sealed interface CoxOutcome {
    /// One word for machines: `ok`, `monotone_likelihood`, `not_identified`, `not_converged`,
    /// `invalid_input`.
    String status();

    /// One sentence for people: what happened, where, and what can be done.
    String explain();

    /// The maximum of the partial likelihood.
    ///
    /// @param data what was fitted
    /// @param names the columns
    /// @param coefficients change of the log hazard per unit of each column
    /// @param covariance inverse of the observed information
    /// @param scoreResiduals a row for each row of the data, a column for each coefficient, weights
    ///     multiplied in; rows of weight 0 hold zeros. They add up to the score, which is zero (Therneau,
    ///     Grambsch & Fleming 1990)
    /// @param logLikelihood partial, at the estimate
    /// @param nullLogLikelihood partial, with all coefficients 0
    /// @param ties rule for tied events
    /// @param n rows of positive weight
    /// @param events events among them
    /// @param gradient largest absolute entry of the gradient, in standardised columns
    record Fitted(
            SurvivalData data,
            List<String> names,
            double[] coefficients,
            Matrix covariance,
            Matrix scoreResiduals,
            double logLikelihood,
            double nullLogLikelihood,
            Ties ties,
            int n,
            int events,
            int iterations,
            double gradient)
            implements CoxOutcome {
        public Fitted {
            names = List.copyOf(names);
        }

        /// Standard error of coefficient `j` from the observed information.
        public double error(int j) {
            return Math.sqrt(covariance.get(j, j));
        }

        /// Likelihood ratio statistic of all coefficients being 0, with as many degrees of freedom as
        /// columns.
        public double likelihoodRatio() {
            return 2 * (logLikelihood - nullLogLikelihood);
        }

        @Override
        public String status() {
            return "ok";
        }

        @Override
        public String explain() {
            return String.format(
                    Locale.ROOT,
                    "Converged in %d Newton steps; %d rows, %d events; largest gradient %.1e.",
                    iterations,
                    n,
                    events,
                    gradient);
        }
    }

    /// No finite estimate: along `direction` every event has the highest hazard of its risk set, so the
    /// likelihood only rises. R's coxph warns that a coefficient "may be infinite" and prints it.
    ///
    /// @param direction columns and the signs and sizes with which they run away, in the columns' own
    ///     units, scaled so that the largest (times its column's standard deviation) is 1
    record MonotoneLikelihood(List<Component> direction) implements CoxOutcome {
        /// One column of the direction.
        public record Component(String column, double coefficient) {}

        public MonotoneLikelihood {
            direction = List.copyOf(direction);
        }

        @Override
        public String status() {
            return "monotone_likelihood";
        }

        @Override
        public String explain() {
            return String.format(
                    Locale.ROOT,
                    "At every event the highest value of %s in the risk set has it, so the likelihood has no maximum."
                            + " Leave out or merge these columns.",
                    direction.stream()
                            .map(c -> String.format(
                                    Locale.ROOT, "%s (%s)", c.column(), c.coefficient() > 0 ? "up" : "down"))
                            .collect(Collectors.joining(", ")));
        }
    }

    /// A column is constant within every risk set, or follows from others there.
    record NotIdentified(Rank.Dependency dependency) implements CoxOutcome {
        @Override
        public String status() {
            return "not_identified";
        }

        @Override
        public String explain() {
            return dependency.of().isEmpty()
                    ? "Not identified: %s is the same for all rows at risk at every event. Leave it out."
                            .formatted(dependency.column())
                    : "Not identified: at every event %s follows from %s. Leave one of them out."
                            .formatted(
                                    dependency.column(),
                                    String.join(", ", dependency.of().keySet()));
        }
    }

    /// The iterations ended before the gradient was small.
    record NotConverged(int iterations, double gradient) implements CoxOutcome {
        @Override
        public String status() {
            return "not_converged";
        }

        @Override
        public String explain() {
            return String.format(
                    Locale.ROOT,
                    "Stopped after %d steps with a gradient of %.1e. Check the scale of offsets and weights.",
                    iterations,
                    gradient);
        }
    }

    /// Something in the data is not a number, or there is no event.
    ///
    /// @param reason what, where, and what was expected
    record InvalidInput(String reason) implements CoxOutcome {
        @Override
        public String status() {
            return "invalid_input";
        }

        @Override
        public String explain() {
            return reason;
        }
    }
}
