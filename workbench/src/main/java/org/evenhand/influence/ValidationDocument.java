package org.evenhand.influence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.statistics.exact.BinomialRange;
import org.evenhand.statistics.multiverse.Alignment;

/// What simulation says of the joint test.
public final class ValidationDocument {
    private ValidationDocument() {}

    /// @param command what remakes the simulation
    public static List<Section> sections(ValidationPlan plan, List<ValidationPlan.Part> parts, String command) {
        var range = BinomialRange.of(plan.datasets(), 0.05, 0.99);
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(Text.of(
                "A simulated dataset keeps the outcomes, evidence and controls of the project's own panel and gives every country the whole interest series of another country of its bureau region, so dependence within a country stays and no association is left but chance. %d datasets, %d permutations each; a test of level 5%% should reject in %d to %d of them (exact 99%% range)."
                        .formatted(plan.datasets(), plan.permutations(), range.low(), range.high()))));
        blocks.add(new Block.Tabular(level(plan, parts, command)));
        blocks.add(
                new Block.Paragraph(
                        Text.of(
                                "Rows exchanged one by one are there to show what goes wrong when a country's history is broken: the median test then rejects far too often. The two shares have few values and are tied under permutation, so that they may reject less often than 5%.")));
        var sections = new ArrayList<Section>();
        sections.add(new Section("level", "Rejections without an effect", blocks));
        if (plan.planted() > 0) {
            sections.add(new Section(
                    "power",
                    "Rejections with an effect planted",
                    List.of(
                            new Block.Paragraph(Text.of(
                                    "Each outcome is moved one step with probability strength × |z| towards the better where the first measure of the interest is above its mean and towards the worse where it is below; %d datasets a strength."
                                            .formatted(plan.planted()))),
                            new Block.Tabular(power(plan, parts, command)))));
        }
        return sections;
    }

    /// Rejections under no effect, one row a universe, kind of outcome and alignment.
    public static DataTable level(ValidationPlan plan, List<ValidationPlan.Part> parts, String command) {
        var rows = new ArrayList<List<Cell>>();
        for (var part : parts) {
            if (part.strength() == 0) {
                part.rates().forEach((alignment, rate) -> {
                    var cells = begin(part, alignment, rate, command);
                    cells.addAll(counts(part, rate, command));
                    var range = BinomialRange.of(rate.datasets(), 0.05, 0.99);
                    cells.add(Cell.words(
                            range.contains(rate.median())
                                    ? "holds"
                                    : rate.median() < range.low() ? "too few" : "too many"));
                    rows.add(cells);
                });
            }
        }
        var columns = columns();
        columns.add(Column.of("level", "Median test at 5%"));
        return new DataTable(
                "level",
                "Datasets without an effect in which the joint test rejects at 5%",
                columns,
                rows,
                "Holds: within the exact 99% range of a count with probability 5%.");
    }

    private static DataTable power(ValidationPlan plan, List<ValidationPlan.Part> parts, String command) {
        var rows = new ArrayList<List<Cell>>();
        for (var part : parts) {
            if (part.strength() > 0) {
                part.rates().forEach((alignment, rate) -> {
                    var cells = begin(part, alignment, rate, command);
                    cells.add(Cell.number(figure(part, part.strength(), Unit.SHARE, rate.datasets(), command)));
                    cells.add(Cell.number(figure(part, rate.meanMedian(), Unit.PROBABILITY, rate.datasets(), command)));
                    cells.addAll(counts(part, rate, command));
                    rows.add(cells);
                });
            }
        }
        var columns = columns();
        columns.add(4, Column.of("strength", "Strength"));
        columns.add(5, Column.of("mean_median", "Mean median effect"));
        return new DataTable(
                "power",
                "Datasets with an effect in which the joint test rejects at 5%",
                columns,
                rows,
                "Mean median effect: of the curves' median, by the statistic that is tested, over datasets. %d datasets a row."
                        .formatted(plan.planted()));
    }

    private static ArrayList<Column> columns() {
        return new ArrayList<>(List.of(
                Column.of("universe", "Universe"),
                Column.of("outcome", "Outcome"),
                Column.of("specifications", "Specifications"),
                Column.of("alignment", "Alignment"),
                Column.of("median", "Median"),
                Column.of("dominant", "Share of one sign"),
                Column.of("significant", "Share significant"),
                Column.of("datasets", "Datasets")));
    }

    private static ArrayList<Cell> begin(
            ValidationPlan.Part part, Alignment alignment, Validation.Rate rate, String command) {
        return new ArrayList<>(List.of(
                Cell.words(part.universe() + " (" + part.measures() + ")"),
                Cell.words(part.mode().label()),
                Cell.number(figure(part, part.specifications(), Unit.COUNT, rate.datasets(), command)),
                Cell.words(alignment.name().toLowerCase(Locale.ROOT))));
    }

    private static List<Cell> counts(ValidationPlan.Part part, Validation.Rate rate, String command) {
        return List.of(
                Cell.number(figure(part, rate.median(), Unit.COUNT, rate.datasets(), command)),
                Cell.number(figure(part, rate.dominant(), Unit.COUNT, rate.datasets(), command)),
                Cell.number(figure(part, rate.significant(), Unit.COUNT, rate.datasets(), command)),
                Cell.number(figure(part, rate.datasets(), Unit.COUNT, rate.datasets(), command)));
    }

    private static Figure figure(ValidationPlan.Part part, double value, Unit unit, int datasets, String command) {
        return new Figure(
                value,
                unit,
                Interval.NOT_STATED,
                Sample.of("simulated datasets", datasets),
                Basis.DERIVED,
                part.sources(),
                command);
    }
}
