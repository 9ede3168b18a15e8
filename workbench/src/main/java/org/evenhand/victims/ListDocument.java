package org.evenhand.victims;

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
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.statistics.capture.Bootstrap;
import org.evenhand.statistics.capture.MultipleSystems;
import org.evenhand.statistics.capture.MultipleSystems.Analysis;
import org.evenhand.statistics.capture.Outcome;
import org.evenhand.statistics.capture.Ranking;

/// An estimate from lists for people: the interval first, then models and methods side by side.
public final class ListDocument {
    private final ListEstimate answer;

    private ListDocument(ListEstimate answer) {
        this.answer = answer;
    }

    /// The whole answer.
    ///
    /// @param program name and version of the program
    public static Document of(ListEstimate answer, String program) {
        var build = new ListDocument(answer);
        var sections = new ArrayList<Section>();
        sections.add(new Section("estimate", "How many", build.headline()));
        sections.add(new Section("methods", "By method", List.of(new Block.Tabular(table(answer)))));
        answer.analysis()
                .ranking()
                .filter(r -> !r.models().isEmpty())
                .ifPresent(ranking -> sections.add(
                        new Section("models", "Models", List.of(new Block.Tabular(build.models(ranking))))));
        if (!answer.variants().isEmpty()) {
            sections.add(new Section(
                    "sensitivity",
                    "Without a list, and with two as one",
                    List.of(new Block.Tabular(build.variants()))));
        }
        var sources = new TreeMap<String, org.evenhand.core.Source>();
        sources.put(ListFile.KEY, answer.file().source());
        return new Document(
                "prevalence",
                "A population estimated from " + answer.file().table().size() + " lists",
                String.join(", ", answer.file().table().lists()),
                sections,
                sources,
                new Provenance(answer.command(), program, answer.file().checksum(), ""));
    }

    private List<Block> headline() {
        var blocks = new ArrayList<Block>();
        var analysis = answer.analysis();
        var observed = Figure.observed(
                analysis.table().observed(),
                Unit.PEOPLE,
                sample(analysis),
                Basis.SOURCED,
                List.of(ListFile.KEY),
                answer.command());
        switch (analysis.outcome()) {
            case Outcome.None(var failure, var reason) ->
                blocks.add(new Block.Paragraph(Text.build()
                        .words("No estimate (" + ListEstimate.name(failure).replace('_', ' ') + "): " + reason + ". ")
                        .figure(observed)
                        .words(" were on at least one list.")
                        .done()));
            case Outcome.Estimate estimate -> {
                var limits = analysis.limits().orElseThrow();
                blocks.add(new Block.Paragraph(Text.build()
                        .words("Estimated population: ")
                        .figure(figure(analysis, estimate.total(), limits))
                        .words(". ")
                        .figure(observed)
                        .words(" were on at least one list.")
                        .done()));
                blocks.add(new Block.Paragraph(Text.of("Model, chosen by %s: %s."
                        .formatted(
                                ListEstimate.rule(analysis.options().selection()),
                                String.join(", ", estimate.terms())))));
            }
        }
        ListNotes.of(answer).forEach(note -> blocks.add(new Block.Note(Text.of(note))));
        return blocks;
    }

    private Figure figure(Analysis analysis, double total, Bootstrap.Limits limits) {
        return new Figure(
                total,
                Unit.PEOPLE,
                new Interval.Between(limits.low(), limits.high(), limits.level(), limits.method()),
                sample(analysis),
                Basis.DERIVED,
                List.of(ListFile.KEY),
                answer.command());
    }

    private static Sample sample(Analysis analysis) {
        return Sample.of(
                "people on at least one of the lists "
                        + String.join(", ", analysis.table().lists()),
                analysis.table().observed());
    }

