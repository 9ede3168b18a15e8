package org.evenhand.print;

import java.util.SortedMap;
import org.evenhand.core.Source;
import org.evenhand.document.Block;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;
import org.evenhand.document.Structure;
import org.evenhand.document.Text;
import tools.jackson.core.JsonGenerator;

/// An answer as JSON with a documented, stable form (`docs/json.md`, `docs/account.schema.json`).
///
/// A table is an array of row objects; a document is an object. Names and texts are written as they are.
public final class JsonPrinter {
    /// Name and version of the form of a document; a change that breaks readers raises the number.
    public static final String DOCUMENT_FORMAT = "evenhand-document/1";

    private JsonPrinter() {}

    /// A table as an array of objects, one a row.
    public static String print(DataTable table) {
        return JsonOut.pretty(json -> rows(json, table));
    }

    /// A whole document.
    public static String print(Document document) {
        return JsonOut.pretty(json -> document(json, document));
    }

    /// An answer of nested names and values.
    public static String print(Structure structure) {
        return JsonOut.pretty(json -> structure(json, structure));
    }

    private static void structure(JsonGenerator json, Structure structure) {
        switch (structure) {
            case Structure.Words(var text) -> json.writeString(text);
            case Structure.Number(var value) -> JsonOut.number(json, value);
            case Structure.Flag(var value) -> json.writeBoolean(value);
            case Structure.Nothing _ -> json.writeNull();
            case Structure.Items(var items) -> {
                json.writeStartArray();
                for (var item : items) {
                    structure(json, item);
                }
                json.writeEndArray();
            }
            case Structure.Fields(var fields) -> {
                json.writeStartObject();
                for (var field : fields) {
                    json.writeName(field.name());
                    structure(json, field.value());
                }
                json.writeEndObject();
            }
        }
    }

    private static void rows(JsonGenerator json, DataTable table) {
        json.writeStartArray();
        for (var row : table.rows()) {
            JsonRow.write(json, table, row);
        }
        json.writeEndArray();
    }

    private static void document(JsonGenerator json, Document document) {
        json.writeStartObject();
        json.writeStringProperty("format", DOCUMENT_FORMAT);
        json.writeStringProperty("kind", document.kind());
        json.writeStringProperty("title", document.title());
        json.writeStringProperty("subtitle", document.subtitle());
        json.writeName("sections");
        json.writeStartArray();
        for (var section : document.sections()) {
            json.writeStartObject();
            json.writeStringProperty("id", section.id());
            json.writeStringProperty("title", section.title());
            json.writeName("blocks");
            json.writeStartArray();
            for (var block : section.blocks()) {
                block(json, block);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("sources");
        sources(json, document.sources());
        json.writeName("provenance");
        provenance(json, document.provenance());
        json.writeEndObject();
    }

    private static void block(JsonGenerator json, Block block) {
        json.writeStartObject();
        switch (block) {
            case Block.Paragraph(var text) -> {
                json.writeStringProperty("type", "paragraph");
                text(json, text);
            }
            case Block.Note(var text) -> {
                json.writeStringProperty("type", "note");
                text(json, text);
            }
            case Block.Heading(var text) -> {
                json.writeStringProperty("type", "heading");
                json.writeStringProperty("text", text);
            }
            case Block.Bullets(var items) -> {
                json.writeStringProperty("type", "bullets");
                json.writeName("items");
                json.writeStartArray();
                for (var item : items) {
                    json.writeStartObject();
                    text(json, item);
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            case Block.ClaimPair(var left, var right) -> {
                json.writeStringProperty("type", "claims");
                json.writeName("left");
                statement(json, left);
                json.writeName("right");
                statement(json, right);
            }
            case Block.Tabular(var table) -> {
                json.writeStringProperty("type", "table");
                table(json, table);
            }
            case Block.Chart chart -> {
                json.writeStringProperty("type", "chart");
                json.writeStringProperty("id", chart.id());
                json.writeStringProperty("title", chart.title());
                json.writeStringProperty("summary", chart.summary());
                json.writeName("data");
                json.writeStartObject();
                table(json, chart.data());
                json.writeEndObject();
            }
            case Block.Explanation(var title, var tree) -> {
                json.writeStringProperty("type", "explanation");
                json.writeStringProperty("title", title);
                json.writeName("tree");
                JsonRow.tree(json, tree);
            }
        }
        json.writeEndObject();
    }

    /// `text` for reading, `spans` for the numbers in it.
    private static void text(JsonGenerator json, Text text) {
        json.writeStringProperty("text", PlainText.of(text));
        json.writeName("spans");
        json.writeStartArray();
        for (var span : text.spans()) {
            json.writeStartObject();
            switch (span) {
                case Text.Span.Words(var words) -> json.writeStringProperty("words", words);
                case Text.Span.Number(var figure) -> {
                    json.writeName("value");
                    JsonOut.number(json, figure.value());
                    JsonRow.passport(json, figure);
                }
                case Text.Span.Placed placed -> {
                    json.writeStringProperty("tier", placed.standing().code());
                    json.writeStringProperty("basis", JsonRow.name(placed.basis()));
                    JsonOut.strings(json, "sources", placed.sources());
                }
                case Text.Span.Cited(var keys) -> JsonOut.strings(json, "cited", keys);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void statement(JsonGenerator json, Block.Statement statement) {
        json.writeStartObject();
        json.writeStringProperty("id", statement.id());
        json.writeStringProperty("claim", statement.claim());
        json.writeStringProperty("holder", statement.holder());
        json.writeStringProperty("date", statement.date());
        JsonOut.strings(json, "sources", statement.sources());
        json.writeBooleanProperty("counter_reading", statement.counterReading());
        json.writeEndObject();
    }

    private static void table(JsonGenerator json, DataTable table) {
        json.writeStringProperty("id", table.id());
        json.writeStringProperty("caption", table.caption());
        json.writeStringProperty("note", table.note());
        json.writeName("columns");
        json.writeStartArray();
        for (var column : table.columns()) {
            json.writeStartObject();
            json.writeStringProperty("key", column.key());
            json.writeStringProperty("title", column.title());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeName("rows");
        rows(json, table);
    }

    private static void sources(JsonGenerator json, SortedMap<String, Source> sources) {
        json.writeStartObject();
        for (var source : sources.values()) {
            json.writeName(source.key());
            json.writeStartObject();
            json.writeStringProperty("title", source.title());
            json.writeStringProperty("publisher", source.publisher());
            json.writeStringProperty("date", source.date());
            json.writeStringProperty("locator", source.locator());
            json.writeStringProperty("licence", source.licence());
            json.writeStringProperty("redistribution", source.redistribution());
            json.writeStringProperty("basis", JsonRow.name(source.basis()));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void provenance(JsonGenerator json, Provenance provenance) {
        json.writeStartObject();
        json.writeStringProperty("command", provenance.command());
        json.writeStringProperty("program", provenance.program());
        json.writeStringProperty("data_checksum", provenance.dataChecksum());
        json.writeStringProperty("data_date", provenance.dataDate());
        json.writeEndObject();
    }
}
