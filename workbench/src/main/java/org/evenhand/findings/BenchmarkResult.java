package org.evenhand.findings;

import java.util.List;
import org.evenhand.catalogue.Row;
import org.evenhand.core.Digits;

/// How well a benchmark predicts placements that it has not seen: a row of `evenhand divergence --calibration`.
///
/// @param benchmark key of the benchmark: an evidence set, with `+interests` where these are in it
/// @param leftOutBy `country` or `report`
/// @param forecasts how many placements were predicted
/// @param countries of how many countries
/// @param skill 1 less the ranked probability score over that of the shares of tiers alone
/// @param skillLow lower end of its 95% interval
/// @param skillHigh upper end
/// @param error mean distance of predicted and observed shares
/// @param coverage share of published tiers inside the 90% sets
/// @param verdict `good`, or `poor` with the reasons
/// @param from what it rests on
public record BenchmarkResult(
        String benchmark,
        String leftOutBy,
        long forecasts,
        long countries,
        double skill,
        double skillLow,
        double skillHigh,
        double error,
        double coverage,
        String verdict,
        KeptFrom from) {
    /// The table that keeps them.
    public static final String TABLE = "benchmark_results";

    static final List<String> COLUMNS = KeptFrom.columns(
            "benchmark",
            "left_out_by",
            "forecasts",
            "countries",
            "skill",
            "skill_low",
            "skill_high",
            "calibration_error",
            "coverage",
            "verdict");

    /// Whether it may be held against a published tier.
    boolean good() {
        return verdict.equals("good");
    }

    static BenchmarkResult read(Row row) {
        return new BenchmarkResult(
                row.text("benchmark"),
                row.text("left_out_by"),
                row.integer("forecasts"),
                row.integer("countries"),
                row.number("skill").orElseThrow(),
                row.number("skill_low").orElseThrow(),
                row.number("skill_high").orElseThrow(),
                row.number("calibration_error").orElseThrow(),
                row.number("coverage").orElseThrow(),
                row.text("verdict"),
                KeptFrom.read(row));
    }

    List<String> cells() {
        return from.cells(
                benchmark,
                leftOutBy,
                Long.toString(forecasts),
                Long.toString(countries),
                Digits.nine(skill),
                Digits.nine(skillLow),
                Digits.nine(skillHigh),
                Digits.nine(error),
                Digits.nine(coverage),
                verdict);
    }
}
