package org.evenhand.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.evenhand.statistics.biasreduced.BinarySample;
import org.evenhand.statistics.biasreduced.CumulativeBiasReduction;
import org.evenhand.statistics.biasreduced.CumulativeOutcome;
import org.evenhand.statistics.biasreduced.FirthLogistic;
import org.evenhand.statistics.biasreduced.FirthOutcome;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.ordinal.OrderedData;

/// The answer of a bias-reduced model: what can be said where the likelihood has no maximum, or events are rare.
///
/// A binary logit has a penalised likelihood, and so intervals and tests from its profile (Heinze & Schemper 2002);
/// every other cumulative model has Wald intervals from the expected information only.
final class BiasReducedFit {
    private BiasReducedFit() {}

    static FitAnswer of(FitRequest request, FitAnswer.Sample sample, OrderedData data) {
        var outcome = new CumulativeBiasReduction(request.link()).fit(data);
        return switch (outcome) {
            case CumulativeOutcome.Fitted fitted -> estimated(request, sample, data, fitted);
            case CumulativeOutcome.Impossible(var reason) ->
                new FitAnswer.NotEstimated(
                        sample, outcome.status(), outcome.explain(), Optional.of(reason), request.command());
            case CumulativeOutcome.NotConverged _ ->
                new FitAnswer.NotEstimated(
                        sample, outcome.status(), outcome.explain(), Optional.empty(), request.command());
        };
    }

    private static FitAnswer estimated(
            FitRequest request, FitAnswer.Sample sample, OrderedData data, CumulativeOutcome.Fitted fitted) {
        int cuts = data.levels().size() - 1;
        var notes = new ArrayList<String>();
        notes.add("Bias-reduced: not a maximum likelihood estimate; finite where the outcome is separated too.");
        if (!request.clusters().isEmpty()) {
            notes.add("Errors are model-based: rows of one cluster count as independent.");
        }
        var profiles = cuts == 1 && request.link() == Link.LOGIT
                ? profiles(data, request.level(), notes)
                : List.<FirthOutcome.Coefficient>of();
        var coefficients = new ArrayList<FitAnswer.Coefficient>();
        var thresholds = new ArrayList<FitAnswer.Coefficient>();
        for (int j = 0; j < fitted.names().size(); j++) {
            boolean slope = j >= cuts;
            var wald = FitReport.coefficient(
                    request,
                    fitted.names().get(j),
                    fitted.parameters()[j],
                    fitted.error(j),
                    OptionalDouble.empty(),
                    false,
                    slope);
            (slope ? coefficients : thresholds).add(profiles.isEmpty() ? wald : profiled(wald, profiles.get(j), slope));
        }
        return new FitAnswer.Estimated(
                sample,
                request.link().name().toLowerCase(Locale.ROOT),
                profiles.isEmpty()
                        ? "expected information at the bias-reduced estimate (Kosmidis 2014); Wald intervals"
                        : "expected information at the bias-reduced estimate (Firth 1993); intervals and p from the"
                                + " penalised profile likelihood",
                request.level(),
                List.of(),
                fitted.logLikelihood(),
                fitted.iterations(),
                fitted.gradient(),
                coefficients,
                thresholds,
                List.of(),
                List.of(),
                Optional.empty(),
                notes,
                request.command());
    }

    /// The intercept, then the columns.
    private static List<FirthOutcome.Coefficient> profiles(OrderedData data, double level, List<String> notes) {
        int[] outcomes = data.outcomes();
        var event = new boolean[outcomes.length];
        for (int i = 0; i < outcomes.length; i++) {
            event[i] = outcomes[i] == 1;
        }
        var sample = new BinarySample(
                data.x(),
                data.names(),
                event,
                IntStream.range(0, outcomes.length).mapToDouble(data::weight).toArray(),
                IntStream.range(0, outcomes.length).mapToDouble(data::offset).toArray());
        return switch (FirthLogistic.fit(sample, level)) {
            case FirthOutcome.Fitted fitted -> fitted.coefficients();
            case FirthOutcome.NotConverged not -> {
                notes.add("No profile intervals: %s did not settle. Wald intervals are shown.".formatted(not.stage()));
                yield List.of();
            }
            case FirthOutcome.Unusable(var reason) -> {
                notes.add("No profile intervals: " + reason);
                yield List.of();
            }
            case FirthOutcome.NotIdentified _ -> List.of();
        };
    }

    /// The same parameter with the limits and the test of the penalised profile. A threshold is minus the intercept.
    private static FitAnswer.Coefficient profiled(
            FitAnswer.Coefficient wald, FirthOutcome.Coefficient profile, boolean slope) {
        double low = slope ? profile.low() : -profile.high();
        double high = slope ? profile.high() : -profile.low();
        return new FitAnswer.Coefficient(
                wald.name(),
                wald.estimate(),
                wald.se(),
                wald.seCluster(),
                OptionalDouble.empty(),
                OptionalDouble.of(profile.test().p()),
                OptionalDouble.of(low),
                OptionalDouble.of(high),
                wald.odds()
                        .map(o -> new FitAnswer.Odds(
                                o.ratio(),
                                o.se(),
                                o.seCluster(),
                                OptionalDouble.of(Math.exp(low)),
                                OptionalDouble.of(Math.exp(high)))),
                Optional.empty(),
                OptionalDouble.empty());
    }
}