    /// All estimates side by side: the chosen rule by each kind of interval, the average of the models, the
    /// other rules.
    public static DataTable table(ListEstimate answer) {
        var build = new ListDocument(answer);
        var rows = new ArrayList<List<Cell>>();
        var analysis = answer.analysis();
        String rule = ListEstimate.rule(analysis.options().selection());
        if (analysis.outcome() instanceof Outcome.Estimate estimate) {
            for (var limits : answer.limits()) {
                rows.add(build.row("chosen", rule, limits.method(), estimate, limits));
            }
        } else {
            rows.add(build.failed("chosen", rule, analysis.outcome()));
        }
        analysis.ranking()
                .map(Ranking::averaged)
                .filter(averaged -> !Double.isNaN(averaged.total()))
                .ifPresent(averaged -> rows.add(List.of(
                        Cell.words("average"),
                        Cell.words("models weighted by BIC"),
                        Cell.words("estimate"),
                        Cell.number(build.figure(
                                analysis,
                                averaged.total(),
                                new Bootstrap.Limits(
                                        averaged.low(), averaged.high(), averaged.level(), "mixture of models"))),
                        Cell.words(""))));
        for (var other : answer.others()) {
            if (other.outcome() instanceof Outcome.Estimate estimate) {
                var limits =
                        MultipleSystems.conditional(estimate, analysis.options().level());
                rows.add(build.row("other", other.rule(), limits.method(), estimate, limits));
            } else {
                rows.add(build.failed("other", other.rule(), other.outcome()));
            }
        }
        return new DataTable(
                "estimates",
                "Estimated population by rule and kind of interval",
                List.of(
                        Column.of("row", "Row"),
                        Column.of("rule", "Rule"),
                        Column.of("status", "Status"),
                        Column.of("estimate", "Population"),
                        Column.of("model", "Interactions")),
                rows,
                "Intervals that take the model as known are too narrow where it was chosen with the same data.");
    }

    private List<Cell> row(String row, String rule, String method, Outcome.Estimate estimate, Bootstrap.Limits limits) {
        return List.of(
                Cell.words(row),
                Cell.words(rule + "; " + method),
                Cell.words("estimate"),
                Cell.number(figure(answer.analysis(), estimate.total(), limits)),
                Cell.words(interactions(estimate.terms())));
    }

    private List<Cell> failed(String row, String rule, Outcome outcome) {
        return List.of(
                Cell.words(row),
                Cell.words(rule),
                Cell.words(ListEstimate.status(outcome)),
                Cell.absent(Cell.Absence.NOT_APPLICABLE),
                Cell.words(""));
    }

    private static String interactions(List<String> terms) {
        String interactions =
                String.join(", ", terms.stream().filter(t -> t.contains(":")).toList());
        return interactions.isEmpty() ? "none" : interactions;
    }

    private DataTable models(Ranking ranking) {
        var rows = new ArrayList<List<Cell>>();
        for (var model : ranking.models()) {
            rows.add(List.of(
                    Cell.words(interactions(model.terms())),
                    Cell.number(plain(model.total(), Unit.PEOPLE)),
                    Cell.number(plain(model.bic(), Unit.NUMBER)),
                    Cell.number(plain(model.weight(), Unit.SHARE))));
        }
        String failed = ranking.failed().isEmpty()
                ? "all have an estimate"
                : "without an estimate: " + ListEstimate.words(ranking.failed());
        return new DataTable(
                "models",
                "The best models by BIC, interactions of up to %d lists".formatted(ranking.order()),
                List.of(
                        Column.of("interactions", "Interactions"),
                        Column.of("estimate", "Population"),
                        Column.of("bic", "BIC"),
                        Column.of("weight", "Weight")),
                rows,
                "%d models considered, %s. A weight is the model's share if all were equally probable beforehand; single"
                                .formatted(ranking.considered(), failed)
                        + " models' populations are no answers, which is why they have no interval here.");
    }

    private Figure plain(double value, Unit unit) {
        return new Figure(
                value,
                unit,
                Interval.NOT_STATED,
                sample(answer.analysis()),
                Basis.DERIVED,
                List.of(ListFile.KEY),
                answer.command());
    }

    private DataTable variants() {
        var rows = new ArrayList<List<Cell>>();
        for (var variant : answer.variants()) {
            var analysis = variant.analysis();
            rows.add(List.of(
                    Cell.words(variant.change()),
                    Cell.words(ListEstimate.status(analysis.outcome())),
                    analysis.outcome() instanceof Outcome.Estimate estimate
                            ? Cell.number(figure(
                                    analysis,
                                    estimate.total(),
                                    analysis.limits().orElseThrow()))
                            : Cell.absent(Cell.Absence.NOT_APPLICABLE),
                    analysis.outcome() instanceof Outcome.Estimate estimate
                            ? Cell.words(interactions(estimate.terms()))
                            : Cell.words("")));
        }
        return new DataTable(
                "sensitivity",
                "The analysis repeated on changed tables",
                List.of(
                        Column.of("change", "Change"),
                        Column.of("status", "Status"),
                        Column.of("estimate", "Population"),
                        Column.of("model", "Interactions")),
                rows,
                "Each row chooses its model anew. Without a list, people on that list only are no longer among those"
                        + " observed; the population is the same.");
    }
}
