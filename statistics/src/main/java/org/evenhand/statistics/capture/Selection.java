package org.evenhand.statistics.capture;

/// How the model is chosen.
public sealed interface Selection {
    /// Interactions of two lists added one by one while the tail probability of an overlap is below `threshold`
    /// [Chan, Silverman & Vincent 2021].
    ///
    /// @param threshold from 0 (main effects only) to 1; the paper recommends 0.02
    record Stepwise(double threshold) implements Selection {
        public Stepwise {
            if (!(threshold >= 0 && threshold <= 1)) {
                throw new IllegalArgumentException("a threshold lies between 0 and 1, not " + threshold);
            }
        }
    }

    /// The hierarchical model of smallest BIC [Silverman, Chan & Vincent 2024].
    ///
    /// @param order the most lists in one interaction; 1 is main effects only
    /// @param search how it is looked for
    record Bic(int order, Search search) implements Selection {
        public Bic {
            if (order < 1) {
                throw new IllegalArgumentException("the order of a model is at least 1, not " + order);
            }
        }
    }

    /// No choice: one model, laid down beforehand.
    ///
    /// @param model the model, for as many lists as the table has
    record Given(HierarchicalModel model) implements Selection {}

    /// How the model of smallest BIC is looked for.
    enum Search {
        /// Among all models up to the order; exact.
        EXHAUSTIVE,
        /// From the main effects to ever better neighbours; can end in a local minimum.
        DOWNHILL
    }

    /// The threshold recommended by Chan, Silverman & Vincent 2021, section 3.2.
    double RECOMMENDED_THRESHOLD = 0.02;

    /// An exhaustive search looks at no more models than this; six lists have 32,768 models of pairs.
    int MOST_MODELS = 40_000;

    static Stepwise stepwise() {
        return new Stepwise(RECOMMENDED_THRESHOLD);
    }

    /// The usual search for a number of lists: all models for up to five lists, downhill for more, where even
    /// pairs alone give tens of thousands.
    static Bic bic(int lists, int order) {
        return new Bic(order, lists <= 5 && canExhaust(lists, order) ? Search.EXHAUSTIVE : Search.DOWNHILL);
    }

    /// The usual order for a number of lists, as in the authors' software: one below the number of lists up to
    /// four lists, three for five, two for more.
    static int usualOrder(int lists) {
        return lists <= 4 ? Math.max(1, lists - 1) : lists == 5 ? 3 : 2;
    }

    /// Whether all models up to an order can be searched.
    static boolean canExhaust(int lists, int order) {
        return lists <= 6 && HierarchicalModels.count(lists, order, MOST_MODELS).isPresent();
    }

    /// The highest order of the models considered.
    default int highestOrder() {
        return switch (this) {
            case Stepwise _ -> 2;
            case Bic bic -> bic.order();
            case Given(var model) -> model.order();
        };
    }
}
