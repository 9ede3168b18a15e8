package org.evenhand.sanctions;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Interests;
import org.evenhand.core.Bureau;

/// A group of countries that the debate names, defined by measures of the catalogue in the year before the report,
/// which is
/// what a report could have known of.
///
/// @param key short name
/// @param words how it is defined
/// @param members the entries of its countries in the years in which they belong to it
record DebatedGroup(String key, String words, List<LedgerEntry> members) {
    private static final int TOP = 20;

    DebatedGroup {
        members = List.copyOf(members);
    }

    /// Every group that has a member among the entries; a country-year can be in several.
    static List<DebatedGroup> of(Catalogue catalogue, List<LedgerEntry> entries) {
        var groups = new ArrayList<DebatedGroup>();
        var allies = new ArrayList<LedgerEntry>();
        var pact = new ArrayList<LedgerEntry>();
        var hemisphere = new ArrayList<LedgerEntry>();
        var recipients = new ArrayList<LedgerEntry>();
        var others = new ArrayList<LedgerEntry>();
        var leading = new TreeMap<Integer, List<String>>();
        for (var e : entries) {
            int year = e.report() - 1;
            boolean ally = yes(catalogue, "nato", e, year) || yes(catalogue, "mnna", e, year);
            boolean inPact = yes(catalogue, "rio_treaty", e, year) || yes(catalogue, "other_defense_pact", e, year);
            boolean near = catalogue
                    .countries()
                    .of(e.iso3())
                    .flatMap(country -> country.bureau())
                    .filter(bureau -> bureau == Bureau.WHA)
                    .isPresent();
            boolean recipient =
                    leading.computeIfAbsent(year, y -> leading(catalogue, y)).contains(e.iso3());
            add(allies, e, ally);
            add(pact, e, inPact);
            add(hemisphere, e, near);
            add(recipients, e, recipient);
            add(others, e, !ally && !inPact && !near && !recipient);
        }
        groups.add(new DebatedGroup("nato_mnna", "NATO members and major non-NATO allies", allies));
        groups.add(new DebatedGroup("other_pacts", "parties to the Rio Treaty or another defence pact", pact));
        groups.add(new DebatedGroup("hemisphere", "Western Hemisphere", hemisphere));
        groups.add(new DebatedGroup(
                "aid_recipients",
                "the %d largest recipients of U.S. aid (obligations of the fiscal year before)".formatted(TOP),
                recipients));
        groups.add(new DebatedGroup("none", "in none of these groups", others));
        groups.removeIf(group -> group.members().isEmpty());
        return groups;
    }

    private static void add(List<LedgerEntry> list, LedgerEntry e, boolean member) {
        if (member) {
            list.add(e);
        }
    }

    private static boolean yes(Catalogue catalogue, String key, LedgerEntry e, int year) {
        var interests = Interests.of(catalogue);
        return interests
                .measure(key)
                .flatMap(measure -> interests.value(measure, e.iso3(), year))
                .filter(value -> value.value() == 1)
                .isPresent();
    }

    /// The countries with most obligations in a fiscal year, most first; equal ones by code.
    private static List<String> leading(Catalogue catalogue, int fiscalYear) {
        record Amount(String iso3, double value) {}
        var amounts = new ArrayList<Amount>();
        catalogue
                .table("aid")
                .ifPresent(table -> table.where("fiscal_year", Integer.toString(fiscalYear)).stream()
                        .filter(row ->
                                catalogue.countries().of(row.text("iso3")).isPresent())
                        .forEach(row -> row.number("total_obligations_usd")
                                .ifPresent(usd -> amounts.add(new Amount(row.text("iso3"), usd)))));
        return amounts.stream()
                .sorted(java.util.Comparator.comparingDouble((Amount a) -> -a.value())
                        .thenComparing(Amount::iso3))
                .limit(TOP)
                .map(Amount::iso3)
                .toList();
    }
}
