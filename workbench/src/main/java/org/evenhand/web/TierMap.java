package org.evenhand.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.atlas.Atlas;
import org.evenhand.atlas.Shape;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Placement;
import org.evenhand.catalogue.Region;
import org.evenhand.chart.Mark;
import org.evenhand.chart.WorldMap;
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
final class TierMap {
    /// Jurisdictions that the atlas draws as parts of another, or not at all: longitude and latitude of their seat.
    private static final Map<String, double[]> SEATS = Map.of(
            "TUV", new double[] {179.2, -8.5},
            "BES", new double[] {-68.3, 12.2},
            "GUF", new double[] {-52.3, 4.9},
            "MTQ", new double[] {-61.0, 14.6},
            "GLP", new double[] {-61.7, 16.0});

    private static final String KOSOVO = "Kosovo";

    private TierMap() {}

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
        return new Block.Chart("map", title, summary, WorldMap.svg("map", title, summary, places), data);
    }

    private static String words(Cell cell) {
        return switch (cell) {
            case Cell.Words(var text) -> text;
            case Cell.Number(var figure) -> Long.toString(Math.round(figure.value()));
            case Cell.Ordinal _, Cell.Flag _, Cell.Placed _, Cell.Items _, Cell.Reasons _, Cell.Absent _ -> "";
        };
    }

    private static Map<String, WorldMap.Place> places(Catalogue catalogue, Region region, int year) {
        var shapes = shapes(catalogue);
        var places = new LinkedHashMap<String, WorldMap.Place>();
        for (var country : catalogue.countries().all()) {
            var iso3 = country.iso3();
            if (!region.contains(iso3)) {
                continue;
            }
            var placement = catalogue.placements().of(iso3, year);
            var mark = placement
                    .map(p -> Mark.of(p.standing(), p.basis()))
                    .orElse(country.assessed() ? Mark.NO_DATA : Mark.BLANK);
            var shape = shapes.get(iso3);
            var seat = SEATS.get(iso3);
            if (shape == null && (seat == null || placement.isEmpty())) {
                continue;
            }
            places.put(
                    iso3,
                    new WorldMap.Place(
                            iso3,
                            country.name() + ": "
                                    + placement.map(p -> p.standing().label()).orElse("no placement on record"),
                            shape == null ? List.of() : List.of(shape),
                            shape == null && seat != null ? Atlas.point(seat[0], seat[1]) : new double[2],
                            mark));
        }
        return places;
    }

    /// Outlines by code. Kosovo has no numeric code, so it is found by its name.
    private static Map<String, Shape> shapes(Catalogue catalogue) {
        var byNumber = new HashMap<String, String>();
        catalogue.table("countries").ifPresent(t -> t.rows().forEach(r -> byNumber.put(r.text("iso_numeric"), r.text("iso3"))));
        var shapes = new HashMap<String, Shape>();
        for (var shape : Atlas.load().shapes()) {
            var iso3 = shape.name().equals(KOSOVO) ? "XKX" : byNumber.get(shape.numeric());
            if (iso3 != null && !shape.numeric().isEmpty() || shape.name().equals(KOSOVO)) {
                shapes.merge(String.valueOf(iso3), shape, (a, b) -> a.rings().getFirst().area() >= b.rings().getFirst().area() ? a : b);
            }
        }
        return shapes;
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
