package org.evenhand.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.evenhand.document.Structure;
import org.evenhand.statistics.ordinal.Fit;

/// The answer for machines (`docs/fit.md`). A number that does not exist is `null`.
public final class FitStructure {
    private FitStructure() {}

    public static Structure of(FitAnswer answer) {
        var json = Structure.build();
        switch (answer) {
            case FitAnswer.Estimated estimated -> estimated(json, estimated);
            case FitAnswer.NotEstimated not -> notEstimated(json, not);
        }
        return json.with("command", answer.command()).done();
    }

    private static void estimated(Structure.Builder json, FitAnswer.Estimated a) {
        json.with("status", "ok");
        sample(json, a.sample());
        json.with("link", a.link()).with("errors", a.errors()).with("level", a.level());
        json.with(
                "clusters",
                switch (a.clusters().size()) {
                    case 0 -> new Structure.Nothing();
                    case 1 -> new Structure.Number(a.clusters().getFirst());
                    default ->
                        new Structure.Items(a.clusters().stream()
                                .<Structure>map(Structure.Number::new)
                                .toList());
                });
        json.with("logLik", a.logLikelihood())
                .with("iterations", a.iterations())
                .with("gradient", a.gradient());
        json.with("coefficients", coefficients(a.coefficients()));
        json.with("thresholds", coefficients(a.thresholds()));
        var effects = new ArrayList<Structure>();
        for (var e : a.effects()) {
            effects.add(Structure.build()
                    .with("term", e.term())
                    .with("change", e.change())
                    .with("target", e.target())
                    .with("effect", e.value())
                    .with("se", e.se())
                    .with("low", e.low())
                    .with("high", e.high())
                    .done());
        }
        json.with("effects", new Structure.Items(effects));
        var tests = new ArrayList<Structure>();
        for (var t : a.tests()) {
            tests.add(Structure.build()
                    .with("name", t.name())
                    .with("statistic", t.statistic())
                    .with("df", t.degrees())
                    .with("p", t.p())
                    .done());
        }
        json.with("tests", new Structure.Items(tests));
        a.random()
                .ifPresent(r -> json.with(
                        "random",
                        Structure.build()
                                .with("group", r.group())
                                .with("groups", r.groups())
                                .with("sd", r.deviation())
                                .with("intraclass_correlation", r.correlation())
                                .with("logLik_without", r.pooledLogLikelihood())
                                .done()));
        json.with("notes", Structure.words(a.notes()));
    }

    private static Structure coefficients(List<FitAnswer.Coefficient> all) {
        var items = new ArrayList<Structure>();
        for (var c : all) {
            var json = Structure.build()
                    .with("name", c.name())
                    .with("estimate", c.estimate())
                    .with("se", c.se())
                    .with("se_cluster", number(c.seCluster()))
                    .with("z", number(c.z()))
                    .with("p", number(c.p()))
                    .with("low", number(c.low()))
                    .with("high", number(c.high()));
            c.odds()
                    .ifPresent(o -> json.with("odds_ratio", o.ratio())
                            .with("odds_ratio_se", o.se())
                            .with("odds_ratio_se_cluster", number(o.seCluster()))
                            .with("odds_ratio_low", number(o.low()))
                            .with("odds_ratio_high", number(o.high())));
            c.profile().ifPresent(r -> json.with("profile_low", r.low()).with("profile_high", r.high()));
            if (c.bootstrap().isPresent()) {
                json.with("p_bootstrap", number(c.bootstrap()));
            }
            items.add(json.done());
        }
        return new Structure.Items(items);
    }

    private static void notEstimated(Structure.Builder json, FitAnswer.NotEstimated a) {
        json.with("status", a.status()).with("explain", a.explain());
        a.outcome().ifPresent(outcome -> {
            switch (outcome) {
                case Fit.Separated separated -> {
                    json.with("kind", separated.kind() == Fit.Separated.Kind.COMPLETE ? "complete" : "quasi-complete");
                    json.with("columns", Structure.words(separated.columns()));
                    json.with(
                            "direction",
                            new Structure.Items(separated.direction().stream()
                                    .<Structure>map(d -> Structure.build()
                                            .with("column", d.column())
                                            .with("coefficient", d.coefficient())
                                            .done())
                                    .toList()));
                }
                case Fit.NotIdentified not -> json.with("columns", Structure.words(not.columns()));
                case Fit.EmptyCategory empty -> json.with("empty", Structure.words(empty.levels()));
                case Fit.NotConverged not ->
                    json.with("iterations", not.iterations()).with("gradient", not.gradient());
                case Fit.InvalidInput bad -> json.with("columns", Structure.words(List.of(bad.column())));
                case Fit.TooFewRows _, Fit.Ok _ -> {}
            }
        });
        sample(json, a.sample());
    }

    private static void sample(Structure.Builder json, FitAnswer.Sample s) {
        json.with("file", s.file())
                .with("outcome", s.outcome())
                .with("levels", Structure.words(s.levels()))
                .with("n", s.n())
                .with("rows_read", s.read())
                .with(
                        "dropped",
                        new Structure.Items(s.dropped().stream()
                                .<Structure>map(d -> Structure.build()
                                        .with("column", d.column())
                                        .with("rows", d.rows())
                                        .with("reason", d.reason())
                                        .done())
                                .toList()));
    }

    private static double number(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }
}
