package org.evenhand.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import org.evenhand.core.BadData;
import org.evenhand.core.Checksum;

/// Reads one table against its schema. The header must be the schema's fields in order; each cell must
/// satisfy its column's rule; the key must be unique. The first violation stops the reading.
final class CsvTableReader {
    private static final long LARGEST = 512L << 20;

    private CsvTableReader() {}

    /// Reads the data package in `folder`.
    ///
    /// @throws BadData naming file, line, column, what was found, what was expected and what to do
    static RawTable read(Path folder) {
        var schema = SchemaReader.read(folder);
        Path file = schema.file();
        byte[] bytes = bytes(file);
        String text = decode(file, bytes);
        var rows = new ArrayList<String[]>();
        var lines = new ArrayList<Long>();
        var header = schema.rules().stream().map(r -> r.field().name()).toList();
        boolean first = true;
        try (var csv = CsvReader.builder()
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(text)) {
            for (CsvRecord line : csv) {
                if (first) {
                    checkHeader(file, header, line.getFields());
                    first = false;
                } else {
                    rows.add(cells(file, schema, line));
                    lines.add(line.getStartingLineNumber());
                }
            }
            if (first) {
                throw new BadData(
                        "%s is empty.".formatted(file), "Write the header: " + String.join(",", header) + ".");
            }
        } catch (CsvParseException e) {
            throw new BadData(
                    "%s, near line %d: not readable as CSV (%s)."
                            .formatted(file, first ? 1 : lines.isEmpty() ? 2 : lines.getLast() + 1, innermost(e)),
                    "Look for a quote left open or characters after a closing quote.");
        } catch (IOException e) {
            throw new BadData("%s cannot be read.".formatted(file), "Check the file and its permissions.");
        }
        var table = RawTable.of(schema, rows, lines, checksum(schema.folder(), bytes));
        checkCount(table);
        checkKey(table);
        checkUnique(table);
        checkSources(table);
        return table;
    }

    private static String innermost(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private static byte[] bytes(Path file) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new BadData(
                        "%s is not a file.".formatted(file),
                        "Put the table beside its datapackage.json, not behind a link.");
            }
            if (Files.size(file) > LARGEST) {
                throw new BadData("%s is larger than 512 MB.".formatted(file), "Split the table.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadData("%s cannot be read.".formatted(file), "Check the file and its permissions.");
        }
    }

