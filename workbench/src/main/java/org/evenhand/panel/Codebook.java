package org.evenhand.panel;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;

/// What each column of the panel is: source, year rule, transformation, ancestry, and how much of it is recorded.
public final class Codebook {
    private Codebook() {}

    public static DataTable of(Panel panel, String command) {
        long ranked = panel.rows().stream()
                .filter(r -> r.standing() instanceof org.evenhand.core.Tier)
                .count();
        var rows = new ArrayList<List<Cell>>();
        for (var variable : panel.variables()) {
            rows.add(row(panel, variable, command));
        }
        return new DataTable(
                "codebook",
                "Variables of the panel: %d placements, %d of them with a tier"
                        .formatted(panel.rows().size(), ranked),
                List.of(
                        Column.of("variable", "Variable"),
                        Column.of("role", "Role"),
                        Column.of("set", "Set"),
                        Column.of("title", "What it is"),
                        Column.machine("unit"),
                        Column.machine("table"),
                        Column.of("year_rule", "Year"),
                        Column.of("transformation", "Transformation"),
                        Column.of("tip_ancestry", "From the Report?"),
                        Column.machine("ancestry_why"),
                        Column.of("recorded", "Recorded"),
                        Column.of("missing", "Missing"),
                        Column.machine("first_year"),
                        Column.machine("last_year"),
                        Column.machine("sources")),
                rows,
                "t is the report year. Besides these the panel has iso3, report_year, region (State Department bureau),"
                        + " administration (by report years), tier (SC is a special case, without a tier), severity (tier as 0"
                        + " to 3) and automatic_downgrade. An empty cell is not recorded, never zero. Recorded and missing count"
                        + " placements with a tier.");
    }

    private static List<Cell> row(Panel panel, Variable variable, String command) {
        int lag = panel.lags().of(variable.role());
        var column = panel.column(variable, lag);
        var severity = panel.severity();
        int recorded = 0;
        int missing = 0;
        int first = Integer.MAX_VALUE;
        int last = 0;
        for (int i = 0; i < column.length; i++) {
            if (Double.isNaN(severity[i])) {
                continue;
            }
            if (Double.isNaN(column[i])) {
                missing++;
            } else {
                recorded++;
                first = Math.min(first, panel.rows().get(i).year());
                last = Math.max(last, panel.rows().get(i).year());
            }
        }
        var sources = panel.sources(variable);
        return List.of(
                Cell.words(variable.key()),
                Cell.words(variable.role().key()),
                Cell.words(variable.set()),
                Cell.words(variable.title()),
                Cell.words(variable.unit()),
                Cell.words(variable.reading().table()),
                Cell.words(variable.reading().yearRule(lag)),
                Cell.words(variable.transform().label()),
                Cell.words(variable.ancestry().level()),
                Cell.words(variable.ancestry().why()),
                count(recorded, "with", variable, sources, command),
                count(missing, "without", variable, sources, command),
                recorded == 0 ? Cell.absent(Cell.Absence.NOT_RECORDED) : Cell.year(first),
                recorded == 0 ? Cell.absent(Cell.Absence.NOT_RECORDED) : Cell.year(last),
                Cell.items(sources));
    }

    private static Cell count(int n, String with, Variable variable, List<String> sources, String command) {
        return sources.isEmpty()
                ? Cell.absent(Cell.Absence.NOT_RECORDED)
                : Cell.number(Figure.observed(
                        n,
                        Unit.COUNTRY_YEARS,
                        Sample.one("placements with a tier " + with + " a value of " + variable.key()),
                        Basis.DERIVED,
                        sources,
                        command));
    }
}
