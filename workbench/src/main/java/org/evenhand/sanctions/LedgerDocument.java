package org.evenhand.sanctions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Determination.Outcome;
import org.evenhand.catalogue.Region;
import org.evenhand.core.Basis;
import org.evenhand.core.NoAnswer;
import org.evenhand.core.Sample;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Document;
import org.evenhand.document.Grounds;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;

/// `evenhand sanctions ledger`: what followed each Tier 3 placement, and the totals.
public final class LedgerDocument {
    private final Catalogue catalogue;
    private final Region region;
    private final String command;
    private final List<LedgerEntry> entries;
    private final List<DebatedGroup> groups;

    private LedgerDocument(
            Catalogue catalogue, Region region, String command, List<LedgerEntry> entries, List<DebatedGroup> groups) {
        this.catalogue = catalogue;
        this.region = region;
        this.command = command;
        this.entries = entries;
        this.groups = groups;
    }

    /// The ledger of a region over the reports from `firstYear` to `lastYear`.
    ///
    /// @param groups names or definitions of the groups to total by; empty for all that have a name
    /// @throws NoAnswer if none of those reports put a country of the region on Tier 3
    public static Document of(
            Catalogue catalogue,
            Region region,
            int firstYear,
            int lastYear,
            List<String> groups,
            Provenance provenance) {
        var entries = Ledger.of(catalogue).entries(region, firstYear, lastYear);
        if (entries.isEmpty()) {
            throw new NoAnswer(
                    "No report from %d to %d put a country of %s on Tier 3 in the data, from that of %d on."
                            .formatted(firstYear, lastYear, region.label(), Ledger.FIRST_REPORT),
                    "Ask for other reports or another region; `evenhand tiers` lists the placements.");
        }
        var ledger = new LedgerDocument(
                catalogue, region, provenance.command(), entries, DebatedGroup.of(catalogue, entries, groups));
        int from = Math.max(Ledger.FIRST_REPORT, firstYear);
        var last = catalogue.placements().years();
        int to = Math.min(lastYear, last.isEmpty() ? lastYear : last.last());
        return Documents.of(
                catalogue,
                "sanctions-ledger",
                "Sanctions ledger: " + region.label(),
                "What followed each Tier 3 placement, reports %d to %d".formatted(from, Math.max(from, to)),
                ledger.sections(),
                provenance);
    }

    private List<Section> sections() {
        var sections = new ArrayList<Section>();
        sections.add(new Section("selection", "What this can and cannot say", List.of(Selection.note())));
        sections.add(new Section(
                "ledger", "The ledger", List.of(new Block.Tabular(table()), new Block.Bullets(measures()))));
        var totals = new ArrayList<Block>();
        totals.add(new Block.Tabular(
                totals("ledger-by-year", "Outcomes by report", "year", "Report", e -> Cell.year(e.report()))));
        totals.add(new Block.Tabular(totals(
                "ledger-by-region",
                "Outcomes by bureau",
                "bureau",
                "Bureau",
                e -> Cell.words(catalogue.countries().bureau(e.iso3())))));
        totals.add(new Block.Tabular(byGroup()));
        totals.add(new Block.Tabular(shares()));
        sections.add(new Section("totals", "Totals", totals));
        var published = differences();
        if (region.key().equals("WORLD") && !published.rows().isEmpty()) {
            sections.add(new Section("published", "Against published counts", List.of(new Block.Tabular(published))));
        }
        return sections;
    }

    private DataTable table() {
        var rows = new ArrayList<List<Cell>>();
        for (var e : entries) {
            rows.add(row(e));
        }
        return new DataTable(
                "sanctions-ledger",
                "Tier 3 placements and what followed, " + region.label(),
                List.of(
                        Column.of("iso3", "ISO"),
                        Column.of("country", "Country"),
                        Column.of("year", "Report"),
                        Column.machine("tier"),
                        Column.of("outcome", "Outcome"),
                        Column.machine("outcome_code"),
                        Column.of("measures", "Measures"),
                        Column.of("reason_or_scope", "Scope or reason"),
                        Column.machine("instrument"),
                        Column.of("date", "Date"),
                        Column.of("days_after_report", "Days"),
                        Column.of("timing", "45–90 days"),
                        Column.of("fiscal_year", "FY"),
                        Column.of("aid_usd_current", "Aid in that FY (current US$)"),
                        Column.machine("aid_usd_constant_2024"),
                        Column.of("conflict", "Sources disagree"),
                        Column.machine("basis"),
                        Column.machine("sources")),
                rows,
                "Days run from the release of the report; the statute asks for the notification between the 45th and"
                        + " the 90th (22 U.S.C. 7107(c)) and attaches nothing to lateness. Aid is all obligations of the"
                        + " fiscal year that the determination governs, exempt kinds included: see `evenhand sanctions"
                        + " at-stake`. Extent unknown: restricted, and a partial waiver could not be ruled out.");
    }

