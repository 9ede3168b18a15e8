package org.evenhand.influence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.statistics.multiverse.JointTest;
import org.evenhand.statistics.multiverse.Outcome;
import org.evenhand.statistics.ordinal.Effects;

/// Findings as sections and tables.
public final class MultiverseDocument {
    private static final String EFFECTS =
            "Effects: by how much the probability of Tier 3 is lower (of a waiver higher, where that is the"
                    + " question) for one standard deviation more of the interest over the whole panel, or for yes rather than no; each"
                    + " measure is turned so that plus means: more of the interest goes with a better outcome for the government."
                    + " Joint p: how often the whole curve is as extreme when the interest's residual, given evidence and controls, is"
                    + " exchanged between countries of a region.";

    private MultiverseDocument() {}

    /// One row a finding; p-values adjusted over those that are given.
    public static DataTable summary(List<Finding> findings) {
        var given = JointP.of(findings);
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < findings.size(); i++) {
            rows.add(summaryRow(findings.get(i), findings.get(i).curve().test(), given.get(i)));
        }
        long tests = given.stream().flatMap(Optional::stream).count();
        return new DataTable(
                "joint-tests",
                "Joint tests over all specifications",
                List.of(
                        Column.of("universe", "Universe"),
                        Column.of("scope", "Rows"),
                        Column.of("specifications", "Specifications"),
                        Column.of("failed", "Failed"),
                        Column.of("median_effect", "Median effect"),
                        Column.of("dominant_share", "Share of one sign"),
                        Column.of("significant_share", "Significant with it"),
                        Column.of("joint_p_median", "Joint p, median"),
                        Column.machine("joint_p_dominant"),
                        Column.machine("joint_p_significant"),
                        Column.of("holm_p", "Holm"),
                        Column.of("median_robustness", "Robustness value"),
                        Column.machine("permutations"),
                        Column.machine("universe_checksum")),
                rows,
                EFFECTS
                        + (tests > 1
                                ? " Holm: the joint p of the median, adjusted for the %d that this table gives."
                                        .formatted(tests)
                                : ""));
    }

    private static List<Cell> summaryRow(Finding finding, JointTest test, Optional<JointP> holm) {
        int estimated = finding.estimated().size();
        int failed = finding.points().size() - estimated;
        if (estimated == 0) {
            var absent = Cell.absent(Cell.Absence.NOT_APPLICABLE);
            return List.of(
                    Cell.words(finding.universe().name()),
                    Cell.words(finding.scope().label()),
                    number(finding, finding.points().size(), Unit.COUNT),
                    number(finding, failed, Unit.COUNT),
                    absent,
                    absent,
                    absent,
                    absent,
                    absent,
                    absent,
                    absent,
                    absent,
                    number(finding, test.permutations(), Unit.COUNT),
                    Cell.words(finding.universe().checksum()));
        }
        return List.of(
                Cell.words(finding.universe().name()),
                Cell.words(finding.scope().label()),
                number(finding, finding.points().size(), Unit.COUNT),
                number(finding, failed, Unit.COUNT),
                number(finding, finding.medianEffect().orElseThrow(), Unit.PROBABILITY),
                number(finding, test.observed().dominant(), Unit.SHARE),
                number(finding, test.observed().significant(), Unit.SHARE),
                tested(finding, test.medianP()),
                tested(finding, test.dominantP()),
                tested(finding, test.significantP()),
                holm.map(p -> number(finding, p.value(), Unit.PROBABILITY))
                        .orElseGet(() -> Cell.absent(Cell.Absence.NOT_APPLICABLE)),
                number(finding, finding.medianRobustness().orElseThrow(), Unit.SHARE),
                number(finding, test.permutations(), Unit.COUNT),
                Cell.words(finding.universe().checksum()));
    }

    /// A p-value, where the test is known to hold its level and permutations were run.
    private static Cell tested(Finding finding, double p) {
        return JointP.given(finding) ? number(finding, p, Unit.PROBABILITY) : Cell.absent(Cell.Absence.NOT_APPLICABLE);
    }

    private static Cell number(Finding finding, double value, Unit unit) {
        return number(finding, sample(finding), value, unit);
    }

    private static Cell number(Finding finding, Sample sample, double value, Unit unit) {
        return Cell.number(figure(finding, sample, value, unit, Interval.NOT_STATED));
    }

    private static Figure figure(Finding finding, Sample sample, double value, Unit unit, Interval interval) {
        return new Figure(value, unit, interval, sample, Basis.DERIVED, finding.sources(), finding.command());
    }

    private static Sample sample(Finding finding) {
        int estimated = finding.estimated().size();
        int failed = finding.points().size() - estimated;
        return new Sample(
                "specifications of universe %s, %s"
                        .formatted(finding.universe().name(), finding.scope().label()),
                estimated,
                failed,
                failed == 0 ? "" : "no estimate; the reasons are in the table of failures");
    }

    /// The section of one finding.
    ///
    /// @param given its p-value adjusted for those reported beside it, see [JointP#of]
    public static Section section(Finding finding, Optional<JointP> given) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(Text.of(finding.universe().question())));
        if (!finding.estimated().isEmpty()) {
            var numbers = CurveNumbers.of(finding, finding.curve().test());
            blocks.add(new Block.Paragraph(said(finding, Wording.verdict(numbers, given))));
            blocks.add(new Block.Paragraph(said(finding, Wording.ancestry(finding))));
        }
        blocks.addAll(curve(finding, given));
        if (!finding.estimated().isEmpty()) {
            blocks.add(new Block.Tabular(orientations(finding)));
        }
        blocks.add(new Block.Tabular(failures(finding)));
        blocks.add(new Block.Note(Text.of(made(finding) + ".")));
        return new Section(finding.key(), finding.title(), blocks);
    }

    /// What the specifications show, behind the verdict on them: the curve with the band that no association
    /// gives, what moves the answer, and what has no estimate. The same whether they were fitted just now or
    /// are kept.
    ///
    /// @param given its p-value adjusted for those reported beside it
    public static List<Block> curve(Finding finding, Optional<JointP> given) {
        var blocks = new ArrayList<Block>();
        if (finding.estimated().isEmpty()) {
            blocks.add(new Block.Note(Text.of("No specification could be fitted; the table says why.")));
        } else {
            blocks.add(new Block.Paragraph(
                    said(finding, bandSentence(finding.curve().test()))));
            blocks.add(new Block.Paragraph(said(
                    finding,
                    Sentence.of(
                            "A confounder would have to explain ",
                            Sentence.share(finding.medianRobustness().orElseThrow()),
                            " of what is left of both the interest and the tier to take the median specification to zero (on"
                                    + " the linear scale; Cinelli and Hazlett 2020)."))));
            few(finding).ifPresent(text -> blocks.add(new Block.Note(Text.of(text))));
            blocks.add(new Block.Chart(
                    "curve-" + finding.key(),
                    finding.title(),
                    Wording.verdict(finding, finding.curve().test(), given),
                    CurveChart.svg(finding),
                    tenths(finding)));
            blocks.add(new Block.Tabular(choices(finding)));
        }
        return blocks;
    }

    /// What a run can be told by: the declaration, the seed and the permutations; without a full stop.
    public static String made(Finding finding) {
        return "Universe %s, SHA-256 %s, seed %d, %d permutations of whole countries within region (%s)"
                .formatted(
                        finding.universe().name(),
                        finding.universe().checksum(),
                        finding.seed(),
                        finding.curve().test().permutations(),
                        finding.alignment()
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', ' '));
    }

    /// A sentence on all declared specifications, which are no sample.
    private static Text said(Finding finding, Sentence sentence) {
        var sample = sample(finding);
        return sentence.text((value, unit) -> figure(finding, sample, value, unit, Interval.OBSERVED));
    }

    /// What weakens a curve on few rows: most specifications without an estimate, or counted twice.
    private static Optional<String> few(Finding finding) {
        var said = new ArrayList<String>();
        int failed = finding.points().size() - finding.estimated().size();
        if (2 * failed >= finding.points().size()) {
            said.add("%s of the specifications have no estimate; what is said here rests on the rest."
                    .formatted(
                            Wording.percent(failed / (double) finding.points().size())));
        }
        var controls = finding.universe().options(Dimension.CONTROLS);
        if (finding.oneRegion() && controls.contains("economy") && controls.contains("economy+region")) {
            said.add("Within one region, specifications with and without regions as controls are the same.");
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
    }

    /// The curve in tenths: what the chart draws.
    private static DataTable tenths(Finding finding) {
        var effects = finding.estimated().stream()
                .mapToDouble(e -> e.effect().value())
                .sorted()
                .toArray();
        var band = finding.curve().band();
        var rows = new ArrayList<List<Cell>>();
        for (int tenth = 0; tenth <= 10; tenth++) {
            rows.add(List.of(
                    number(finding, tenth / 10.0, Unit.SHARE),
                    number(finding, effects[at(tenth, effects.length)], Unit.PROBABILITY),
                    band(finding, band.low(), tenth),
                    band(finding, band.high(), tenth)));
        }
        return new DataTable(
                "curve-" + finding.key(),
                "The curve in tenths",
                List.of(
                        Column.of("position", "From the lowest"),
                        Column.of("effect", "Effect"),
                        Column.of("null_low", "No association, 2.5%"),
                        Column.of("null_high", "No association, 97.5%")),
                rows,
                "Effects in order, by the full fits; beside them where permuted curves lie at the same place, by the statistic"
                        + " that is tested.");
    }

    private static int at(int tenth, int length) {
        return (int) Math.round(tenth / 10.0 * (length - 1));
    }

    private static Cell band(Finding finding, double[] ranks, int tenth) {
        return ranks.length == 0
                ? Cell.absent(Cell.Absence.NOT_APPLICABLE)
                : number(finding, ranks[at(tenth, ranks.length)], Unit.PROBABILITY);
    }

    private static Sentence bandSentence(JointTest test) {
        if (test.permutations() == 0) {
            return Sentence.of("No permutations were run, so nothing is said about chance.");
        }
        return Sentence.of(
                "Without any association, 95% of permuted medians lie between ",
                Sentence.effect(test.medianLow()),
                " and ",
                Sentence.effect(test.medianHigh()),
                "; the observed one by the same statistic is ",
                Sentence.effect(test.observed().median()),
                ". The middle of them all is ",
                Sentence.effect(test.centre()),
                "; it need not be zero, because what a region as a whole has of the interest is not exchanged.");
    }

    /// Which choices move the answer.
    public static DataTable choices(Finding finding) {
        var decomposition = finding.decomposition();
        var rows = new ArrayList<List<Cell>>();
        for (var choice : decomposition.choices()) {
            for (var median : choice.medians().entrySet()) {
                rows.add(List.of(
                        Cell.words(choice.dimension()),
                        Cell.words(median.getKey()),
                        number(finding, median.getValue(), Unit.PROBABILITY),
                        number(finding, choice.alone(), Unit.SHARE),
                        number(finding, choice.unique(), Unit.SHARE)));
            }
        }
        return new DataTable(
                "choices-" + finding.key(),
                "Which choices move the answer",
                List.of(
                        Column.of("choice", "Choice"),
                        Column.of("option", "Option"),
                        Column.of("median_effect", "Median effect"),
                        Column.of("alone", "Share of variance"),
                        Column.of("unique", "Lost without it")),
                rows,
                "Share of variance: between the options of this choice alone. Lost without it: what an additive explanation by"
                        + " all choices (R² %s) loses without this one."
                                .formatted(Wording.percent(decomposition.additive())));
    }

    /// Which way each measure points, and why.
    public static DataTable orientations(Finding finding) {
        var rows = new ArrayList<List<Cell>>();
        finding.universe()
                .orientations()
                .forEach((measure, orientation) -> rows.add(List.of(
                        Cell.words(measure),
                        Cell.words(orientation.sign() > 0 ? "as it is" : "turned"),
                        Cell.words(orientation.why()))));
        return new DataTable(
                "orientations-" + finding.key(),
                "Which way the measures point",
                List.of(Column.of("measure", "Measure"), Column.of("sign", "Sign"), Column.of("why", "Why")),
                rows,
                "All are turned to mean: more " + finding.universe().moreMeans() + ".");
    }

    /// Specifications without an estimate, by reason, and combinations that were ruled out.
    public static DataTable failures(Finding finding) {
        var rows = failed(finding);
        finding.universe()
                .ruledOut()
                .forEach((why, count) -> rows.add(
                        List.of(Cell.words("ruled out"), Cell.words(why), number(finding, count, Unit.COUNT))));
        return failures(finding, "Specifications without an estimate, and combinations ruled out beforehand", rows);
    }

    /// The same without what was ruled out, for where that is said already.
    public static DataTable withoutEstimate(Finding finding) {
        return failures(finding, "Specifications without an estimate", failed(finding));
    }

    private static List<List<Cell>> failed(Finding finding) {
        var counts = new TreeMap<String, Integer>();
        for (var outcome : finding.curve().outcomes()) {
            if (outcome instanceof Outcome.Failed failed) {
                counts.merge(failed.status(), 1, Integer::sum);
            }
        }
        var rows = new ArrayList<List<Cell>>();
        counts.forEach((status, count) ->
                rows.add(List.of(Cell.words("failed"), Cell.words(status), number(finding, count, Unit.COUNT))));
        return rows;
    }

    private static DataTable failures(Finding finding, String caption, List<List<Cell>> rows) {
        return new DataTable(
                "failures-" + finding.key(),
                caption,
                List.of(Column.of("kind", "Kind"), Column.of("reason", "Reason"), Column.of("count", "Count")),
                rows,
                "A fit that does not exist or is not identified is a result, never a number.");
    }

    /// One row a specification.
    public static DataTable specifications(Finding finding) {
        var columns = new ArrayList<Column>(List.of(Column.of("number", "No.")));
        for (var dimension : Dimension.values()) {
            columns.add(Column.of(dimension.key(), dimension.key()));
        }
        columns.addAll(List.of(
                Column.of("status", "Status"),
                Column.of("effect", "Effect"),
                Column.of("effect_watch_list", "Effect, 2WL or 3"),
                Column.of("slope", "Slope"),
                Column.of("slope_error", "Error"),
                Column.of("n", "n"),
                Column.of("countries", "Countries"),
                Column.of("robustness", "Robustness value"),
                Column.of("reason", "Reason")));
        var rows = new ArrayList<List<Cell>>();
        var sample = sample(finding);
        for (int i = 0; i < finding.points().size(); i++) {
            var point = finding.points().get(i);
            var cells = new ArrayList<Cell>(List.of(Cell.year(point.number())));
            for (var dimension : Dimension.values()) {
                cells.add(Cell.words(point.of(dimension)));
            }
            cells.addAll(outcome(finding, sample, finding.curve().outcomes().get(i)));
            rows.add(cells);
        }
        return new DataTable(
                "specifications",
                "Specifications of universe " + finding.universe().name() + ", "
                        + finding.scope().label(),
                columns,
                rows,
                "Effect: on Tier 3 (waivers: on a waiver), turned as in the joint test; beside it on the Watch List or Tier 3, where"
                        + " the outcome has four tiers. Errors and intervals are clustered by country (Firth fits: from the"
                        + " information).");
    }

    private static List<Cell> outcome(Finding finding, Sample sample, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Estimated e -> {
                yield List.of(
                        Cell.words("ok"),
                        effect(finding, e, e.effect()),
                        e.second()
                                .map(second -> effect(finding, e, second))
                                .orElseGet(() -> Cell.absent(Cell.Absence.NOT_APPLICABLE)),
                        number(finding, sample, e.slope(), Unit.NUMBER),
                        number(finding, sample, e.slopeError(), Unit.NUMBER),
                        number(finding, sample, e.n(), Unit.COUNTRY_YEARS),
                        number(finding, sample, e.blocks(), Unit.COUNTRIES),
                        number(finding, sample, e.robustness(), Unit.SHARE),
                        Cell.words(""));
            }
            case Outcome.Failed(var status, var reason) -> {
                var absent = Cell.absent(Cell.Absence.NOT_APPLICABLE);
                yield List.of(
                        Cell.words(status), absent, absent, absent, absent, absent, absent, absent, Cell.words(reason));
            }
        };
    }

    private static Cell effect(Finding finding, Outcome.Estimated outcome, Effects.Estimate effect) {
        return Cell.number(new Figure(
                effect.value(),
                Unit.PROBABILITY,
                new Interval.Between(effect.low(), effect.high(), effect.level(), "delta method"),
                Sample.of("country-years", outcome.n()),
                Basis.DERIVED,
                finding.sources(),
                finding.command()));
    }
}
