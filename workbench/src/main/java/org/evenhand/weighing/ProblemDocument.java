package org.evenhand.weighing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.Grounds;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.statistics.decision.Measurement;
import org.evenhand.statistics.decision.Smaa2;
import org.evenhand.statistics.tasks.Executor;

/// `evenhand sanctions weigh --problem FILE`: which values make which option the best, for a problem of the
/// user's own.
public final class ProblemDocument {
    private final Problem problem;
    private final Grounds grounds;
    private final Sample sample;

    private ProblemDocument(Problem problem, String command) {
        this.problem = problem;
        this.grounds = new Grounds(command).add(Basis.SOURCED, List.of(Problem.KEY));
        this.sample = Sample.of(
                "options of " + problem.file(), problem.decision().options().size());
    }

    /// Weighs the options of a problem.
    ///
    /// @param command the full command, for the passports
    /// @param program name and version of the program
    /// @throws org.evenhand.core.BadData or [org.evenhand.core.BadRequest] if what is stated leaves no
    /// weights
    public static Document of(Problem problem, Smaa2 smaa, Executor executor, String command, String program) {
        var build = new ProblemDocument(problem, command);
        var decision = problem.decision();
        var space = problem.preferences().over(decision.criterionNames());
        var tables = new AcceptabilityTables(smaa.analyse(decision, space, executor), build.grounds, build.sample);
        var sources = new TreeMap<String, org.evenhand.core.Source>();
        sources.put(Problem.KEY, problem.cited());
        return new Document(
                "sanctions-weigh-problem",
                "Weighing the options: " + problem.title(),
                "%d options, %d criteria; which values make which option the best"
                        .formatted(
                                decision.options().size(), decision.criteria().size()),
                List.of(
                        new Section("limits", "What this can and cannot say", List.of(limits())),
                        new Section(
                                "answer",
                                "The answer",
                                List.of(new Block.Bullets(NecessarySentences.of(
                                        decision, space, build.wording(), build.grounds, build.sample)))),
                        new Section(
                                "criteria",
                                "Criteria",
                                List.of(new Block.Tabular(build.criteria()), new Block.Tabular(build.measurements()))),
                        new Section("preferences", "Preferences stated", tables.preferences(problem.preferences())),
                        new Section("acceptability", "How often each option comes where", tables.all())),
                sources,
                new Provenance(command, program, problem.checksum(), ""));
    }

    private static Block limits() {
        return new Block.Note(
                Text.of("The numbers are those of the file; nothing is checked against the world. Value is the"
                        + " weighted sum of the criteria, each on a straight line from its worst measurement to its best:"
                        + " a weight is worth that swing. Measurements are independent of each other. No weights are built"
                        + " in. An order is turned into any values that keep it (SMAA-O, Lahdelma, Miettinen and Salminen"
                        + " 2003); what is unknown may stand anywhere on its scale."));
    }

    private NecessarySentences.Wording wording() {
        return new NecessarySentences.Wording(
                problem.decision().options(),
                problem.details().stream().map(Problem.Detail::label).toList(),
                "with every measurement at its mean",
                "wherever inside their bounds the measurements are",
                "where the measurements are in its favour");
    }

    private DataTable criteria() {
        var rows = new ArrayList<List<Cell>>();
        for (int k = 0; k < problem.details().size(); k++) {
            var criterion = problem.decision().criteria().get(k);
            var detail = problem.details().get(k);
            rows.add(List.of(
                    Cell.words(criterion.name()),
                    Cell.words(detail.label()),
                    detail.unit().isEmpty() ? Cell.absent(Absence.NOT_APPLICABLE) : Cell.words(detail.unit()),
                    Cell.words(
                            problem.decision().ordinal(k)
                                    ? "lower rank"
                                    : criterion.higherIsBetter() ? "more" : "less"),
                    Cell.number(grounds.figure(criterion.worst(), Unit.NUMBER, sample)),
                    Cell.number(grounds.figure(criterion.best(), Unit.NUMBER, sample)),
                    Cell.words(detail.scale().words())));
        }
        return new DataTable(
                "criteria",
                "Criteria and their scales",
                List.of(
                        Column.of("criterion", "Key"),
                        Column.of("label", "Criterion"),
                        Column.of("unit", "Unit"),
                        Column.of("better", "Better"),
                        Column.of("worst", "Worth 0"),
                        Column.of("best", "Worth 1"),
                        Column.of("scale", "Scale")),
                rows,
                "Hull: from the least to the largest bound of the options' measurements; a distribution without ends is"
                        + " bounded by its central 95 %. Outside its scale a criterion's line goes on.");
    }

    private DataTable measurements() {
        var rows = new ArrayList<List<Cell>>();
        var decision = problem.decision();
        for (int k = 0; k < problem.details().size(); k++) {
            for (int i = 0; i < decision.options().size(); i++) {
                rows.add(List.of(
                        Cell.words(decision.criteria().get(k).name()),
                        Cell.words(decision.options().get(i)),
                        Cell.words(problem.details().get(k).given().get(i)),
                        decision.measurements()
                                .get(i)
                                .get(k)
                                .<Cell>map(m -> Cell.number(figure(m)))
                                .orElse(Cell.absent(Absence.NOT_MEASURED))));
            }
        }
        return new DataTable(
                "measurements",
                "Measurements",
                List.of(
                        Column.of("criterion", "Criterion"),
                        Column.of("option", "Option"),
                        Column.of("given_as", "Given as"),
                        Column.of("value", "Mean, and bounds")),
                rows,
                "Bounds: the ends, or the central 95 % of a distribution without ends. Of a rank: the value that the"
                        + " order leaves to it, on the scale from 0 to 1.");
    }

    private Figure figure(Measurement m) {
        return m.low() == m.high()
                ? grounds.figure(m.mean(), Unit.NUMBER, sample)
                : grounds.between(m.mean(), Unit.NUMBER, interval(m), sample);
    }

    private static Interval.Between interval(Measurement m) {
        return switch (m) {
            case Measurement.Normal _, Measurement.LogNormal _, Measurement.LogitNormal _, Measurement.StudentT _ ->
                new Interval.Between(m.low(), m.high(), Measurement.COVERAGE, "quantiles of the distribution");
            case Measurement.Point _,
                    Measurement.Uniform _,
                    Measurement.Beta _,
                    Measurement.Triangular _,
                    Measurement.Discrete _,
                    Measurement.Level _ -> new Interval.Between(m.low(), m.high(), Double.NaN, "bounds");
        };
    }
}
