package org.evenhand.statistics.biasreduced;

import java.util.List;
import java.util.Locale;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.Link;

/// How a bias-reduced cumulative model ended.
public sealed interface CumulativeOutcome {
    /// One word for machines: `ok`, `not_converged`, or the status of what is wrong with the data (see
    /// [Fit]).
    String status();

    /// One sentence for people: what happened, where, and what can be done.
    String explain();

    /// The adjusted scores vanish. This is not a maximum likelihood estimate, and it is labelled so.
    ///
    /// @param names thresholds, then columns
    /// @param parameters in that order; a positive slope makes higher categories more likely
    /// @param covariance inverse of the expected information at the estimate
    /// @param logLikelihood the ordinary log-likelihood at the estimate, below its supremum
    /// @param n rows of positive weight
    /// @param gradient largest absolute adjusted score, in standardised columns
    record Fitted(
            List<String> names,
            double[] parameters,
            Matrix covariance,
            double logLikelihood,
            Link link,
            int n,
            int iterations,
            double gradient)
            implements CumulativeOutcome {
        public Fitted {
            names = List.copyOf(names);
        }

        /// Standard error of parameter `j`, from the expected information; intervals from it are Wald
        /// intervals.
        public double error(int j) {
            return Math.sqrt(covariance.get(j, j));
        }

        @Override
        public String status() {
            return "ok";
        }

        @Override
        public String explain() {
            return String.format(
                    Locale.ROOT,
                    "Bias-reduced estimate after %d steps; largest adjusted score %.1e; intervals are Wald intervals.",
                    iterations,
                    gradient);
        }
    }

    /// The data have no estimate of any kind: dependent columns, an empty level, numbers that are not
    /// finite.
    record Impossible(Fit reason) implements CumulativeOutcome {
        @Override
        public String status() {
            return reason.status();
        }

        @Override
        public String explain() {
            return reason.explain();
        }
    }

    /// The iterations ended before the adjusted scores vanished.
    record NotConverged(int iterations, double gradient) implements CumulativeOutcome {
        @Override
        public String status() {
            return "not_converged";
        }

        @Override
        public String explain() {
            return String.format(
                    Locale.ROOT,
                    "Stopped after %d steps with an adjusted score of %.1e. Merge rare levels or leave out columns.",
                    iterations,
                    gradient);
        }
    }
}
