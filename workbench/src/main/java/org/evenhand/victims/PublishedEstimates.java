package org.evenhand.victims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Estimate;
import org.evenhand.catalogue.Region;
import org.evenhand.catalogue.VictimRecords;
import org.evenhand.core.Figure;
import org.evenhand.core.Interval;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;

/// Published estimates of scale side by side, one section a concept, with what may and may not be compared:
/// what `evenhand prevalence --published` answers.
///
/// An estimate is its publisher's claim. Nothing is averaged; superseded ones are kept and marked.
public final class PublishedEstimates {
    private final Catalogue catalogue;
    private final Region region;
    private final String command;

    private PublishedEstimates(Catalogue catalogue, Region region, String command) {
        this.catalogue = catalogue;
        this.region = region;
        this.command = command;
    }

    public static Document of(Catalogue catalogue, Region region, Provenance provenance) {
        var answer = new PublishedEstimates(catalogue, region, provenance.command());
        var wanted = VictimRecords.of(catalogue).estimates().stream()
                .filter(e -> answer.covers(e.scope()))
                .toList();
        var sections = new ArrayList<Section>();
        sections.add(new Section("comparing", "What may be compared", List.of(new Block.Bullets(rules(wanted)))));
        var byConcept = new TreeMap<String, List<Estimate>>();
        wanted.forEach(e ->
                byConcept.computeIfAbsent(e.measure(), _ -> new ArrayList<>()).add(e));
        byConcept.forEach((concept, estimates) -> sections.add(new Section(
                "concept-" + concept.replaceAll("[^a-z0-9]+", "-"),
                words(concept),
                List.of(new Block.Tabular(answer.table(concept, estimates, wanted))))));
        return new Document(
                "published-estimates",
                "Published estimates of scale, " + region.label(),
                "claims of their publishers, never averaged",
                sections,
                catalogue.sources(NamedSources.of(sections)),
                provenance);
    }

    /// The world's figures belong to `WORLD` only; a region's own and its countries' to the region.
    private boolean covers(String scope) {
        if (region.key().equals("WORLD")) {
            return scope.equals("world");
        }
        return region.contains(scope) || scope.startsWith("region:") && named(scope.substring(7));
    }

    private boolean named(String name) {
        return switch (region.key()) {
            case "LAC" -> name.startsWith("Latin America") || name.equals("Americas");
            case "WHA" -> name.startsWith("Latin America") || name.equals("Americas");
            case "AF" -> name.contains("Africa");
            case "EAP", "SCA" -> name.startsWith("Asia");
            case "EUR" -> name.contains("Europe");
            case "NEA" -> name.equals("Middle East") || name.equals("Arab States");
            default -> false;
        };
    }

    /// What may and may not be compared, by fixed rules on what is in the tables below.
    private static List<Text> rules(List<Estimate> estimates) {
        var rules = new ArrayList<Text>();
        if (estimates.isEmpty()) {
            rules.add(Text.of("No published estimate of this scope is in the data; that is not zero."));
            return rules;
        }
        var concepts = new TreeSet<String>();
        var editions = new TreeMap<String, TreeSet<Integer>>();
        var scopes = new TreeSet<String>();
        for (var e : estimates) {
            concepts.add(e.measure());
            scopes.add(e.scope());
            editions.computeIfAbsent(e.series(), _ -> new TreeSet<>()).add(e.edition());
        }
        rules.add(
                Text.of(
                        "Within one table: the same concept, so countries of one edition may be set side by side, with the"
                                + " caution that most national figures are extrapolated by their publisher from other countries' surveys."));
        if (concepts.size() > 1) {
            rules.add(
                    Text.of(
                            "Across tables: never. A stock counts people at one time, a yearly figure people who enter"
                                    + " within the year; forced labour, forced marriage and trafficking are different concepts and overlap."));
        }
        if (editions.values().stream().anyMatch(years -> years.size() > 1)) {
            rules.add(
                    Text.of(
                            "Between editions of one publisher: not as change over time. Methods and definitions changed from"
                                    + " edition to edition; the later one supersedes the earlier one, which is kept and marked."));
        }
        if (scopes.stream().anyMatch(scope -> scope.startsWith("region:"))) {
            rules.add(Text.of(
                    "Regions are their publishers' regions; their members differ from one publisher to another."));
        }
        rules.add(Text.of("A value without an interval was printed without one; that does not make it exact."));
        return rules;
    }

