package org.evenhand.account;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.evenhand.catalogue.Certification;
import org.evenhand.catalogue.Role;
import org.evenhand.catalogue.VictimRecords;
import org.evenhand.core.Basis;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Section;
import org.evenhand.document.Text;

/// Section 3: published estimates of scale, the countries' roles, and the U.S. series by fiscal year and
/// origin, each under its own name.
final class VictimsSection {
    private static final String CERTIFIED = "certified_or_eligible_total";

    private VictimsSection() {}

    static Section of(Setting setting) {
        var blocks = new ArrayList<Block>();
        blocks.addAll(EstimateBlocks.of(setting));
        blocks.add(new Block.Heading("Source, transit, destination"));
        blocks.add(new Block.Tabular(roles(setting)));
        blocks.add(new Block.Heading("Foreign victims certified for assistance in the United States"));
        blocks.add(new Block.Tabular(certified(setting)));
        blocks.addAll(origins(setting));
        return new Section("victims", "Victims: scale, routes, and who was certified", blocks);
    }

    private static DataTable roles(Setting setting) {
        var records = VictimRecords.of(setting.catalogue());
        var rows = new ArrayList<List<Cell>>();
        for (var placement : setting.catalogue().placements().in(setting.year().value(), setting.region())) {
            var found = records.roles(placement.iso3(), setting.year().value());
            if (found.isEmpty()) {
                continue;
            }
            var sources = new TreeSet<String>();
            var basis = Basis.SOURCED;
            for (var role : found) {
                sources.addAll(role.sources());
                basis = basis.weakest(role.basis());
            }
            rows.add(List.of(
                    Cell.words(placement.iso3()),
                    Cell.words(setting.name(placement.iso3())),
                    named(found, "source"),
                    named(found, "transit"),
                    named(found, "destination"),
                    Cell.words(basis.name().toLowerCase(Locale.ROOT)),
                    Cell.items(List.copyOf(sources))));
        }
        return new DataTable(
                "roles",
                "Named as source, transit or destination, %s, report %s"
                        .formatted(setting.region().label(), setting.year()),
                List.of(
                        Column.of("iso3", "ISO"),
                        Column.of("country", "Country"),
                        Column.of("source", "Source"),
                        Column.of("transit", "Transit"),
                        Column.of("destination", "Destination"),
                        Column.of("basis", "Basis"),
                        Column.of("sources", "Sources")),
                rows,
                "yes: every source that speaks of it names the country so; one source: not all do. not named is not a no: the series"
                        + " derived from coded statements only knows where a country was named. One series has a single value"
                        + " for all years.");
    }

    private static Cell named(List<Role> roles, String part) {
        int yes = 0;
        int said = 0;
        for (var role : roles) {
            var answer = switch (part) {
                case "source" -> role.source();
                case "transit" -> role.transit();
                case "destination" -> role.destination();
                default -> throw new IllegalArgumentException(part);
            };
            if (answer.isPresent()) {
                said++;
                yes += answer.get() ? 1 : 0;
            }
        }
        if (said == 0) {
            return Cell.absent(Absence.NOT_RECORDED);
        }
        return Cell.words(yes == said ? "yes" : yes == 0 ? "not named" : "one source");
    }

    private static DataTable certified(Setting setting) {
        var rows = new ArrayList<List<Cell>>();
        for (var c : VictimRecords.of(setting.catalogue()).certifications(CERTIFIED)) {
            if (c.all()) {
                rows.add(List.of(
                        Cell.year(c.fiscalYear()),
                        people(setting, c, c.adults(), "adults certified"),
                        people(setting, c, c.minors(), "minors found eligible"),
                        people(setting, c, c.count(), "victims certified or found eligible"),
                        Cell.items(c.sources())));
            }
        }
        return new DataTable(
                "certified",
                "Certification and eligibility letters of the Department of Health and Human Services, by fiscal year",
                List.of(
                        Column.of("fiscal_year", "FY"),
                        Column.of("adults", "Adults"),
                        Column.of("minors", "Minors"),
                        Column.of("total", "Total"),
                        Column.of("sources", "Sources")),
                rows,
                "Letters to foreign victims found in the United States, of all origins. FY2002–2006 are unverified by year"
                        + " (their sum is sourced); FY2015 and FY2018 on were not found.");
    }

