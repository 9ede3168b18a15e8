package org.evenhand.move;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.benchmark.Benchmark.Trained;
import org.evenhand.benchmark.Benchmarks;
import org.evenhand.benchmark.EvidenceSet;
import org.evenhand.benchmark.Prediction;
import org.evenhand.benchmark.Specification;
import org.evenhand.catalogue.Placement;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Tier;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Grounds;
import org.evenhand.document.Text;
import org.evenhand.statistics.ordinal.Effects;

/// How far the evidence benchmark moved between two reports, beside the published move.
final class BenchmarkMove {
    private static final String DELTA = "delta method, clustered by country";

    private final Benchmarks benchmarks;
    private final Placement before;
    private final Placement after;
    private final String command;

    BenchmarkMove(Benchmarks benchmarks, Placement before, Placement after, String command) {
        this.benchmarks = benchmarks;
        this.before = before;
        this.after = after;
        this.command = command;
    }

    List<Block> blocks() {
        var rows = new ArrayList<List<Cell>>();
        for (var set : List.of(EvidenceSet.INDEPENDENT, EvidenceSet.REPORT)) {
            rows.add(row(set));
        }
        return List.of(
                new Block.Tabular(
                        new DataTable(
                                "benchmark",
                                "Expected severity by evidence alone, and the published step",
                                List.of(
                                        Column.of("evidence", "Evidence"),
                                        Column.of("before", "Before"),
                                        Column.of("after", "After"),
                                        Column.of("benchmark_move", "Benchmark's move"),
                                        Column.of("published_move", "Published move"),
                                        Column.of("ancestry", "Rests on")),
                                rows,
                                "In steps from Tier 1 (0) to Tier 3 (3); above 0 is a move to worse. The country is left out of the fit.")),
                new Block.Note(Text.of(
                        "Both evidence sets are shown where the data allow; `evenhand divergence` says how well each benchmark"
                                + " predicts.")));
    }

    private List<Cell> row(EvidenceSet set) {
        var specification = new Specification(set, false);
        var cells = new ArrayList<Cell>();
        cells.add(Cell.words(set.label()));
        var trained = benchmarks.leavingOut(specification, after.iso3());
        if (trained instanceof Trained.Model model) {
            var grounds = benchmarks.grounds(specification, command);
            var benchmark = benchmarks.of(specification);
            var sample = benchmark.sample();
            cells.add(severity(specification, model, before, grounds, sample));
            cells.add(severity(specification, model, after, grounds, sample));
            cells.add(benchmark
                    .change(
                            model,
                            after.iso3(),
                            before.year().value(),
                            after.year().value())
                    .map(e -> number(e, grounds, sample))
                    .orElse(Cell.absent(Absence.NOT_MEASURED)));
        } else {
            for (int i = 0; i < 3; i++) {
                cells.add(Cell.absent(Absence.NOT_AVAILABLE));
            }
        }
        cells.add(published());
        cells.add(Cell.words(set.ancestry()));
        return cells;
    }

    private Cell severity(
            Specification specification, Trained.Model model, Placement placement, Grounds grounds, Sample sample) {
        return benchmarks
                .of(specification)
                .predict(
                        model,
                        row -> row.iso3().equals(placement.iso3())
                                && row.year() == placement.year().value())
                .stream()
                .findFirst()
                .map(Prediction::severity)
                .map(e -> number(e, grounds, sample))
                .orElse(Cell.absent(Absence.NOT_MEASURED));
    }

    private static Cell number(Effects.Estimate e, Grounds grounds, Sample sample) {
        return Cell.number(grounds.between(
                e.value(), Unit.NUMBER, new Interval.Between(e.low(), e.high(), e.level(), DELTA), sample));
    }

    private Cell published() {
        if (!(before.standing() instanceof Tier b) || !(after.standing() instanceof Tier a)) {
            return Cell.absent(Absence.NOT_APPLICABLE);
        }
        return Cell.number(new Grounds(command)
                .add(before.basis(), before.sources())
                .add(after.basis(), after.sources())
                .figure(a.severity() - b.severity(), Unit.NUMBER, Sample.one("the published placements")));
    }
}
