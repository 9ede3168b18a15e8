package org.evenhand.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Placement;
import org.evenhand.catalogue.Placements;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Tier;
import org.evenhand.core.Unit;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Grounds;
import org.evenhand.panel.PanelRow;
import org.evenhand.panel.Variable;
import org.evenhand.statistics.ordinal.Effects;

/// Cells about one benchmark and its placements.
final class DivergenceRows {
    static final String DELTA = "delta method, clustered by country";

    private final Benchmarks benchmarks;
    private final Specification specification;
    private final Grounds grounds;

    DivergenceRows(Benchmarks benchmarks, Specification specification, String command) {
        this.benchmarks = benchmarks;
        this.specification = specification;
        this.grounds = benchmarks.grounds(specification, command);
    }

    static List<Column> predictionColumns() {
        return List.of(
                Column.of("tier", "Published"),
                Column.of("p_tier_1", "P(1)"),
                Column.of("p_tier_2", "P(2)"),
                Column.of("p_watch_list", "P(2WL)"),
                Column.of("p_tier_3", "P(3)"),
                Column.machine("benchmark_severity"),
                Column.of("divergence", "Divergence"),
                Column.of("p_worse", "P(benchmark worse)"),
                Column.of("p_better", "P(benchmark better)"),
                Column.of("remark", "Remark"));
    }

    /// The prediction of a placement by the evidence alone; empty where a measure or the tier is missing.
    Optional<Prediction> prediction(String iso3, int year) {
        return benchmarks.leavingOut(specification, iso3) instanceof Benchmark.Trained.Model model
                ? benchmarks
                        .of(specification)
                        .predict(model, row -> row.iso3().equals(iso3) && row.year() == year)
                        .stream()
                        .findFirst()
                : Optional.empty();
    }

    /// The divergence of a placement from the benchmark with interests at their reference.
    Optional<Divergence> divergence(String iso3, int year) {
        return benchmarks.leavingOut(specification, iso3) instanceof Benchmark.Trained.Model model
                ? Divergence.of(
                                benchmarks.of(specification),
                                model,
                                row -> row.iso3().equals(iso3) && row.year() == year)
                        .stream()
                        .findFirst()
                : Optional.empty();
    }

    List<Cell> cells(Placement placement, Optional<Prediction> prediction) {
        var cells = new ArrayList<Cell>();
        cells.add(new Cell.Placed(placement.standing(), placement.basis(), placement.sources()));
        if (prediction.isEmpty()) {
            for (int i = 0; i < 8; i++) {
                cells.add(Cell.absent(Absence.NOT_MEASURED));
            }
            cells.add(Cell.words(why(placement)));
            return cells;
        }
        var p = prediction.get();
        var sample = sample();
        for (double probability : p.probabilities()) {
            cells.add(Cell.number(grounds.figure(probability, Unit.PROBABILITY, sample)));
        }
        cells.add(Cell.number(between(p.severity(), Unit.NUMBER)));
        cells.add(Cell.number(divergence(p)));
        // Nothing is worse than Tier 3, and nothing better than Tier 1.
        cells.add(
                placement.standing() == Tier.TIER_3
                        ? Cell.absent(Absence.NOT_APPLICABLE)
                        : Cell.number(between(p.worse(), Unit.PROBABILITY)));
        cells.add(
                placement.standing() == Tier.TIER_1
                        ? Cell.absent(Absence.NOT_APPLICABLE)
                        : Cell.number(between(p.better(), Unit.PROBABILITY)));
        cells.add(Cell.words(remark(p.row())));
        return cells;
    }

    static String remark(PanelRow row) {
        return row.automaticDowngrade() ? "the limit on years on the Watch List was reached" : "";
    }

    Figure divergence(Prediction p) {
        return grounds.between(
                p.divergence(), Unit.NUMBER, new Interval.Between(p.low(), p.high(), Benchmark.LEVEL, DELTA), sample());
    }

    Figure between(Effects.Estimate e, Unit unit) {
        return grounds.between(e.value(), unit, new Interval.Between(e.low(), e.high(), e.level(), DELTA), sample());
    }

    Figure plain(double value, Unit unit) {
        return grounds.figure(value, unit, sample());
    }

    private Sample sample() {
        return benchmarks.of(specification).sample();
    }

    /// Why a placement has no benchmark.
    String why(Placement placement) {
        if (!(placement.standing() instanceof Tier)) {
            return "special case, without a tier";
        }
        if (placement.year().value() < Specification.FIRST_REPORT) {
            return "no Watch List before the 2004 report";
        }
        if (placement.iso3().equals(Placements.JUDGE)) {
            return "placed by its own Department";
        }
        var lacking = benchmarks.lacking(
                specification, placement.iso3(), placement.year().value());
        if (!lacking.isEmpty()) {
            return "not measured: "
                    + String.join(", ", lacking.stream().map(Variable::key).toList());
        }
        return benchmarks.leavingOut(specification, placement.iso3())
                        instanceof Benchmark.Trained.Impossible(var reason)
                ? "no fit: " + reason
                : "no fit";
    }
}
