package org.evenhand.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.core.Source;

/// A printed answer.
///
/// @param kind short name of what it is, stable in JSON: `account`, `country`, …
/// @param title its title
/// @param subtitle one line on scope
/// @param sections in order of printing
/// @param sources every source that a figure, cell or text of this document names, by key
/// @param provenance what remakes it
public record Document(
        String kind,
        String title,
        String subtitle,
        List<Section> sections,
        SortedMap<String, Source> sources,
        Provenance provenance) {
    public Document {
        sections = List.copyOf(sections);
        sources = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    }

    /// Every table of the answer, those of charts included, in order and by name: its id, with a number after
    /// it where an earlier one has the same.
    public SequencedMap<String, DataTable> tables() {
        var tables = new LinkedHashMap<String, DataTable>();
        for (var section : sections) {
            for (var block : section.blocks()) {
                switch (block) {
                    case Block.Tabular(var table) -> add(tables, table);
                    case Block.Chart chart -> add(tables, chart.data());
                    case Block.Paragraph _,
                            Block.Note _,
                            Block.Heading _,
                            Block.Bullets _,
                            Block.ClaimPair _,
                            Block.Explanation _ -> {}
                }
            }
        }
        return tables;
    }

    private static void add(LinkedHashMap<String, DataTable> tables, DataTable table) {
        var name = table.id();
        for (int number = 2; tables.containsKey(name); number++) {
            name = table.id() + '-' + number;
        }
        tables.put(name, table);
    }
}
