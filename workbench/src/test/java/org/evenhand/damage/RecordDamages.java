package org.evenhand.damage;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Rows that each look right and that the record as a whole cannot hold: the message names the row.
final class RecordDamages {
    private final List<TableText> tables;
    private final Random random;
    private final List<Damage> damages = new ArrayList<>();

    private RecordDamages(List<TableText> tables, Random random) {
        this.tables = tables;
        this.random = random;
    }

    static List<Damage> of(List<TableText> tables, Random random) {
        var records = new RecordDamages(tables, random);
        for (int i = 0; i < 3; i++) {
            records.placedTwice();
            records.determinedWithoutTierThree();
            records.waivedWithoutTheList();
        }
        records.downgradedWithoutTheList();
        records.onTheListBeforeItsTime();
        records.countryTakenOut();
        return records.damages.stream().map(Damage::withAll).toList();
    }

    private TableText table(String name) {
        return tables.stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no table " + name));
    }

    /// A row of `tiers` that passes, chosen by chance.
    private int placement(java.util.function.IntPredicate wanted) {
        int row = random.nextInt(table("tiers").rows());
        while (!wanted.test(row)) {
            row = random.nextInt(table("tiers").rows());
        }
        return row;
    }

    private void placedTwice() {
        var tiers = table("tiers");
        int row = placement(r -> tiers.cell(r, "tier").equals("2"));
        var other = new ArrayList<>(tiers.line(row));
        other.set(tiers.header().indexOf("tier"), "3");
        damages.add(Damage.onLine(
                "a country placed twice in one report",
                "tiers",
                tiers.rows() + 2,
                data -> tiers.withLine(tiers.rows(), other).write(data)));
    }

    private void determinedWithoutTierThree() {
        var tiers = table("tiers");
        var determinations = table("determinations");
        int placed = placement(r -> !tiers.cell(r, "tier").equals("3")
                && !tiers.cell(r, "report_year").equals("2001")
                && !tiers.cell(r, "report_year").equals("2002"));
        int row = determinations.rows();
        var line = new ArrayList<>(determinations.line(0));
        line.set(determinations.header().indexOf("iso3"), tiers.cell(placed, "iso3"));
        line.set(determinations.header().indexOf("report_year"), tiers.cell(placed, "report_year"));
        damages.add(Damage.onLine(
                "a determination without a Tier 3 placement",
                "determinations",
                row + 2,
                data -> determinations.withLine(row, line).write(data)));
    }

    private void waivedWithoutTheList() {
        var tiers = table("tiers");
        var waivers = table("watchlist_waivers");
        int placed = placement(
                r -> tiers.cell(r, "tier").equals("2") && Integer.parseInt(tiers.cell(r, "report_year")) > 2013);
        int row = waivers.rows();
        var line = new ArrayList<>(waivers.line(0));
        line.set(waivers.header().indexOf("iso3"), tiers.cell(placed, "iso3"));
        line.set(waivers.header().indexOf("report_year"), tiers.cell(placed, "report_year"));
        damages.add(Damage.onLine(
                "a waiver without a Watch List placement",
                "watchlist_waivers",
                row + 2,
                data -> waivers.withLine(row, line).write(data)));
    }

    private void downgradedWithoutTheList() {
        var downgrades = table("automatic_downgrades");
        int row = random.nextInt(downgrades.rows());
        damages.add(Damage.onLine(
                "an automatic downgrade of a country that was in Tier 1",
                "automatic_downgrades",
                row + 2,
                data -> downgrades.with(row, "iso3", "GBR").write(data)));
    }

    private void onTheListBeforeItsTime() {
        var tiers = table("tiers");
        int row = placement(r -> tiers.cell(r, "report_year").equals("2003")
                && tiers.cell(r, "tier").equals("2"));
        damages.add(Damage.onLine(
                "a Watch List placement in 2003",
                "tiers",
                row + 2,
                data -> tiers.with(row, "tier", "2WL").write(data)));
    }

    /// The country goes; the rows that name it stay, and the first table in order of names is the one that is told.
    private void countryTakenOut() {
        var countries = table("countries");
        int cuba = 0;
        while (!countries.cell(cuba, "iso3").equals("ATG")) {
            cuba++;
        }
        int row = cuba;
        damages.add(new Damage(
                "a country taken out that other tables name",
                "countries",
                "",
                true,
                List.of(
                        java.util.regex.Pattern.compile("\\.csv line \\d+, column \\d+"),
                        java.util.regex.Pattern.compile("ATG")),
                data -> {
                    var lines = countries.text().split("\n", -1);
                    var kept = new ArrayList<>(List.of(lines));
                    kept.remove(row + 1);
                    countries.write(data, String.join("\n", kept));
                }));
    }
}
