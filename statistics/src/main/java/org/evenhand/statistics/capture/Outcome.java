package org.evenhand.statistics.capture;

import java.util.List;
import java.util.Map;

/// What a selection ends with on a table.
public sealed interface Outcome {
    /// An estimate from one model.
    ///
    /// @param model the model
    /// @param terms names of its terms without the intercept
    /// @param boundary names of those whose parameter is minus infinity, because nobody is on these lists
    /// together
    /// @param coefficients fitted parameters by term as a bit mask, the intercept (0) included; those on the
    /// boundary are minus infinity
    /// @param observed people on at least one list
    /// @param unseen estimated people on no list
    /// @param logUnseenError standard error of the log of `unseen` if the model were known beforehand
    /// @param logLikelihood maximised
    /// @param bic Bayesian information criterion, with the number of people as sample size
    record Estimate(
            HierarchicalModel model,
            List<String> terms,
            List<String> boundary,
            Map<Integer, Double> coefficients,
            long observed,
            double unseen,
            double logUnseenError,
            double logLikelihood,
            double bic)
            implements Outcome {
        public Estimate {
            terms = List.copyOf(terms);
            boundary = List.copyOf(boundary);
            coefficients = Map.copyOf(coefficients);
        }

        /// The fitted parameter of a term; 0 if the model does not have it.
        public double coefficient(int term) {
            return coefficients.getOrDefault(term, 0.0);
        }

        /// Estimated people, seen or not.
        public double total() {
            return observed + unseen;
        }
    }

    /// There is no estimate.
    ///
    /// @param failure why
    /// @param reason in one sentence
    record None(Failure failure, String reason) implements Outcome {}
}
