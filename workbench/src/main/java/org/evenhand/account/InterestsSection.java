package org.evenhand.account;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.evenhand.catalogue.Interest;
import org.evenhand.catalogue.Interests;
import org.evenhand.catalogue.Measure;
import org.evenhand.catalogue.Placement;
import org.evenhand.core.Unit;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.Cell.Absence;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.listing.InterestListing;

/// Section 7: the interests that the debate names, each with its measures, and the instability record.
final class InterestsSection {
    private static final int LOOK_BACK = 5;

    private InterestsSection() {}

    static Section of(Setting setting) {
        var blocks = new ArrayList<Block>();
        int year = setting.year().value() - 1;
        blocks.add(new Block.Paragraph(
                Text.of(("The debate says that six interests may sway the report. Their measures stand here"
                                + " for %d, the year that the %s report mostly covers (April to March). A measure beside a placement"
                                + " is no evidence that one moved the other.")
                        .formatted(year, setting.year()))));
        for (var interest : Interest.values()) {
            if (interest.namedInTheDebate()) {
                blocks.addAll(blocks(setting, interest, year));
            }
        }
        blocks.add(new Block.Heading("Instability"));
        blocks.add(new Block.Tabular(instability(setting)));
        return new Section("interests", "The interests that the debate names", blocks);
    }

    private static List<Block> blocks(Setting setting, Interest interest, int year) {
        var interests = Interests.of(setting.catalogue());
        var missing = new ArrayList<String>();
        var measures = new ArrayList<Measure>();
        var placements = setting.catalogue().placements().in(setting.year().value(), setting.region());
        for (var measure : interests.of(interest)) {
            boolean any = placements.stream()
                    .anyMatch(p -> interests.value(measure, p.iso3(), year).isPresent());
            if (any) {
                measures.add(measure);
            } else {
                missing.add(measure.title() + (interests.available(measure) ? "" : " (table not available)"));
            }
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(interest.label()));
        if (!measures.isEmpty()) {
            blocks.add(new Block.Tabular(table(setting, interest, measures, placements, year)));
        }
        if (!missing.isEmpty()) {
            blocks.add(new Block.Note(Text.of(
                    "Not measured in %d for any of these countries: %s.".formatted(year, String.join("; ", missing)))));
        }
        return blocks;
    }

    private static DataTable table(
            Setting setting, Interest interest, List<Measure> measures, List<Placement> placements, int year) {
        var columns = new ArrayList<Column>();
        columns.add(Column.of("country", "Country"));
        columns.add(Column.of("tier", "Tier"));
        measures.forEach(m -> columns.add(Column.of(m.key(), m.title())));
        var rows = new ArrayList<List<Cell>>();
        var sources = new TreeSet<String>();
        for (var placement : placements) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.words(setting.name(placement.iso3())));
            cells.add(setting.placed(placement.iso3(), setting.year().value()));
            for (var measure : measures) {
                var value = Interests.of(setting.catalogue()).value(measure, placement.iso3(), year);
                value.ifPresent(v -> sources.addAll(v.sources()));
                cells.add(value.map(v -> cell(setting, measure, placement.iso3(), year, v))
                        .orElse(Cell.absent(Absence.NOT_MEASURED)));
            }
            rows.add(cells);
        }
        return new DataTable(
                "interest-" + interest.key().replace('_', '-'),
                "%s, %d: %s".formatted(interest.label(), year, setting.region().label()),
                columns,
                rows,
                "Sources: " + String.join(", ", sources) + ".");
    }

    private static Cell cell(Setting setting, Measure measure, String iso3, int year, Interests.Value value) {
        return measure.yesNo()
                ? Cell.flag(value.value() == 1, value.basis())
                : Cell.number(InterestListing.figure(measure, iso3, year, value, setting.command()));
    }

    /// Coups and conflict in the five years before the report; countries without any are not listed.
    private static DataTable instability(Setting setting) {
        var interests = Interests.of(setting.catalogue());
        int last = setting.year().value() - 1;
        int first = last - LOOK_BACK + 1;
        var rows = new ArrayList<List<Cell>>();
        for (var placement : setting.catalogue().placements().in(setting.year().value(), setting.region())) {
            var attempts = total(interests, "coup_attempts", placement.iso3(), first, last);
            var successes = total(interests, "coup_successes", placement.iso3(), first, last);
            var conflict = total(interests, "armed_conflict", placement.iso3(), first, last);
            if (attempts.sum() + conflict.yearsAbove() > 0) {
                String sample = "%s, %d–%d".formatted(placement.iso3(), first, last);
                rows.add(List.of(
                        Cell.words(setting.name(placement.iso3())),
                        cell(setting, attempts, attempts.sum(), Unit.COUNT, sample),
                        cell(setting, successes, successes.sum(), Unit.COUNT, sample),
                        cell(setting, conflict, conflict.yearsAbove(), Unit.YEARS, sample)));
            }
        }
        return new DataTable(
                "instability",
                "Coups and armed conflict, %d–%d: %s"
                        .formatted(first, last, setting.region().label()),
                List.of(
                        Column.of("country", "Country"),
                        Column.of("coup_attempts", "Coup attempts"),
                        Column.of("coup_successes", "Successful"),
                        Column.of("conflict_years", "Years of armed conflict")),
                rows,
                "Only countries with any of these on record are listed; a country that is not listed had none, or no record of it."
                        + " Armed conflict: at least 25 battle deaths in a year with the government as a party.");
    }

    private record Total(int years, int sum, int yearsAbove, Evidence evidence) {}

    private static Total total(Interests interests, String key, String iso3, int first, int last) {
        var evidence = Evidence.none();
        int years = 0;
        int sum = 0;
        int above = 0;
        var measure = interests.measure(key);
        if (measure.isPresent()) {
            for (int year = first; year <= last; year++) {
                var value = interests.value(measure.get(), iso3, year);
                if (value.isPresent()) {
                    years++;
                    sum += (int) value.get().value();
                    above += value.get().value() > 0 ? 1 : 0;
                    evidence.add(value.get().basis(), value.get().sources());
                }
            }
        }
        return new Total(years, sum, above, evidence);
    }

    private static Cell cell(Setting setting, Total total, int value, Unit unit, String sample) {
        return total.evidence().empty()
                ? Cell.absent(Absence.NOT_MEASURED)
                : Cell.number(setting.count(value, unit, sample, total.years(), total.evidence()));
    }
}
