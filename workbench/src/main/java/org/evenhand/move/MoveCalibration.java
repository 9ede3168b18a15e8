package org.evenhand.move;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.benchmark.Benchmarks;
import org.evenhand.benchmark.Calibration;
import org.evenhand.benchmark.CalibrationLine;
import org.evenhand.benchmark.CalibrationTables;
import org.evenhand.benchmark.Calibrations;
import org.evenhand.benchmark.Forecast;
import org.evenhand.benchmark.Verdict;
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
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.likeness.Starts;
import org.evenhand.move.MoveModel.Form;

/// Whether moves happen as often as the model says, for countries and reports that it has not seen. Climatology here
/// is how often countries with the same tier before moved each way.
public final class MoveCalibration {
    private static final double LEVEL = 0.95;
    private static final int TRAINING_REPORTS = 5;
    private static final String CLUSTERED = "clustered by country";
    private static final List<String> MOVES = List.of("to a worse tier", "to a better tier");

    private MoveCalibration() {}

    /// `evenhand moves --calibration`.
    public static Document document(Benchmarks benchmarks, Provenance provenance) {
        var starts = new Starts(benchmarks.catalogue());
        var with = MoveModel.withEvidence(benchmarks.panel(), starts);
        var without = MoveModel.withoutEvidence(benchmarks.panel(), starts);
        var sections = List.of(
                new Section(
                        "calibration",
                        "How often moves happen that are said to be so likely",
                        blocks(benchmarks, with, without, provenance.command(), true)),
                new Section(
                        "parts",
                        "What each part of the model adds",
                        List.of(new Block.Tabular(parts(benchmarks, with, provenance.command())))));
        return new Document(
                "move-calibration",
                "How well the probabilities of moves hold",
                "Out of sample, by country and by report",
                sections,
                benchmarks.catalogue().sources(NamedSources.of(sections)),
                provenance);
    }

    static List<Block> blocks(
            Benchmarks benchmarks, MoveModel with, MoveModel without, String command, boolean inFull) {
        var blocks = new ArrayList<Block>();
        var evidence = benchmarks.kept("moves-given-evidence", () -> calibrations(with));
        var start = benchmarks.kept("moves-given-start", () -> calibrations(without));
        var given = MovesDocument.grounds(benchmarks, with, command);
        var alone = MovesDocument.grounds(benchmarks, without, command);
        var judged = List.of(
                new Judged("evidence and start", "country", evidence.byCountry(), given),
                new Judged("evidence and start", "report", evidence.byYear(), given),
                new Judged("start alone", "country", start.byCountry(), alone),
                new Judged("start alone", "report", start.byYear(), alone));
        blocks.add(new Block.Tabular(summary(judged)));
        blocks.add(new Block.Tabular(lines(judged)));
        if (inFull) {
            blocks.add(new Block.Tabular(reliability(judged.get(0))));
            blocks.add(new Block.Tabular(reliability(judged.get(1))));
        }
        blocks.add(new Block.Note(Text.of(verdict(evidence))));
        return blocks;
    }

    /// The benchmarks' rule, on the reliability of moves, and the lines.
    static String verdict(Calibrations c) {
        boolean good = Verdict.of(c).good()
                && !c.byCountry().lines().isEmpty()
                && c.byCountry().lines().stream().allMatch(CalibrationLine::holds);
        boolean ahead = c.byYear().lines().stream().allMatch(CalibrationLine::holds);
        return (good
                        ? "By the rule of docs/benchmark.md these probabilities are calibrated, and for countries that the fit has not seen the"
                                + " intervals hold a slope of 1 and an intercept of 0."
                        : "By the rule of docs/benchmark.md, or by the lines, these probabilities are not calibrated: the order of the moves should"
                                + " not be relied on.")
                + (good && !ahead
                        ? " For a report of which nothing is known yet they do not: how often tiers move changes from report to report."
                        : "");
    }

    static Calibrations calibrations(MoveModel model) {
        return new Calibrations(calibration(byCountry(model)), calibration(byReport(model)), List.of());
    }

    /// How one model did on what was left out.
    ///
    /// @param given what it knows
    /// @param leftOut what was left out at a time: a country or a report
    private record Judged(String given, String leftOut, Calibration found, Grounds grounds) {
        Sample sample() {
            return MoveCalibration.sample(found);
        }
    }

    /// Predictions of what a fit has not seen.
    private record Unseen(List<Forecast> forecasts, List<Expectation> moves) {}

