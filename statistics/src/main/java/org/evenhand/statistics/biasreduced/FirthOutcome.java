package org.evenhand.statistics.biasreduced;

import java.util.List;
import org.evenhand.statistics.linear.Rank;

/// How a bias-reduced logistic regression ended.
public sealed interface FirthOutcome {
    /// The fit exists.
    ///
    /// @param coefficients `(intercept)` first, then the columns in order
    /// @param covariance inverse of Fisher's information at the estimate, row after row in coefficient
    ///     order
    /// @param penalizedLogLikelihood log-likelihood plus ½ ln det of the information, columns in their
    ///     own units
    /// @param logLikelihood the log-likelihood without the penalty
    /// @param overall penalised likelihood ratio test that all columns but the intercept have coefficient
    ///     0
    /// @param rows rows used: those with a positive weight
    /// @param events how many of them had the event
    /// @param level coverage of the intervals
    /// @param gradient largest absolute derivative left, columns scaled to mean square 1
    record Fitted(
            List<Coefficient> coefficients,
            double[][] covariance,
            double penalizedLogLikelihood,
            double logLikelihood,
            LikelihoodRatio overall,
            int rows,
            int events,
            double level,
            int iterations,
            double gradient)
            implements FirthOutcome {
        public Fitted {
            coefficients = List.copyOf(coefficients);
        }
    }

    /// Columns follow from others, so their coefficients have no meaning of their own.
    record NotIdentified(List<Rank.Dependency> dependencies) implements FirthOutcome {
        public NotIdentified {
            dependencies = List.copyOf(dependencies);
        }
    }

    /// The data hold something that is not a number, or too little.
    ///
    /// @param reason what, where, and what to do, in one sentence
    record Unusable(String reason) implements FirthOutcome {}

    /// The search stopped before the gradient vanished, or a profile limit was not reached.
    ///
    /// @param stage what was being computed: the fit, or the interval or test of a named coefficient
    /// @param gradient largest absolute derivative left
    record NotConverged(String stage, int iterations, double gradient) implements FirthOutcome {}

    /// One coefficient.
    ///
    /// @param name `(intercept)` or the column
    /// @param estimate change of the log odds per unit of the column
    /// @param standardError from the inverse of Fisher's information at the estimate; for reading only,
    ///     the interval and the test come from the penalised likelihood
    /// @param low lower limit of the profile interval
    /// @param high upper limit of the profile interval
    /// @param test penalised likelihood ratio test of coefficient 0
    record Coefficient(
            String name, double estimate, double standardError, double low, double high, LikelihoodRatio test) {}

    /// A likelihood ratio test: `statistic` against χ² with `degrees` degrees of freedom.
    record LikelihoodRatio(double statistic, int degrees, double p) {}
}
