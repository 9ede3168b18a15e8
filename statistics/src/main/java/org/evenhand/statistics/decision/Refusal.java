package org.evenhand.statistics.decision;

import java.util.List;

/// Statements that leave no weights.
///
/// @param kind what is wrong
/// @param message one sentence that quotes the statements
/// @param statements the statements at fault, in their own words; none of them can be taken away without the
/// fault going
public record Refusal(Kind kind, String message, List<String> statements) implements StatedWeights {
    public Refusal {
        statements = List.copyOf(statements);
    }

    /// What can be wrong with statements about weights.
    public enum Kind {
        /// No statement where at least one was expected.
        EMPTY,
        /// A name that is no criterion.
        UNKNOWN_CRITERION,
        /// A criterion is named twice where once is meant.
        NAMED_TWICE,
        /// A bound below 0, above 1, or from high to low.
        IMPOSSIBLE_BOUND,
        /// The lower bounds add to more than one, or the upper bounds to less.
        CANNOT_SUM_TO_ONE,
        /// Somebody prefers a to b, b to c and c to a.
        CYCLE,
        /// Each statement is possible, together they are not.
        CONTRADICTION
    }
}