    private static Cell people(Setting setting, Certification c, OptionalInt value, String what) {
        if (value.isPresent()) {
            return Cell.number(setting.recorded(
                    value.getAsInt(),
                    Unit.PEOPLE,
                    "%s, fiscal year %d, %s".formatted(what, c.fiscalYear(), c.measure()),
                    c.basis(),
                    c.sources()));
        }
        return Cell.absent(c.suppressed() ? Absence.SUPPRESSED : Absence.NOT_RECORDED);
    }

    /// The origins that the sources name for the fiscal year before the report, series by series.
    private static List<Block> origins(Setting setting) {
        int fiscalYear = setting.year().value() - 1;
        var blocks = new ArrayList<Block>();
        var records = VictimRecords.of(setting.catalogue()).certifications();
        var measures = new TreeSet<String>();
        records.stream().filter(c -> c.fiscalYear() == fiscalYear && !c.all()).forEach(c -> measures.add(c.measure()));
        if (measures.isEmpty()) {
            blocks.add(new Block.Note(
                    Text.of("No series in the data names origins for fiscal year %d.".formatted(fiscalYear))));
            return blocks;
        }
        blocks.add(new Block.Heading("Origins named for fiscal year %d".formatted(fiscalYear)));
        for (var measure : measures) {
            var rows = records.stream()
                    .filter(c -> c.fiscalYear() == fiscalYear && c.measure().equals(measure) && !c.all())
                    .sorted(Comparator.comparingInt(
                                    (Certification c) -> c.order().orElse(Integer.MAX_VALUE))
                            .thenComparing(Certification::origin))
                    .toList();
            blocks.add(
                    rows.stream().allMatch(c -> c.count().isEmpty())
                            ? new Block.Paragraph(mentioned(setting, measure, rows))
                            : new Block.Tabular(counted(setting, fiscalYear, measure, rows)));
            suppressed(setting, fiscalYear, measure, rows).ifPresent(blocks::add);
        }
        return blocks;
    }

    private static Text mentioned(Setting setting, String measure, List<Certification> rows) {
        var names = rows.stream().map(c -> setting.name(c.origin())).toList();
        var keys = new TreeSet<String>();
        rows.forEach(c -> keys.addAll(c.sources()));
        return Text.build()
                .words(OriginSeries.title(measure) + ", in the order in which the Report mentions them: "
                        + String.join(", ", names)
                        + ". The order of mention is no ranking, and no counts are given")
                .words(" ")
                .cite(List.copyOf(keys))
                .words(".")
                .done();
    }

    private static DataTable counted(Setting setting, int fiscalYear, String measure, List<Certification> rows) {
        var cells = new ArrayList<List<Cell>>();
        for (var c : rows) {
            if (c.suppressed()) {
                continue;
            }
            cells.add(List.of(
                    Cell.words(c.origin()),
                    Cell.words(setting.name(c.origin())),
                    Cell.flag(setting.region().contains(c.origin())),
                    people(setting, c, c.count(), "victims of this origin"),
                    Cell.items(c.sources())));
        }
        return new DataTable(
                "origins-" + measure.replace('_', '-'),
                OriginSeries.title(measure) + ", fiscal year %d".formatted(fiscalYear),
                List.of(
                        Column.of("origin", "Origin"),
                        Column.of("country", "Country"),
                        Column.of("in_region", "In region"),
                        Column.of("people", "People"),
                        Column.of("sources", "Sources")),
                cells,
                OriginSeries.caution(measure));
    }

    /// How many origins the publisher names without a count.
    private static Optional<Block> suppressed(
            Setting setting, int fiscalYear, String measure, List<Certification> rows) {
        var hidden = rows.stream().filter(Certification::suppressed).toList();
        if (hidden.isEmpty()) {
            return Optional.empty();
        }
        var evidence = Evidence.none();
        hidden.forEach(c -> evidence.add(c.basis(), c.sources()));
        return Optional.of(new Block.Note(Text.build()
                .words("Further origins that were published as fewer than five people and stay suppressed: ")
                .figure(setting.count(
                        hidden.size(),
                        Unit.COUNT,
                        "origins named in %s, fiscal year %d".formatted(measure, fiscalYear),
                        rows.size(),
                        evidence))
                .words(".")
                .done()));
    }
}
