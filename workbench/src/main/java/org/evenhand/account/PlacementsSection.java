package org.evenhand.account;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Placement;
import org.evenhand.chart.Mark;
import org.evenhand.chart.TierMatrix;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.core.Unit;
import org.evenhand.core.Unranked;
import org.evenhand.document.Block;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.move.ShortForm;

/// Section 4: every country of the region in the report, its move, its years on the Watch List, and the matrix of all
/// years.
final class PlacementsSection {
    private PlacementsSection() {}

    static Section of(Setting setting) {
        int year = setting.year().value();
        var placements = setting.catalogue().placements().in(year, setting.region());
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(totals(setting, placements)));
        blocks.add(new Block.Tabular(table(setting, placements)));
        blocks.addAll(
                ShortForm.region(setting.catalogue(), setting.clock(), setting.region(), year, setting.command()));
        blocks.add(matrix(setting));
        return new Section("placements", "Who was placed where", blocks);
    }

    private static Text totals(Setting setting, List<Placement> placements) {
        var counts = new EnumMap<Tier, List<Placement>>(Tier.class);
        var special = new ArrayList<Placement>();
        for (var placement : placements) {
            switch (placement.standing()) {
                case Tier tier ->
                    counts.computeIfAbsent(tier, _ -> new ArrayList<>()).add(placement);
                case Unranked _ -> special.add(placement);
            }
        }
        var text = Text.build();
        String before = "The %s report placed ".formatted(setting.year());
        for (var entry : counts.entrySet()) {
            text.words(before)
                    .figure(setting.count(
                            entry.getValue().size(),
                            Unit.COUNTRIES,
                            "countries of %s in report %s"
                                    .formatted(setting.region().label(), setting.year()),
                            placements.size(),
                            Evidence.of(entry.getValue())))
                    .words(" on " + entry.getKey().label());
            before = "; ";
        }
        if (!special.isEmpty()) {
            text.words(before)
                    .figure(setting.count(
                            special.size(),
                            Unit.COUNTRIES,
                            "countries of %s in report %s"
                                    .formatted(setting.region().label(), setting.year()),
                            placements.size(),
                            Evidence.of(special)))
                    .words(
                            special.size() == 1
                                    ? " as a special case, without a tier"
                                    : " as special cases, without a tier");
        }
        return text.words(".").done();
    }

    private static DataTable table(Setting setting, List<Placement> placements) {
        int year = setting.year().value();
        var rows = new ArrayList<List<Cell>>();
        for (var placement : placements) {
            rows.add(List.of(
                    Cell.words(placement.iso3()),
                    Cell.words(setting.name(placement.iso3())),
                    setting.placed(placement.iso3(), year - 1),
                    setting.placed(placement.iso3(), year),
                    Cell.words(move(setting.placement(placement.iso3(), year - 1), placement)),
                    watchYears(setting, placement.iso3()),
                    Cell.items(placement.sources())));
        }
        return new DataTable(
                "placements",
                "Placements in %s, report %s".formatted(setting.region().label(), setting.year()),
                List.of(
                        Column.of("iso3", "ISO"),
                        Column.of("country", "Country"),
                        Column.of("tier_before", Integer.toString(year - 1)),
                        Column.of("tier", Integer.toString(year)),
                        Column.of("move", "Move"),
                        Column.of("watch_list_years", "Watch List years in a row"),
                        Column.of("sources", "Sources")),
                rows,
                "Watch List years in a row: the unbroken run that includes this report; before 2009 no limit counted them.");
    }

    /// The move between two reports, in words.
    static String move(Optional<Placement> before, Placement now) {
        if (before.isEmpty()) {
            return "no earlier placement";
        }
        return move(before.get().standing(), now.standing());
    }

    private static String move(Standing before, Standing now) {
        if (before == now) {
            return "unchanged";
        }
        if (before instanceof Tier from && now instanceof Tier to) {
            return to.severity() < from.severity() ? "up" : "down";
        }
        return now instanceof Unranked ? "became a special case" : "ranked again";
    }

    private static Cell watchYears(Setting setting, String iso3) {
        var run = new ArrayList<Placement>();
        for (int year = setting.year().value(); year >= 2004; year--) {
            var placement = setting.placement(iso3, year);
            if (placement.isEmpty() || placement.get().standing() != Tier.WATCH_LIST) {
                break;
            }
            run.add(placement.get());
        }
        return run.isEmpty()
                ? Cell.absent(Cell.Absence.NOT_APPLICABLE)
                : Cell.number(setting.count(
                        run.size(),
                        Unit.YEARS,
                        "unbroken Watch List placements of %s up to report %s".formatted(iso3, setting.year()),
                        run.size(),
                        Evidence.of(run)));
    }

    /// All years of all the region's countries.
    static Block matrix(Setting setting) {
        var years = new ArrayList<>(setting.catalogue().placements().years());
        var columns = new ArrayList<Column>();
        columns.add(Column.of("country", "Country"));
        years.forEach(y -> columns.add(Column.compact("y" + y, "%02d".formatted(y % 100))));
        var rows = new ArrayList<List<Cell>>();
        var marks = new ArrayList<TierMatrix.Row>();
        for (var iso3 : setting.region().countries()) {
            var history = setting.catalogue().placements().history(iso3);
            if (history.isEmpty()) {
                continue;
            }
            var cells = new ArrayList<Cell>();
            var line = new ArrayList<Mark>();
            cells.add(Cell.words(setting.name(iso3)));
            for (int year : years) {
                cells.add(setting.placed(iso3, year));
                line.add(setting.placement(iso3, year)
                        .map(p -> Mark.of(p.standing(), p.basis()))
                        .orElse(Mark.NO_DATA));
            }
            rows.add(cells);
            marks.add(new TierMatrix.Row(setting.name(iso3), line));
        }
        String title = "Placements %d–%d, %s"
                .formatted(years.getFirst(), years.getLast(), setting.region().label());
        var data = new DataTable(
                "placement-matrix",
                title,
                columns,
                rows,
                "1, 2 and 3 are tiers; W is the Tier 2 Watch List (from 2004); S is a special case, without a tier; · means that"
                        + " no placement is on record.");
        String summary = "Each row is a country, each column a report; the letter in a cell is the placement."
                + " Years without a record are hatched.";
        return new Block.Chart(
                "placement-matrix",
                title,
                summary,
                TierMatrix.svg("placement-matrix-svg", title, summary, years, marks),
                data);
    }
}
