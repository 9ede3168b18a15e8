package org.evenhand.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.evenhand.catalogue.Estimate;
import org.evenhand.catalogue.VictimRecords;
import org.evenhand.chart.IntervalChart;
import org.evenhand.chart.Scale;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Text;

/// Published estimates of scale side by side: never averaged, superseded ones kept and marked.
final class EstimateBlocks {
    private EstimateBlocks() {}

    static List<Block> of(Setting setting) {
        var all = VictimRecords.of(setting.catalogue()).estimates();
        var headline = all.stream().filter(e -> headline(setting, e)).toList();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading("Published estimates of scale"));
        if (headline.isEmpty()) {
            blocks.add(new Block.Note(Text.of("The table of published estimates is not available.")));
            return blocks;
        }
        blocks.add(new Block.Paragraph(
                Text.of("Each estimate is its publisher's, by its own method and for its own concept:"
                        + " a stock at one time, a flow in a year, across borders or within them. They cannot be averaged, and a"
                        + " change between two editions is mostly a change of method.")));
        blocks.add(chart(setting, headline));
        return blocks;
    }

    /// World and regional headline figures, and those for the United States; single countries are in `evenhand
    /// victims`.
    private static boolean headline(Setting setting, Estimate e) {
        boolean whole = !e.measure().contains(":")
                && !e.measure().contains("68_percent")
                && !e.measure().contains("error");
        boolean people = !e.measure().contains("per_1000");
        boolean scope = e.scope().equals("world")
                || e.scope().equals("USA") && setting.region().key().equals("LAC")
                || e.scope().startsWith("region:")
                        && inRegion(setting, e.scope().substring(7))
                || setting.region().countries().size() == 1 && setting.region().contains(e.scope());
        return whole && people && scope;
    }

    private static boolean inRegion(Setting setting, String name) {
        return switch (setting.region().key()) {
            case "LAC", "WHA" -> name.startsWith("Latin America") || name.equals("Americas");
            case "AF" -> name.contains("Africa");
            case "EAP", "SCA" -> name.startsWith("Asia");
            case "EUR" -> name.contains("Europe");
            case "NEA" -> name.equals("Middle East") || name.equals("Arab States");
            case "WORLD" -> true;
            default -> false;
        };
    }

    private static Block chart(Setting setting, List<Estimate> estimates) {
        var rows = new ArrayList<List<Cell>>();
        var dots = new ArrayList<IntervalChart.Dot>();
        for (var e : estimates) {
            boolean superseded = estimates.stream().anyMatch(e::supersededBy);
            rows.add(List.of(
                    Cell.year(e.referenceYear()),
                    Cell.words(e.publisher()),
                    Cell.words("%s, %s".formatted(measure(e), scope(setting, e))),
                    bound(setting, e, e.low(), "low end"),
                    value(setting, e),
                    bound(setting, e, e.high(), "high end"),
                    Cell.flag(superseded),
                    Cell.items(e.sources())));
            dot(setting, e, superseded).ifPresent(dots::add);
        }
        var data = new DataTable(
                "estimates",
                "Published estimates of the number of victims",
                List.of(
                        Column.of("reference_year", "Year"),
                        Column.of("publisher", "Publisher"),
                        Column.of("measure", "What, and where"),
                        Column.of("low", "Low"),
                        Column.of("central", "Value"),
                        Column.of("high", "High"),
                        Column.of("superseded", "Superseded"),
                        Column.of("sources", "Sources")),
                rows,
                "Low and high are shown only where the publisher printed them. Superseded: the same publisher printed a later"
                        + " estimate of the same concept and scope.");
        String title = "Published estimates of scale, side by side";
        String summary =
                "Each line is one published estimate, on a logarithmic scale; estimates that their publisher has"
                        + " superseded are set back. Concepts differ from line to line.";
        return new Block.Chart(
                "estimates",
                title,
                summary,
                IntervalChart.svg("estimates-svg", title, summary, "people (logarithmic)", Scale.LOGARITHMIC, dots),
                data);
    }

    private static java.util.Optional<IntervalChart.Dot> dot(Setting setting, Estimate e, boolean superseded) {
        var shown = e.central().isPresent() ? e.central() : e.low().isPresent() ? e.low() : e.high();
        if (shown.isEmpty()) {
            return java.util.Optional.empty();
        }
        String bound = e.central().isPresent() ? "" : e.low().isPresent() ? "at least " : "up to ";
        String label = "%s %d, %s: %s%s%s"
                .formatted(
                        e.publisher(),
                        e.referenceYear(),
                        scope(setting, e),
                        bound,
                        measure(e),
                        superseded ? " (superseded)" : "");
        return java.util.Optional.of(
                new IntervalChart.Dot(label, figure(setting, e, shown.getAsDouble(), "value"), superseded));
    }

    private static String scope(Setting setting, Estimate e) {
        return e.scope().startsWith("region:")
                ? e.scope().substring(7)
                : e.scope().equals("world") ? "World" : setting.name(e.scope());
    }

    private static String measure(Estimate e) {
        return e.measure().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static Cell value(Setting setting, Estimate e) {
        return e.central().isPresent()
                ? Cell.number(figure(setting, e, e.central().getAsDouble(), "value"))
                : Cell.absent(Absence.NOT_RECORDED);
    }

    private static Cell bound(Setting setting, Estimate e, OptionalDouble bound, String which) {
        return bound.isPresent()
                ? Cell.number(figure(setting, e, bound.getAsDouble(), which))
                : Cell.absent(Absence.NOT_RECORDED);
    }

    private static Figure figure(Setting setting, Estimate e, double value, String which) {
        var interval = e.low().isPresent() && e.high().isPresent() && which.equals("value")
                ? new Interval.Between(
                        e.low().getAsDouble(), e.high().getAsDouble(), Double.NaN, "as printed by the publisher")
                : Interval.NOT_STATED;
        return new Figure(
                value,
                Unit.PEOPLE,
                interval,
                Sample.one("%s, %s, %d: %s".formatted(e.publisher(), e.scope(), e.referenceYear(), which)),
                e.basis(),
                e.sources(),
                setting.command());
    }
}
