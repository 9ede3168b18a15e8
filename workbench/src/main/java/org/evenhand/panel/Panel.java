package org.evenhand.panel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.core.Unranked;

/// Placements by country and report year with the variables that models use. Immutable; columns are made when asked
/// for.
public final class Panel {
    private final Lags lags;
    private final List<PanelRow> rows;
    private final List<Variable> variables;
    private final Catalogue catalogue;
    private final Map<String, Series> series = new ConcurrentHashMap<>();

    private Panel(Catalogue catalogue, Lags lags, List<PanelRow> rows, List<Variable> variables) {
        this.catalogue = catalogue;
        this.lags = lags;
        this.rows = rows;
        this.variables = variables;
    }

    /// The panel of all placements.
    ///
    /// @throws BadData if there are none
    public static Panel of(Catalogue catalogue, Lags lags) {
        var placements = catalogue.placements();
        if (!placements.available()) {
            throw new BadData("The table tiers is not available.", "Put data/tiers back.");
        }
        var downgrades = new HashSet<String>();
        catalogue.table("automatic_downgrades").ifPresent(table -> {
            for (var row : table.rows()) {
                downgrades.add(row.text("iso3") + row.text("report_year"));
            }
        });
        var rows = new ArrayList<PanelRow>();
        for (var iso3 : placements.countries()) {
            var country = catalogue.countries().of(iso3);
            for (var placement : placements.history(iso3).values()) {
                rows.add(new PanelRow(
                        iso3,
                        placement.year().value(),
                        country.flatMap(c -> c.bureau()),
                        country.isPresent() && country.get().latinAmericaAndCaribbean(),
                        placement.standing(),
                        downgrades.contains(iso3 + placement.year().value())));
            }
        }
        return new Panel(catalogue, lags, List.copyOf(rows), Variables.of(catalogue));
    }

    public Lags lags() {
        return lags;
    }

    /// By country code, then report year.
    public List<PanelRow> rows() {
        return rows;
    }

    /// Evidence, controls, then interests.
    public List<Variable> variables() {
        return Collections.unmodifiableList(variables);
    }

    public Optional<Variable> variable(String key) {
        return variables.stream().filter(v -> v.key().equals(key)).findFirst();
    }

    /// The variable of this key.
    ///
    /// @throws BadRequest if there is none
    public Variable need(String key) {
        return variable(key)
                .orElseThrow(() -> new BadRequest(
                        "The panel has no variable '%s'.".formatted(key),
                        "Use one that `evenhand panel --codebook` lists."));
    }

    /// A column at the panel's own lag, in the order of the rows; `NaN` where nothing is recorded.
    ///
    /// @throws BadRequest if there is no such variable
    public double[] column(String key) {
        var variable = need(key);
        return column(variable, lags.of(variable.role()));
    }

    /// A column at another lag.
    public double[] column(Variable variable, int lag) {
        var recorded = series(variable);
        return column(variable, row -> recorded.value(row.iso3(), row.year(), lag));
    }

    /// A column of what was measured in the very year: no value of a series published every five years is carried
    /// forward, so that two windows that rest on one measurement are not called unchanged.
    public double[] measured(Variable variable, int lag) {
        var recorded = series(variable);
        return column(variable, row -> recorded.measured(row.iso3(), row.year(), lag));
    }

    private double[] column(Variable variable, ToDoubleFunction<PanelRow> recorded) {
        var column = new double[rows.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = variable.transform().apply(recorded.applyAsDouble(rows.get(i)));
        }
        return column;
    }

    /// One value, also for a country and year that the Report does not rank; `NaN` where nothing is recorded.
    public double value(Variable variable, String iso3, int year, int lag) {
        return variable.transform().apply(series(variable).value(iso3, year, lag));
    }

    /// The tier as steps from Tier 1, 0 to 3; `NaN` for a special case, which has none.
    public double[] severity() {
        var severity = new double[rows.size()];
        for (int i = 0; i < severity.length; i++) {
            severity[i] = severity(rows.get(i).standing());
        }
        return severity;
    }

    private static double severity(Standing standing) {
        return switch (standing) {
            case Tier tier -> tier.severity();
            case Unranked _ -> Double.NaN;
        };
    }

    /// Keys of the sources that a variable's values rest on.
    public List<String> sources(Variable variable) {
        return series(variable).sources();
    }

    private Series series(Variable variable) {
        return series.computeIfAbsent(variable.key(), _ -> Series.of(catalogue, variable.reading()));
    }
}
