package org.evenhand.victims;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenhand.core.BadData;
import org.evenhand.core.Basis;
import org.evenhand.core.Checksum;
import org.evenhand.core.Source;
import org.evenhand.statistics.capture.CaptureTable;

/// A user's table of overlapping lists: a CSV file with one 0/1 column a list and, last, the column `count`.
///
/// Combinations that the file does not name were observed zero times; the row with every list 0 is what is to
/// be estimated and cannot be in the file.
///
/// @param table the lists and counts
/// @param source how the file is cited
/// @param checksum SHA-256 of the file, hexadecimal
public record ListFile(CaptureTable table, Source source, String checksum) {
    private static final long LARGEST = 16L << 20;
    private static final long MOST_PEOPLE = 1_000_000_000L;

    /// Key of the source.
    public static final String KEY = "lists_file";

    /// Reads a file.
    ///
    /// @throws BadData naming file, line, column, what was found, what was expected and what to do
    public static ListFile read(Path file) {
        byte[] bytes = bytes(file);
        var lists = new ArrayList<String>();
        var combinations = new ArrayList<Integer>();
        var counts = new ArrayList<Long>();
        try (var csv = CsvReader.builder()
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text(file, bytes))) {
            long people = 0;
            for (CsvRecord line : csv) {
                if (lists.isEmpty()) {
                    lists.addAll(header(file, line));
                    continue;
                }
                checkLength(file, line, lists.size() + 1);
                combinations.add(combination(file, line, lists));
                long count = count(file, line, lists.size());
                counts.add(count);
                people += count;
                if (people > MOST_PEOPLE) {
                    throw new BadData(
                            "%s line %d: more than a thousand million people in all."
                                    .formatted(file, line.getStartingLineNumber()),
                            "Check the counts.");
                }
            }
        } catch (CsvParseException e) {
            throw new BadData("%s is not readable as CSV.".formatted(file), "Look for a quote left open.");
        } catch (IOException e) {
            throw new BadData("%s cannot be read.".formatted(file), "Check the file and its permissions.");
        }
        if (lists.isEmpty()) {
            throw new BadData("%s is empty.".formatted(file), "Write a header: one name a list, then count.");
        }
        if (counts.stream().allMatch(count -> count == 0)) {
            throw new BadData("%s holds nobody.".formatted(file), "Add a row for each combination that was observed.");
        }
        var table = CaptureTable.of(
                lists,
                combinations.stream().mapToInt(Integer::intValue).toArray(),
                counts.stream().mapToLong(Long::longValue).toArray());
        return new ListFile(table, source(file), Checksum.of(bytes));
    }

    private static List<String> header(Path file, CsvRecord line) {
        int fields = line.getFieldCount();
        String last = line.getField(fields - 1).strip();
        if (!last.toLowerCase(Locale.ROOT).equals("count")) {
            throw new BadData(
                    "%s line %d, column %d: found '%s', expected 'count'."
                            .formatted(file, line.getStartingLineNumber(), fields, shown(last)),
                    "Name one column a list and the last one count.");
        }
        if (fields < 2 || fields - 1 > CaptureTable.MOST_LISTS) {
            throw new BadData(
                    "%s line %d: found %d lists, expected 1 to %d."
                            .formatted(file, line.getStartingLineNumber(), fields - 1, CaptureTable.MOST_LISTS),
                    "Name one column a list and the last one count; merge the smallest lists if there are too many.");
        }
        var names = new ArrayList<String>();
        for (int i = 0; i < fields - 1; i++) {
            String name = line.getField(i).strip();
            if (name.isEmpty() || names.contains(name)) {
                throw new BadData(
                        "%s line %d, column %d: found '%s', expected a name that no other list has."
                                .formatted(file, line.getStartingLineNumber(), i + 1, shown(name)),
                        "Give each list its own name.");
            }
            names.add(shown(name));
        }
        return names;
    }

    private static void checkLength(Path file, CsvRecord line, int expected) {
        if (line.getFieldCount() != expected) {
            throw new BadData(
                    "%s line %d: found %d fields, expected %d."
                            .formatted(file, line.getStartingLineNumber(), line.getFieldCount(), expected),
                    "Check for a missing or extra comma.");
        }
    }

    private static int combination(Path file, CsvRecord line, List<String> lists) {
        int combination = 0;
        for (int i = 0; i < lists.size(); i++) {
            String cell = line.getField(i).strip();
            switch (cell) {
                case "0" -> {}
                case "1" -> combination |= 1 << i;
                default ->
                    throw new BadData(
                            "%s line %d, column %d (%s): found '%s', expected 0 or 1."
                                    .formatted(file, line.getStartingLineNumber(), i + 1, lists.get(i), shown(cell)),
                            "Write 1 if the people of this row are on the list, else 0.");
            }
        }
        if (combination == 0) {
            throw new BadData(
                    "%s line %d, columns 1 to %d: found every list 0, expected at least one 1."
                            .formatted(file, line.getStartingLineNumber(), lists.size()),
                    "Remove the row: people on no list were not observed and are what is to be estimated.");
        }
        return combination;
    }

    private static long count(Path file, CsvRecord line, int column) {
        String cell = line.getField(column).strip();
        if (cell.matches("[0-9]{1,10}")) {
            return Long.parseLong(cell);
        }
        throw new BadData(
                "%s line %d, column %d (count): found '%s', expected a whole number, 0 or more."
                        .formatted(file, line.getStartingLineNumber(), column + 1, shown(cell)),
                "Write how many people are on exactly these lists.");
    }

    private static byte[] bytes(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new BadData("%s is not a file.".formatted(file), "Name the CSV file with the lists.");
            }
            if (Files.size(file) > LARGEST) {
                throw new BadData("%s is larger than 16 MB.".formatted(file), "Give one row a combination of lists.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadData("%s cannot be read.".formatted(file), "Check the file and its permissions.");
        }
    }

    private static String text(Path file, byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            in.position(3);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
        } catch (CharacterCodingException e) {
            throw new BadData("%s is not UTF-8.".formatted(file), "Save the file as UTF-8 and try again.");
        }
    }

    /// A cell as it may be printed: short, on one line.
    private static String shown(String cell) {
        String line = cell.replaceAll("\\p{Cntrl}", "\uFFFD");
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }

    /// The file is cited by its name; where it lies is the user's own affair.
    private static Source source(Path file) {
        String name = String.valueOf(file.getFileName());
        return new Source(
                KEY, "table of lists " + name, "the user", "", name, "the user's own file", "unstated", Basis.SOURCED);
    }
}
