package org.evenhand.statistics.capture;

/// A rule for choosing a model; the same counts always give the same choice.
interface Chooser {
    /// @param fitter a workspace that no other thread uses
    Pick choose(Counts counts, Fitter fitter);

    /// BIC without its constant: parameters (those at minus infinity included) times the log of the number of
    /// people, minus twice the log-likelihood [Silverman, Chan & Vincent 2024, section 2.2].
    static double score(HierarchicalModel model, double kernel, Counts counts) {
        return model.size() * StrictMath.log(counts.total()) - 2 * kernel;
    }
}
