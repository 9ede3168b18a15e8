package org.evenhand.statistics.capture;

import java.util.List;

/// One model of a ranking by BIC.
///
/// @param model the model
/// @param terms names of its terms without the intercept
/// @param total estimated people, seen or not
/// @param bic Bayesian information criterion
/// @param weight `exp(−ΔBIC / 2)` over its sum: the posterior probability of the model if all were equally
/// probable beforehand and these were the only ones
public record RankedModel(HierarchicalModel model, List<String> terms, double total, double bic, double weight) {
    public RankedModel {
        terms = List.copyOf(terms);
    }
}
