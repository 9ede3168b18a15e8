package org.evenhand.fit;

import java.util.List;
import java.util.OptionalDouble;
import org.evenhand.print.JsonOut;
import org.evenhand.statistics.ordinal.Fit;
import tools.jackson.core.JsonGenerator;

/// The answer as JSON (`docs/fit.md`). A number that does not exist is `null`.
public final class FitJson {
    private FitJson() {}

    public static String print(FitAnswer answer) {
        return JsonOut.pretty(json -> {
            json.writeStartObject();
            switch (answer) {
                case FitAnswer.Estimated estimated -> estimated(json, estimated);
                case FitAnswer.NotEstimated not -> notEstimated(json, not);
            }
            json.writeStringProperty("command", answer.command());
            json.writeEndObject();
        });
    }

    private static void estimated(JsonGenerator json, FitAnswer.Estimated a) {
        json.writeStringProperty("status", "ok");
        sample(json, a.sample());
        json.writeStringProperty("link", a.link());
        json.writeStringProperty("errors", a.errors());
        json.writeName("level");
        JsonOut.number(json, a.level());
        json.writeName("clusters");
        switch (a.clusters().size()) {
            case 0 -> json.writeNull();
            case 1 -> json.writeNumber(a.clusters().getFirst());
            default -> {
                json.writeStartArray();
                for (int g : a.clusters()) {
                    json.writeNumber(g);
                }
                json.writeEndArray();
            }
        }
        json.writeName("logLik");
        JsonOut.number(json, a.logLikelihood());
        json.writeName("iterations");
        json.writeNumber(a.iterations());
        json.writeName("gradient");
        JsonOut.number(json, a.gradient());
        coefficients(json, "coefficients", a.coefficients());
        coefficients(json, "thresholds", a.thresholds());
        json.writeName("effects");
        json.writeStartArray();
        for (var e : a.effects()) {
            json.writeStartObject();
            json.writeStringProperty("term", e.term());
            json.writeStringProperty("change", e.change());
            json.writeStringProperty("target", e.target());
            number(json, "effect", e.value());
            number(json, "se", e.se());
            number(json, "low", e.low());
            number(json, "high", e.high());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("tests");
        json.writeStartArray();
        for (var t : a.tests()) {
            json.writeStartObject();
            json.writeStringProperty("name", t.name());
            number(json, "statistic", t.statistic());
            json.writeName("df");
            json.writeNumber(t.degrees());
            number(json, "p", t.p());
            json.writeEndObject();
        }
        json.writeEndArray();
        a.random().ifPresent(r -> {
            json.writeName("random");
            json.writeStartObject();
            json.writeStringProperty("group", r.group());
            json.writeName("groups");
            json.writeNumber(r.groups());
            number(json, "sd", r.deviation());
            number(json, "intraclass_correlation", r.correlation());
            number(json, "logLik_without", r.pooledLogLikelihood());
            json.writeEndObject();
        });
        JsonOut.strings(json, "notes", a.notes());
    }

    private static void coefficients(JsonGenerator json, String name, List<FitAnswer.Coefficient> all) {
        json.writeName(name);
        json.writeStartArray();
        for (var c : all) {
            json.writeStartObject();
            json.writeStringProperty("name", c.name());
            number(json, "estimate", c.estimate());
            number(json, "se", c.se());
            number(json, "se_cluster", c.seCluster());
            number(json, "z", c.z());
            number(json, "p", c.p());
            number(json, "low", c.low());
            number(json, "high", c.high());
            c.odds().ifPresent(o -> {
                number(json, "odds_ratio", o.ratio());
                number(json, "odds_ratio_se", o.se());
                number(json, "odds_ratio_se_cluster", o.seCluster());
                number(json, "odds_ratio_low", o.low());
                number(json, "odds_ratio_high", o.high());
            });
            c.profile().ifPresent(r -> {
                number(json, "profile_low", r.low());
                number(json, "profile_high", r.high());
            });
            if (c.bootstrap().isPresent()) {
                number(json, "p_bootstrap", c.bootstrap());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void notEstimated(JsonGenerator json, FitAnswer.NotEstimated a) {
        json.writeStringProperty("status", a.status());
        json.writeStringProperty("explain", a.explain());
        a.outcome().ifPresent(outcome -> {
            switch (outcome) {
                case Fit.Separated separated -> {
                    json.writeStringProperty(
                            "kind", separated.kind() == Fit.Separated.Kind.COMPLETE ? "complete" : "quasi-complete");
                    JsonOut.strings(json, "columns", separated.columns());
                    json.writeName("direction");
                    json.writeStartArray();
                    for (var component : separated.direction()) {
                        json.writeStartObject();
                        json.writeStringProperty("column", component.column());
                        number(json, "coefficient", component.coefficient());
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                }
                case Fit.NotIdentified not -> JsonOut.strings(json, "columns", not.columns());
                case Fit.EmptyCategory empty -> JsonOut.strings(json, "empty", empty.levels());
                case Fit.NotConverged not -> {
                    json.writeName("iterations");
                    json.writeNumber(not.iterations());
                    number(json, "gradient", not.gradient());
                }
                case Fit.InvalidInput bad -> JsonOut.strings(json, "columns", List.of(bad.column()));
                case Fit.TooFewRows _, Fit.Ok _ -> {}
            }
        });
        sample(json, a.sample());
    }

    private static void sample(JsonGenerator json, FitAnswer.Sample s) {
        json.writeStringProperty("file", s.file());
        json.writeStringProperty("outcome", s.outcome());
        JsonOut.strings(json, "levels", s.levels());
        json.writeName("n");
        json.writeNumber(s.n());
        json.writeName("rows_read");
        json.writeNumber(s.read());
        json.writeName("dropped");
        json.writeStartArray();
        for (var d : s.dropped()) {
            json.writeStartObject();
            json.writeStringProperty("column", d.column());
            json.writeName("rows");
            json.writeNumber(d.rows());
            json.writeStringProperty("reason", d.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String name, OptionalDouble value) {
        number(json, name, value.orElse(Double.NaN));
    }

    private static void number(JsonGenerator json, String name, double value) {
        json.writeName(name);
        if (Double.isFinite(value)) {
            JsonOut.number(json, value);
        } else {
            json.writeNull();
        }
    }
}
