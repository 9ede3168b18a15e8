package org.evenhand.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;

/// All placements, by country and report year; a country's are built when it is first asked for.
public final class Placements {
    /// The country whose Department makes the Report.
    public static final String JUDGE = "USA";

    private final Optional<Table> table;
    private final TreeSet<Integer> years = new TreeSet<>();
    private final Map<String, NavigableMap<Integer, Placement>> histories = new ConcurrentHashMap<>();

    private Placements(Optional<Table> table) {
        this.table = table;
        table.ifPresent(t -> t.distinct("report_year").forEach(year -> years.add(Integer.parseInt(year))));
    }

    static Placements load(Catalogue catalogue) {
        return new Placements(catalogue.table("tiers"));
    }

    public boolean available() {
        return !years.isEmpty();
    }

    /// The report years on record, ascending.
    public SortedSet<Integer> years() {
        return Collections.unmodifiableSortedSet(years);
    }

    public SortedSet<String> countries() {
        return table.map(t -> new TreeSet<>(t.distinct("iso3"))).orElseGet(TreeSet::new);
    }

    public Optional<Placement> of(String iso3, int year) {
        return Optional.ofNullable(history(iso3).get(year));
    }

    /// A country's tier in a report; empty for a special case and where none is on record.
    public Optional<Tier> tier(String iso3, int year) {
        return of(iso3, year).flatMap(p -> p.standing() instanceof Tier tier ? Optional.of(tier) : Optional.empty());
    }

    /// Keys of the sources of all placements.
    public SortedSet<String> sources() {
        var keys = new TreeSet<String>();
        table.ifPresent(t -> t.distinct("sources").forEach(joined -> keys.addAll(List.of(joined.split("\\+")))));
        return keys;
    }

    /// A country's placements by report year.
    public NavigableMap<Integer, Placement> history(String iso3) {
        return histories.computeIfAbsent(iso3, this::read);
    }

    private NavigableMap<Integer, Placement> read(String iso3) {
        var history = new TreeMap<Integer, Placement>();
        for (var row : table.map(t -> t.where("iso3", iso3)).orElse(List.of())) {
            int year = row.integer("report_year");
            history.put(
                    year,
                    new Placement(
                            iso3,
                            ReportYear.of(year),
                            Standing.ofCode(row.text("tier")).orElseThrow(),
                            row.basis(),
                            row.sources()));
        }
        return Collections.unmodifiableNavigableMap(history);
    }

    /// The placements of one report in a region, by country code.
    public List<Placement> in(int year, Region region) {
        var found = new ArrayList<Placement>();
        for (var iso3 : region.countries()) {
            of(iso3, year).ifPresent(found::add);
        }
        return found;
    }
}
