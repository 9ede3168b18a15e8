package org.evenhand.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.Source;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.document.DataTable.Column;

/// The sources, with the tables that rest on each.
public final class SourceListing {
    private SourceListing() {}

    /// @param key only the source with this key, if given
    public static DataTable of(Catalogue catalogue, Optional<String> key) {
        var sources = new TreeMap<String, Source>();
        var tables = new TreeMap<String, TreeSet<String>>();
        for (var info : catalogue.tableInfos()) {
            for (var source : info.sources().values()) {
                if (key.isEmpty() || key.get().equals(source.key())) {
                    sources.putIfAbsent(source.key(), source);
                    tables.computeIfAbsent(source.key(), _ -> new TreeSet<>()).add(info.name());
                }
            }
        }
        var rows = new ArrayList<List<Cell>>();
        for (var source : sources.values()) {
            rows.add(List.of(
                    Cell.words(source.key()),
                    Cell.words(source.title()),
                    Cell.words(source.publisher()),
                    Cell.words(source.date()),
                    Cell.words(source.locator()),
                    Cell.words(source.licence()),
                    Cell.words(source.redistribution()),
                    Cell.words(PlacementListing.basis(source.basis())),
                    Cell.items(List.copyOf(tables.getOrDefault(source.key(), new TreeSet<>())))));
        }
        return new DataTable(
                "sources",
                key.map(sources::get).map(Source::title).orElse("Sources of the tables"),
                List.of(
                        Column.of("key", "Key"),
                        Column.of("title", "Title"),
                        Column.of("publisher", "Publisher"),
                        Column.of("date", "Date"),
                        Column.of("locator", "Where"),
                        Column.of("licence", "Licence"),
                        Column.of("redistribution", "Redistribution"),
                        Column.of("basis", "Basis"),
                        Column.of("tables", "Tables")),
                rows,
                "");
    }
}
