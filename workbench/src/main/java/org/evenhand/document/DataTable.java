package org.evenhand.document;

import java.util.List;

/// A table: columns with stable keys (the field names in JSON and CSV) and rows of typed cells.
///
/// @param id stable anchor, kebab-case
/// @param caption what a row is, and the scope
/// @param columns at least one
/// @param rows each as long as `columns`
/// @param note what a reader must know about the values; may be empty
public record DataTable(String id, String caption, List<Column> columns, List<List<Cell>> rows, String note) {
    public DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "table %s: a row of %d cells under %d columns".formatted(id, row.size(), columns.size()));
            }
        }
    }

    /// A column.
    ///
    /// @param key field name in JSON and CSV, snake_case
    /// @param title heading for people
    /// @param shown where it is shown to people; JSON and CSV always have it
    public record Column(String key, String title, Shown shown) {
        public static Column of(String key, String title) {
            return new Column(key, title, Shown.EVERYWHERE);
        }

        /// A narrow column of tier codes, one letter wide in a terminal.
        public static Column compact(String key, String title) {
            return new Column(key, title, Shown.COMPACT);
        }

        /// A column for machines only.
        public static Column machine(String key) {
            return new Column(key, key, Shown.MACHINES_ONLY);
        }
    }

    /// Where a column is shown.
    public enum Shown {
        EVERYWHERE,
        COMPACT,
        MACHINES_ONLY
    }
}
