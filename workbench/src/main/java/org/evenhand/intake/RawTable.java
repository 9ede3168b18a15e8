package org.evenhand.intake;

import java.nio.file.Path;
import java.util.List;

/// A table whose cells have passed their column's rules.
///
/// @param schema its schema
/// @param rows cells in field order
/// @param lines the line on which each row starts
/// @param checksum SHA-256 of both files, hexadecimal
record RawTable(TableSchema schema, List<String[]> rows, List<Long> lines, String checksum) {
    String name() {
        return schema.name();
    }

    Path path() {
        return schema.file();
    }

    int position(String field) {
        for (int i = 0; i < schema.rules().size(); i++) {
            if (schema.rules().get(i).field().name().equals(field)) {
                return i;
            }
        }
        throw new IllegalArgumentException("table %s has no column %s".formatted(name(), field));
    }

    boolean has(String field) {
        return schema.rules().stream().anyMatch(r -> r.field().name().equals(field));
    }

    String cell(int row, String field) {
        return rows.get(row)[position(field)];
    }

    String where(int row) {
        return "%s line %d".formatted(path(), lines.get(row));
    }
}
