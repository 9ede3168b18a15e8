package org.evenhand.victims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Certification;
import org.evenhand.catalogue.Region;
import org.evenhand.catalogue.VictimRecords;
import org.evenhand.core.Basis;
import org.evenhand.core.Figure;
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

/// Foreign victims certified for assistance in the United States, by fiscal year and origin, every series under
/// its own name: what `evenhand victims certified` answers.
public final class CertifiedVictims {
    /// Series in the order of printing, with title and meaning.
    private static final Map<String, String> SERIES = new LinkedHashMap<>();

    static {
        SERIES.put(
                "certified_or_eligible_total",
                "Certified or eligible for assistance: adults with a certification letter, minors with an eligibility letter.");
        SERIES.put(
                "certified_or_eligible_by_citizenship",
                "The same people by citizenship. Lists name the leading origins only and do not sum to the total.");
        SERIES.put(
                "certification_letters_adults", "Certification letters to adults, as the department counts letters.");
        SERIES.put("certified_adults", "Certified adults, as quoted by the Congressional Research Service.");
        SERIES.put("cumulative_since_fy2001_total", "A total over several years, not of one year.");
        SERIES.put(
                "detected_victims_other_federal_series",
                "From fiscal year 2013 the United States reports another series to UNODC, several times as large."
                        + " It is not certification and cannot be joined to it.");
        SERIES.put(
                "detected_by_citizenship_other_federal_series",
                "The other series by citizenship, from fiscal year 2013.");
        SERIES.put("top_origin_order_of_mention", "Origins in the order a Report names them; no count and no ranking.");
        SERIES.put(
                "top_origin_federally_identified_order_of_mention",
                "Origins in the order a Report names them among victims federally identified; no count and no ranking.");
        SERIES.put(
                "named_latin_american_origin_order_of_mention",
                "Latin American origins that a source names; no count.");
        SERIES.put("named_other_origin", "Other origins that a source names; no count.");
    }

    private final Catalogue catalogue;
    private final Region region;
    private final int first;
    private final int last;
    private final String command;

    private CertifiedVictims(Catalogue catalogue, Region region, int first, int last, String command) {
        this.catalogue = catalogue;
        this.region = region;
        this.first = first;
        this.last = last;
        this.command = command;
    }

    /// @param region origins to show
    /// @param first first fiscal year, included
    /// @param last last fiscal year, included
    public static Document of(Catalogue catalogue, Region region, int first, int last, Provenance provenance) {
        var answer = new CertifiedVictims(catalogue, region, first, last, provenance.command());
        var sections = new ArrayList<Section>();
        sections.add(new Section("breaks", "Breaks in the series", List.of(new Block.Bullets(breaks()))));
        var known = VictimRecords.of(catalogue);
        var measures = new ArrayList<>(SERIES.keySet());
        known.certifications().stream()
                .map(Certification::measure)
                .distinct()
                .filter(measure -> !measures.contains(measure))
                .forEach(measures::add);
        for (var measure : measures) {
            var rows = known.certifications(measure).stream()
                    .filter(c -> c.fiscalYear() >= first && c.fiscalYear() <= last)
                    .filter(c -> c.all() || region.key().equals("WORLD") || region.contains(c.origin()))
                    .toList();
            if (!rows.isEmpty()) {
                sections.add(answer.section(measure, rows));
            }
        }
        return new Document(
                "certified-victims",
                "Victims in the United States by fiscal year and origin",
                "%s, fiscal years %d to %d".formatted(region.label(), first, last),
                sections,
                catalogue.sources(NamedSources.of(sections)),
                provenance);
    }

    private static List<Text> breaks() {
        return List.of(
                Text.of(
                        "Fiscal year 2013: the extract that UNODC publishes changes from certification to another federal"
                                + " series. In that year both are known, and the other one is more than four times as large: no"
                                + " growth between 2012 and 2013 can be read from them."),
                Text.of(
                        "Certification counts foreign nationals only, and those whom the department was told of; it is no"
                                + " measure of how many victims there are."),
                Text.of("A blank year is a year for which no figure was found."));
    }

