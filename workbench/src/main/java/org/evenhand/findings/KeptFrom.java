package org.evenhand.findings;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Row;
import org.evenhand.influence.UniverseResult;

/// What a kept result was computed from, and what remakes it.
///
/// @param tables the tables that it rests on
/// @param checksum over their rows, as [org.evenhand.catalogue.Catalogue.Version#rowsOf] has it
/// @param command the command that prints it
/// @param sources source keys of the row
public record KeptFrom(List<String> tables, String checksum, String command, List<String> sources) {
    private static final List<String> COLUMNS = List.of("tables", "data_checksum", "command", "sources");

    public KeptFrom {
        tables = List.copyOf(tables);
        sources = List.copyOf(sources);
    }

    static KeptFrom of(UniverseResult result) {
        return new KeptFrom(result.tables(), result.dataChecksum(), result.command(), result.sources());
    }

    static KeptFrom read(Row row) {
        return new KeptFrom(
                List.of(row.text("tables").split("\\+")),
                row.text("data_checksum"),
                row.text("command"),
                row.sources());
    }

    /// Whether the rows in use are those that it was computed on.
    boolean holds(Catalogue catalogue) {
        return catalogue.version().rowsOf(tables).equals(checksum);
    }

    /// The names of a table's own columns, and those of this behind them.
    static List<String> columns(String... own) {
        return Stream.concat(Stream.of(own), COLUMNS.stream()).toList();
    }

    /// A row's own cells, and those of this behind them.
    List<String> cells(String... own) {
        return Stream.concat(
                        Stream.of(own),
                        Stream.of(String.join("+", tables), checksum, command, String.join("+", sources)))
                .toList();
    }
}
