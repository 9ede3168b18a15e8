package org.evenhand.weighing;

import java.util.List;
import org.evenhand.statistics.decision.Criterion;
import org.evenhand.statistics.decision.Measurement;
import org.evenhand.userfile.Located;

/// The scale of a criterion, from the worst measurement, worth 0, to the best, worth 1.
///
/// - `scale: {worst: 0.25, best: 0}`: as stated;
/// - `scale: hull`, and where nothing is said: the least and the largest bound of the options' measurements,
///   in the direction that `better` states. A distribution without ends is bounded by its central 95 %, as
///   in JSMAA (Tervonen 2014, International Journal of Systems Science 45:69–81);
/// - `scale: utility`: the measurements are values already, 0 the worst and 1 the best.
///
/// @param criterion name and scale
/// @param from where the scale comes from
record Scale(Criterion criterion, Problem.ScaleFrom from) {
    /// Reads the scale of a criterion.
    ///
    /// @param parts the criterion's keys
    /// @param known the measurements of the options of which anything is known
    static Scale read(String key, Located.Mapping parts, List<Measurement> known) {
        var better = parts.optional("better").map(Scale::direction);
        var stated = parts.optional("scale");
        if (stated.isPresent() && stated.get() instanceof Located.Mapping bounds) {
            bounds.known("worst", "best");
            double worst = MeasurementForm.decimal(bounds.required("worst"), "a number");
            double best = MeasurementForm.decimal(bounds.required("best"), "a number");
            if (worst == best) {
                throw bounds.place().bad("worst and best are both %s".formatted(worst), "two numbers that differ");
            }
            better.filter(more -> more != best > worst).ifPresent(more -> {
                throw bounds.place()
                        .bad(
                                "best is %s worst, and better: %s"
                                        .formatted(best > worst ? "above" : "below", more ? "more" : "less"),
                                "one direction");
            });
            return new Scale(new Criterion(key, worst, best), Problem.ScaleFrom.STATED);
        }
        String word = stated.map(Located::word).orElse("hull");
        return switch (word) {
            case "utility" -> {
                better.filter(more -> !more).ifPresent(_ -> {
                    throw parts.required("better").place().bad("'less' of a utility", "more, or no such key");
                });
                yield new Scale(new Criterion(key, 0, 1), Problem.ScaleFrom.UTILITY);
            }
            case "hull" -> {
                boolean more = better.orElseThrow(() ->
                        parts.place().bad("the key better is missing", "more or less, or a scale from worst to best"));
                yield new Scale(hull(key, parts, known, more), Problem.ScaleFrom.HULL);
            }
            default ->
                throw stated.orElseThrow()
                        .place()
                        .bad("'%s' is not a scale".formatted(word), "worst and best, hull or utility");
        };
    }

    private static Criterion hull(String key, Located.Mapping parts, List<Measurement> known, boolean more) {
        double low = known.stream().mapToDouble(Measurement::low).min().orElse(Double.NaN);
        double high = known.stream().mapToDouble(Measurement::high).max().orElse(Double.NaN);
        if (!(low < high)) {
            throw parts.place()
                    .bad(
                            known.isEmpty()
                                    ? "no option is measured"
                                    : "all options measure the same, %s".formatted(low),
                            "a scale with worst and best, since none follows");
        }
        return more ? new Criterion(key, low, high) : new Criterion(key, high, low);
    }

    /// Whether more is better.
    private static boolean direction(Located value) {
        return switch (value.word()) {
            case "more" -> true;
            case "less" -> false;
            default -> throw value.place().bad("'%s' is not a direction".formatted(value.word()), "more or less");
        };
    }
}
