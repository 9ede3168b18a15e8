package org.evenhand.statistics.multiverse;

import java.util.Optional;
import org.evenhand.statistics.biasreduced.CumulativeBiasReduction;
import org.evenhand.statistics.biasreduced.CumulativeOutcome;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.ordinal.OrderedModel;

/// The fit of a specification by its own estimator, with or without the interest.
sealed interface SpecificationFit {
    record Fitted(Fit.Ok fit) implements SpecificationFit {}

    /// @param status one word
    /// @param reason one sentence
    record Failed(String status, String reason) implements SpecificationFit {}

    /// The fit of all columns.
    static SpecificationFit of(Specification.Ready ready) {
        return of(ready.data(), ready.link(), ready.firth());
    }

    /// The fit that a permutation of the interest does not change, by the same estimator: one that fails is a failure
    /// of the specification, never replaced by another estimator's.
    static SpecificationFit withoutInterest(Specification.Ready ready) {
        var fit = of(ready.data().withoutColumn(ready.interest()), ready.link(), ready.firth());
        return fit instanceof Failed(var status, var reason)
                ? new Failed("null_" + status, "Without the interest: " + reason)
                : fit;
    }

    private static SpecificationFit of(OrderedData data, Link link, boolean firth) {
        if (firth) {
            return biasReduced(data, link);
        }
        return switch (OrderedModel.withDefaults().with(link).fit(data)) {
            case Fit.Ok fit -> new Fitted(fit);
            case Fit other -> new Failed(other.status(), other.explain());
        };
    }

    /// The bias-reduced fit with the covariance of its expected information. For two levels and the logit it is
    /// Firth's regression (Kosmidis 2014).
    private static SpecificationFit biasReduced(OrderedData data, Link link) {
        if (!data.groups().isEmpty()) {
            return new Failed("not_available", "Bias reduction goes with common thresholds only.");
        }
        return switch (new CumulativeBiasReduction(link).fit(data)) {
            case CumulativeOutcome.Fitted fitted ->
                new Fitted(new Fit.Ok(
                        data,
                        OrderedModel.withDefaults().with(link),
                        fitted.parameters(),
                        fitted.covariance(),
                        Optional.empty(),
                        fitted.logLikelihood(),
                        fitted.n(),
                        fitted.iterations(),
                        fitted.gradient()));
            case CumulativeOutcome other -> new Failed(other.status(), other.explain());
        };
    }
}
