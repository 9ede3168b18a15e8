package org.evenhand.findings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Text;
import org.evenhand.influence.MeasureResult;
import org.evenhand.influence.UniverseResult;

/// Kept joint tests as sentences and as a table; the words are those of `influence`.
final class UniverseStatements {
    private UniverseStatements() {}

    /// The verdict on one universe, and how it depends on evidence from the Report.
    static Text verdict(UniverseResult result) {
        if (result.estimated() == 0) {
            return Text.of(result.title() + ": no specification could be fitted.");
        }
        var text = Text.build()
                .words(result.title() + ", over ")
                .figure(figure(result, result.estimated(), Unit.COUNT))
                .words(" specifications: ");
        result.verdict().addTo(text, (value, unit) -> figure(result, value, unit));
        text.words(" ");
        result.ancestry().addTo(text, (value, unit) -> figure(result, value, unit));
        return text.done();
    }

    /// How many of these universes lie beyond chance.
    static Text count(List<UniverseResult> results) {
        var tested = results.stream().filter(r -> r.holmP().isPresent()).toList();
        var beyond = tested.stream().filter(UniverseResult::beyondChance).toList();
        var sample = Sample.of("universes of specifications with a joint p-value", tested.size());
        String command = "evenhand findings";
        var text = Text.build()
                .words("Of ")
                .figure(count(tested, tested.size(), sample, command))
                .words(" interests with a joint test the median effect lies beyond chance in ")
                .figure(count(tested, beyond.size(), sample, command))
                .words(", adjusted after Holm for all that were tested"
                        + (beyond.isEmpty()
                                ? ""
                                : ": "
                                        + String.join(
                                                ", ",
                                                beyond.stream()
                                                        .map(r -> name(r.universe()))
                                                        .toList())));
        return text.words(". What lies within chance is not shown to be absent.")
                .done();
    }

    private static Figure count(List<UniverseResult> of, long value, Sample sample, String command) {
        return Figure.observed(
                value,
                Unit.COUNT,
                sample,
                Basis.DERIVED,
                of.stream().flatMap(r -> r.sources().stream()).distinct().toList(),
                command);
    }

    /// The measure with the largest median effect in each direction; they have no test of their own.
    static List<Text> strongest(Kept kept, List<UniverseResult> results) {
        var universes = results.stream().map(UniverseResult::universe).toList();
        var measures = kept.measures().stream()
                .filter(m -> m.region().equals("WORLD") && universes.contains(m.universe()))
                .toList();
        if (measures.isEmpty()) {
            return List.of();
        }
        var byEffect = Comparator.comparingDouble(MeasureResult::medianEffect);
        var best = measures.stream().max(byEffect).filter(m -> m.medianEffect() > 0);
        var worst = measures.stream().min(byEffect).filter(m -> m.medianEffect() < 0);
        boolean waivers = results.stream().allMatch(r -> r.curve().waivers());
        return List.of(
                one(best, waivers ? "a waiver" : "a better placement"),
                one(worst, waivers ? "no waiver" : "a worse placement"));
    }

    private static Text one(Optional<MeasureResult> measure, String where) {
        if (measure.isEmpty()) {
            return Text.of("No measure points towards %s.".formatted(where));
        }
        var m = measure.get();
        return Text.build()
                .words("Strongest towards %s, one measure without a test of its own: %s%s, median effect "
                        .formatted(where, m.title(), m.turned() ? " (less of it)" : ""))
                .figure(figure(m, 100 * m.medianEffect(), Unit.PERCENTAGE_POINTS))
                .words(", with a 95% interval above zero in a share of ")
                .figure(figure(m, m.shareBetter(), Unit.SHARE))
                .words(" and below zero in a share of ")
                .figure(figure(m, m.shareWorse(), Unit.SHARE))
                .words(" of its specifications.")
                .done();
    }

