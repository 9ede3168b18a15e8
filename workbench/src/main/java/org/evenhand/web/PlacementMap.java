package org.evenhand.web;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Placement;
import org.evenhand.catalogue.Region;
import org.evenhand.chart.MapView;
import org.evenhand.chart.Mark;
import org.evenhand.chart.TierMap;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
import org.evenhand.core.Sample;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.core.Unit;
import org.evenhand.core.Unranked;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;

/// The placements of one report on a map, with how many stand where.
final class PlacementMap {
    private PlacementMap() {}

    static Block.Chart of(Catalogue catalogue, Asked asked) {
        int year = Integer.parseInt(asked.value("year"));
        var region = catalogue.countries().region(asked.value("region"));
        var places = places(catalogue, region, year);
        var data = counts(catalogue, region, year);
        var title = "Placements, %d report, %s".formatted(year, region.label());
        var summary = data.rows().stream()
                .map(r -> "%s: %s".formatted(words(r.get(0)), words(r.get(2))))
                .reduce((a, b) -> a + "; " + b)
                .map(s -> "Countries by placement. " + s + ".")
                .orElse("No placement on record.");
        return new Block.Chart(
                "map",
                title,
                summary,
                TierMap.svg("map", title, summary, MapView.around(region.countries()), places),
                data);
    }

    private static String words(Cell cell) {
        return switch (cell) {
            case Cell.Words(var text) -> text;
            case Cell.Number(var figure) -> Long.toString(Math.round(figure.value()));
            case Cell.Ordinal _, Cell.Flag _, Cell.Placed _, Cell.Items _, Cell.Reasons _, Cell.Absent _ -> "";
        };
    }

    private static List<TierMap.Place> places(Catalogue catalogue, Region region, int year) {
        var places = new ArrayList<TierMap.Place>();
        for (var country : catalogue.countries().all()) {
            if (region.contains(country.iso3())) {
                var mark = catalogue
                        .placements()
                        .of(country.iso3(), year)
                        .map(p -> Mark.of(p.standing(), p.basis()))
                        .orElse(country.assessed() ? Mark.NO_DATA : Mark.BLANK);
                places.add(new TierMap.Place(country.iso3(), country.name(), mark));
            }
        }
        return places;
    }

    private static DataTable counts(Catalogue catalogue, Region region, int year) {
        var standings = new ArrayList<Standing>(List.of(Tier.values()));
        standings.addAll(List.of(Unranked.values()));
        int all = catalogue.placements().in(year, region).size();
        var rows = new ArrayList<List<Cell>>();
        for (var standing : standings) {
            var there = catalogue.placements().in(year, region).stream()
                    .filter(p -> p.standing() == standing)
                    .toList();
            if (!there.isEmpty()) {
                var sources = there.stream()
                        .flatMap(p -> p.sources().stream())
                        .distinct()
                        .sorted()
                        .toList();
                var basis = there.stream().map(Placement::basis).reduce(Basis.SOURCED, Basis::weakest);
                rows.add(List.of(
                        Cell.words(standing.label()),
                        new Cell.Placed(standing, basis, sources),
                        Cell.number(Figure.observed(
                                there.size(),
                                Unit.COUNTRIES,
                                Sample.of("placements, %d report, %s".formatted(year, region.label()), all),
                                basis,
                                sources,
                                "evenhand tiers --region %s --year %d".formatted(region.key(), year))),
                        Cell.items(there.stream()
                                .map(p -> catalogue.countries().name(p.iso3()))
                                .sorted()
                                .toList())));
            }
        }
        return new DataTable(
                "placements-by-tier",
                "Placements, %d report, %s".formatted(year, region.label()),
                List.of(
                        DataTable.Column.of("placement", "Placement"),
                        DataTable.Column.of("tier", "Tier"),
                        DataTable.Column.of("count", "Countries"),
                        DataTable.Column.of("countries", "Which")),
                rows,
                "Counted from the table of placements below.");
    }
}
