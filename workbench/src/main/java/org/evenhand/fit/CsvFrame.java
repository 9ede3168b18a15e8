package org.evenhand.fit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;
import org.evenhand.statistics.design.DesignProblem;
import org.evenhand.statistics.design.Frame;

/// Reads a user's CSV file (UTF-8, a header, commas) into a frame: columns of numbers where every value is one,
/// labels otherwise.
final class CsvFrame {
    private CsvFrame() {}

    /// @param file what to call it in messages
    /// @throws BadData naming file and line where it cannot be read
    static Frame parse(Path file, String text) {
        var rows = new ArrayList<List<String>>();
        try (var csv = CsvReader.builder()
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord line : csv) {
                if (!rows.isEmpty() && line.getFieldCount() != rows.getFirst().size()) {
                    throw new BadData(
                            "%s line %d has %d values under %d columns."
                                    .formatted(
                                            file,
                                            line.getStartingLineNumber(),
                                            line.getFieldCount(),
                                            rows.getFirst().size()),
                            "Give each line one value a column; quote values that hold commas.");
                }
                rows.add(line.getFields());
            }
        } catch (CsvParseException e) {
            throw new BadData("%s is not a CSV file: %s".formatted(file, e.getMessage()), "Close the open quote.");
        } catch (IOException e) {
            throw new BadData("%s cannot be read: %s".formatted(file, e.getMessage()), "Check the file.");
        }
        if (rows.isEmpty()) {
            throw new BadData("%s is empty.".formatted(file), "Give a header line and rows.");
        }
        var header = rows.removeFirst();
        var columns = new LinkedHashMap<String, Frame.Column>();
        for (int j = 0; j < header.size(); j++) {
            int column = j;
            String name = header.get(j).strip();
            if (name.isEmpty() || columns.containsKey(name)) {
                throw new BadData(
                        "%s: column %d is named '%s', which is %s."
                                .formatted(file, j + 1, name, name.isEmpty() ? "nothing" : "taken"),
                        "Give every column a name of its own.");
            }
            columns.put(name, Frame.read(rows.stream().map(r -> r.get(column)).toList()));
        }
        try {
            return Frame.of(rows.size(), columns);
        } catch (DesignProblem e) {
            throw new BadData(file + ": " + e.what(), e.remedy());
        }
    }

    /// @throws BadRequest where there is no such file
    static String text(Path file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new BadRequest("There is no file %s.".formatted(file), "Name a CSV file with --data.");
        } catch (CharacterCodingException e) {
            throw new BadData("%s is not UTF-8 text.".formatted(file), "Save it as CSV in UTF-8.");
        } catch (IOException e) {
            throw new BadRequest(
                    "%s cannot be read (%s).".formatted(file, e.getMessage()), "Name a file that you may read.");
        }
    }
}
