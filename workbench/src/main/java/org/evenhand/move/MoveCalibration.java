package org.evenhand.move;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.evenhand.benchmark.Benchmarks;
import org.evenhand.benchmark.Calibration;
import org.evenhand.benchmark.CalibrationTables;
import org.evenhand.benchmark.Calibrations;
import org.evenhand.benchmark.Forecast;
import org.evenhand.benchmark.Verdict;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.likeness.Starts;

/// Whether moves happen as often as the model says, for countries and reports that it has not seen. Climatology here is
/// how often countries with the same tier before moved each way.
public final class MoveCalibration {
    private static final double LEVEL = 0.95;
    private static final int TRAINING_REPORTS = 5;

    private MoveCalibration() {}

    /// `evenhand moves --calibration`.
    public static Document document(Benchmarks benchmarks, Provenance provenance) {
        var starts = new Starts(benchmarks.catalogue());
        var with = MoveModel.withEvidence(benchmarks.panel(), starts);
        var without = MoveModel.withoutEvidence(benchmarks.panel(), starts);
        var sections = List.of(new Section(
                "calibration",
                "How often moves happen that are said to be so likely",
                blocks(benchmarks, with, without, provenance.command(), true)));
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
        var evidence = benchmarks.kept("moves-evidence", () -> calibrations(with));
        var start = benchmarks.kept("moves-start", () -> calibrations(without));
        blocks.add(new Block.Tabular(summary(benchmarks, with, without, evidence, start, command)));
        if (inFull) {
            blocks.add(new Block.Tabular(reliability(benchmarks, with, evidence.byCountry(), "country", command)));
            blocks.add(new Block.Tabular(reliability(benchmarks, with, evidence.byYear(), "report", command)));
        }
        blocks.add(new Block.Note(Text.of(
                good(evidence)
                        ? "By the rule of docs/benchmark.md these probabilities are calibrated."
                        : "By the rule of docs/benchmark.md these probabilities are not calibrated: the order of the moves should not be relied"
                                + " on.")));
        return blocks;
    }

    /// The benchmarks' rule, on the reliability of moves.
    private static boolean good(Calibrations c) {
        return Verdict.of(c).good();
    }

    private static Calibrations calibrations(MoveModel model) {
        var countries = new ArrayList<Forecast>();
        var countryMoves = new ArrayList<Expectation>();
        for (int f = 0; f < MoveModel.FOLDS; f++) {
            int left = f;
            add(model, i -> model.fold(i) != left, i -> model.fold(i) == left, countries, countryMoves);
        }
        var years = new ArrayList<Forecast>();
        var yearMoves = new ArrayList<Expectation>();
        int[] reports = IntStream.range(0, model.size())
                .map(i -> model.row(i).year())
                .sorted()
                .distinct()
                .toArray();
        for (int k = TRAINING_REPORTS; k < reports.length; k++) {
            int year = reports[k];
            add(model, i -> model.row(i).year() < year, i -> model.row(i).year() == year, years, yearMoves);
        }
        return new Calibrations(
                withMoves(Calibration.of(countries), countryMoves),
                withMoves(Calibration.of(years), yearMoves),
                List.of());
    }

    private static void add(
            MoveModel model,
            IntPredicate training,
            IntPredicate unseen,
            List<Forecast> forecasts,
            List<Expectation> moves) {
        var fitted = model.fit(training);
        var shares = new double[4][3];
        for (int i = 0; i < model.size(); i++) {
            if (training.test(i)) {
                int way = Integer.signum(
                        model.tier(i).severity() - model.before(i).severity());
                shares[model.before(i).severity()][way + 1]++;
            }
        }
        for (int i = 0; i < model.size(); i++) {
            var e = unseen.test(i) ? fitted.expectation(i) : Optional.<Expectation>empty();
            if (e.isEmpty()) {
                continue;
            }
            var row = model.row(i);
            var from = shares[model.before(i).severity()];
            double sum = Arrays.stream(from).sum();
            forecasts.add(new Forecast(
                    row.iso3(),
                    row.year(),
                    row.region(),
                    e.get().distribution(),
                    Arrays.stream(from).mapToObj(c -> c / sum).toList(),
                    e.get().way() + 1));
            moves.add(e.get());
        }
    }

    /// The same scores, with the reliability of moves to worse (1) and to better tiers (2).
    private static Calibration withMoves(Calibration c, List<Expectation> moves) {
        var bins = new ArrayList<>(Calibration.bins(1, moves, Expectation::worse, e -> e.way() > 0));
        bins.addAll(Calibration.bins(2, moves, Expectation::better, e -> e.way() < 0));
        return new Calibration(
                c.n(), c.countries(), c.score(), c.climatology(), c.skillLow(), c.skillHigh(), bins, c.coverage());
    }

    private static DataTable summary(
            Benchmarks benchmarks,
            MoveModel with,
            MoveModel without,
            Calibrations evidence,
            Calibrations start,
            String command) {
        var rows = new ArrayList<List<Cell>>();
        rows.add(row(benchmarks, with, "evidence and start", "country", evidence.byCountry(), command));
        rows.add(row(benchmarks, with, "evidence and start", "report", evidence.byYear(), command));
        rows.add(row(benchmarks, without, "start alone", "country", start.byCountry(), command));
        rows.add(row(benchmarks, without, "start alone", "report", start.byYear(), command));
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

    private static List<Cell> row(
            Benchmarks benchmarks, MoveModel model, String what, String how, Calibration c, String command) {
        var grounds = MovesDocument.grounds(benchmarks, model, command);
        var sample = Sample.of("placements not seen by the fit, reports from 2005", c.n());
        return List.of(
                Cell.words(what),
                Cell.words(how),
                Cell.number(grounds.figure(c.n(), Unit.COUNT, sample)),
                Cell.number(grounds.between(
                        c.skill(),
                        Unit.NUMBER,
                        new Interval.Between(c.skillLow(), c.skillHigh(), LEVEL, "jackknife by country"),
                        sample)),
                Cell.number(grounds.figure(c.error(), Unit.SHARE, sample)),
                Cell.number(grounds.figure(c.coverage(), Unit.SHARE, sample)));
    }

    private static DataTable reliability(
            Benchmarks benchmarks, MoveModel model, Calibration c, String how, String command) {
        return CalibrationTables.reliability(
                "reliability-" + how,
                "Predicted and observed moves, given evidence and start, left out by " + how,
                Column.of("move", "Move"),
                List.of("to a worse tier", "to a better tier"),
                c,
                MovesDocument.grounds(benchmarks, model, command),
                Sample.of("placements not seen by the fit, reports from 2005", c.n()));
    }
}
