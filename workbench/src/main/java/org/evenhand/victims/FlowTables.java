package org.evenhand.victims;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Flow;
import org.evenhand.catalogue.Region;
import org.evenhand.chart.FlowDiagram;
import org.evenhand.chart.MapView;
import org.evenhand.chart.RouteMap;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Sample;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.victims.FlowAnswer.Corridor;

/// Tables and the diagram of one measure in one year.
final class FlowTables {
    private static final int TOP = 15;
    private static final int ORIGINS_DRAWN = 8;

    private final Catalogue catalogue;
    private final Region region;
    private final int year;
    private final FlowMeasure measure;
    private final String command;

    FlowTables(Catalogue catalogue, Region region, int year, FlowMeasure measure, String command) {
        this.catalogue = catalogue;
        this.region = region;
        this.year = year;
        this.measure = measure;
        this.command = command;
    }

    /// Routes that start in the region, by where they go; every route is in exactly one row.
    DataTable directions(List<Corridor> corridors) {
        var rows = new ArrayList<List<Cell>>();
        byDirection(corridors)
                .forEach((direction, group) -> rows.add(List.of(
                        Cell.words(direction.name().toLowerCase(Locale.ROOT)),
                        Cell.words(direction.label()),
                        value(direction.label(), group),
                        routes(direction.label(), group),
                        suppressed(direction.label(), group))));
        rows.add(List.of(
                Cell.words("all"),
                Cell.words("all routes that start in the region"),
                value("all directions", corridors),
                routes("all directions", corridors),
                suppressed("all directions", corridors)));
        return new DataTable(
                "directions-" + slug(),
                "%s: routes that start in %s, %d".formatted(measure.title(), region.label(), year),
                List.of(
                        Column.machine("direction"),
                        Column.of("where", "Where to"),
                        Column.of("value", measure.unit().label()),
                        Column.of("routes", "Routes"),
                        Column.of("suppressed", "Suppressed cells")),
                rows,
                "The last row is the sum of the others. Suppressed cells are in no sum, so sums are lower bounds where there"
                        + " are any.");
    }

    private Map<Direction, List<Corridor>> byDirection(List<Corridor> corridors) {
        var groups = new EnumMap<Direction, List<Corridor>>(Direction.class);
        for (var corridor : corridors) {
            groups.computeIfAbsent(
                            Direction.of(corridor.origin(), corridor.destination(), region, catalogue.countries()),
                            _ -> new ArrayList<>())
                    .add(corridor);
        }
        return groups;
    }

    /// The leading routes; those that are suppressed come last and show nothing.
    DataTable top(String id, String caption, List<Corridor> corridors) {
        var rows = new ArrayList<List<Cell>>();
        for (var corridor : corridors.subList(0, Math.min(TOP, corridors.size()))) {
            rows.add(List.of(
                    Cell.words(corridor.origin()),
                    Cell.words(catalogue.countries().name(corridor.origin())),
                    Cell.words(corridor.destination()),
                    Cell.words(catalogue.countries().name(corridor.destination())),
                    corridor.hidden()
                            ? Cell.absent(Absence.SUPPRESSED)
                            : value(corridor.origin() + " to " + corridor.destination(), List.of(corridor)),
                    Cell.items(sources(List.of(corridor)))));
        }
        return new DataTable(
                "top-%s-%s".formatted(id, slug()),
                "%s, %d".formatted(caption, year),
                List.of(
                        Column.machine("origin"),
                        Column.of("origin_name", "From"),
                        Column.machine("destination"),
                        Column.of("destination_name", "To"),
                        Column.of("value", measure.unit().label()),
                        Column.of("sources", "Sources")),
                rows,
                "%d of %d routes.".formatted(rows.size(), corridors.size()));
    }

    /// The leading routes on a map, with their table; the table alone if every one is suppressed.
    Block map(String id, String caption, List<Corridor> corridors) {
        var data = top(id, caption, corridors);
        var routes = new ArrayList<RouteMap.Route>();
        var names = new TreeMap<String, String>();
        var ends = new TreeSet<String>();
        for (var corridor : corridors.subList(0, Math.min(TOP, corridors.size()))) {
            if (corridor.total() > 0) {
                String what = corridor.origin() + " to " + corridor.destination();
                routes.add(
                        new RouteMap.Route(corridor.origin(), corridor.destination(), figure(what, List.of(corridor))));
                for (var end : List.of(corridor.origin(), corridor.destination())) {
                    names.put(end, catalogue.countries().name(end));
                    ends.add(end);
                }
            }
        }
        if (routes.isEmpty()) {
            return new Block.Tabular(data);
        }
        String title =
                "%s, %d: %s on a map".formatted(caption, year, measure.title().toLowerCase(Locale.ROOT));
        String summary = "Each arrow joins the middles of two countries and is the wider the more "
                + measure.unit().label()
                + " the route has; it follows no road. The table has the same routes and numbers.";
        ends.addAll(region.countries().size() < catalogue.countries().all().size() ? region.countries() : Set.of());
        return new Block.Chart(
                "map-%s-%s".formatted(id, slug()),
                title,
                summary,
                RouteMap.svg(
                        "map-svg-%s-%s".formatted(id, slug()),
                        title,
                        summary,
                        MapView.around(ends),
                        region.countries(),
                        names,
                        routes),
                data);
    }

