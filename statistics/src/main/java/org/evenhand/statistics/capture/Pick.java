package org.evenhand.statistics.capture;

/// The model that a selection ends with on one table, or why it ends with none.
sealed interface Pick {
    /// @param unseen people on no list
    /// @param score BIC without the constant that all models of a table share
    /// @param parameters by term
    record Found(HierarchicalModel model, double unseen, double score, double[] parameters) implements Pick {}

    /// @param model the smallest model that failed
    record Missing(Failure failure, HierarchicalModel model) implements Pick {}

    static Missing missing(Estimability.Verdict verdict, HierarchicalModel model) {
        return new Missing(
                switch (verdict) {
                    case NOT_EXISTING, NEITHER -> Failure.NOT_EXISTING;
                    case NOT_IDENTIFIED -> Failure.NOT_IDENTIFIED;
                    case ESTIMABLE -> Failure.DID_NOT_CONVERGE;
                },
                model);
    }
}