    private DataTable table(String concept, List<Estimate> estimates, List<Estimate> all) {
        var rows = new ArrayList<List<Cell>>();
        estimates.stream()
                .sorted(Comparator.comparing(Estimate::scope)
                        .thenComparing(Estimate::referenceYear)
                        .thenComparing(Estimate::key))
                .forEach(e -> rows.add(List.of(
                        Cell.words(e.key()),
                        Cell.words(scope(e.scope())),
                        Cell.year(e.referenceYear()),
                        Cell.words(e.publisher()),
                        Cell.words(method(e)),
                        bound(e, e.low(), "low end"),
                        central(e),
                        bound(e, e.high(), "high end"),
                        Cell.flag(all.stream().anyMatch(e::supersededBy)),
                        Cell.items(e.sources()))));
        return new DataTable(
                "estimates-" + concept.replaceAll("[^a-z0-9]+", "-"),
                words(concept),
                List.of(
                        Column.machine("estimate_id"),
                        Column.of("scope", "Scope"),
                        Column.of("reference_year", "Year"),
                        Column.of("publisher", "Publisher"),
                        Column.of("method", "Method"),
                        Column.of("low", "Low"),
                        Column.of("central", "Value"),
                        Column.of("high", "High"),
                        Column.of("superseded", "Superseded"),
                        Column.of("sources", "Sources")),
                rows,
                "Low and high only where the publisher printed them.");
    }

    /// How its publisher came to it, as far as the series says.
    private static String method(Estimate e) {
        return switch (e.series()) {
            case "GSI" ->
                e.edition() >= 2018
                        ? "surveys and a model of vulnerability, aligned to the global estimates"
                        : "surveys, extrapolated to similar countries";
            case "GEMS" -> "household surveys and case data";
            case "ILO" ->
                e.edition() == 2012
                        ? "capture and recapture of reported cases, surveys"
                        : "reported cases, extrapolated";
            case "MSE" -> "multiple systems estimation";
            default -> "not stated in the data";
        };
    }

    private Cell central(Estimate e) {
        if (e.central().isEmpty()) {
            return Cell.absent(Absence.NOT_RECORDED);
        }
        var interval = e.low().isPresent()
                        && e.high().isPresent()
                        && e.low().getAsDouble() <= e.high().getAsDouble()
                ? new Interval.Between(e.low().getAsDouble(), e.high().getAsDouble(), Double.NaN, "as published")
                : Interval.NOT_STATED;
        return Cell.number(figure(e, e.central().getAsDouble(), interval, "value"));
    }

    private Cell bound(Estimate e, OptionalDouble value, String which) {
        return value.isPresent()
                ? Cell.number(figure(e, value.getAsDouble(), Interval.NOT_STATED, which))
                : Cell.absent(Absence.NOT_RECORDED);
    }

    private Figure figure(Estimate e, double value, Interval interval, String which) {
        return new Figure(
                value,
                e.measure().contains("per_1000") ? Unit.NUMBER : Unit.PEOPLE,
                interval,
                Sample.one("%s, %s of %s, %d".formatted(e.publisher(), which, e.key(), e.referenceYear())),
                e.basis(),
                e.sources(),
                command);
    }

    private String scope(String scope) {
        return scope.equals("world")
                ? "world"
                : scope.startsWith("region:")
                        ? scope.substring(7)
                        : catalogue.countries().name(scope);
    }

    private static String words(String concept) {
        String text = concept.replace('_', ' ').replace(":", ": ");
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
