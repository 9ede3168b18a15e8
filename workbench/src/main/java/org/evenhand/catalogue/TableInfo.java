package org.evenhand.catalogue;

import java.util.List;
import java.util.SortedMap;
import org.evenhand.core.Source;

/// What a table says of itself.
///
/// @param name folder and table name, for example `tiers`
/// @param title title for people
/// @param description what a row is
/// @param licences names of its licences
/// @param notes coverage, definitions, breaks and doubts, in short sentences
/// @param fields its columns in file order
/// @param primaryKey names of the key columns
/// @param sources its sources by key
/// @param checksum SHA-256 of the CSV file and its description, hexadecimal
public record TableInfo(
        String name,
        String title,
        String description,
        List<String> licences,
        List<String> notes,
        List<Field> fields,
        List<String> primaryKey,
        SortedMap<String, Source> sources,
        String checksum) {
    public TableInfo {
        licences = List.copyOf(licences);
        notes = List.copyOf(notes);
        fields = List.copyOf(fields);
        primaryKey = List.copyOf(primaryKey);
    }
}
