package org.evenhand.catalogue;

/// A column of a table as its readers need it.
///
/// @param name column name in the file
/// @param type its type
/// @param title heading for people
/// @param unit unit key of the data packages, for example `people`, `usd_current`, `index`; empty for labels
/// @param description what the column holds
public record Field(String name, FieldType type, String title, String unit, String description) {}
