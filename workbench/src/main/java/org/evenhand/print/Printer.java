package org.evenhand.print;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import org.evenhand.core.BadRequest;
import org.evenhand.core.Source;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;

/// The door to all printers: an answer and a format in, bytes out. Text is UTF-8 with `\n`.
public final class Printer {
    private Printer() {}

    /// A whole document.
    ///
    /// @throws BadRequest for [Format#CSV]: a document is more than one table
    public static byte[] print(Document document, Format format, Screen screen) {
        return switch (format) {
            case TABLE -> utf8(TerminalPrinter.print(document, screen));
            case JSON -> utf8(JsonPrinter.print(document));
            case CSV ->
                throw new BadRequest(
                        "Format csv holds one table, and '" + document.title() + "' is a document of several parts.",
                        "Take one of its tables.");
            case MARKDOWN -> utf8(MarkdownPrinter.print(document));
            case HTML -> utf8(HtmlPrinter.print(document));
            case PDF -> PdfPrinter.print(document);
        };
    }

    /// A single table with the sources it names.
    public static byte[] print(
            DataTable table, SortedMap<String, Source> sources, Provenance provenance, Format format, Screen screen) {
        return switch (format) {
            case TABLE -> utf8(TerminalPrinter.print(table, provenance, screen));
            case JSON -> utf8(JsonPrinter.print(table));
            case CSV -> utf8(CsvPrinter.print(table));
            case MARKDOWN, HTML, PDF ->
                print(TableDocument.of(table, sources, provenance, screen.reasons()), format, screen);
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
