package org.evenhand.statistics.mixed;

/// How the random intercept is integrated out of each group's likelihood.
public sealed interface Integration {
    /// Laplace's approximation: exact for normal outcomes, close where a group has many rows.
    record Laplace() implements Integration {}

    /// Gauss–Hermite quadrature centred at each group's mode and scaled by its curvature.
    ///
    /// @param nodes from 2 to 50; 7 to 15 are usual, one would be Laplace
    record AdaptiveGaussHermite(int nodes) implements Integration {
        /// @throws IllegalArgumentException if the number of nodes is not between 2 and 50
        public AdaptiveGaussHermite {
            if (nodes < 2 || nodes > 50) {
                throw new IllegalArgumentException("from 2 to 50 quadrature nodes are possible; found " + nodes);
            }
        }
    }

    Integration LAPLACE = new Laplace();

    /// Nodes of the rule; one for Laplace.
    default int count() {
        return switch (this) {
            case Laplace() -> 1;
            case AdaptiveGaussHermite(int nodes) -> nodes;
        };
    }
}
