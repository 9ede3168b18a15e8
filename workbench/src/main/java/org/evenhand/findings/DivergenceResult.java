package org.evenhand.findings;

import java.util.List;
import org.evenhand.catalogue.Row;
import org.evenhand.core.Digits;

/// How far a country's published tier is from what a benchmark leads one to expect: a row of `evenhand divergence`.
///
/// @param iso3 the country
/// @param report year of the report
/// @param benchmark an evidence set
/// @param divergence published less expected tier in steps; above 0 the published one is worse. At the end of the scale
///     it has one sign whatever the evidence is
/// @param better probability that the benchmark gives a better tier than the published one
/// @param low lower end of its 95% interval
/// @param high upper end
/// @param usual median of the same probability over all placements on the same tier
/// @param from what it rests on
public record DivergenceResult(
        String iso3,
        int report,
        String benchmark,
        double divergence,
        double better,
        double low,
        double high,
        double usual,
        KeptFrom from) {
    /// The table that keeps them.
    public static final String TABLE = "divergence_results";

    static final List<String> COLUMNS = KeptFrom.columns(
            "iso3",
            "report_year",
            "benchmark",
            "divergence",
            "p_better",
            "p_better_low",
            "p_better_high",
            "usual_p_better");

    static DivergenceResult read(Row row) {
        return new DivergenceResult(
                row.text("iso3"),
                row.integer("report_year"),
                row.text("benchmark"),
                row.number("divergence").orElseThrow(),
                row.number("p_better").orElseThrow(),
                row.number("p_better_low").orElseThrow(),
                row.number("p_better_high").orElseThrow(),
                row.number("usual_p_better").orElseThrow(),
                KeptFrom.read(row));
    }

    List<String> cells() {
        return from.cells(
                iso3,
                Integer.toString(report),
                benchmark,
                Digits.nine(divergence),
                Digits.nine(better),
                Digits.nine(low),
                Digits.nine(high),
                Digits.nine(usual));
    }
}
