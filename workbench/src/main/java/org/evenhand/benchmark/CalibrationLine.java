package org.evenhand.benchmark;

import java.util.List;
import java.util.Optional;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.ClusterCovariance;
import org.evenhand.statistics.ordinal.Clusters;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.ordinal.OrderedModel;

/// A line through predicted and observed log odds of one event (Cox 1958, Biometrika 45:562): where predictions hold
/// its slope is 1, and its intercept at that slope 0. A slope below 1 says that predictions lie too far apart, as
/// after a fit to too little; an intercept below 0 that the event is predicted too often. Errors are clustered by
/// country.
///
/// @param event its number, as in [Calibration.Bin#threshold()]
/// @param n predictions
/// @param intercept in log odds, at a slope of 1
/// @param interceptError its standard error
/// @param slope fitted together with an intercept of its own
/// @param slopeError its standard error
public record CalibrationLine(
        int event, int n, double intercept, double interceptError, double slope, double slopeError) {
    public double interceptLow() {
        return intercept - Calibration.NORMAL_95 * interceptError;
    }

    public double interceptHigh() {
        return intercept + Calibration.NORMAL_95 * interceptError;
    }

    public double slopeLow() {
        return slope - Calibration.NORMAL_95 * slopeError;
    }

    public double slopeHigh() {
        return slope + Calibration.NORMAL_95 * slopeError;
    }

    /// Whether a slope of 1 and an intercept of 0 lie in their intervals.
    public boolean holds() {
        return slopeLow() <= 1 && slopeHigh() >= 1 && interceptLow() <= 0 && interceptHigh() >= 0;
    }

    /// A prediction, and what happened.
    ///
    /// @param probability of the event; those of 0 and of 1 say that it is impossible or certain and are left out
    public record Predicted(String iso3, double probability, boolean happened) {}

    /// The line; empty where there is none, as where the event always happened.
    public static Optional<CalibrationLine> of(int event, List<Predicted> predictions) {
        var used = predictions.stream()
                .filter(p -> p.probability() > 0 && p.probability() < 1)
                .toList();
        int n = used.size();
        var logOdds = used.stream()
                .mapToDouble(p -> Math.log(p.probability() / (1 - p.probability())))
                .toArray();
        var happened = used.stream().mapToInt(p -> p.happened() ? 1 : 0).toArray();
        var clusters = Clusters.of("country", used.stream().map(Predicted::iso3).toList());
        var levels = List.of("no", "yes");
        var level = OrderedModel.withDefaults()
                .fit(OrderedData.of(happened, levels, Matrix.zeros(n, 0), List.of())
                        .withOffset(logOdds));
        var line = OrderedModel.withDefaults()
                .fit(OrderedData.of(happened, levels, Matrix.ofColumns(n, logOdds), List.of("log odds")));
        if (!(level instanceof Fit.Ok atOne) || !(line instanceof Fit.Ok free)) {
            return Optional.empty();
        }
        var levelError = ClusterCovariance.of(atOne, clusters, ClusterCovariance.Factor.CLUSTERS);
        var lineError = ClusterCovariance.of(free, clusters, ClusterCovariance.Factor.CLUSTERS);
        return levelError instanceof ClusterCovariance.Estimated a && lineError instanceof ClusterCovariance.Estimated b
                ? Optional.of(new CalibrationLine(
                        event, n, -atOne.parameters()[0], a.error(0), free.slope(0), b.error(free.firstSlope())))
                : Optional.empty();
    }
}