    private Section section(String measure, List<Certification> rows) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(Text.of(SERIES.getOrDefault(measure, "A series of its own."))));
        blocks.add(new Block.Tabular(table(measure, rows)));
        if (rows.stream().anyMatch(c -> !c.all() && c.count().isPresent())) {
            blocks.add(new Block.Tabular(shares(measure, rows)));
        }
        return new Section(
                measure.replace('_', '-'),
                Character.toUpperCase(measure.charAt(0)) + words(measure).substring(1),
                blocks);
    }

    private DataTable table(String measure, List<Certification> rows) {
        var cells = new ArrayList<List<Cell>>();
        for (var c : rows) {
            cells.add(List.of(
                    Cell.year(c.fiscalYear()),
                    Cell.words(startsSeries(c) ? "new series" : ""),
                    Cell.words(c.origin()),
                    Cell.words(c.all() ? "all origins" : catalogue.countries().name(c.origin())),
                    number(c, c.count(), "all"),
                    number(c, c.adults(), "adults"),
                    number(c, c.minors(), "minors"),
                    c.order().isPresent() ? Cell.year(c.order().getAsInt()) : Cell.absent(Absence.NOT_APPLICABLE),
                    Cell.items(c.sources())));
        }
        return new DataTable(
                measure.replace('_', '-'),
                "%s, fiscal years %d to %d".formatted(words(measure), first, last),
                List.of(
                        Column.of("fiscal_year", "Fiscal year"),
                        Column.of("break", "Break"),
                        Column.machine("origin"),
                        Column.of("origin_name", "Origin"),
                        Column.of("count", "People"),
                        Column.of("adults", "Adults"),
                        Column.of("minors", "Minors"),
                        Column.of("order_of_mention", "Order of mention"),
                        Column.of("sources", "Sources")),
                cells,
                "Cells published as fewer than five stay suppressed. Order of mention is no ranking by number.");
    }

    /// Whether the row is of the first year of the series that UNODC's extract goes on with: nothing before it can be
    /// compared.
    private boolean startsSeries(Certification c) {
        return c.measure().endsWith("_other_federal_series")
                && VictimRecords.of(catalogue).certifications(c.measure()).stream()
                        .allMatch(other -> other.fiscalYear() >= c.fiscalYear());
    }

    /// The named origins' part of all named origins, a year; not of the total, which has origins that are not
    /// named.
    private DataTable shares(String measure, List<Certification> rows) {
        var named = VictimRecords.of(catalogue).certifications(measure);
        var byYear = new TreeMap<Integer, List<Certification>>();
        for (var c : named) {
            if (!c.all() && c.fiscalYear() >= first && c.fiscalYear() <= last) {
                byYear.computeIfAbsent(c.fiscalYear(), _ -> new ArrayList<>()).add(c);
            }
        }
        var cells = new ArrayList<List<Cell>>();
        byYear.forEach((year, all) -> {
            var mine = all.stream()
                    .filter(c -> region.key().equals("WORLD") || region.contains(c.origin()))
                    .toList();
            int suppressed =
                    (int) all.stream().filter(Certification::suppressed).count();
            int total = sum(all);
            if (total > 0) {
                cells.add(List.of(
                        Cell.year(year),
                        Cell.number(people(
                                measure, year, region.key(), sum(mine), mine.isEmpty() ? all : mine, suppressed)),
                        Cell.number(people(measure, year, "all named origins", total, all, suppressed)),
                        Cell.number(share(measure, year, sum(mine) / (double) total, all, suppressed))));
            }
        });
        return new DataTable(
                "share-" + measure.replace('_', '-'),
                "Part of %s among the origins named".formatted(region.label()),
                List.of(
                        Column.of("fiscal_year", "Fiscal year"),
                        Column.of("region", "People of the region"),
                        Column.of("named", "People of all named origins"),
                        Column.of("share", "Share")),
                cells,
                "A share of the people whose origin is printed with a count. Origins that are not named, and suppressed cells,"
                        + " are in neither number.");
    }

    private static int sum(List<Certification> rows) {
        return rows.stream().mapToInt(c -> c.count().orElse(0)).sum();
    }

    private Figure people(String measure, int year, String what, int value, List<Certification> rows, int suppressed) {
        return Figure.observed(
                value, Unit.PEOPLE, sample(measure, year, what, rows, suppressed), basis(rows), sources(rows), command);
    }

    private Figure share(String measure, int year, double value, List<Certification> rows, int suppressed) {
        return Figure.observed(
                value,
                Unit.SHARE,
                sample(measure, year, region.key(), rows, suppressed),
                Basis.DERIVED.weakest(basis(rows)),
                sources(rows),
                command);
    }

    private static Sample sample(String measure, int year, String what, List<Certification> rows, int suppressed) {
        return new Sample(
                "%s, %s, fiscal year %d".formatted(measure, what, year),
                rows.size(),
                suppressed,
                suppressed == 0 ? "" : "suppressed by the publisher");
    }

    private static Basis basis(List<Certification> rows) {
        var basis = Basis.SOURCED;
        for (var row : rows) {
            basis = basis.weakest(row.basis());
        }
        return basis;
    }

    private static List<String> sources(List<Certification> rows) {
        return rows.stream()
                .flatMap(c -> c.sources().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Cell number(Certification c, OptionalInt value, String part) {
        if (value.isPresent()) {
            return Cell.number(Figure.observed(
                    value.getAsInt(),
                    Unit.PEOPLE,
                    Sample.one("%s, %s, %s, fiscal year %d".formatted(c.measure(), part, c.origin(), c.fiscalYear())),
                    c.basis(),
                    c.sources(),
                    command));
        }
        return Cell.absent(c.suppressed() && part.equals("all") ? Absence.SUPPRESSED : Absence.NOT_RECORDED);
    }

    private static String words(String measure) {
        return measure.replace('_', ' ').replace("fy2001", "FY2001");
    }
}
