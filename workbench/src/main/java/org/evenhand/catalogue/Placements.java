package org.evenhand.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;

/// All placements, by country and report year.
public final class Placements {
    private final TreeMap<String, TreeMap<Integer, Placement>> byCountry = new TreeMap<>();
    private final TreeSet<Integer> years = new TreeSet<>();

    private Placements() {}

    static Placements load(Catalogue catalogue) {
        var placements = new Placements();
        catalogue.table("tiers").ifPresent(table -> {
            for (var row : table.rows()) {
                var standing = Standing.ofCode(row.text("tier")).orElseThrow();
                int year = row.integer("report_year");
                var placement =
                        new Placement(row.text("iso3"), ReportYear.of(year), standing, row.basis(), row.sources());
                placements
                        .byCountry
                        .computeIfAbsent(placement.iso3(), _ -> new TreeMap<>())
                        .put(year, placement);
                placements.years.add(year);
            }
        });
        return placements;
    }

    public boolean available() {
        return !years.isEmpty();
    }

    /// The report years on record, ascending.
    public SortedSet<Integer> years() {
        return Collections.unmodifiableSortedSet(years);
    }

    public SortedSet<String> countries() {
        return Collections.unmodifiableSortedSet(byCountry.navigableKeySet());
    }

    public Optional<Placement> of(String iso3, int year) {
        return Optional.ofNullable(history(iso3).get(year));
    }

    /// A country's placements by report year.
    public NavigableMap<Integer, Placement> history(String iso3) {
        return Collections.unmodifiableNavigableMap(byCountry.getOrDefault(iso3, new TreeMap<>()));
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
