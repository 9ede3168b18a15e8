package org.evenhand.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.evenhand.core.BadData;

/// Checks across tables: a code that no other table has, a source that two tables describe differently, a determination
/// for a country that was not on Tier 3, a waiver of the watch-list limit for a country that was not on the list. A
/// table that is not there is passed over.
final class CrossChecks {
    private final SortedMap<String, RawTable> tables;

    private CrossChecks(SortedMap<String, RawTable> tables) {
        this.tables = tables;
    }

    /// Runs every check.
    ///
    /// @throws BadData at the first row that fails one
    static void run(SortedMap<String, RawTable> tables) {
        var checks = new CrossChecks(tables);
        tables.values().forEach(checks::references);
        checks.sources();
        checks.placements();
        checks.followsPlacement(
                "determinations", "3", "only a Tier 3 country needs a determination (22 U.S.C. 7107(c))");
        checks.followsPlacement(
                "watchlist_waivers",
                "2WL",
                "a waiver keeps a country on the Tier 2 Watch List (22 U.S.C. 7107(b)(2)(D)(ii))");
        checks.downgrades();
    }

    private void references(RawTable table) {
        for (var reference : table.schema().references()) {
            var other = tables.get(reference.table());
            if (other == null) {
                continue;
            }
            var known = new HashSet<String>();
            if (!other.has(reference.key())) {
                throw new BadData(
                        "%s, key resources[0].schema.foreignKeys: the table %s has no column '%s'."
                                .formatted(
                                        table.schema().folder().resolve("datapackage.json"),
                                        reference.table(),
                                        CsvTableReader.shown(reference.key())),
                        "Name the column that holds the codes.");
            }
            int key = other.position(reference.key());
            other.rows().forEach(row -> known.add(row[key]));
            int position = table.position(reference.field());
            for (int row = 0; row < table.rows().size(); row++) {
                String value = table.rows().get(row)[position];
                if (!value.isEmpty() && !known.contains(value)) {
                    throw new BadData(
                            "%s, column %d (%s): found '%s', which is not a %s of the table %s."
                                    .formatted(
                                            table.where(row),
                                            position + 1,
                                            reference.field(),
                                            CsvTableReader.shown(value),
                                            reference.key(),
                                            reference.table()),
                            "Correct the code, or add it to %s.".formatted(other.path()));
                }
            }
        }
    }

    /// A source's key means the same in every table, so that an answer cites it alike whichever tables it read.
    private void sources() {
        var describedIn = new HashMap<String, RawTable>();
        for (var table : tables.values()) {
            table.schema().info().sources().forEach((key, source) -> {
                var other = describedIn.putIfAbsent(key, table);
                if (other != null
                        && !source.equals(other.schema().info().sources().get(key))) {
                    throw new BadData(
                            "%s, key sources: '%s' is described otherwise than in %s."
                                    .formatted(
                                            table.schema().folder().resolve("datapackage.json"),
                                            CsvTableReader.shown(key),
                                            other.schema().folder().resolve("datapackage.json")),
                            "Give both the same title, publisher, date, path, licence and basis.");
                }
            });
        }
    }

    private Optional<Map<String, String>> tierByCountryYear() {
        var tiers = Optional.ofNullable(tables.get("tiers"));
        return tiers.map(table -> {
            var byKey = new HashMap<String, String>();
            for (int row = 0; row < table.rows().size(); row++) {
                byKey.put(table.cell(row, "iso3") + " " + table.cell(row, "report_year"), table.cell(row, "tier"));
            }
            return byKey;
        });
    }

    private void placements() {
        var table = tables.get("tiers");
        if (table == null) {
            return;
        }
        for (int row = 0; row < table.rows().size(); row++) {
            int year = Integer.parseInt(table.cell(row, "report_year"));
            if (table.cell(row, "tier").equals("2WL") && year < 2004) {
                throw new BadData(
                        "%s: a Tier 2 Watch List placement in %d.".formatted(table.where(row), year),
                        "Correct the row: the watch list exists from the 2004 report (P.L. 108-193).");
            }
        }
    }

    private void followsPlacement(String name, String tier, String why) {
        var table = tables.get(name);
        var tiers = tierByCountryYear();
        if (table == null || tiers.isEmpty()) {
            return;
        }
        Set<String> years = new HashSet<>();
        tiers.get().keySet().forEach(key -> years.add(key.substring(4)));
        for (int row = 0; row < table.rows().size(); row++) {
            String year = table.cell(row, "report_year");
            String found = tiers.get().getOrDefault(table.cell(row, "iso3") + " " + year, "no placement");
            if (years.contains(year) && !found.equals(tier)) {
                throw new BadData(
                        "%s: %s in report %s, but its placement there is %s, not %s."
                                .formatted(table.where(row), table.cell(row, "iso3"), year, found, tier),
                        "Correct the row or the placement: %s.".formatted(why));
            }
        }
    }

    private void downgrades() {
        var table = tables.get("automatic_downgrades");
        var tiers = tierByCountryYear();
        if (table == null || tiers.isEmpty()) {
            return;
        }
        for (int row = 0; row < table.rows().size(); row++) {
            int year = Integer.parseInt(table.cell(row, "report_year"));
            String before = tiers.get().get(table.cell(row, "iso3") + " " + (year - 1));
            String after = tiers.get().get(table.cell(row, "iso3") + " " + year);
            if (!"2WL".equals(before) || !"3".equals(after)) {
                throw new BadData(
                        "%s: an automatic downgrade of %s in %d, but its placements are %s and %s."
                                .formatted(
                                        table.where(row),
                                        table.cell(row, "iso3"),
                                        year,
                                        before == null ? "none" : before,
                                        after == null ? "none" : after),
                        "Correct the row or the placements: the limit moves a country from 2WL to 3.");
            }
        }
    }
}