    /// One row a universe.
    static DataTable table(List<UniverseResult> results) {
        var rows = new ArrayList<List<Cell>>();
        for (var r : results) {
            rows.add(List.of(
                    Cell.words(name(r.universe())),
                    Cell.words(r.universe()),
                    Cell.words(r.scope()),
                    number(r, OptionalDouble.of(r.estimated()), Unit.COUNT),
                    number(r, OptionalDouble.of(r.specifications() - r.estimated()), Unit.COUNT),
                    r.medianEffect().isEmpty()
                            ? Cell.absent(Absence.NOT_APPLICABLE)
                            : Cell.number(points(r, r.medianEffect().getAsDouble())),
                    number(r, OptionalDouble.of(r.shareBetter()), Unit.SHARE),
                    number(r, OptionalDouble.of(r.shareWorse()), Unit.SHARE),
                    number(r, r.jointP(), Unit.PROBABILITY),
                    number(r, r.holmP(), Unit.PROBABILITY),
                    r.medianFree().isEmpty()
                            ? Cell.absent(Absence.NOT_APPLICABLE)
                            : Cell.number(points(r, r.medianFree().getAsDouble())),
                    number(r, r.robustness(), Unit.SHARE),
                    Cell.words(r.reading()),
                    Cell.words(r.command()),
                    Cell.words(r.checksum()),
                    Cell.words(r.dataChecksum())));
        }
        return new DataTable(
                "interests-tested",
                "Interests over every declared specification",
                List.of(
                        Column.of("interest", "Interest"),
                        Column.machine("universe"),
                        Column.machine("scope"),
                        Column.of("specifications", "Specifications"),
                        Column.machine("failed"),
                        Column.of("median_effect", "Median effect"),
                        Column.of("share_better", "Interval above 0"),
                        Column.of("share_worse", "Interval below 0"),
                        Column.machine("joint_p"),
                        Column.of("holm_p", "Joint p (Holm)"),
                        Column.of("median_without", "Without evidence from the Report"),
                        Column.machine("robustness"),
                        Column.of("reading", "Reading"),
                        Column.machine("command"),
                        Column.machine("universe_checksum"),
                        Column.machine("data_checksum")),
                rows,
                "Median effect: by how many percentage points the probability of Tier 3 is lower (of a waiver higher) for one"
                        + " standard deviation more of the interest, or for yes rather than no; below 0 means a worse outcome for the"
                        + " government. Intervals: shares of specifications with a 95% interval above or below 0. Joint p: the whole"
                        + " curve against interests exchanged between countries of a region, adjusted after Holm for all interests"
                        + " tested. It says that things go together beyond chance, not why.");
    }

    /// The name of a universe for people.
    static String name(String universe) {
        return universe.replace('_', ' ');
    }

    private static Cell number(UniverseResult result, OptionalDouble value, Unit unit) {
        return value.isEmpty()
                ? Cell.absent(Absence.NOT_APPLICABLE)
                : Cell.number(figure(result, value.getAsDouble(), unit));
    }

    private static Figure points(UniverseResult result, double effect) {
        return figure(result, 100 * effect, Unit.PERCENTAGE_POINTS);
    }

    private static Figure figure(UniverseResult result, double value, Unit unit) {
        int failed = result.specifications() - result.estimated();
        return new Figure(
                value,
                unit,
                Interval.OBSERVED,
                new Sample(
                        "specifications of universe %s, %s".formatted(result.universe(), result.scope()),
                        result.estimated(),
                        failed,
                        failed == 0 ? "" : "no estimate"),
                Basis.DERIVED,
                result.sources(),
                result.command());
    }

    static Figure figure(MeasureResult result, double value, Unit unit) {
        return Figure.observed(
                value,
                unit,
                Sample.of(
                        "specifications of universe %s with %s".formatted(result.universe(), result.measure()),
                        result.estimated()),
                Basis.DERIVED,
                result.sources(),
                result.command());
    }
}
