package org.evenhand.findings;

import java.util.List;
import org.evenhand.catalogue.Row;

/// What a kept result was computed from, and what remakes it.
///
/// @param tables the tables that it rests on
/// @param checksum over their rows, as [org.evenhand.catalogue.Catalogue.Version#rowsOf] has it
/// @param command the command that prints it
/// @param sources source keys of the row
public record KeptFrom(List<String> tables, String checksum, String command, List<String> sources) {
    static final List<String> COLUMNS = List.of("tables", "data_checksum", "command", "sources");

    public KeptFrom {
        tables = List.copyOf(tables);
        sources = List.copyOf(sources);
    }

    static KeptFrom read(Row row) {
        return new KeptFrom(
                List.of(row.text("tables").split("\\+")),
                row.text("data_checksum"),
                row.text("command"),
                row.sources());
    }

    List<String> cells() {
        return List.of(String.join("+", tables), checksum, command, String.join("+", sources));
    }
}