    private static String decode(Path file, byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            in.position(3); // a byte-order mark says nothing in UTF-8 and does no harm
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                if (bytes[i] == '\n') {
                    line++;
                }
            }
            throw new BadData(
                    "%s line %d: a byte that is not UTF-8.".formatted(file, line),
                    "Save the file as UTF-8 and try again.");
        }
    }

    private static void checkHeader(Path file, List<String> expected, List<String> found) {
        if (found.equals(expected)) {
            return;
        }
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String want = i < expected.size() ? "'" + expected.get(i) + "'" : "nothing";
            String have = i < found.size() ? "'" + shown(found.get(i)) + "'" : "nothing";
            if (!want.equals(have)) {
                throw new BadData(
                        "%s line 1, column %d: found %s, expected %s.".formatted(file, i + 1, have, want),
                        "Make the header exactly: " + String.join(",", expected) + ".");
            }
        }
    }

    private static String[] cells(Path file, TableSchema schema, CsvRecord line) {
        int expected = schema.rules().size();
        if (line.getFieldCount() != expected) {
            throw new BadData(
                    "%s line %d: found %d fields, expected %d."
                            .formatted(file, line.getStartingLineNumber(), line.getFieldCount(), expected),
                    "Check for a missing or extra comma, a quote left open, or a file cut short.");
        }
        var cells = new String[expected];
        for (int i = 0; i < expected; i++) {
            String cell = line.getField(i);
            checkCell(
                    () -> "%s line %d".formatted(file, line.getStartingLineNumber()),
                    i,
                    schema.rules().get(i),
                    cell);
            cells[i] = cell;
        }
        return cells;
    }

    /// Holds one cell to its column's rule.
    ///
    /// @param where file and line
    /// @param column from 0
    /// @throws BadData naming the column, what was found, what was expected and what to do
    static void checkCell(Supplier<String> where, int column, FieldRule rule, String cell) {
        var complaint = rule.complaint(cell);
        if (complaint.isPresent()) {
            throw new BadData(
                    "%s, column %d (%s): found '%s', expected %s."
                            .formatted(
                                    where.get(),
                                    column + 1,
                                    rule.field().name(),
                                    shown(cell),
                                    complaint.get().expected()),
                    complaint.get().remedy());
        }
    }

    /// A cell as it may be printed in a message: short, on one line.
    static String shown(String cell) {
        return shown(cell, 60);
    }

    /// At most `longest` characters of a text, as they may be printed in a message.
    static String shown(String text, int longest) {
        var out = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), longest); i++) {
            char c = text.charAt(i);
            out.append(FieldRule.unseen(c) ? '\uFFFD' : c);
        }
        return text.length() > longest ? out + "… (%d characters)".formatted(text.length()) : out.toString();
    }

    private static void checkCount(RawTable table) {
        long rows = table.rows().size();
        var schema = table.schema();
        if (rows < schema.minimumRows()
                || schema.maximumRows().filter(most -> rows > most).isPresent()) {
            throw new BadData(
                    "%s: found %d rows, expected at least %d%s."
                            .formatted(
                                    table.path(),
                                    rows,
                                    schema.minimumRows(),
                                    schema.maximumRows()
                                            .map(m -> " and at most " + m)
                                            .orElse("")),
                    "Check that the file is whole; if the table has really grown or shrunk, change rows in its datapackage.json.");
        }
    }

    private static void checkKey(RawTable table) {
        var key = table.schema().info().primaryKey();
        if (key.isEmpty()) {
            return;
        }
        int[] positions = key.stream().mapToInt(table::position).toArray();
        var seen = new HashMap<List<String>, Long>();
        for (int row = 0; row < table.rows().size(); row++) {
            var values = new ArrayList<String>();
            for (int position : positions) {
                values.add(table.rows().get(row)[position]);
            }
            Long earlier = seen.put(values, table.lines().get(row));
            if (earlier != null) {
                throw new BadData(
                        "%s: %s = %s stands there already, on line %d."
                                .formatted(
                                        table.where(row),
                                        String.join("+", key),
                                        shown(String.join(" ", values)),
                                        earlier),
                        "Remove one of the two rows.");
            }
        }
    }

    private static void checkUnique(RawTable table) {
        for (int column = 0; column < table.schema().rules().size(); column++) {
            var rule = table.schema().rules().get(column);
            if (!rule.unique()) {
                continue;
            }
            var seen = new HashMap<String, Long>();
            for (int row = 0; row < table.rows().size(); row++) {
                String cell = table.rows().get(row)[column];
                Long earlier =
                        cell.isEmpty() ? null : seen.put(cell, table.lines().get(row));
                if (earlier != null) {
                    throw new BadData(
                            "%s, column %d (%s): found '%s', which stands on line %d already."
                                    .formatted(
                                            table.where(row),
                                            column + 1,
                                            rule.field().name(),
                                            shown(cell),
                                            earlier),
                            "Correct one of the two: the column tells rows apart.");
                }
            }
        }
    }

    private static void checkSources(RawTable table) {
        if (!table.has("sources")) {
            return;
        }
        int position = table.position("sources");
        var known = table.schema().info().sources().keySet();
        for (int row = 0; row < table.rows().size(); row++) {
            for (var key : table.rows().get(row)[position].split("\\+", -1)) {
                if (!known.contains(key)) {
                    throw new BadData(
                            "%s, column %d (sources): found '%s', expected a key of the package's sources."
                                    .formatted(table.where(row), position + 1, shown(key)),
                            "Correct the key, or add the source to datapackage.json.");
                }
            }
        }
    }

    private static String checksum(Path folder, byte[] csv) {
        var description = folder.resolve("datapackage.json");
        try {
            return Checksum.of(Files.readAllBytes(description), csv);
        } catch (IOException e) {
            throw new BadData("%s cannot be read.".formatted(description), "Check the file.");
        }
    }
}
