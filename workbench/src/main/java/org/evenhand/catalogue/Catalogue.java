package org.evenhand.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.evenhand.core.BadData;
import org.evenhand.core.Checksum;
import org.evenhand.core.Source;

/// All tables of one prepared catalogue. A table is read when it is first asked for and kept; the facts built on it
/// likewise.
public final class Catalogue {
    /// The first line of a catalogue's `VERSION`: it changes when what stands in the folder is written otherwise.
    private static final String FORMAT = "evenhand-catalogue/2";

    private final Path folder;
    private final Version version;
    private final Map<String, Optional<Table>> tables = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> facts = new ConcurrentHashMap<>();

    private Catalogue(Path folder, Version version) {
        this.folder = folder;
        this.version = version;
    }

    /// Which data a catalogue holds.
    ///
    /// @param checksum SHA-256 over all tables, hexadecimal
    /// @param date date of the data, ISO 8601; empty where the packages give none
    /// @param rows SHA-256 over the rows of each table, by name; descriptions play no part
    public record Version(String checksum, String date, SortedMap<String, String> rows) {
        public Version {
            rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
        }

        /// Names of the tables, sorted.
        public List<String> tables() {
            return List.copyOf(rows.keySet());
        }

        /// SHA-256 over the rows of these tables, hexadecimal: the same as long as results that rest on them are; a
        /// table that is not there counts as such.
        public String rowsOf(Collection<String> names) {
            return Checksum.ofLines(
                    new TreeSet<>(names).stream().map(name -> name + " " + rows.getOrDefault(name, "absent")));
        }
    }

    /// Whether the folder holds a catalogue that this program can read: none that another version of it prepared.
    public static boolean exists(Path folder) {
        try {
            return Files.readAllLines(folder.resolve("VERSION")).contains(FORMAT);
        } catch (IOException notThere) {
            return false;
        }
    }

    /// Opens a prepared catalogue.
    ///
    /// @throws BadData if there is none in `folder`
    public static Catalogue open(Path folder) {
        try {
            var lines = Files.readAllLines(folder.resolve("VERSION"));
            if (lines.size() < 3 || !lines.getFirst().equals(FORMAT)) {
                throw new BadData(
                        "%s is damaged, or another version of the program wrote it."
                                .formatted(folder.resolve("VERSION")),
                        "Delete the folder and run ./evenhand, which prepares it anew from data/.");
            }
            var rows = new TreeMap<String, String>();
            for (var line : lines.subList(3, lines.size())) {
                var parts = line.split(" ", 2);
                rows.put(parts[0], parts[1]);
            }
            return new Catalogue(folder, new Version(lines.get(1), lines.get(2), rows));
        } catch (IOException e) {
            throw new BadData(
                    "%s holds no prepared catalogue.".formatted(folder),
                    "Run ./evenhand, which prepares it from data/, or name another folder with --data.");
        }
    }

    /// Records which tables a catalogue folder holds; written last, so that a folder without it is not a catalogue.
    public static void writeVersion(Path folder, Version version) throws IOException {
        var lines = new ArrayList<String>(List.of(FORMAT, version.checksum(), version.date()));
        version.rows().forEach((name, rows) -> lines.add(name + " " + rows));
        Path beside = folder.resolve("VERSION.part");
        Files.write(beside, lines);
        Files.move(
                beside, folder.resolve("VERSION"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    public Version version() {
        return version;
    }

    /// Whether the table of this name is there.
    public boolean has(String name) {
        return version.rows().containsKey(name);
    }

    /// The table of this name; empty where it was taken out.
    public Optional<Table> table(String name) {
        return tables.computeIfAbsent(
                name, n -> has(n) ? Optional.of(Snapshot.read(Snapshot.file(folder, n))) : Optional.empty());
    }

    /// The rows of the table of this name, in the order of its file; none where it was taken out.
    public List<Row> rows(String name) {
        return table(name).map(Table::rows).orElse(List.of());
    }

    /// Typed facts over the tables, built once.
    public <T> T facts(Class<T> type, Function<Catalogue, T> build) {
        Object known = facts.get(type);
        if (known == null) {
            known = build.apply(this);
            facts.putIfAbsent(type, known);
        }
        return type.cast(known);
    }

    public Countries countries() {
        return facts(Countries.class, Countries::load);
    }

    public Placements placements() {
        return facts(Placements.class, Placements::load);
    }

    public Determinations determinations() {
        return facts(Determinations.class, Determinations::load);
    }

    /// Sources by key. A key means the same in every table; tables that are read already are looked at first,
    /// so that few others need to be. Keys that no table describes are left out.
    public TreeMap<String, Source> sources(Iterable<String> keys) {
        var missing = new TreeSet<String>();
        keys.forEach(missing::add);
        var found = new TreeMap<String, Source>();
        for (var name : version.tables()) {
            if (tables.containsKey(name)) {
                take(name, missing, found);
            }
        }
        for (var name : version.tables()) {
            if (!missing.isEmpty()) {
                take(name, missing, found);
            }
        }
        return found;
    }

    private void take(String name, TreeSet<String> missing, TreeMap<String, Source> found) {
        table(name)
                .ifPresent(table -> missing.removeIf(key -> {
                    var source = table.info().sources().get(key);
                    if (source != null) {
                        found.put(key, source);
                    }
                    return source != null;
                }));
    }

    /// All tables' descriptions, by name.
    public List<TableInfo> tableInfos() {
        var infos = new ArrayList<TableInfo>();
        for (var name : version.tables()) {
            table(name).ifPresent(table -> infos.add(table.info()));
        }
        return infos;
    }
}
