package org.evenhand.statistics.biasreduced;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.evenhand.statistics.biasreduced.PenalizedMaximum.Climb;
import org.evenhand.statistics.linear.Cholesky;

/// The penalised likelihood as a function of one coefficient, maximised over the others.
///
/// The coefficient is the last coordinate of `likelihood` divided by `pivot`.
final class Profile {
    private static final int STEPS = 200;

    private final PenalizedLogit likelihood;
    private final PenalizedMaximum maximum;
    private final double[] best;
    private final double top;
    private final double pivot;
    private final double error;
    private final double[] follow;
    private final int[] others;

    /// @param best coordinates of the overall maximum
    /// @param top penalised log-likelihood there
    /// @param error standard error of the coefficient, the unit of the search
    Profile(PenalizedLogit likelihood, double[] best, double top, double pivot, double error) {
        this.likelihood = likelihood;
        this.best = best;
        this.top = top;
        this.pivot = pivot;
        this.error = error;
        maximum = new PenalizedMaximum(likelihood);
        int p = likelihood.p;
        others = IntStream.range(0, p - 1).toArray();
        likelihood.value(best);
        double[] inverse = new double[p * p];
        Cholesky.inverse(likelihood.factor, p, inverse);
        follow = new double[p];
        for (int k = 0; k < p; k++) {
            follow[k] = inverse[(p - 1) * p + k] / inverse[p * p - 1];
        }
    }

    /// The maximum over the other coordinates with the coefficient held at `value`.
    Climb at(double value) {
        return from(best, value);
    }

    /// The others start where the covariance predicts they follow.
    private Climb from(double[] start, double value) {
        int last = start.length - 1;
        double step = value * pivot - start[last];
        double[] moved = start.clone();
        for (int k = 0; k < last; k++) {
            moved[k] += step * follow[k];
        }
        moved[last] = value * pivot;
        return maximum.from(moved, others);
    }

    /// The coefficient below (`side` −1) or above (`side` 1) the estimate at which twice the loss of
    /// penalised likelihood is the χ² quantile of `level`; `NaN` if a search on the way did not converge.
    ///
    /// Newton steps inside a bracket: the slope of the profile is the derivative by the coordinate held
    /// fixed.
    double limit(double level, int side) {
        double loss = 0.5 * ChiSquaredDistribution.of(1).inverseCumulativeProbability(level);
        int last = best.length - 1;
        double unit = side * error;
        double inside = best[last] / pivot;
        double outside = unit * Double.POSITIVE_INFINITY;
        double at = inside + unit * Math.sqrt(2 * loss);
        double[] start = best;
        for (int step = 0; step < STEPS; step++) {
            Climb climb = from(start, at);
            if (!climb.converged()) {
                return Double.NaN;
            }
            double excess = climb.value() - (top - loss);
            if (excess > 0) {
                inside = at;
                start = climb.beta();
            } else {
                outside = at;
            }
            double next = at - excess / (likelihood.gradient[last] * pivot);
            if (Double.isInfinite(outside)) {
                double reach = 10 * error;
                next = Math.clamp(next, at - reach, at + reach);
                next = (next - inside) * side > 0 ? next : inside + unit;
            } else if (!((next - inside) * (outside - next) > 0)) {
                next = 0.5 * (inside + outside);
            }
            if (Math.abs(next - at) <= 1e-10 * error) {
                return next;
            }
            at = next;
        }
        return Double.NaN;
    }
}