    private static Unseen byCountry(MoveModel model) {
        var unseen = new Unseen(new ArrayList<>(), new ArrayList<>());
        for (int f = 0; f < MoveModel.FOLDS; f++) {
            int left = f;
            add(model, i -> model.fold(i) != left, i -> model.fold(i) == left, unseen);
        }
        return unseen;
    }

    private static Unseen byReport(MoveModel model) {
        var unseen = new Unseen(new ArrayList<>(), new ArrayList<>());
        int[] reports = IntStream.range(0, model.size())
                .map(i -> model.row(i).year())
                .sorted()
                .distinct()
                .toArray();
        for (int k = TRAINING_REPORTS; k < reports.length; k++) {
            int year = reports[k];
            add(model, i -> model.row(i).year() < year, i -> model.row(i).year() == year, unseen);
        }
        return unseen;
    }

    private static void add(MoveModel model, IntPredicate training, IntPredicate wanted, Unseen unseen) {
        var fitted = model.fit(training);
        var shares = new double[4][3];
        for (int i = 0; i < model.size(); i++) {
            if (training.test(i)) {
                shares[model.before(i).severity()][model.way(i) + 1]++;
            }
        }
        for (int i = 0; i < model.size(); i++) {
            var e = wanted.test(i) ? fitted.expectation(i) : Optional.<Expectation>empty();
            if (e.isEmpty()) {
                continue;
            }
            var row = model.row(i);
            var from = shares[model.before(i).severity()];
            double sum = Arrays.stream(from).sum();
            unseen.forecasts()
                    .add(new Forecast(
                            row.iso3(),
                            row.year(),
                            row.region(),
                            e.get().distribution(),
                            Arrays.stream(from).mapToObj(c -> c / sum).toList(),
                            e.get().way() + 1));
            unseen.moves().add(e.get());
        }
    }

    /// Scores, with the reliability of moves to worse (1) and to better tiers (2).
    private static Calibration calibration(Unseen unseen) {
        var c = Calibration.of(unseen.forecasts());
        var bins = new ArrayList<>(Calibration.bins(1, unseen.moves(), Expectation::worse, e -> e.way() > 0));
        bins.addAll(Calibration.bins(2, unseen.moves(), Expectation::better, e -> e.way() < 0));
        var lines = new ArrayList<CalibrationLine>();
        line(1, unseen, Expectation::worse, e -> e.way() > 0).ifPresent(lines::add);
        line(2, unseen, Expectation::better, e -> e.way() < 0).ifPresent(lines::add);
        return new Calibration(
                c.n(),
                c.countries(),
                c.score(),
                c.climatology(),
                c.skillLow(),
                c.skillHigh(),
                bins,
                c.coverage(),
                lines);
    }

    private static Optional<CalibrationLine> line(
            int event, Unseen unseen, ToDoubleFunction<Expectation> probability, Predicate<Expectation> happened) {
        return CalibrationLine.of(
                event,
                IntStream.range(0, unseen.moves().size())
                        .mapToObj(i -> new CalibrationLine.Predicted(
                                unseen.forecasts().get(i).iso3(),
                                probability.applyAsDouble(unseen.moves().get(i)),
                                happened.test(unseen.moves().get(i))))
                        .toList());
    }

    private static DataTable summary(List<Judged> judged) {
        var rows = judged.stream().map(MoveCalibration::row).toList();
        return new DataTable(
                "calibration",
                "How well the model of moves predicts what it has not seen",
                List.of(
                        Column.of("model", "Given"),
                        Column.of("left_out", "Left out by"),
                        Column.of("forecasts", "Forecasts"),
                        Column.of("skill", "Skill"),
                        Column.of("calibration_error", "Error"),
                        Column.of("coverage", "Coverage")),
                rows,
                "Skill: 1 less the ranked probability score over that of how often countries with the same tier before moved"
                        + " each way; interval by jackknife over countries. Error: mean distance of predicted and observed shares of moves."
                        + " Left out by country: a tenth of the countries at a time.");
    }

    private static List<Cell> row(Judged judged) {
        var c = judged.found();
        var grounds = judged.grounds();
        var sample = judged.sample();
        return List.of(
                Cell.words(judged.given()),
                Cell.words(judged.leftOut()),
                Cell.number(grounds.figure(c.n(), Unit.COUNT, sample)),
                Cell.number(grounds.between(
                        c.skill(),
                        Unit.NUMBER,
                        new Interval.Between(c.skillLow(), c.skillHigh(), LEVEL, "jackknife by country"),
                        sample)),
                Cell.number(grounds.figure(c.error(), Unit.SHARE, sample)),
                Cell.number(grounds.figure(c.coverage(), Unit.SHARE, sample)));
    }

