package org.evenhand.statistics.multiverse;

import java.util.Optional;
import org.evenhand.statistics.ordinal.Effects;

/// What came of one specification.
public sealed interface Outcome {
    /// It was estimated.
    ///
    /// @param effect the effect on the common scale, with a 95% interval from errors clustered by block
    /// @param second the effect on the second probability, where there is one
    /// @param slope the coefficient of the interest
    /// @param slopeError its error, clustered by block
    /// @param n rows
    /// @param blocks blocks among them
    /// @param robustness how strong an unmeasured confounder must be to explain the association away (see
    ///     [Confounding])
    record Estimated(
            Effects.Estimate effect,
            Optional<Effects.Estimate> second,
            double slope,
            double slopeError,
            int n,
            int blocks,
            double robustness)
            implements Outcome {
        /// Whether the coefficient differs from zero at 5% by its clustered error.
        public boolean significant() {
            return Math.abs(slope) > Joint.CRITICAL * slopeError;
        }
    }

    /// It has no estimate.
    ///
    /// @param status one word for machines
    /// @param reason one sentence
    record Failed(String status, String reason) implements Outcome {}
}
