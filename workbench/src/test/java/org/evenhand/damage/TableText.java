package org.evenhand.damage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A sound table as text: cells to change, and its description to change. No shipped cell holds a line break,
/// so row `i` stands on line `i + 2`.
final class TableText {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final String name;
    private final List<List<String>> lines;
    private final ObjectNode description;

    private TableText(String name, List<List<String>> lines, ObjectNode description) {
        this.name = name;
        this.lines = lines;
        this.description = description;
    }

    static TableText read(Path data, String name) {
        try (var csv = CsvReader.builder().ofCsvRecord(file(data, name))) {
            var lines = csv.stream().map(CsvRecord::getFields).toList();
            return new TableText(name, lines, (ObjectNode) JSON.readTree(description(data, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(Path data, String name) {
        return data.resolve(name).resolve(name + ".csv");
    }

    static Path description(Path data, String name) {
        return data.resolve(name).resolve("datapackage.json");
    }

    String name() {
        return name;
    }

    List<String> header() {
        return lines.getFirst();
    }

    /// Number of rows without the header.
    int rows() {
        return lines.size() - 1;
    }

    String cell(int row, String column) {
        return lines.get(row + 1).get(header().indexOf(column));
    }

    /// The schema of a column.
    JsonNode field(int column) {
        return schema().get("fields").get(column);
    }

    private ObjectNode schema() {
        return (ObjectNode) resource().get("schema");
    }

    private ObjectNode resource() {
        return (ObjectNode) description.get("resources").get(0);
    }

    /// The columns whose schema passes, as positions from 0.
    List<Integer> columns(java.util.function.Predicate<JsonNode> wanted) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < header().size(); i++) {
            if (wanted.test(field(i))) {
                found.add(i);
            }
        }
        return found;
    }

    /// A copy with one cell changed.
    TableText with(int row, int column, String value) {
        var line = new ArrayList<>(lines.get(row + 1));
        line.set(column, value);
        return withLine(row, line);
    }

    TableText with(int row, String column, String value) {
        return with(row, header().indexOf(column), value);
    }

    /// A copy with one row put in the place of another, or added at the end.
    TableText withLine(int row, List<String> line) {
        var changed = new ArrayList<>(lines);
        if (row == rows()) {
            changed.add(line);
        } else {
            changed.set(row + 1, line);
        }
        return new TableText(name, changed, description);
    }

    List<String> line(int row) {
        return lines.get(row + 1);
    }

    /// A copy with each line changed, the header included.
    TableText eachLine(java.util.function.UnaryOperator<List<String>> change) {
        return new TableText(name, lines.stream().map(change).toList(), description);
    }

    TableText withHeader(int column, String title) {
        var changed = new ArrayList<>(lines);
        var header = new ArrayList<>(header());
        header.set(column, title);
        changed.set(0, header);
        return new TableText(name, changed, description);
    }

    /// The first rows only.
    TableText first(int rows) {
        return new TableText(name, lines.subList(0, rows + 1), description);
    }

    /// The table as it is shipped: quoted only where needed, ended by line feeds.
    String text() {
        return text(false, "\n");
    }

    String text(boolean quoteAll, String lineEnd) {
        return lines.stream()
                .map(line -> line.stream().map(cell -> quoted(cell, quoteAll)).collect(Collectors.joining(",")))
                .collect(Collectors.joining(lineEnd, "", lineEnd));
    }

    private static String quoted(String cell, boolean always) {
        boolean needed = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return always || needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    void write(Path data) {
        write(data, text());
    }

    void write(Path data, String text) {
        write(data, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(Path data, byte[] bytes) {
        put(file(data, name), bytes);
    }

    /// The description, as text, after a change to it.
    String described(java.util.function.Consumer<ObjectNode> change) {
        var copy = description.deepCopy();
        change.accept(copy);
        return JSON.writeValueAsString(copy);
    }

    void describe(Path data, java.util.function.Consumer<ObjectNode> change) {
        describe(data, described(change));
    }

    void describe(Path data, String json) {
        put(description(data, name), json.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
