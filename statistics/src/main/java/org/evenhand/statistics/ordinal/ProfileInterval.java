package org.evenhand.statistics.ordinal;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/// Profile-likelihood intervals: the slopes that a likelihood-ratio test does not reject [Venzon & Moolgavkar
/// 1988].
///
/// Better than estimate ± 1.96 errors where the likelihood is lopsided; assumes independent rows.
public final class ProfileInterval {
    private ProfileInterval() {}

    /// The interval for the slope of column `column`.
    ///
    /// @param level coverage, between 0 and 1
    public static Bounds of(Fit.Ok fit, int column, double level) {
        double limit = ChiSquaredDistribution.of(1).inverseCumulativeProbability(level);
        var restricted = new Restricted(fit, column);
        var low = end(fit, restricted, column, limit, -1);
        var high = end(fit, restricted, column, limit, 1);
        if (low instanceof End.Found(double a) && high instanceof End.Found(double b)) {
            return new Bounds.Between(a, b, level, "profile likelihood");
        }
        return new Bounds.NotAvailable(low instanceof End.Failed(var reason) ? reason : ((End.Failed) high).reason());
    }

    private sealed interface End {
        record Found(double value) implements End {}

        record Failed(Fit reason) implements End {}
    }

    /// Root of `2 (ℓ − ℓ(b)) − limit` on one side: out until it is bracketed, then the Illinois method on its
    /// signed square root, which is nearly linear.
    private static End end(Fit.Ok fit, Restricted restricted, int column, double limit, int side) {
        double estimate = fit.slope(column);
        double error = fit.slopeError(column);
        double goal = Math.sqrt(limit);
        double inside = estimate;
        double insideValue = -goal;
        double outside = estimate;
        double outsideValue = -goal;
        for (double z = goal; outsideValue <= 0; z *= 1.5) {
            inside = outside;
            insideValue = outsideValue;
            outside = estimate + side * z * error;
            switch (restricted.at(outside)) {
                case Fit.Ok at -> outsideValue = excess(fit, at, goal);
                case Fit other -> {
                    return new End.Failed(other);
                }
            }
        }
        for (int i = 0; i < 100 && Math.abs(outside - inside) > 1e-11 * error; i++) {
            double middle = outside - outsideValue * (outside - inside) / (outsideValue - insideValue);
            double value;
            switch (restricted.at(middle)) {
                case Fit.Ok at -> value = excess(fit, at, goal);
                case Fit other -> {
                    return new End.Failed(other);
                }
            }
            if (Math.abs(value) < 1e-11) {
                return new End.Found(middle);
            }
            if ((value > 0) == (outsideValue > 0)) {
                insideValue *= 0.5;
            } else {
                inside = outside;
                insideValue = outsideValue;
            }
            outside = middle;
            outsideValue = value;
        }
        return new End.Found(outside);
    }

    private static double excess(Fit.Ok full, Fit.Ok restricted, double goal) {
        return Math.sqrt(Math.max(0, 2 * (full.logLikelihood() - restricted.logLikelihood()))) - goal;
    }
}