    private List<Cell> row(LedgerEntry e) {
        var absent = Cell.absent(Absence.NOT_RECORDED);
        var d = e.determination();
        var sources =
                new Grounds(command).add(e.placement().basis(), e.placement().sources());
        d.ifPresent(x -> sources.add(x.basis(), x.sources()));
        var sample = Sample.one("%s, report %d".formatted(e.iso3(), e.report()));
        Cell days = e.days()
                .<Cell>map(n -> {
                    var grounds = new Grounds(command);
                    d.ifPresent(x -> grounds.add(x.basis(), x.sources()));
                    e.released().ifPresent(r -> grounds.add(Basis.SOURCED, r.sources()));
                    return Cell.number(grounds.figure(n, Unit.DAYS, sample));
                })
                .orElse(absent);
        return List.of(
                Cell.words(e.iso3()),
                Cell.words(catalogue.countries().name(e.iso3())),
                Cell.year(e.report()),
                new Cell.Placed(
                        e.placement().standing(),
                        e.placement().basis(),
                        e.placement().sources()),
                d.<Cell>map(x -> Cell.words(x.outcome().label())).orElse(absent),
                d.<Cell>map(x -> Cell.words(x.outcome().code())).orElse(absent),
                d.isEmpty()
                        ? absent
                        : Cell.words(String.join(
                                ", ",
                                e.measures().stream().map(LegalMeasure::key).toList())),
                d.filter(x -> !x.reason().isEmpty())
                        .<Cell>map(x -> Cell.words(x.reason()))
                        .orElse(absent),
                d.filter(x -> !x.instrument().isEmpty())
                        .<Cell>map(x -> Cell.words(x.instrument()))
                        .orElse(absent),
                d.flatMap(x -> x.date())
                        .<Cell>map(x -> Cell.words(x.toString()))
                        .orElse(absent),
                days,
                e.timing().<Cell>map(Cell::words).orElse(absent),
                Cell.year(e.fiscalYear()),
                aid(e, Unit.USD_CURRENT, a -> OptionalLong.of(a.total())),
                aid(e, Unit.USD_CONSTANT_2024, AidSplit::constant),
                e.conflict().isEmpty() ? Cell.absent(Absence.NOT_APPLICABLE) : Cell.words(e.conflict()),
                Cell.words(sources.basis().name().toLowerCase(java.util.Locale.ROOT)),
                Cell.items(sources.sources()));
    }

    private Cell aid(LedgerEntry e, Unit unit, Function<AidSplit, OptionalLong> amount) {
        Optional<AidSplit> aid = e.aid();
        OptionalLong cents = aid.map(amount).orElse(OptionalLong.empty());
        return aid.isEmpty() || cents.isEmpty()
                ? Cell.absent(Absence.NOT_RECORDED)
                : Cell.number(new Grounds(command)
                        .add(aid.get().basis(), aid.get().sources())
                        .dollars(
                                cents.getAsLong(),
                                unit,
                                Sample.one("aid obligations, %s, FY%d".formatted(e.iso3(), e.fiscalYear()))));
    }

    private List<Text> measures() {
        var used =
                entries.stream().flatMap(e -> e.measures().stream()).distinct().toList();
        return Arrays.stream(LegalMeasure.values())
                .filter(used::contains)
                .map(m -> Text.of("%s (%s): %s.".formatted(m.key(), m.citation(), m.words())))
                .toList();
    }

    /// A line of totals.
    ///
    /// @param sources of what makes a member, beside those of the members' own entries
    private record Total(String name, Cell head, List<LedgerEntry> members, List<String> sources) {}

    private DataTable totals(String id, String caption, String key, String title, Function<LedgerEntry, Cell> group) {
        var groups = new TreeMap<String, List<LedgerEntry>>();
        for (var e : entries) {
            groups.computeIfAbsent(label(group.apply(e)), _ -> new ArrayList<>())
                    .add(e);
        }
        return totals(
                id,
                caption,
                key,
                title,
                groups.entrySet().stream()
                        .map(g -> new Total(g.getKey(), group.apply(g.getValue().getFirst()), g.getValue(), List.of()))
                        .toList(),
                "");
    }

    private DataTable byGroup() {
        return totals(
                "ledger-by-group",
                "Outcomes by groups that the debate names",
                "group",
                "Group",
                groups.stream()
                        .map(g -> new Total(g.key(), Cell.words(g.title()), g.members(), g.sources()))
                        .toList(),
                "Groups overlap, so rows do not add up. Membership is that of the year before the report%s.%s A definition of"
                                .formatted(definitions(), unknown())
                        + " your own: --group. The passports name what makes a member, too.");
    }

    private String definitions() {
        var written = groups.stream()
                .filter(g -> !g.definition().isEmpty())
                .map(g -> "%s (%s)".formatted(g.title(), g.definition()))
                .toList();
        return written.isEmpty() ? "" : ": " + String.join("; ", written);
    }

    /// Whose membership is not on record, in words.
    private String unknown() {
        var names = groups.stream()
                .flatMap(g -> g.unknown().stream())
                .map(LedgerEntry::iso3)
                .distinct()
                .sorted()
                .toList();
        return names.isEmpty()
                ? ""
                : " Where membership is not on record a country-year is in no row of the group, nor in the last (%s)."
                        .formatted(String.join(", ", names));
    }