    DataTable transit(List<Flow> passing) {
        var rows = new ArrayList<List<Cell>>();
        for (var flow : passing) {
            String through = flow.transit().orElseThrow();
            rows.add(List.of(
                    Cell.words(catalogue.countries().name(flow.origin())),
                    Cell.words(catalogue.countries().name(through)),
                    Cell.words(catalogue.countries().name(flow.destination())),
                    Cell.flag(Direction.asian(through, catalogue.countries())),
                    value(flow.origin() + " through " + through, List.of(Corridor.of(List.of(flow)))),
                    Cell.items(flow.sources())));
        }
        return new DataTable(
                "transit-" + slug(),
                "Routes with a coded country of transit, %d".formatted(year),
                List.of(
                        Column.of("from", "From"),
                        Column.of("through", "Through"),
                        Column.of("to", "To"),
                        Column.of("asian_transit", "Asian transit"),
                        Column.of("value", measure.unit().label()),
                        Column.of("sources", "Sources")),
                rows,
                "These rows are among the routes above.");
    }

    /// From the leading origins to the directions; nothing if every cell is suppressed.
    Optional<Block> diagram(List<Corridor> corridors, DataTable data) {
        var leading = leading(corridors);
        var bands = new TreeMap<String, List<Corridor>>();
        for (var corridor : corridors) {
            if (corridor.total() > 0) {
                String from = leading.getOrDefault(corridor.origin(), "other countries");
                var to = Direction.of(corridor.origin(), corridor.destination(), region, catalogue.countries());
                bands.computeIfAbsent(from + "\n" + to.ordinal(), _ -> new ArrayList<>())
                        .add(corridor);
            }
        }
        if (bands.isEmpty()) {
            return Optional.empty();
        }
        var drawn = new ArrayList<FlowDiagram.Band>();
        bands.forEach((key, group) -> {
            String[] ends = key.split("\n", -1);
            String to = Direction.values()[Integer.parseInt(ends[1])].label();
            drawn.add(new FlowDiagram.Band(ends[0], to, figure(ends[0] + " " + to, group)));
        });
        String title = "%s: from %s, %d".formatted(measure.title(), region.label(), year);
        String summary = "Each band joins an origin, left, to where its routes go, right; its width is the number of "
                + measure.unit().label() + ". The table has the same sums.";
        return Optional.of(new Block.Chart(
                "flows-" + slug(),
                title,
                summary,
                FlowDiagram.svg("flows-svg-" + slug(), title, summary, drawn),
                data));
    }

    /// Names of the origins with most, by code.
    private Map<String, String> leading(List<Corridor> corridors) {
        var totals = new TreeMap<String, Integer>();
        corridors.forEach(c -> totals.merge(c.origin(), c.total(), Integer::sum));
        var names = new TreeMap<String, String>();
        totals.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(ORIGINS_DRAWN)
                .forEach(e -> names.put(e.getKey(), catalogue.countries().name(e.getKey())));
        return names;
    }

    private Cell value(String what, List<Corridor> group) {
        return group.stream().allMatch(Corridor::hidden)
                ? Cell.absent(Absence.SUPPRESSED)
                : Cell.number(figure(what, group));
    }

    private Figure figure(String what, List<Corridor> group) {
        double total = group.stream().mapToInt(Corridor::total).sum();
        long cells =
                group.stream().mapToLong(c -> c.rows().size() - c.suppressed()).sum();
        long left = group.stream().mapToLong(Corridor::suppressed).sum();
        return Figure.observed(
                total,
                measure.unit(),
                new org.evenhand.core.Sample(
                        "%s, %s, %s, %d".formatted(measure.title(), what, region.key(), year),
                        cells,
                        left,
                        left == 0 ? "" : "suppressed by the publisher"),
                basis(group),
                sources(group),
                command);
    }

    private Cell routes(String what, List<Corridor> group) {
        return count("routes", what, group.size(), group);
    }

    private Cell suppressed(String what, List<Corridor> group) {
        return count(
                "suppressed cells",
                what,
                group.stream().mapToInt(Corridor::suppressed).sum(),
                group);
    }

    private Cell count(String unit, String what, int count, List<Corridor> group) {
        return Cell.number(Figure.observed(
                count,
                org.evenhand.core.Unit.COUNT,
                Sample.of("%s, %s, %s, %d".formatted(unit, what, region.key(), year), group.size()),
                basis(group),
                sources(group),
                command));
    }

    private static Basis basis(List<Corridor> group) {
        var basis = Basis.SOURCED;
        for (var corridor : group) {
            for (var flow : corridor.rows()) {
                basis = basis.weakest(flow.basis());
            }
        }
        return basis;
    }

    private static List<String> sources(List<Corridor> group) {
        return group.stream()
                .flatMap(c -> c.rows().stream())
                .flatMap(f -> f.sources().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private String slug() {
        return measure.key().replaceAll("[^a-z]+", "-");
    }
}
