package org.evenhand.print;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import org.evenhand.core.Source;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;
import org.evenhand.document.Structure;

/// What a command answers, before it is printed: every way in (a terminal, a page, the API) prints the same
/// answer with the same printers.
public sealed interface Answer {
    /// An answer of several parts.
    record Whole(Document document) implements Answer {}

    /// One table.
    ///
    /// @param sources the sources that it names
    /// @param reasons whether pages show the reasoning trees in its cells
    record Listing(DataTable table, SortedMap<String, Source> sources, Provenance provenance, boolean reasons)
            implements Answer {}

    /// An answer with a form of its own for machines: `structure` as JSON, `table` as CSV, else the document.
    record Shaped(Document document, DataTable table, Structure structure) implements Answer {}

    /// A CSV file for other programs, and the document that says what is in it.
    record Written(Document document, String csv) implements Answer {}

    /// Text that is an answer as it stands, for example a file to fill in.
    record Plain(String text) implements Answer {}

    /// The answer as JSON, as the command prints it.
    default byte[] json() {
        return switch (this) {
            case Whole(var document) -> utf8(JsonPrinter.print(document));
            case Listing listing -> utf8(JsonPrinter.print(listing.table()));
            case Shaped shaped -> utf8(JsonPrinter.print(shaped.structure()));
            case Written(var document, var _) -> utf8(JsonPrinter.print(document));
            case Plain(var text) -> utf8(text);
        };
    }

    /// The tables of the answer, those under pictures too, in order of printing.
    default List<DataTable> tables() {
        return switch (this) {
            case Whole(var document) -> List.copyOf(document.tables().values());
            case Listing listing -> List.of(listing.table());
            case Shaped shaped -> List.of(shaped.table());
            case Written(var document, var _) -> List.copyOf(document.tables().values());
            case Plain _ -> List.of();
        };
    }

    /// A table as CSV, as the command prints it.
    static byte[] csv(DataTable table) {
        return utf8(CsvPrinter.print(table));
    }

    /// A listing as a page shows it.
    static Document page(Listing listing) {
        return TableDocument.of(listing.table(), listing.sources(), listing.provenance(), listing.reasons());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
