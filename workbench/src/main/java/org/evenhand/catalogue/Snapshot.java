package org.evenhand.catalogue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.evenhand.core.BadData;
import org.evenhand.core.Basis;
import org.evenhand.core.Source;

/// The prepared form of a checked table: its description, then each column as a dictionary of texts, for numbers also
/// as numbers, and codes. It exists so that a command can start without parsing CSV; it is made by the import and can
/// always be made again from `data/`.
public final class Snapshot {
    private static final int MAGIC = 0x45564832; // "EVH2"

    private Snapshot() {}

    /// The file that holds a table's snapshot in a catalogue folder.
    public static Path file(Path catalogue, String table) {
        return catalogue.resolve(table + ".snapshot");
    }

    /// Writes a table's snapshot whole or not at all.
    ///
    /// @param rows rows of cells in field order
    public static void write(Path file, TableInfo info, List<String[]> rows) throws IOException {
        var buffer = new ByteArrayOutputStream(1 << 16);
        var out = new DataOutputStream(buffer);
        var head = new ByteArrayOutputStream();
        writeInfo(new DataOutputStream(head), info);
        out.writeInt(MAGIC);
        out.writeInt(head.size());
        out.write(head.toByteArray());
        out.writeInt(rows.size());
        for (int column = 0; column < info.fields().size(); column++) {
            writeColumn(out, rows, column, info.fields().get(column).type().number());
        }
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        Files.write(beside, buffer.toByteArray());
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void writeColumn(DataOutputStream out, List<String[]> rows, int column, boolean number)
            throws IOException {
        var dictionary = new LinkedHashMap<String, Integer>();
        var codes = new int[rows.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = dictionary.computeIfAbsent(rows.get(row)[column], _ -> dictionary.size());
        }
        var bytes = new ByteArrayOutputStream();
        var offsets = new ArrayList<Integer>();
        offsets.add(0);
        for (var text : dictionary.keySet()) {
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            offsets.add(bytes.size());
        }
        out.writeInt(dictionary.size());
        for (int offset : offsets) {
            out.writeInt(offset);
        }
        out.write(bytes.toByteArray());
        if (number) {
            for (var text : dictionary.keySet()) {
                out.writeDouble(text.isEmpty() ? Double.NaN : Double.parseDouble(text));
            }
        }
        for (int code : codes) {
            out.writeInt(code);
        }
    }

    private static void writeInfo(DataOutputStream out, TableInfo info) throws IOException {
        out.writeUTF(info.name());
        out.writeUTF(info.title());
        out.writeUTF(info.description());
        writeAll(out, info.licences());
        writeAll(out, info.notes());
        out.writeInt(info.fields().size());
        for (var field : info.fields()) {
            out.writeUTF(field.name());
            out.writeUTF(field.type().name());
            out.writeUTF(field.title());
            out.writeUTF(field.unit());
            out.writeUTF(field.description());
        }
        writeAll(out, info.primaryKey());
        out.writeInt(info.sources().size());
        for (var source : info.sources().values()) {
            writeAll(
                    out,
                    List.of(
                            source.key(),
                            source.title(),
                            source.publisher(),
                            source.date(),
                            source.locator(),
                            source.licence(),
                            source.redistribution(),
                            source.basis().name()));
        }
        out.writeUTF(info.checksum());
    }

    private static void writeAll(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts) {
            out.writeUTF(text);
        }
    }

    /// Reads a snapshot.
    ///
    /// @throws BadData if the file is damaged or made by another version
    public static Table read(Path file) {
        try {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            if (bytes.remaining() < 8 || bytes.getInt() != MAGIC) {
                throw damaged(file);
            }
            var head = new byte[bytes.getInt()];
            bytes.get(head);
            var info = readInfo(new DataInputStream(new ByteArrayInputStream(head)));
            int rows = bytes.getInt();
            var columns = new Column[info.fields().size()];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = readColumn(bytes, rows, info.fields().get(i).type().number());
            }
            return new Table(info, rows, columns);
        } catch (IOException | java.nio.BufferUnderflowException | IndexOutOfBoundsException e) {
            throw damaged(file);
        }
    }

    private static BadData damaged(Path file) {
        return new BadData(
                "%s cannot be read as a prepared table.".formatted(file),
                "Delete it and run the command again: the launcher prepares the tables anew from data/.");
    }

    private static Column readColumn(ByteBuffer bytes, int rows, boolean number) {
        int distinct = bytes.getInt();
        var offsets = bytes.slice(bytes.position(), 4 * (distinct + 1)).asIntBuffer();
        bytes.position(bytes.position() + 4 * (distinct + 1));
        int length = offsets.get(distinct);
        var dictionary = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        int eights = number ? 8 * distinct : 0;
        var numbers = bytes.slice(bytes.position(), eights).asDoubleBuffer();
        bytes.position(bytes.position() + eights);
        var codes = bytes.slice(bytes.position(), 4 * rows).asIntBuffer();
        bytes.position(bytes.position() + 4 * rows);
        return new Column(codes, offsets, dictionary, numbers);
    }

    private static TableInfo readInfo(DataInputStream in) throws IOException {
        String name = in.readUTF();
        String title = in.readUTF();
        String description = in.readUTF();
        var licences = readAll(in);
        var notes = readAll(in);
        int count = in.readInt();
        var fields = new ArrayList<Field>(count);
        for (int i = 0; i < count; i++) {
            fields.add(
                    new Field(in.readUTF(), FieldType.valueOf(in.readUTF()), in.readUTF(), in.readUTF(), in.readUTF()));
        }
        var key = readAll(in);
        int sourceCount = in.readInt();
        var sources = new TreeMap<String, Source>();
        for (int i = 0; i < sourceCount; i++) {
            var s = readAll(in);
            sources.put(
                    s.get(0),
                    new Source(
                            s.get(0),
                            s.get(1),
                            s.get(2),
                            s.get(3),
                            s.get(4),
                            s.get(5),
                            s.get(6),
                            Basis.valueOf(s.get(7))));
        }
        return new TableInfo(name, title, description, licences, notes, fields, key, sources, in.readUTF());
    }

    private static List<String> readAll(DataInputStream in) throws IOException {
        int count = in.readInt();
        var texts = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            texts.add(in.readUTF());
        }
        return texts;
    }
}
