package org.evenhand.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.TableInfo;

/// A data package as read from `datapackage.json`.
///
/// @param info what the table says of itself; its checksum is still empty
/// @param folder the package's folder
/// @param rules one rule a column, in file order
/// @param references columns that point into other tables
/// @param minimumRows least number of rows the table may have
/// @param maximumRows greatest number of rows, where one is set
/// @param microdata how its people are to be counted, where a row is a person
record TableSchema(
        TableInfo info,
        Path folder,
        List<FieldRule> rules,
        List<Reference> references,
        long minimumRows,
        Optional<Long> maximumRows,
        Optional<Microdata> microdata) {
    TableSchema {
        rules = List.copyOf(rules);
        references = List.copyOf(references);
    }

    /// The CSV file, named like the table.
    Path file() {
        return folder.resolve(name() + ".csv");
    }

    String name() {
        return info.name();
    }

    /// A foreign key over one column.
    ///
    /// @param field column of this table
    /// @param table the other table
    /// @param key its column
    record Reference(String field, String table, String key) {}
}
