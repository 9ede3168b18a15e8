package org.evenhand.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.evenhand.document.Block;
import org.evenhand.document.DataTable;
import org.evenhand.document.Document;
import org.evenhand.document.Section;
import org.evenhand.document.Text;

/// A document in the language of a page: titles, headings and the fixed sentences of accounts. Claims, names
/// and the words of data stay as their sources have them.
///
/// @param document the document
/// @param whole whether all its fixed sentences are in that language
/// @param said the texts of the document that are
record Translation(Document document, boolean whole, Set<String> said) {
    Translation {
        said = Set.copyOf(said);
    }

    /// Translates, and remembers what it could.
    private record Tongue(Phrases phrases, Set<String> said) {
        String say(String english) {
            var other = phrases.said(english);
            other.ifPresent(said::add);
            return other.orElse(english);
        }
    }

    /// Kinds of documents whose fixed sentences are all translated.
    private static final List<String> WHOLE = List.of("account", "country");

    static Translation of(Document document, Language language) {
        if (language == Language.ENGLISH) {
            return new Translation(document, true, Set.of());
        }
        var phrases = new Tongue(Phrases.of(language), new HashSet<>());
        var sections = document.sections().stream()
                .map(s -> new Section(
                        s.id(),
                        phrases.say(s.title()),
                        s.blocks().stream().map(b -> said(b, phrases)).toList()))
                .toList();
        var translated = new Document(
                document.kind(),
                phrases.say(document.title()),
                phrases.say(document.subtitle()),
                sections,
                document.sources(),
                document.provenance());
        return new Translation(translated, WHOLE.contains(document.kind()), phrases.said());
    }

    private static Block said(Block block, Tongue phrases) {
        return switch (block) {
            case Block.Paragraph(var text) -> new Block.Paragraph(said(text, phrases));
            case Block.Note(var text) -> new Block.Note(said(text, phrases));
            case Block.Heading(var text) -> new Block.Heading(phrases.say(text));
            case Block.Bullets(var items) ->
                new Block.Bullets(items.stream().map(t -> said(t, phrases)).toList());
            case Block.Tabular(var table) -> new Block.Tabular(said(table, phrases));
            case Block.Chart chart ->
                new Block.Chart(
                        chart.id(),
                        phrases.say(chart.title()),
                        phrases.say(chart.summary()),
                        chart.svg(),
                        said(chart.data(), phrases));
            case Block.ClaimPair _, Block.Explanation _ -> block;
        };
    }

    private static Text said(Text text, Tongue phrases) {
        return new Text(text.spans().stream()
                .map(s -> s instanceof Text.Span.Words(var words) ? new Text.Span.Words(phrases.say(words)) : s)
                .toList());
    }

    private static DataTable said(DataTable table, Tongue phrases) {
        return new DataTable(
                table.id(),
                phrases.say(table.caption()),
                table.columns().stream()
                        .map(c -> new DataTable.Column(c.key(), phrases.say(c.title()), c.shown()))
                        .toList(),
                table.rows(),
                phrases.say(table.note()));
    }
}
