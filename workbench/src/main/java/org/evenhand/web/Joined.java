package org.evenhand.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.Source;
import org.evenhand.document.Block;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.document.Text;
import org.evenhand.print.Answer;

/// Makes the one document of a page from the answers of its commands.
final class Joined {
    /// Rows of one table that a page shows; the files hold all of them.
    static final int MOST_ROWS = 400;

    private Joined() {}

    /// @param title for a page of several answers
    /// @param picture added in front
    static Document of(Catalogue catalogue, List<Answer> answers, String title, List<Block.Chart> picture) {
        var documents = new ArrayList<Document>();
        for (var answer : answers) {
            documents.add(document(catalogue, answer));
        }
        var first = documents.getFirst();
        var sections = new ArrayList<Section>();
        if (!picture.isEmpty()) {
            sections.add(new Section("picture", "In a picture", List.copyOf(picture)));
        }
        var sources = new TreeMap<String, Source>();
        var commands = new ArrayList<String>();
        for (var document : documents) {
            for (var section : document.sections()) {
                boolean alone = documents.size() > 1 && document.sections().size() == 1;
                sections.add(alone ? new Section(section.id(), document.title(), section.blocks()) : section);
            }
            sources.putAll(document.sources());
            commands.add(document.provenance().command());
        }
        sources.putAll(catalogue.sources(NamedSources.of(sections)));
        var made = first.provenance();
        return new Document(
                documents.size() == 1 ? first.kind() : "page",
                documents.size() == 1 ? first.title() : title,
                documents.size() == 1 ? first.subtitle() : "",
                sections,
                sources,
                new Provenance(String.join("; ", commands), made.program(), made.dataChecksum(), made.dataDate()));
    }

    private static Document document(Catalogue catalogue, Answer answer) {
        return switch (answer) {
            case Answer.Whole(var document) -> document;
            case Answer.Listing listing -> Answer.page(listing);
            case Answer.Shaped shaped -> shaped.document();
            case Answer.Written(var document, var _) -> document;
            case Answer.Plain(var text) ->
                new Document(
                        "text",
                        text.lines().findFirst().orElse(""),
                        "",
                        List.of(new Section(
                                "text",
                                "Text",
                                text.lines()
                                        .<Block>map(l -> new Block.Paragraph(Text.of(l)))
                                        .toList())),
                        new TreeMap<>(),
                        new Provenance(
                                "evenhand",
                                "evenhand",
                                catalogue.version().checksum(),
                                catalogue.version().date()));
        };
    }

    /// The document with long tables cut, each with a note that says so.
    static Document shortened(Document document, String note) {
        return shortened(document, note, MOST_ROWS);
    }

    /// The same, for tables whose rows have many numbers, and so many passports.
    static Document shortened(Document document, String note, int most) {
        var sections = new ArrayList<Section>();
        for (var section : document.sections()) {
            var blocks = new ArrayList<Block>();
            for (var block : section.blocks()) {
                if (block instanceof Block.Tabular(var table) && table.rows().size() > most) {
                    blocks.add(new Block.Note(
                            Text.of(note.formatted(most, table.rows().size()))));
                    blocks.add(new Block.Tabular(new DataTable(
                            table.id(),
                            table.caption(),
                            table.columns(),
                            table.rows().subList(0, most),
                            table.note())));
                } else {
                    blocks.add(block);
                }
            }
            sections.add(new Section(section.id(), section.title(), blocks));
        }
        return new Document(
                document.kind(),
                document.title(),
                document.subtitle(),
                sections,
                document.sources(),
                document.provenance());
    }
}
