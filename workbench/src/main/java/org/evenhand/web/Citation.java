package org.evenhand.web;

import java.text.Normalizer;
import java.util.ArrayList;
import org.evenhand.document.Block;
import org.evenhand.document.Document;
import org.evenhand.document.Section;
import org.evenhand.document.Text;

/// How an answer is cited: title, version, data checksum, date of the data, address.
///
/// @param title the answer's title
/// @param program name and version of the program
/// @param checksum SHA-256 over the tables in use
/// @param date date of the data; empty for an answer that rests on a file of the user's own
/// @param address the full address of the page
record Citation(String title, String program, String checksum, String date, String address) {
    static Citation of(Document document, String address) {
        var made = document.provenance();
        return new Citation(document.title(), made.program(), made.dataChecksum(), made.dataDate(), address);
    }

    /// One line.
    String line() {
        var data = date.isEmpty() ? "the asker's own file" : "data of " + date;
        return "“%s”, %s, %s (SHA-256 %s), %s".formatted(title, program, data, checksum, address);
    }

    /// One line for a header, in plain characters.
    String header() {
        var plain =
                Normalizer.normalize(line().replace('“', '"').replace('”', '"').replace('–', '-'), Normalizer.Form.NFD);
        return plain.replaceAll("[^\\x20-\\x7E]", "");
    }

    /// The document with the citation at its end, for files that leave the page.
    Document under(Document document) {
        var sections = new ArrayList<>(document.sections());
        sections.add(new Section("cite", "How to cite this", java.util.List.of(new Block.Paragraph(Text.of(line())))));
        return new Document(
                document.kind(),
                document.title(),
                document.subtitle(),
                sections,
                document.sources(),
                document.provenance());
    }
}
