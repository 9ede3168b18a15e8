package org.evenhand.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/// All rows on routes, and those by type of trafficking.
public final class Flows {
    private final List<Flow> all;

    private Flows(List<Flow> all) {
        this.all = all;
    }

    public static Flows of(Catalogue catalogue) {
        return catalogue.facts(Flows.class, Flows::load);
    }

    private static Flows load(Catalogue catalogue) {
        var all = new ArrayList<Flow>();
        catalogue.table("flows").ifPresent(table -> {
            for (var row : table.rows()) {
                boolean suppressed = row.flag("suppressed_below_5").orElse(false);
                all.add(new Flow(
                        row.text("origin_iso3"),
                        row.text("destination_iso3"),
                        row.optionalText("transit_iso3"),
                        Integer.parseInt(row.text("year_or_period").substring(0, 4)),
                        suppressed ? OptionalInt.empty() : row.optionalInteger("victims_or_intensity"),
                        row.text("measure"),
                        row.basis(),
                        row.sources()));
            }
        });
        catalogue.table("flow_types").ifPresent(table -> {
            for (var row : table.rows()) {
                all.add(new Flow(
                        row.text("origin_iso3"),
                        row.text("destination_iso3"),
                        Optional.empty(),
                        row.integer("year"),
                        row.optionalInteger("coded_statements"),
                        "type:" + row.text("type"),
                        row.basis(),
                        row.sources()));
            }
        });
        return new Flows(all);
    }

    /// All rows in file order.
    public List<Flow> all() {
        return Collections.unmodifiableList(all);
    }

    /// The rows of one measure; `type:NAME` for statements by type of trafficking.
    public List<Flow> of(String measure) {
        return all.stream().filter(flow -> flow.measure().equals(measure)).toList();
    }

    /// The names of the types of trafficking.
    public SortedSet<String> types() {
        var types = new TreeSet<String>();
        all.stream()
                .map(Flow::measure)
                .filter(measure -> measure.startsWith("type:"))
                .forEach(measure -> types.add(measure.substring(5)));
        return types;
    }
}