    private static DataTable lines(List<Judged> judged) {
        var rows = judged.stream().flatMap(MoveCalibration::lines).toList();
        return new DataTable(
                "lines",
                "The line through predicted and observed log odds",
                List.of(
                        Column.of("model", "Given"),
                        Column.of("left_out", "Left out by"),
                        Column.of("move", "Move"),
                        Column.of("forecasts", "Forecasts"),
                        Column.of("intercept", "Intercept"),
                        Column.of("slope", "Slope")),
                rows,
                "Where predictions hold, the slope is 1 and the intercept, at that slope, is 0. Slope below 1: predictions too far apart;"
                        + " intercept below 0: moves predicted too often. Errors clustered by country.");
    }

    private static Stream<List<Cell>> lines(Judged judged) {
        var grounds = judged.grounds();
        return judged.found().lines().stream().map(line -> {
            var sample = Sample.of("placements that could move this way, not seen by the fit", line.n());
            return List.of(
                    Cell.words(judged.given()),
                    Cell.words(judged.leftOut()),
                    Cell.words(MOVES.get(line.event() - 1)),
                    Cell.number(grounds.figure(line.n(), Unit.COUNT, sample)),
                    Cell.number(grounds.between(
                            line.intercept(),
                            Unit.NUMBER,
                            new Interval.Between(line.interceptLow(), line.interceptHigh(), LEVEL, CLUSTERED),
                            sample)),
                    Cell.number(grounds.between(
                            line.slope(),
                            Unit.NUMBER,
                            new Interval.Between(line.slopeLow(), line.slopeHigh(), LEVEL, CLUSTERED),
                            sample)));
        });
    }

    /// The model built up part by part, each judged on what its fit has not seen.
    private static DataTable parts(Benchmarks benchmarks, MoveModel with, String command) {
        var forms = new LinkedHashMap<String, Form>();
        forms.put("start and evidence, plain logistic regressions", new Form(false, false, false));
        forms.put("… slopes drawn towards 0", new Form(true, false, false));
        forms.put("… reports near in time counting more", new Form(true, true, false));
        forms.put("… for how long the tier had stood (in use)", Form.FULL);
        var grounds = MovesDocument.grounds(benchmarks, with, command);
        var rows = new ArrayList<List<Cell>>();
        forms.forEach((words, form) -> {
            var model = with.as(form);
            part(words, "country", byCountry(model), grounds, rows);
            part(words, "report", byReport(model), grounds, rows);
        });
        return new DataTable(
                "parts",
                "Scores out of sample as parts are added",
                List.of(
                        Column.of("model", "Model"),
                        Column.of("left_out", "Left out by"),
                        Column.of("skill", "Skill"),
                        Column.of("log_score", "Log score"),
                        Column.of("calibration_error", "Error"),
                        Column.of("slope_worse", "Slope, worse"),
                        Column.of("slope_better", "Slope, better")),
                rows,
                "Log score: the mean of minus the logarithm of the probability of what happened; smaller is better. In every model a country"
                        + " cannot stay on the Watch List when the law has closed it.");
    }

    private static void part(String words, String how, Unseen unseen, Grounds grounds, List<List<Cell>> rows) {
        var c = calibration(unseen);
        double log = unseen.moves().stream()
                .mapToDouble(e -> -Math.log(e.surprise()))
                .average()
                .orElseThrow();
        var sample = sample(c);
        var row = new ArrayList<>(List.of(
                Cell.words(words),
                Cell.words(how),
                Cell.number(grounds.figure(c.skill(), Unit.NUMBER, sample)),
                Cell.number(grounds.figure(log, Unit.NUMBER, sample)),
                Cell.number(grounds.figure(c.error(), Unit.SHARE, sample))));
        for (int event = 1; event <= MOVES.size(); event++) {
            int wanted = event;
            row.add(c.lines().stream()
                    .filter(l -> l.event() == wanted)
                    .findFirst()
                    .<Cell>map(l -> Cell.number(grounds.figure(l.slope(), Unit.NUMBER, sample)))
                    .orElse(Cell.absent(Absence.NOT_APPLICABLE)));
        }
        rows.add(row);
    }

    private static DataTable reliability(Judged judged) {
        return CalibrationTables.reliability(
                "reliability-" + judged.leftOut(),
                "Predicted and observed moves, given evidence and start, left out by " + judged.leftOut(),
                Column.of("move", "Move"),
                MOVES,
                judged.found(),
                judged.grounds(),
                judged.sample());
    }

    private static Sample sample(Calibration c) {
        return Sample.of("placements not seen by the fit, reports from 2005", c.n());
    }
}
