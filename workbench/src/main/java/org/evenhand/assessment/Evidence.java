package org.evenhand.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Row;
import org.evenhand.core.ReportYear;

/// What the catalogue holds beside each question: lines of text, each with its source keys. Evidence,
/// never an answer.
public final class Evidence {
    /// Columns of a table that bear on a question.
    ///
    /// @param table the table
    /// @param year its year column; empty where a row holds for all years
    /// @param lag how many years before the report the evidence may be
    /// @param columns the columns shown
    private record Bearing(String table, String year, int lag, List<String> columns) {}

    private static final Bearing LAWS = new Bearing(
            "laws",
            "",
            0,
            List.of("year_criminalised", "first_year_full", "maximum_penalty_years", "unodc_2018_coverage"));
    private static final Bearing COUNTS = new Bearing(
            "law_enforcement",
            "year",
            2,
            List.of("prosecutions", "convictions", "new_legislation", "labour_prosecutions"));
    private static final Bearing VICTIMS =
            new Bearing("law_enforcement", "year", 2, List.of("victims_identified", "labour_victims"));
    private static final Bearing REASONS = new Bearing(
            "stated_reasons",
            "report_year",
            1,
            List.of("making_significant_efforts", "increasing_efforts_not_shown", "waiver"));
    private static final Bearing COMPLICITY = new Bearing(
            "stated_reasons", "report_year", 1, List.of("official_complicity_named", "state_policy_or_pattern"));
    private static final Bearing PENALISED =
            new Bearing("stated_reasons", "report_year", 1, List.of("victims_penalised_named"));

    private static final Map<String, List<Bearing>> BEARINGS = Map.ofEntries(
            Map.entry("MS-1", List.of(LAWS, index("overall"))),
            Map.entry("MS-3", List.of(LAWS)),
            Map.entry("SC-1", List.of(COUNTS, index("prosecution"))),
            Map.entry("SC-1n", List.of(COUNTS)),
            Map.entry("SC-2", List.of(VICTIMS, index("protection"))),
            Map.entry("SC-2p", List.of(PENALISED)),
            Map.entry("SC-3", List.of(index("prevention"))),
            Map.entry("SC-7", List.of(COMPLICITY)),
            Map.entry("SE-2", List.of(COMPLICITY)),
            Map.entry("TP-2", List.of(REASONS)),
            Map.entry("WL-3B", List.of(REASONS)),
            Map.entry("CS-1", List.of(new Bearing("child_soldiers", "report_year", 2, List.of("waiver", "note")))));

    private final Catalogue catalogue;
    private final String iso3;
    private final ReportYear year;

    public Evidence(Catalogue catalogue, String iso3, ReportYear year) {
        this.catalogue = catalogue;
        this.iso3 = iso3;
        this.year = year;
    }

    private static Bearing index(String column) {
        return new Bearing("policy_index", "year", 2, List.of(column));
    }

    /// The lines for one question; empty where the catalogue holds nothing that bears on it.
    public List<String> of(String criterion) {
        var lines = new ArrayList<String>();
        for (var bearing : BEARINGS.getOrDefault(criterion, List.of())) {
            catalogue.table(bearing.table()).ifPresent(table -> {
                for (var row : table.rows()) {
                    if (bears(bearing, row)) {
                        line(bearing, row, lines);
                    }
                }
            });
        }
        return lines;
    }

    private boolean bears(Bearing bearing, Row row) {
        var code = bearing.table().equals("law_enforcement") ? "code" : "iso3";
        if (!row.text(code).equals(iso3)) {
            return false;
        }
        if (bearing.year().isEmpty()) {
            return true;
        }
        int at = row.integer(bearing.year());
        return at < year.value() && at >= year.value() - bearing.lag();
    }

    private static void line(Bearing bearing, Row row, List<String> lines) {
        var values = new ArrayList<String>();
        for (var column : bearing.columns()) {
            if (!row.blank(column)) {
                values.add(column + " " + row.text(column));
            }
        }
        if (!values.isEmpty()) {
            var at = bearing.year().isEmpty() ? "" : " " + row.text(bearing.year());
            lines.add("%s%s: %s [%s]"
                    .formatted(bearing.table(), at, String.join(", ", values), String.join(", ", row.sources())));
        }
    }
}
