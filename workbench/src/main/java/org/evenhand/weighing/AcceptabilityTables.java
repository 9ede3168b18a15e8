package org.evenhand.weighing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Grounds;
import org.evenhand.document.Text;
import org.evenhand.statistics.decision.Acceptability;
import org.evenhand.statistics.decision.Estimate;
import org.evenhand.statistics.decision.MetaWeights;

/// What SMAA-2 found, as tables: every option, also where it is never best and has no central weights.
///
/// @param result what was found
/// @param grounds what the measurements rest on
/// @param sample what was measured
public record AcceptabilityTables(Acceptability result, Grounds grounds, Sample sample) {
    /// Rank acceptabilities with confidence factors, central weights, pairwise winning indices.
    public List<Block> all() {
        return List.of(new Block.Tabular(ranks()), new Block.Tabular(centralWeights()), new Block.Tabular(pairs()));
    }

    /// The statements about weights in words, and what they leave to each.
    public List<Block> preferences(Preferences stated) {
        if (stated.isEmpty()) {
            return List.of(new Block.Paragraph(Text.of(
                    "None: all weights that add to one count alike. State some with --prefer or --preferences.")));
        }
        var rows = new ArrayList<List<Cell>>();
        for (var range : result.weights().ranges()) {
            rows.add(List.of(
                    Cell.words(range.criterion()),
                    Cell.number(grounds.figure(range.low(), Unit.SHARE, sample)),
                    Cell.number(grounds.figure(range.high(), Unit.SHARE, sample))));
        }
        return List.of(
                new Block.Bullets(stated.statements().stream()
                        .map(s -> Text.of(s.words()))
                        .toList()),
                new Block.Tabular(new DataTable(
                        "weights-left",
                        "What that leaves to each weight",
                        List.of(
                                Column.of("criterion", "Criterion"),
                                Column.of("least", "Least"),
                                Column.of("most", "Most")),
                        rows,
                        "")));
    }

    private DataTable ranks() {
        var options = result.options();
        var columns = new ArrayList<Column>(List.of(Column.of("option", "Option")));
        for (int r = 1; r <= options.size(); r++) {
            columns.add(Column.of("rank_" + r, "Rank " + r));
        }
        columns.add(Column.of("confidence", "Confidence factor"));
        for (var meta : MetaWeights.values()) {
            columns.add(Column.machine("holistic_" + meta.name().toLowerCase(Locale.ROOT)));
        }
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < options.size(); i++) {
            var cells = new ArrayList<Cell>(List.of(Cell.words(options.get(i))));
            for (int r = 0; r < options.size(); r++) {
                cells.add(Cell.number(estimate(result.rank(i, r))));
            }
            cells.add(result.confidence(i)
                    .<Cell>map(c -> Cell.number(estimate(c)))
                    .orElse(Cell.absent(Absence.NOT_APPLICABLE)));
            for (var meta : MetaWeights.values()) {
                cells.add(Cell.number(estimate(result.holistic(i, meta))));
            }
            rows.add(cells);
        }
        return new DataTable(
                "rank-acceptability",
                "Share of weights and measurements with which an option takes a rank",
                columns,
                rows,
                "SMAA-2 (Lahdelma and Salminen 2001), %,d draws; weights: %s. The interval is twice the Monte Carlo error. Options that tie share the better rank. Confidence factor: how often the option is best with its own central weights; not applicable where it never was."
                        .formatted(result.draws(), result.sampling()));
    }

    private DataTable centralWeights() {
        var columns = new ArrayList<Column>(List.of(Column.of("option", "Option")));
        result.criteria().forEach(c -> columns.add(Column.of(c, c)));
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < result.options().size(); i++) {
            var cells = new ArrayList<Cell>(List.of(Cell.words(result.options().get(i))));
            var central = result.centralWeights(i);
            for (int k = 0; k < result.criteria().size(); k++) {
                int at = k;
                cells.add(central.<Cell>map(w -> Cell.number(estimate(w.get(at))))
                        .orElse(Cell.absent(Absence.NOT_APPLICABLE)));
            }
            rows.add(cells);
        }
        return new DataTable(
                "central-weights",
                "Central weights: the mean weights with which an option is best",
                columns,
                rows,
                result.openCriteria().isEmpty()
                        ? "Not applicable: the option was never best."
                        : "Without data: %s. Not applicable: the option was never best."
                                .formatted(String.join(", ", result.openCriteria())));
    }

    private DataTable pairs() {
        var options = result.options();
        var columns = new ArrayList<Column>(List.of(Column.of("option", "Better than …")));
        for (int j = 0; j < options.size(); j++) {
            columns.add(Column.of("over_" + (j + 1), options.get(j)));
        }
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < options.size(); i++) {
            var cells = new ArrayList<Cell>(List.of(Cell.words(options.get(i))));
            for (int j = 0; j < options.size(); j++) {
                cells.add(i == j ? Cell.absent(Absence.NOT_APPLICABLE) : Cell.number(estimate(result.beats(i, j))));
            }
            rows.add(cells);
        }
        return new DataTable("pairwise-winning", "Pairwise winning indices", columns, rows, "");
    }

    private Figure estimate(Estimate e) {
        return grounds.between(
                e.value(),
                Unit.PROBABILITY,
                new Interval.Between(
                        Math.max(0, e.value() - 2 * e.error()),
                        Math.min(1, e.value() + 2 * e.error()),
                        Double.NaN,
                        "twice the Monte Carlo error"),
                sample);
    }
}
