package org.evenhand.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.TableInfo;
import org.evenhand.core.BadData;
import org.evenhand.core.Source;

/// A user's own tables, kept outside the installation. A table that the installation does not have stands for
/// itself; one that it has adds rows, never replaces one. Their sources carry the prefix `yours:` wherever
/// they are shown.
public final class UserTables {
    /// Marks a source key as the user's.
    public static final String PREFIX = "yours:";

    private final Path home;

    /// @param home the user's data folder
    public UserTables(Path home) {
        this.home = home;
    }

    private Path tables() {
        return home.resolve("tables");
    }

    /// Where the tables stand, prepared together with the shipped ones.
    public Path prepared() {
        return home.resolve("prepared");
    }

    public boolean present() {
        return Files.isDirectory(tables());
    }

    /// Checks the packages in `folder` together with the shipped data and keeps copies of them.
    ///
    /// @throws BadData if a table fails a check; then nothing is kept
    public Intake.Report add(Path folder, Path shippedData) {
        var added = new TreeMap<String, RawTable>();
        for (var each : Intake.packages(folder)) {
            var table = CsvTableReader.read(each);
            added.put(table.name(), table);
        }
        var yours = present() ? Intake.readAll(tables()) : new TreeMap<String, RawTable>();
        yours.putAll(added);
        var all = merged(Intake.readAll(shippedData), yours);
        CrossChecks.run(all);
        var safe = PeopleCounts.instead(all);
        try {
            for (var table : added.values()) {
                copy(table);
            }
        } catch (IOException e) {
            throw new BadData(
                    "%s cannot be written (%s).".formatted(tables(), e.getMessage()),
                    "Check the folder, its permissions and the free space.");
        }
        prepare(safe, shippedData);
        return Intake.report(PeopleCounts.instead(added));
    }

    /// Prepares the user's tables anew over the shipped ones, if the shipped ones have changed since.
    public void refresh(Path shippedData, String shippedChecksum) {
        if (!present() || shippedChecksum.equals(base())) {
            return;
        }
        var all = merged(Intake.readAll(shippedData), Intake.readAll(tables()));
        CrossChecks.run(all);
        prepare(PeopleCounts.instead(all), shippedData);
    }

    private void prepare(SortedMap<String, RawTable> all, Path shippedData) {
        var shipped = Intake.report(Intake.readAll(shippedData));
        Intake.write(all, prepared(), Intake.report(all), Intake.dateOf(shippedData));
        try {
            Files.writeString(prepared().resolve("BASE"), shipped.checksum());
        } catch (IOException e) {
            throw new BadData("%s cannot be written.".formatted(prepared()), "Check the folder and its permissions.");
        }
    }

    private String base() {
        Path file = prepared().resolve("BASE");
        try {
            return Files.exists(file) && Catalogue.exists(prepared()) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new BadData("%s cannot be read.".formatted(file), "Check the file and its permissions.");
        }
    }

