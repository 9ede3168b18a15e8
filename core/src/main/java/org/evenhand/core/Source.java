package org.evenhand.core;

/// A source as the data name it.
///
/// @param key unique within the data, for example `pd-2014`
/// @param title title of the document or file
/// @param publisher who published it
/// @param date date or version, as far as known
/// @param locator address, document number or identifier
/// @param licence licence note
/// @param redistribution `open`, `attribution`, `share_alike`, `unstated` or `restricted`
/// @param basis whether facts from it are read, derived by a rule, or unverified
public record Source(
        String key,
        String title,
        String publisher,
        String date,
        String locator,
        String licence,
        String redistribution,
        Basis basis)
        implements Comparable<Source> {
    @Override
    public int compareTo(Source other) {
        return key.compareTo(other.key);
    }
}