    private DataTable totals(String id, String caption, String key, String title, List<Total> groups, String note) {
        var columns = new ArrayList<Column>(List.of(Column.of(key, title)));
        for (var outcome : Outcome.values()) {
            columns.add(Column.of(outcome.code(), outcome.label()));
        }
        columns.add(Column.of("not_recorded", "no determination in the data"));
        columns.add(Column.of("all", "Tier 3"));
        columns.add(Column.of("restricted_share", "Restricted, share of recorded (95% exact)"));
        var rows = new ArrayList<List<Cell>>();
        groups.forEach(g -> {
            var cells = new ArrayList<Cell>(List.of(g.head()));
            for (var outcome : Outcome.values()) {
                cells.add(count(g, with(g.members(), outcome)));
            }
            long unknown = g.members().stream()
                    .filter(e -> e.determination().isEmpty())
                    .count();
            cells.add(count(g, unknown));
            cells.add(count(g, g.members().size()));
            cells.add(restrictedShare(g, unknown));
            rows.add(cells);
        });
        return new DataTable(id, "%s, %s".formatted(caption, region.label()), columns, rows, note);
    }

    private static String label(Cell cell) {
        return switch (cell) {
            case Cell.Words(var text) -> text;
            case Cell.Ordinal(int value) -> Integer.toString(value);
            case Cell.Flag _, Cell.Number _, Cell.Placed _, Cell.Items _, Cell.Reasons _, Cell.Absent _ ->
                throw new IllegalArgumentException("a group needs a name");
        };
    }

    private static long with(List<LedgerEntry> list, Outcome outcome) {
        return list.stream()
                .filter(e ->
                        e.determination().filter(d -> d.outcome() == outcome).isPresent())
                .count();
    }

    private Cell count(Total total, long value) {
        return Cell.number(grounds(total)
                .figure(
                        value,
                        Unit.COUNTRY_YEARS,
                        Sample.of(
                                "Tier 3, %s, %s".formatted(region.label(), total.name()),
                                total.members().size())));
    }

    private Grounds grounds(Total total) {
        var grounds = new Grounds(command).add(Basis.SOURCED, total.sources());
        for (var e : total.members()) {
            grounds.add(e.placement().basis(), e.placement().sources());
            e.determination().ifPresent(d -> grounds.add(d.basis(), d.sources()));
        }
        return grounds;
    }

    private Cell restrictedShare(Total total, long unknown) {
        var list = total.members();
        long recorded = list.size() - unknown;
        if (recorded == 0) {
            return Cell.absent(Absence.NOT_RECORDED);
        }
        long restricted = list.stream()
                .filter(e ->
                        e.determination().filter(d -> d.outcome().restricted()).isPresent())
                .count();
        return Cell.number(grounds(total)
                .share(
                        restricted,
                        recorded,
                        new Sample(
                                "Tier 3, %s, %s".formatted(region.label(), total.name()),
                                recorded,
                                unknown,
                                unknown == 0 ? "" : "no determination in the data")));
    }

    private DataTable shares() {
        long unknown = entries.stream().filter(e -> e.determination().isEmpty()).count();
        long recorded = entries.size() - unknown;
        var all = new Total("all reports", Cell.words("all reports"), entries, List.of());
        var rows = new ArrayList<List<Cell>>();
        for (var outcome : Outcome.values()) {
            long n = with(entries, outcome);
            rows.add(List.of(
                    Cell.words(outcome.label()),
                    count(all, n),
                    recorded == 0
                            ? Cell.absent(Absence.NOT_RECORDED)
                            : Cell.number(grounds(all)
                                    .share(
                                            n,
                                            recorded,
                                            new Sample(
                                                    "Tier 3 with a determination, " + region.label(),
                                                    recorded,
                                                    unknown,
                                                    unknown == 0 ? "" : "no determination in the data")))));
        }
        return new DataTable(
                "ledger-shares",
                "Share of each outcome, " + region.label(),
                List.of(
                        Column.of("outcome", "Outcome"),
                        Column.of("cases", "Cases"),
                        Column.of("share", "Share of recorded (95% exact)")),
                rows,
                "The intervals treat country-years as independent draws; the same countries return, so that they are"
                        + " narrower than what is known.");
    }

    /// The yearly counts that others published, beside ours; where they differ, what the numbers themselves
    /// show.
    private DataTable differences() {
        var rows = new ArrayList<List<Cell>>();
        catalogue.table("determination_counts").ifPresent(table -> {
            for (var row : table.rows()) {
                int year = row.integer("report_year");
                var list = entries.stream().filter(e -> e.report() == year).toList();
                if (!list.isEmpty()) {
                    rows.add(PublishedCounts.of(row, list).cells(command));
                }
            }
        });
        return new DataTable(
                "ledger-published",
                "Published counts by report, beside this ledger",
                PublishedCounts.COLUMNS,
                rows,
                "Published / here. Restrictions of unknown extent count as neither full nor partial here; a published"
                        + " count that they can make up is no difference. Nothing is averaged.");
    }
}
