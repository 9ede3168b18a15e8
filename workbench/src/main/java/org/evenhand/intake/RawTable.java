package org.evenhand.intake;

import java.nio.file.Path;
import java.util.List;

/// A table whose cells have passed their column's rules.
///
/// @param schema its schema
/// @param rows cells in field order
/// @param lines the line on which each row starts
/// @param parts which file each run of rows was read from
/// @param checksum SHA-256 of both files, hexadecimal
record RawTable(TableSchema schema, List<String[]> rows, List<Long> lines, List<Part> parts, String checksum) {
    /// Rows read from one file.
    ///
    /// @param file the file
    /// @param from position of the first of them
    record Part(Path file, int from) {}

    /// A table read from the file of its schema.
    static RawTable of(TableSchema schema, List<String[]> rows, List<Long> lines, String checksum) {
        return new RawTable(schema, rows, lines, List.of(new Part(schema.file(), 0)), checksum);
    }

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
        Path file = path();
        for (var part : parts) {
            if (part.from() <= row) {
                file = part.file();
            }
        }
        return "%s line %d".formatted(file, lines.get(row));
    }
}
