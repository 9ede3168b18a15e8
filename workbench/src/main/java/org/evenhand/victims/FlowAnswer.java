package org.evenhand.victims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Flow;
import org.evenhand.catalogue.Flows;
import org.evenhand.catalogue.Region;
import org.evenhand.document.Block;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;

/// Where people from a region are taken, in one year, by each source that says so: what `evenhand flows`
/// answers.
///
/// One section a measure; nothing is added across measures.
public final class FlowAnswer {
    private final Catalogue catalogue;
    private final Region region;
    private final int year;
    private final String command;

    private FlowAnswer(Catalogue catalogue, Region region, int year, String command) {
        this.catalogue = catalogue;
        this.region = region;
        this.year = year;
        this.command = command;
    }

    /// @param type only statements on this type of trafficking, if given
    public static Document of(
            Catalogue catalogue, Region region, int year, Optional<String> type, Provenance provenance) {
        var answer = new FlowAnswer(catalogue, region, year, provenance.command());
        var sections = new ArrayList<Section>();
        for (var measure : FlowMeasure.of(type)) {
            sections.add(answer.section(measure));
        }
        sections.add(answer.limits());
        return new Document(
                "flows",
                "Routes from and to %s, %d".formatted(region.label(), year),
                "by each source under its own meaning, never added",
                sections,
                catalogue.sources(NamedSources.of(sections)),
                provenance);
    }

    private Section section(FlowMeasure measure) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(Text.of(measure.meaning())));
        var all = measure.rows(Flows.of(catalogue));
        var rows = all.stream().filter(flow -> flow.year() == year).toList();
        var tables = new FlowTables(catalogue, region, year, measure, command);
        var out =
                corridors(rows.stream().filter(f -> region.contains(f.origin())).toList());
        var in = corridors(rows.stream()
                .filter(f -> region.contains(f.destination()) && !region.contains(f.origin()))
                .toList());
        if (out.isEmpty() && in.isEmpty()) {
            blocks.add(new Block.Note(Text.of(nothing(all))));
            return new Section(id(measure), measure.title(), blocks);
        }
        if (!out.isEmpty()) {
            var directions = tables.directions(out);
            var diagram = tables.diagram(out, directions);
            blocks.add(diagram.isPresent() ? diagram.get() : new Block.Tabular(directions));
            blocks.add(tables.map("out", "Leading routes that start in " + region.label(), out));
        }
        if (!in.isEmpty()) {
            blocks.add(tables.map("in", "Leading routes from outside into " + region.label(), in));
        }
        blocks.addAll(transit(measure, rows, tables));
        return new Section(id(measure), measure.title(), blocks);
    }

    private List<Block> transit(FlowMeasure measure, List<Flow> rows, FlowTables tables) {
        if (measure.rows(Flows.of(catalogue)).stream()
                .noneMatch(f -> f.transit().isPresent())) {
            return List.of();
        }
        var passing = rows.stream()
                .filter(f ->
                        f.transit().isPresent() && (region.contains(f.origin()) || region.contains(f.destination())))
                .toList();
        long asian = passing.stream()
                .filter(f -> Direction.asian(f.transit().orElseThrow(), catalogue.countries()))
                .count();
        var blocks = new ArrayList<Block>();
        if (!passing.isEmpty()) {
            blocks.add(new Block.Tabular(tables.transit(passing)));
        }
        blocks.add(
                new Block.Note(
                        Text.of(
                                asian == 0
                                        ? "No coded statement of this year names a country of Asia or the Near East as transit for routes"
                                                + " from or to the region. Few statements name any transit."
                                        : "Transit through Asia or the Near East is marked in the table. Few statements name any transit.")));
        return blocks;
    }

    private String nothing(List<Flow> all) {
        var years = new TreeSet<Integer>();
        all.forEach(flow -> years.add(flow.year()));
        if (years.isEmpty()) {
            return "The table is not available.";
        }
        return years.contains(year)
                ? "This source has no route from or to " + region.label() + " in " + year + "; that is not zero."
                : "This source covers %s and says nothing of %d."
                        .formatted(
                                years.size() == 1
                                        ? "%d only".formatted(years.first())
                                        : "%d to %d".formatted(years.first(), years.last()),
                                year);
    }

    private static String id(FlowMeasure measure) {
        return measure.key().replaceAll("[^a-z]+", "-");
    }

    private Section limits() {
        return new Section(
                "limits",
                "What this is not",
                List.of(new Block.Bullets(List.of(
                        Text.of(
                                "Not the size of any flow: statements count what a Report says, detections what authorities"
                                        + " found and reported. A route without a row is not a route without victims."),
                        Text.of(
                                "Repatriations are left out: in their source the direction is not certain, so they are no"
                                        + " flow."),
                        Text.of("No model fills gaps: none has been validated on these data.")))));
    }

    /// The rows of one origin and destination together: statements that differ in transit only are one route.
    static List<Corridor> corridors(List<Flow> rows) {
        var byRoute = new TreeMap<String, List<Flow>>();
        for (var flow : rows) {
            byRoute.computeIfAbsent(flow.origin() + " " + flow.destination(), _ -> new ArrayList<>())
                    .add(flow);
        }
        return byRoute.values().stream()
                .map(Corridor::of)
                .sorted(Comparator.comparingInt(Corridor::total)
                        .reversed()
                        .thenComparing(Corridor::origin)
                        .thenComparing(Corridor::destination))
                .toList();
    }

    /// One route in one year by one measure.
    ///
    /// @param total sum of the cells that are not suppressed
    /// @param suppressed cells that the publisher suppressed
    record Corridor(String origin, String destination, int total, int suppressed, List<Flow> rows) {
        static Corridor of(List<Flow> rows) {
            int total = 0;
            int suppressed = 0;
            for (var flow : rows) {
                total += flow.count().orElse(0);
                suppressed += flow.count().isEmpty() ? 1 : 0;
            }
            var first = rows.getFirst();
            return new Corridor(first.origin(), first.destination(), total, suppressed, List.copyOf(rows));
        }

        /// Whether nothing of it may be shown.
        boolean hidden() {
            return suppressed == rows.size();
        }
    }
}
