package org.evenhand.document;

import java.util.List;
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
}
