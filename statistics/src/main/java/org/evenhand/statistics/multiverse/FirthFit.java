package org.evenhand.statistics.multiverse;

import java.util.Optional;
import org.evenhand.statistics.biasreduced.BinarySample;
import org.evenhand.statistics.biasreduced.FirthLogistic;
import org.evenhand.statistics.biasreduced.FirthOutcome;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.ordinal.OrderedModel;

/// Firth's bias-reduced logistic regression with the covariance of its information, in the form of a cumulative
/// model with two levels, so that effects and score statistics are computed in one way for all.
sealed interface FirthFit {
    record Fitted(Fit.Ok fit) implements FirthFit {}

    /// @param status one word
    /// @param reason one sentence
    record Failed(String status, String reason) implements FirthFit {}

    static FirthFit of(OrderedData data) {
        if (data.levels().size() != 2 || !data.groups().isEmpty()) {
            return new Failed("not_binary", "Firth's regression needs two levels and one threshold.");
        }
        var event = new boolean[data.rows()];
        for (int i = 0; i < event.length; i++) {
            event[i] = data.outcome(i) == 1;
        }
        return switch (FirthLogistic.fit(BinarySample.of(data.x(), data.names(), event), 0.95)) {
            case FirthOutcome.Fitted fitted -> new Fitted(asFit(data, fitted));
            case FirthOutcome.NotIdentified(var dependencies) ->
                new Failed("not_identified", new Fit.NotIdentified(dependencies).explain());
            case FirthOutcome.Unusable(var reason) -> new Failed("unusable", reason + ".");
            case FirthOutcome.NotConverged stopped ->
                new Failed("not_converged", "Firth's regression did not converge: " + stopped.stage() + ".");
        };
    }

    /// The intercept of a logit is minus the threshold of a cumulative model with two levels.
    private static Fit.Ok asFit(OrderedData data, FirthOutcome.Fitted fitted) {
        int p = fitted.coefficients().size();
        var parameters = new double[p];
        var covariance = new double[p * p];
        for (int j = 0; j < p; j++) {
            parameters[j] = (j == 0 ? -1 : 1) * fitted.coefficients().get(j).estimate();
            for (int k = 0; k < p; k++) {
                covariance[k * p + j] = ((j == 0) == (k == 0) ? 1 : -1) * fitted.covariance()[j][k];
            }
        }
        return new Fit.Ok(
                data,
                OrderedModel.withDefaults(),
                parameters,
                Matrix.over(p, p, covariance),
                Optional.empty(),
                fitted.logLikelihood(),
                data.rows(),
                fitted.iterations(),
                fitted.gradient());
    }
}
