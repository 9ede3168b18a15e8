package org.evenhand.statistics.capture;

import java.util.List;
import java.util.Map;

/// Models of a table by BIC, and what they say together.
///
/// @param order the most lists in one interaction
/// @param exhaustive whether every model up to the order was looked at, or only those a downhill search met
/// @param considered how many models were looked at
/// @param failed how many of them have no estimate, by reason
/// @param models the best first, those with an estimate only, as many as were asked for
/// @param averaged all models with an estimate, weighted
public record Ranking(
        int order,
        boolean exhaustive,
        int considered,
        Map<Failure, Integer> failed,
        List<RankedModel> models,
        Averaged averaged) {
    public Ranking {
        failed = Map.copyOf(failed);
        models = List.copyOf(models);
    }

    /// Models averaged with their weights.
    ///
    /// The limits are quantiles of the mixture of the models' log-normal distributions of the people not seen,
    /// so they hold both the error within each model and the differences between models [after Buckland,
    /// Burnham & Augustin 1997, Biometrics 53: 603]. `NaN` throughout if no model has an estimate.
    ///
    /// @param total weighted mean of the estimated people, seen or not
    /// @param low lower limit of the total
    /// @param high upper limit of the total
    /// @param level coverage
    public record Averaged(double total, double low, double high, double level) {}
}
