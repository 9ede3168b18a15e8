package org.evenhand.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Snapshot;
import org.evenhand.catalogue.TableInfo;
import org.evenhand.core.BadData;
import org.evenhand.core.Checksum;

/// Takes a folder of data packages in: reads every table against its schema, checks across tables, and only then writes
/// the snapshots that the catalogue opens.
public final class Intake {
    private Intake() {}

    /// What was checked.
    ///
    /// @param tables names of the tables
    /// @param rows rows in all
    /// @param cells cells in all
    /// @param checksum SHA-256 over the tables' checksums, hexadecimal
    public record Report(List<String> tables, long rows, long cells, String checksum) {}

    /// Checks all data packages under `data` and writes nothing.
    ///
    /// @throws BadData at the first violation, naming file, line and column
    public static Report check(Path data) {
        var tables = readAll(data);
        CrossChecks.run(tables);
        return report(PeopleCounts.instead(tables));
    }

    /// Checks all data packages under `data` and prepares them in `catalogue`; an earlier catalogue there
    /// stays as it is until all is checked.
    public static Report prepare(Path data, Path catalogue) {
        var read = readAll(data);
        CrossChecks.run(read);
        var tables = PeopleCounts.instead(read);
        var report = report(tables);
        write(tables, catalogue, report, dateOf(data));
        return report;
    }

    static SortedMap<String, RawTable> readAll(Path data) {
        var tables = new TreeMap<String, RawTable>();
        for (var folder : packages(data)) {
            var table = CsvTableReader.read(folder);
            tables.put(table.name(), table);
        }
        return tables;
    }

    /// The folders that hold a data package: `data` itself, or its children.
    static List<Path> packages(Path data) {
        if (!Files.isDirectory(data)) {
            throw new BadData("%s is not a folder.".formatted(data), "Name a folder of data packages.");
        }
        if (Files.exists(data.resolve("datapackage.json"))) {
            return List.of(data.toAbsolutePath().normalize());
        }
        try (var children = Files.list(data)) {
            var folders = children.filter(Files::isDirectory)
                    .filter(child -> !String.valueOf(child.getFileName()).startsWith("."))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            if (folders.isEmpty()) {
                throw new BadData(
                        "%s holds no data package.".formatted(data),
                        "Put each table in a folder of its own, with its datapackage.json.");
            }
            return folders;
        } catch (IOException e) {
            throw new BadData("%s cannot be read.".formatted(data), "Check the folder and its permissions.");
        }
    }

    static Report report(SortedMap<String, RawTable> tables) {
        long rows = 0;
        long cells = 0;
        for (var table : tables.values()) {
            rows += table.rows().size();
            cells += (long) table.rows().size() * table.schema().rules().size();
        }
        return new Report(List.copyOf(tables.keySet()), rows, cells, checksum(tables));
    }

    private static String checksum(SortedMap<String, RawTable> tables) {
        return Checksum.ofLines(tables.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue().checksum()));
    }

    /// SHA-256 over the names of the columns and all cells, each with its length in bytes before it.
    private static String rowsOf(RawTable table) {
        var names = table.schema().rules().stream().map(rule -> rule.field().name());
        var cells = table.rows().stream().flatMap(Arrays::stream);
        return Checksum.ofTexts(
                Stream.concat(names, cells).map(text -> text.getBytes(StandardCharsets.UTF_8).length + ":" + text));
    }

    static void write(SortedMap<String, RawTable> tables, Path catalogue, Report report, String date) {
        try {
            Files.createDirectories(catalogue);
            for (var table : tables.values()) {
                Snapshot.write(Snapshot.file(catalogue, table.name()), withChecksum(table), table.rows());
            }
            removeOthers(catalogue, report.tables());
            var rows = new TreeMap<String, String>();
            tables.forEach((name, table) -> rows.put(name, rowsOf(table)));
            Catalogue.writeVersion(catalogue, new Catalogue.Version(report.checksum(), date, rows));
        } catch (IOException e) {
            throw new BadData(
                    "%s cannot be written (%s).".formatted(catalogue, e.getMessage()),
                    "Check the folder, its permissions and the free space.");
        }
    }

    private static void removeOthers(Path catalogue, List<String> tables) throws IOException {
        var stale = new ArrayList<Path>();
        try (var files = Files.list(catalogue)) {
            files.filter(f -> f.toString().endsWith(".snapshot"))
                    .filter(f -> tables.stream().noneMatch(t -> f.equals(Snapshot.file(catalogue, t))))
                    .forEach(stale::add);
        }
        for (var file : stale) {
            Files.delete(file);
        }
    }

    private static TableInfo withChecksum(RawTable table) {
        var info = table.schema().info();
        return new TableInfo(
                info.name(),
                info.title(),
                info.description(),
                info.licences(),
                info.notes(),
                info.fields(),
                info.primaryKey(),
                info.sources(),
                table.checksum());
    }

    static String dateOf(Path data) {
        Path file = data.resolve("VERSION");
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new BadData("%s cannot be read.".formatted(file), "Check the file and its permissions.");
        }
    }
}
