package org.evenhand.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Grounds;

/// How well benchmarks predict, as tables.
public final class CalibrationTables {
    private CalibrationTables() {}

    /// One row a benchmark and way out of sample, with the verdict.
    static DataTable summary(Benchmarks benchmarks, List<Specification> specifications, String command) {
        var rows = new ArrayList<List<Cell>>();
        for (var specification : specifications) {
            var both = benchmarks.calibrations(specification);
            var verdict = Verdict.of(both);
            rows.add(row(benchmarks, specification, "country", both.byCountry(), verdict, command));
            rows.add(row(benchmarks, specification, "report", both.byYear(), verdict, command));
        }
        return new DataTable(
                "calibration",
                "How well each benchmark predicts placements that it has not seen",
                List.of(
                        Column.of("benchmark", "Benchmark"),
                        Column.of("left_out", "Left out by"),
                        Column.of("forecasts", "Forecasts"),
                        Column.machine("countries"),
                        Column.machine("rps"),
                        Column.machine("rps_climatology"),
                        Column.of("skill", "Skill"),
                        Column.of("calibration_error", "Error"),
                        Column.of("coverage", "Coverage"),
                        Column.of("verdict", "Verdict")),
                rows,
                "Left out by country: each country by the fit without it; by report: each report by the fit to earlier ones."
                        + " Skill: 1 less the ranked probability score over that of the shares of tiers alone; 0 is no better, 1 is"
                        + " perfect; interval by jackknife over countries. Error: mean distance of predicted and observed shares."
                        + " Coverage: share of published tiers in the sets of most likely tiers that hold 90%. Good: the skill's"
                        + " interval above 0, error at most 0.05 and coverage at least 0.85, both ways.");
    }

    private static List<Cell> row(
            Benchmarks benchmarks,
            Specification specification,
            String how,
            Calibration c,
            Verdict verdict,
            String command) {
        var grounds = benchmarks.grounds(specification, command);
        var sample = sample(benchmarks, specification, c.n());
        return List.of(
                Cell.words(specification.key()),
                Cell.words(how),
                Cell.number(grounds.figure(c.n(), Unit.COUNT, sample)),
                Cell.number(grounds.figure(c.countries(), Unit.COUNTRIES, sample)),
                Cell.number(grounds.figure(c.score(), Unit.NUMBER, sample)),
                Cell.number(grounds.figure(c.climatology(), Unit.NUMBER, sample)),
                Cell.number(grounds.between(
                        c.skill(),
                        Unit.NUMBER,
                        new Interval.Between(c.skillLow(), c.skillHigh(), Benchmark.LEVEL, "jackknife by country"),
                        sample)),
                Cell.number(grounds.figure(c.error(), Unit.SHARE, sample)),
                Cell.number(grounds.figure(c.coverage(), Unit.SHARE, sample)),
                Cell.words(verdict.good() ? "good" : "poor: " + String.join("; ", verdict.reasons())));
    }

    static Sample sample(Benchmarks benchmarks, Specification specification, int n) {
        var all = benchmarks.of(specification).sample();
        return new Sample("placements not seen by the fit, " + specification.key(), n, all.leftOut(), all.reason());
    }

    /// Predicted against observed, by threshold and tenth.
    static DataTable reliability(
            Benchmarks benchmarks, Specification specification, boolean byCountry, String command) {
        var both = benchmarks.calibrations(specification);
        var calibration = byCountry ? both.byCountry() : both.byYear();
        return reliability(
                "reliability-%s-%s".formatted(specification.key().replace('+', '-'), byCountry ? "country" : "report"),
                "Predicted and observed, %s, left out by %s"
                        .formatted(specification.key(), byCountry ? "country" : "report"),
                Column.of("event", "Placement"),
                List.of("Tier 2 or worse", "Watch List or Tier 3", "Tier 3"),
                calibration,
                benchmarks.grounds(specification, command),
                sample(benchmarks, specification, calibration.n()));
    }

    /// Predicted against observed, by event and tenth.
    ///
    /// @param events what the numbers of [Calibration.Bin#threshold()] from 1 mean
    /// @param sample one for the table, so that its numbers share a passport; each line's own count stands there
    public static DataTable reliability(
            String id,
            String caption,
            Column event,
            List<String> events,
            Calibration calibration,
            Grounds grounds,
            Sample sample) {
        var rows = new ArrayList<List<Cell>>();
        for (var bin : calibration.reliability()) {
            rows.add(List.of(
                    Cell.words(events.get(bin.threshold() - 1)),
                    Cell.words(
                            "0.%d to %s".formatted(bin.tenth(), bin.tenth() == 9 ? "1.0" : "0." + (bin.tenth() + 1))),
                    Cell.number(grounds.figure(bin.n(), Unit.COUNT, sample)),
                    Cell.number(grounds.figure(bin.predicted(), Unit.SHARE, sample)),
                    Cell.number(grounds.share(bin.happened(), bin.n(), sample))));
        }
        return new DataTable(
                id,
                caption,
                List.of(
                        event,
                        Column.of("predicted_from_to", "Predicted from, to"),
                        Column.of("n", "Placements"),
                        Column.of("predicted", "Predicted"),
                        Column.of("observed", "Observed")),
                rows,
                "Intervals are exact and take country-years as independent, which makes them too narrow.");
    }
}
