package org.evenhand.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.evenhand.intake.Intake;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A world of six invented countries, small enough that a person can check each printed line against its tables in
/// `src/test/resources/tiny/`. Schemas are those of the shipped tables; the list of measures is the shipped one.
public final class InventedTables {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final Path TABLES = resources();

    private InventedTables() {}

    /// Writes the tables below `folder` and prepares them.
    ///
    /// @return where commands find them
    public static CommandLineRun.Place tiny(Path folder) {
        try {
            var data = Files.createDirectories(folder.resolve("data"));
            Files.writeString(data.resolve("VERSION"), "2026-01-01\n");
            try (var tables = Files.newDirectoryStream(TABLES, "*.csv")) {
                for (var table : tables) {
                    String file = table.getFileName().toString();
                    write(file.substring(0, file.length() - ".csv".length()), Files.readString(table), data);
                }
            }
            Folders.copy(ShippedCatalogue.data().resolve("interest_measures"), data.resolve("interest_measures"));
            Intake.prepare(data, folder.resolve("catalogue"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CommandLineRun.Place(folder, folder.resolve("catalogue"), folder.resolve("nobody"));
    }

    private static void write(String table, String csv, Path data) throws IOException {
        var about = (ObjectNode) JSON.readTree(
                Files.readString(ShippedCatalogue.data().resolve(table).resolve("datapackage.json")));
        var sources = JSON.createArrayNode();
        for (var source : List.of(
                new String[] {"invented-report", "The invented report", "sourced"},
                new String[] {"invented-determination", "The invented determination", "sourced"},
                new String[] {"invented-list", "An invented list", "sourced"},
                new String[] {"derived-limit", "Follows from the invented limit", "derived"},
                new String[] {"derived-list", "Follows from the invented list", "derived"},
                new String[] {"invented-memory", "Remembered, not read", "unverified"})) {
            if (csv.contains(source[0])) {
                sources.addObject()
                        .put("key", source[0])
                        .put("title", source[1])
                        .put("publisher", "Nobody")
                        .put("date", "2026-01-01")
                        .put("licence", "facts of no world")
                        .put("redistribution", "open")
                        .put("basis", source[2]);
            }
        }
        about.set("sources", sources);
        ((ObjectNode) about.get("resources").get(0)).remove("rows");
        var target = Files.createDirectories(data.resolve(table));
        Files.writeString(target.resolve("datapackage.json"), JSON.writeValueAsString(about));
        Files.writeString(target.resolve(table + ".csv"), csv);
    }

    private static Path resources() {
        try {
            return Path.of(Objects.requireNonNull(InventedTables.class.getResource("/tiny"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError("a resource has an address", e);
        }
    }
}
