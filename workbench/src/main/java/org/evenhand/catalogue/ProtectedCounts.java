package org.evenhand.catalogue;

import java.util.List;

/// Counts of people that a user's own table with one row a person was turned into when it was added. Which cells are
/// withheld was decided then, for all groupings together.
///
/// @param table its name
/// @param dimensions the columns that can be counted by, in order
/// @param threshold the smallest number that its publisher lets be printed
/// @param cells every cell that is not known to be empty, finest grouping first
public record ProtectedCounts(TableInfo table, List<String> dimensions, long threshold, List<Cell> cells) {
    /// Stands for all categories of a dimension together.
    public static final String ALL = "ALL";

    public static final String PEOPLE = "people";
    public static final String WITHHELD = "withheld";
    public static final String THRESHOLD = "threshold";

    public ProtectedCounts {
        dimensions = List.copyOf(dimensions);
        cells = List.copyOf(cells);
    }

    /// One number.
    ///
    /// @param at a category or [#ALL] for each dimension; blank is unknown
    /// @param people the number, empty where it is withheld
    public record Cell(List<String> at, java.util.OptionalInt people) {
        public Cell {
            at = List.copyOf(at);
        }
    }

    /// Whether a table is one of these.
    static boolean is(Table table) {
        return table.has(PEOPLE) && table.has(WITHHELD) && table.has(THRESHOLD);
    }

    /// The names of all such tables.
    public static List<String> names(Catalogue catalogue) {
        return catalogue.version().tables().stream()
                .filter(name ->
                        catalogue.table(name).filter(ProtectedCounts::is).isPresent())
                .toList();
    }

    /// The counts under this name; none if there is no such table, or if it is another kind of table.
    public static java.util.Optional<ProtectedCounts> of(Catalogue catalogue, String name) {
        return catalogue.table(name).filter(ProtectedCounts::is).map(table -> {
            var dimensions = table.info().primaryKey();
            var cells = table.rows().stream()
                    .map(row -> new Cell(dimensions.stream().map(row::text).toList(), row.optionalInteger(PEOPLE)))
                    .toList();
            long threshold = table.rows().stream()
                    .findFirst()
                    .map(row -> (long) row.integer(THRESHOLD))
                    .orElse(0L);
            return new ProtectedCounts(table.info(), dimensions, threshold, cells);
        });
    }
}
