package org.evenhand.weighing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evenhand.statistics.decision.Measurement;
import org.evenhand.userfile.Located;

/// Reads how a measurement is given: a number, `unknown`, or the name of a distribution with its parameters.
///
/// @param measurement what is known; empty where that is nothing
/// @param given the same in words
record MeasurementForm(Optional<Measurement> measurement, String given) {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
    private static final String FORMS =
            "a number, unknown, or one of exact, uniform, normal, lognormal, logitnormal, student_t, triangular, beta,"
                    + " discrete";

    /// Reads a measurement.
    ///
    /// @throws org.evenhand.core.BadData if it has none of the forms, or parameters that no distribution has
    static MeasurementForm read(Located value) {
        if (value instanceof Located.Scalar(var _, var text)) {
            return text.equals("unknown")
                    ? new MeasurementForm(Optional.empty(), "unknown")
                    : new MeasurementForm(Optional.of(new Measurement.Point(decimal(value, FORMS))), "exact");
        }
        var entries = value.mapping().entries();
        if (entries.size() != 1) {
            throw value.place().bad("%d forms at once".formatted(entries.size()), FORMS);
        }
        var form = entries.entrySet().iterator().next();
        try {
            return new MeasurementForm(Optional.of(of(form.getKey(), form.getValue())), words(form.getKey()));
        } catch (IllegalArgumentException e) {
            throw form.getValue().place().bad(String.valueOf(e.getMessage()), "parameters that it can have");
        }
    }

    private static Measurement of(String form, Located value) {
        return switch (form) {
            case "exact" -> new Measurement.Point(decimal(value, "a number"));
            case "uniform" -> {
                var p = new Parameters(value, "low", "high");
                yield new Measurement.Uniform(p.of("low"), p.of("high"));
            }
            case "normal" -> {
                var p = new Parameters(value, "mean", "sd");
                yield new Measurement.Normal(p.of("mean"), p.of("sd"));
            }
            case "lognormal" -> {
                var p = new Parameters(value, "log_mean", "log_sd");
                yield new Measurement.LogNormal(p.of("log_mean"), p.of("log_sd"));
            }
            case "logitnormal" -> {
                var p = new Parameters(value, "logit_mean", "logit_sd");
                yield new Measurement.LogitNormal(p.of("logit_mean"), p.of("logit_sd"));
            }
            case "student_t" -> {
                var p = new Parameters(value, "location", "scale", "degrees");
                yield new Measurement.StudentT(p.of("location"), p.of("scale"), p.of("degrees"));
            }
            case "triangular" -> {
                var p = new Parameters(value, "low", "mode", "high");
                yield new Measurement.Triangular(p.of("low"), p.of("mode"), p.of("high"));
            }
            case "beta" -> {
                var p = new Parameters(value, "alpha", "beta", "low", "high");
                yield new Measurement.Beta(p.of("alpha"), p.of("beta"), p.of("low", 0), p.of("high", 1));
            }
            case "discrete" -> discrete(value.mapping());
            default -> throw value.place().bad("'%s' is not a form of measurement".formatted(form), FORMS);
        };
    }

    /// The named numbers of a distribution.
    private static final class Parameters {
        private final Located.Mapping mapping;

        private Parameters(Located value, String... names) {
            mapping = value.mapping();
            mapping.known(names);
        }

        private double of(String name) {
            return decimal(mapping.required(name), "a number");
        }

        private double of(String name, double otherwise) {
            return mapping.optional(name)
                    .map(value -> decimal(value, "a number"))
                    .orElse(otherwise);
        }
    }

    private static Measurement discrete(Located.Mapping mapping) {
        mapping.known("values", "probabilities");
        var values = numbers(mapping.required("values"));
        return mapping.optional("probabilities")
                .<Measurement>map(p -> new Measurement.Discrete(values, numbers(p)))
                .orElseGet(() -> Measurement.Discrete.equally(values));
    }

    private static List<Double> numbers(Located list) {
        var items = list.sequence().items();
        if (items.isEmpty()) {
            throw list.place().bad("an empty list", "numbers");
        }
        return items.stream().map(item -> decimal(item, "a number")).toList();
    }

    /// A finite decimal number.
    ///
    /// @param expected for the message
    static double decimal(Located value, String expected) {
        String text = value.word();
        double number = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(number)) {
            throw value.place().bad("'%s' is not a number".formatted(text), expected);
        }
        return number;
    }

    private static String words(String form) {
        return switch (form) {
            case "lognormal" -> "log-normal";
            case "logitnormal" -> "logit-normal";
            case "student_t" -> "Student's t";
            default -> form;
        };
    }
}
