package org.evenhand.damage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Damage to a whole CSV file: its header, its end, its encoding, its quotes, its place.
final class FileDamages {
    private final List<TableText> tables;
    private final Random random;
    private final List<Damage> damages = new ArrayList<>();

    private FileDamages(List<TableText> tables, Random random) {
        this.tables = tables;
        this.random = random;
    }

    static List<Damage> of(List<TableText> tables, Random random) {
        var files = new FileDamages(tables, random);
        for (int i = 0; i < 4; i++) {
            files.headers();
            files.encodings();
            files.fieldCounts();
            files.quotes();
            files.harmless();
        }
        for (int i = 0; i < 2; i++) {
            files.cut();
            files.places();
        }
        return files.damages;
    }

    private TableText any() {
        return tables.get(random.nextInt(tables.size()));
    }

    private void headers() {
        var table = any();
        int column = random.nextInt(table.header().size());
        damages.add(Damage.inCell(
                "a column left out",
                table.name(),
                1,
                column + 1,
                data -> table.eachLine(line -> without(line, column)).write(data)));
        var renamed = any();
        int title = random.nextInt(renamed.header().size());
        damages.add(Damage.inCell(
                "a header renamed",
                renamed.name(),
                1,
                title + 1,
                data -> renamed.withHeader(title, "Country").write(data)));
        var swapped = any();
        int first = random.nextInt(swapped.header().size() - 1);
        damages.add(Damage.inCell(
                "two columns exchanged",
                swapped.name(),
                1,
                first + 1,
                data -> swapped.eachLine(line -> {
                            var cells = new ArrayList<>(line);
                            Collections.swap(cells, first, first + 1);
                            return cells;
                        })
                        .write(data)));
    }

    private static List<String> without(List<String> line, int column) {
        var cells = new ArrayList<>(line);
        cells.remove(column);
        return cells;
    }

    private void encodings() {
        var table = any();
        int row = random.nextInt(table.rows());
        var lines = table.text().split("\n", -1);
        lines[row + 1] = lines[row + 1] + "\u00E9";
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
        damages.add(Damage.onLine(
                "a byte of another encoding", table.name(), firstAccent(lines) + 1, data -> table.write(data, bytes)));
        var other = any();
        byte[] wide = other.text().getBytes(Charset.forName(random.nextBoolean() ? "UTF-16" : "UTF-16LE"));
        damages.add(Damage.onLine("UTF-16", other.name(), 1, data -> other.write(data, wide)));
    }

    /// The first line that is not ASCII: in Latin-1 it cannot be UTF-8.
    private static int firstAccent(String[] lines) {
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].chars().anyMatch(c -> c > 127)) {
                return i;
            }
        }
        throw new IllegalStateException("no accent");
    }

    private void fieldCounts() {
        var table = any();
        int row = random.nextInt(table.rows());
        var longer = new ArrayList<>(table.line(row));
        longer.add("more");
        damages.add(Damage.onLine(
                "a field too many",
                table.name(),
                row + 2,
                data -> table.withLine(row, longer).write(data)));
        var other = any();
        int short_ = random.nextInt(other.rows());
        damages.add(Damage.onLine(
                "a field too few",
                other.name(),
                short_ + 2,
                data -> other.withLine(short_, without(other.line(short_), 0)).write(data)));
        var twice = keyed();
        int again = random.nextInt(twice.rows());
        damages.add(Damage.onLine(
                "a row twice",
                twice.name(),
                twice.rows() + 2,
                data -> twice.withLine(twice.rows(), twice.line(again)).write(data)));
    }

    private TableText keyed() {
        var found = tables.stream().filter(t -> t.header().contains("iso3")).toList();
        return found.get(random.nextInt(found.size()));
    }

    private void quotes() {
        var table = any();
        int row = random.nextInt(table.rows());
        damages.add(Damage.onLine("a quote left open", table.name(), row + 2, data -> {
            var lines = table.text().split("\n", -1);
            lines[row + 1] = "\"" + lines[row + 1].replace("\"", "");
            table.write(data, String.join("\n", lines));
        }));
        var other = any();
        int there = random.nextInt(other.rows());
        damages.add(Damage.onLine("text after a closing quote", other.name(), there + 2, data -> {
            var lines = other.text().split("\n", -1);
            lines[there + 1] = "\"CUB\"x" + lines[there + 1];
            other.write(data, String.join("\n", lines));
        }));
    }

    private void cut() {
        var table = any();
        int row = table.rows() / 2 + random.nextInt(table.rows() / 2);
        damages.add(Damage.onLine("a file cut within a row", table.name(), row + 2, data -> {
            var whole = table.first(row).text();
            table.write(data, whole + table.line(row).getFirst());
        }));
        var half = tables.get(random.nextInt(tables.size()));
        damages.add(Damage.inFile(
                "a file cut between rows",
                half.name(),
                data -> half.first(half.rows() / 2).write(data)));
        var header = any();
        damages.add(Damage.inFile(
                "a header without rows", header.name(), data -> header.first(0).write(data)));
        var empty = any();
        damages.add(Damage.inFile("an empty file", empty.name(), data -> empty.write(data, "")));
    }

    private void places() {
        var linked = any();
        damages.add(Damage.inFile("a link in the place of the file", linked.name(), data -> {
            var file = TableText.file(data, linked.name());
            move(file, data.resolve("elsewhere.csv"));
            link(file, data.resolve("elsewhere.csv"));
        }));
        var missing = any();
        damages.add(Damage.inFile("no file", missing.name(), data -> delete(TableText.file(data, missing.name()))));
        var folder = any();
        damages.add(Damage.inFile("a folder in the place of the file", folder.name(), data -> {
            delete(TableText.file(data, folder.name()));
            makeFolder(TableText.file(data, folder.name()));
        }));
    }

    private void harmless() {
        var table = any();
        damages.add(
                Damage.harmless("a byte-order mark", table.name(), data -> table.write(data, "\uFEFF" + table.text())));
        var lines = any();
        damages.add(Damage.harmless(
                "lines ended by CR LF", lines.name(), data -> lines.write(data, lines.text(false, "\r\n"))));
        var quoted = any();
        damages.add(Damage.harmless(
                "every field quoted", quoted.name(), data -> quoted.write(data, quoted.text(true, "\n"))));
        var open = any();
        damages.add(Damage.harmless(
                "no line feed at the end",
                open.name(),
                data -> open.write(data, open.text().stripTrailing())));
        var blank = any();
        damages.add(Damage.harmless(
                "empty lines at the end", blank.name(), data -> blank.write(data, blank.text() + "\n\r\n\n")));
    }

    static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void link(Path link, Path target) {
        try {
            Files.createSymbolicLink(link, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void makeFolder(Path folder) {
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
