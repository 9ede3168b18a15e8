package org.evenhand.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.statistics.mixed.MixedFit;
import org.evenhand.statistics.mixed.RandomIntercept;
import org.evenhand.statistics.ordinal.Clusters;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.OrderedData;

/// The answer of a model with random intercepts.
final class RandomFit {
    private RandomFit() {}

    static FitAnswer of(FitRequest request, FitAnswer.Sample sample, OrderedData data, List<String> groupOfRow) {
        var groups = Clusters.of(request.random(), groupOfRow);
        var fit = RandomIntercept.withDefaults().with(request.link()).fit(data, groups.codes(), groups.labels());
        return switch (fit) {
            case MixedFit.Ok ok -> estimated(request, sample, data, ok);
            case MixedFit.NoPooledFit(var reason) ->
                new FitAnswer.NotEstimated(
                        sample, fit.status(), fit.explain(), Optional.<Fit>of(reason), request.command());
            case MixedFit.TooFewGroups _,
                    MixedFit.NoGroupVariance _,
                    MixedFit.UnboundedGroupVariance _,
                    MixedFit.NotConverged _ ->
                new FitAnswer.NotEstimated(
                        sample, fit.status(), fit.explain(), Optional.<Fit>empty(), request.command());
        };
    }

    private static FitAnswer estimated(FitRequest request, FitAnswer.Sample sample, OrderedData data, MixedFit.Ok ok) {
        int cuts = data.levels().size() - 1;
        var coefficients = new ArrayList<FitAnswer.Coefficient>();
        var thresholds = new ArrayList<FitAnswer.Coefficient>();
        for (int j = 0; j < ok.names().size() - 1; j++) {
            boolean slope = j >= cuts;
            (slope ? coefficients : thresholds)
                    .add(FitReport.coefficient(
                            request,
                            ok.names().get(j),
                            ok.parameters()[j],
                            ok.error(j),
                            OptionalDouble.empty(),
                            false,
                            slope));
        }
        var notes = new ArrayList<String>();
        notes.add("Slopes compare rows of one group: their odds ratios are conditional on its intercept.");
        if (!request.clusters().isEmpty()) {
            notes.add("Errors are model-based: the random intercept stands for the dependence within groups.");
        }
        return new FitAnswer.Estimated(
                sample,
                request.link().name().toLowerCase(Locale.ROOT),
                "observed information of the marginal likelihood (Laplace)",
                request.level(),
                List.of(ok.intercepts().size()),
                ok.logLikelihood(),
                ok.iterations(),
                ok.gradient(),
                coefficients,
                thresholds,
                List.of(),
                List.of(),
                Optional.of(new FitAnswer.Random(
                        request.random(),
                        ok.intercepts().size(),
                        ok.standardDeviation(),
                        ok.intraclassCorrelation(),
                        ok.pooledLogLikelihood())),
                notes,
                request.command());
    }
}
