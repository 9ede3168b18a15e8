package org.evenhand.influence;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.evenhand.catalogue.Determination;
import org.evenhand.panel.Variable;

/// What the numbers of a run rest on.
final class RunSources {
    private RunSources() {}

    /// Keys of the sources of the rows' placements and determinations, of regions, and of every interest, evidence and
    /// control that a specification of the universe may take.
    static List<String> of(Rows rows, Universe universe) {
        var keys = new TreeSet<String>();
        for (int i = 0; i < rows.at.length; i++) {
            var row = rows.row(i);
            rows.catalogue.placements().of(row.iso3(), row.year()).ifPresent(p -> keys.addAll(p.sources()));
            if (universe.waivers()) {
                rows.catalogue.determinations().of(row.iso3(), row.year()).stream()
                        .map(Determination::sources)
                        .forEach(keys::addAll);
            }
        }
        // Bureau regions: who is exchanged with whom, and a control.
        table(rows, "countries", keys);
        if (universe.options(Dimension.DOWNGRADES).contains("as_watch_list")) {
            table(rows, "automatic_downgrades", keys);
        }
        variables(rows, universe).forEach(variable -> keys.addAll(rows.panel.sources(variable)));
        return List.copyOf(keys);
    }

    /// Names of the tables that hold them, sorted.
    static List<String> tables(Rows rows, Universe universe) {
        var tables = new TreeSet<String>(List.of("tiers", "countries", "interest_measures"));
        if (universe.waivers()) {
            tables.add("determinations");
        }
        if (universe.options(Dimension.DOWNGRADES).contains("as_watch_list")) {
            tables.add("automatic_downgrades");
        }
        variables(rows, universe)
                .forEach(variable -> tables.add(variable.reading().table()));
        return List.copyOf(tables);
    }

    /// Every interest, evidence and control that a specification may take.
    private static List<Variable> variables(Rows rows, Universe universe) {
        var variables = new ArrayList<Variable>();
        universe.options(Dimension.INTEREST).forEach(measure -> variables.add(rows.panel.need(measure)));
        universe.options(Dimension.EVIDENCE).forEach(evidence -> variables.addAll(rows.evidenceOf(evidence)));
        universe.options(Dimension.CONTROLS).forEach(controls -> variables.addAll(rows.controlsOf(controls)));
        return variables;
    }

    private static void table(Rows rows, String name, TreeSet<String> keys) {
        rows.catalogue.table(name).ifPresent(t -> keys.addAll(t.info().sources().keySet()));
    }
}