    private void copy(RawTable table) throws IOException {
        Path to = tables().resolve(table.name());
        Path from = table.schema().folder();
        Files.createDirectories(to);
        for (var name : List.of(table.name() + ".csv", "datapackage.json")) {
            Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static SortedMap<String, RawTable> merged(
            SortedMap<String, RawTable> shipped, SortedMap<String, RawTable> yours) {
        var all = new TreeMap<>(shipped);
        yours.forEach((name, table) -> {
            var own = marked(table);
            all.merge(name, own, UserTables::together);
        });
        return all;
    }

    private static RawTable marked(RawTable table) {
        var info = table.schema().info();
        var sources = new TreeMap<String, Source>();
        info.sources()
                .forEach((key, s) -> sources.put(
                        PREFIX + key,
                        new Source(
                                PREFIX + key,
                                s.title(),
                                s.publisher(),
                                s.date(),
                                s.locator(),
                                s.licence(),
                                s.redistribution(),
                                s.basis())));
        var rows = new ArrayList<String[]>();
        int position = table.has("sources") ? table.position("sources") : -1;
        for (var row : table.rows()) {
            var copy = row.clone();
            if (position >= 0) {
                copy[position] = PREFIX + copy[position].replace("+", "+" + PREFIX);
            }
            rows.add(copy);
        }
        return with(table, info, sources, rows, table.lines(), table.parts(), table.checksum());
    }

    private static RawTable together(RawTable shipped, RawTable yours) {
        if (yours.schema().microdata().isPresent()) {
            throw new BadData(
                    "%s: a table named %s is shipped; one row a person cannot join it."
                            .formatted(yours.path(), yours.name()),
                    "Give your table another name.");
        }
        var names = shipped.schema().info().fields().stream()
                .map(f -> f.name() + " " + f.type())
                .toList();
        var yourNames = yours.schema().info().fields().stream()
                .map(f -> f.name() + " " + f.type())
                .toList();
        if (!names.equals(yourNames)) {
            throw new BadData(
                    "%s: a table named %s is shipped with the fields %s; found %s."
                            .formatted(yours.path(), yours.name(), names, yourNames),
                    "Use the same fields to add rows to it, or give your table another name.");
        }
        var rows = new ArrayList<>(shipped.rows());
        rows.addAll(yours.rows());
        checkCells(shipped, yours);
        checkKeys(shipped, yours);
        var sources = new TreeMap<>(shipped.schema().info().sources());
        sources.putAll(yours.schema().info().sources());
        var lines = new ArrayList<>(shipped.lines());
        lines.addAll(yours.lines());
        var parts = new ArrayList<>(shipped.parts());
        parts.add(new RawTable.Part(yours.path(), shipped.rows().size()));
        return with(
                shipped,
                shipped.schema().info(),
                sources,
                rows,
                lines,
                parts,
                shipped.checksum() + "+" + yours.checksum());
    }

    /// Rows that join a shipped table must keep its rules, whatever their own description allows.
    private static void checkCells(RawTable shipped, RawTable yours) {
        var rules = shipped.schema().rules();
        for (int i = 0; i < yours.rows().size(); i++) {
            int row = i;
            for (int column = 0; column < rules.size(); column++) {
                var rule = rules.get(column);
                if (!rule.field().name().equals("sources")) {
                    CsvTableReader.checkCell(
                            () -> yours.where(row), column, rule, yours.rows().get(i)[column]);
                }
            }
        }
    }

    private static void checkKeys(RawTable shipped, RawTable yours) {
        var key = shipped.schema().info().primaryKey();
        var positions = key.stream().map(shipped::position).toList();
        var known = new java.util.HashSet<List<String>>();
        shipped.rows()
                .forEach(row -> known.add(positions.stream().map(p -> row[p]).toList()));
        for (int i = 0; i < yours.rows().size(); i++) {
            var row = yours.rows().get(i);
            var values = positions.stream().map(p -> row[p]).toList();
            if (!key.isEmpty() && known.contains(values)) {
                throw new BadData(
                        "%s: %s = %s is in the shipped table already."
                                .formatted(yours.where(i), String.join("+", key), String.join(" ", values)),
                        "Remove the row: your tables add to the shipped ones and never replace a row.");
            }
        }
    }

    private static RawTable with(
            RawTable table,
            TableInfo info,
            SortedMap<String, Source> sources,
            List<String[]> rows,
            List<Long> lines,
            List<RawTable.Part> parts,
            String checksum) {
        var schema = table.schema();
        var described = new TableInfo(
                info.name(),
                info.title(),
                info.description(),
                info.licences(),
                info.notes(),
                info.fields(),
                info.primaryKey(),
                sources,
                "");
        return new RawTable(
                new TableSchema(
                        described,
                        schema.folder(),
                        schema.rules(),
                        schema.references(),
                        schema.minimumRows(),
                        schema.maximumRows(),
                        schema.microdata()),
                rows,
                lines,
                parts,
                checksum);
    }
}
