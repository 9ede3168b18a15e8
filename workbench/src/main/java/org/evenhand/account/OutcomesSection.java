package org.evenhand.account;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.evenhand.catalogue.Determination;
import org.evenhand.catalogue.Determination.Outcome;
import org.evenhand.core.Tier;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Section;
import org.evenhand.document.Text;

/// Section 6: the determinations that followed, and the record of all years with exact intervals.
final class OutcomesSection {
    private OutcomesSection() {}

    static Section of(Setting setting) {
        var blocks = new ArrayList<Block>();
        if (setting.catalogue().table("determinations").isEmpty()) {
            blocks.add(new Block.Note(Text.of("The table of determinations is not available.")));
            return new Section("outcomes", "What followed", blocks);
        }
        blocks.add(new Block.Paragraph(
                Text.of("For each country on Tier 3 the President restricts assistance for the next fiscal"
                        + " year, waives that in full or in part in the national interest, or reports that the country has since"
                        + " complied (22 U.S.C. 7107(d)). Countries that act before the deadline never reach a restriction, so that"
                        + " imposed cases alone say nothing about what the threat does.")));
        blocks.add(new Block.Tabular(thisReport(setting)));
        unanswered(setting).forEach(blocks::add);
        blocks.add(new Block.Heading("The record of all reports"));
        blocks.add(new Block.Tabular(byYear(setting)));
        blocks.add(new Block.Tabular(shares(setting)));
        return new Section("outcomes", "What followed", blocks);
    }

    private static DataTable thisReport(Setting setting) {
        var rows = new ArrayList<List<Cell>>();
        for (var d : setting.catalogue().determinations().in(setting.year().value(), setting.region())) {
            rows.add(List.of(
                    Cell.words(d.iso3()),
                    Cell.words(setting.name(d.iso3())),
                    Cell.words(d.outcome().label()),
                    Cell.year(d.fiscalYear()),
                    d.date().<Cell>map(x -> Cell.words(x.toString())).orElse(Cell.absent(Absence.NOT_RECORDED)),
                    d.reason().isEmpty() ? Cell.absent(Absence.NOT_RECORDED) : Cell.words(d.reason()),
                    Cell.items(d.sources())));
        }
        return new DataTable(
                "determinations",
                "Determinations for %s after the %s report"
                        .formatted(setting.region().label(), setting.year()),
                List.of(
                        Column.of("iso3", "ISO"),
                        Column.of("country", "Country"),
                        Column.of("outcome", "Outcome"),
                        Column.of("fiscal_year", "FY"),
                        Column.of("date", "Date"),
                        Column.of("reason_or_scope", "Reason or scope"),
                        Column.of("sources", "Sources")),
                rows,
                rows.isEmpty() ? "No determination for the region is on record for this report." : "");
    }

    /// Countries on Tier 3 without a determination in the data.
    private static List<Block> unanswered(Setting setting) {
        var names = new ArrayList<String>();
        for (var placement : setting.catalogue().placements().in(setting.year().value(), setting.region())) {
            if (placement.standing() == Tier.TIER_3
                    && setting.catalogue()
                            .determinations()
                            .of(placement.iso3(), setting.year().value())
                            .isEmpty()) {
                names.add(setting.name(placement.iso3()));
            }
        }
        return names.isEmpty()
                ? List.of()
                : List.of(
                        new Block.Note(
                                Text.of(
                                        "On Tier 3 without a determination in the data: " + String.join(", ", names)
                                                + ". Determinations are required from the 2003 report on; a gap here is a gap in the data.")));
    }

    private static DataTable byYear(Setting setting) {
        var years = new TreeMap<Integer, List<Determination>>();
        for (var d : setting.catalogue().determinations().in(setting.region())) {
            years.computeIfAbsent(d.year().value(), _ -> new ArrayList<>()).add(d);
        }
        var columns = new ArrayList<Column>();
        columns.add(Column.of("year", "Report"));
        for (var outcome : Outcome.values()) {
            columns.add(Column.of(outcome.code(), outcome.label()));
        }
        columns.add(Column.of("total", "All"));
        var rows = new ArrayList<List<Cell>>();
        years.forEach((year, list) -> {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.year(year));
            for (var outcome : Outcome.values()) {
                cells.add(count(setting, year, list, d -> d.outcome() == outcome));
            }
            cells.add(count(setting, year, list, _ -> true));
            rows.add(cells);
        });
        return new DataTable(
                "determinations-by-year",
                "Determinations for %s by report".formatted(setting.region().label()),
                columns,
                rows,
                "Extent unknown: restricted, and a partial waiver could not be ruled out in the text seen.");
    }

    private static Cell count(Setting setting, int year, List<Determination> list, Predicate<Determination> wanted) {
        var evidence = Evidence.ofDeterminations(list);
        return Cell.number(setting.count(
                list.stream().filter(wanted).count(),
                Unit.COUNT,
                "determinations for %s, report %d".formatted(setting.region().label(), year),
                list.size(),
                evidence));
    }

    private static DataTable shares(Setting setting) {
        var all = setting.catalogue().determinations().in(setting.region());
        var rows = new ArrayList<List<Cell>>();
        if (!all.isEmpty()) {
            rows.add(share(
                    setting,
                    all,
                    "restricted, in full or in part",
                    d -> d.outcome().restricted()));
            rows.add(share(setting, all, "waived in full", d -> d.outcome() == Outcome.FULL_WAIVER));
            rows.add(share(setting, all, "later compliance", d -> d.outcome() == Outcome.COMPLIANCE_CHANGE));
        }
        return new DataTable(
                "determination-shares",
                "Shares of all determinations on record, %s"
                        .formatted(setting.region().label()),
                List.of(
                        Column.of("outcome", "Outcome"),
                        Column.of("cases", "Cases"),
                        Column.of("of", "Of"),
                        Column.of("share", "Share (95% exact interval)")),
                rows,
                "The interval takes country-years as independent; a country decided the same way year after year carries less"
                        + " information than that, so the true uncertainty is larger.");
    }

    private static List<Cell> share(
            Setting setting, List<Determination> all, String label, Predicate<Determination> wanted) {
        long cases = all.stream().filter(wanted).count();
        var evidence = Evidence.ofDeterminations(all);
        String sample =
                "determinations for %s, all reports".formatted(setting.region().label());
        return List.of(
                Cell.words(label),
                Cell.number(setting.count(cases, Unit.COUNT, sample, all.size(), evidence)),
                Cell.number(setting.count(all.size(), Unit.COUNT, sample, all.size(), evidence)),
                Cell.number(setting.share(cases, all.size(), sample, evidence)));
    }
}
