package org.evenhand.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.document.Cell;
import org.evenhand.document.DataTable;
import org.evenhand.print.PageContext;

/// Where labels, sources, tables and pictures of a page lead.
final class Leads implements PageContext {
    /// How rules of the law are called; other tables have rules of another kind.
    private static final String RULE = "[A-Z]{2}-[A-Za-z0-9-]+";

    private final Catalogue catalogue;
    private final Asked asked;
    private final Language language;
    private final Phrases phrases;
    private final boolean files;
    private final Set<String> translated;
    private final Language around;

    /// @param translated texts of the answer that are in the language of the page
    /// @param around the language of what surrounds the answer
    Leads(Catalogue catalogue, Asked asked, Language language, Set<String> translated, Language around) {
        this(catalogue, asked, language, translated, around, true);
    }

    private Leads(
            Catalogue catalogue,
            Asked asked,
            Language language,
            Set<String> translated,
            Language around,
            boolean files) {
        this.translated = Set.copyOf(translated);
        this.around = around;
        this.files = files;
        this.catalogue = catalogue;
        this.asked = asked;
        this.language = language;
        this.phrases = Phrases.of(language);
    }

    /// For an answer that no address remakes.
    Leads withoutFiles() {
        return new Leads(catalogue, asked, language, translated, around, false);
    }

    @Override
    public Optional<String> cell(DataTable table, List<Cell> row, int column) {
        if (!(row.get(column) instanceof Cell.Words(var text)) || text.isEmpty()) {
            return Optional.empty();
        }
        return switch (table.columns().get(column).key()) {
            case "country", "iso3", "name" -> code(table, row).map(c -> page("/country/" + c));
            case "universe" ->
                Routes.UNIVERSES.contains(text) ? Optional.of(page("/influence/universe/" + text)) : Optional.empty();
            case "table" ->
                table.id().equals("people-tables")
                        ? Optional.of(page("/victims/people/" + Asked.encoded(text)))
                        : Optional.empty();
            case "rule" ->
                text.matches(RULE) ? Optional.of(page("/law/rule/" + Asked.encoded(text))) : Optional.empty();
            case "key" ->
                table.id().equals("sources") ? Optional.of(page("/source/" + Asked.encoded(text))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<String> code(DataTable table, List<Cell> row) {
        for (int c = 0; c < row.size(); c++) {
            if (table.columns().get(c).key().equals("iso3")
                    && row.get(c) instanceof Cell.Words(var code)
                    && catalogue.countries().of(code).isPresent()) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> source(String key) {
        return catalogue.sources(List.of(key)).isEmpty()
                ? Optional.empty()
                : Optional.of(page("/source/" + Asked.encoded(key)));
    }

    @Override
    public List<Link> picture(String id) {
        return !files
                ? List.of()
                : List.of(new Link("SVG", file(".svg", "figure", id)), new Link("PNG", file(".png", "figure", id)));
    }

    @Override
    public List<Link> table(String id) {
        return !files ? List.of() : List.of(new Link("CSV", file(".csv", "table", id)));
    }

    @Override
    public Optional<String> language(String text) {
        if (language == Language.ENGLISH || text.chars().noneMatch(Character::isLetter)) {
            return Optional.empty();
        }
        return unlessAround(translated.contains(text) || phrases.speaks(text) ? language : Language.ENGLISH);
    }

    @Override
    public Optional<String> languageOfData() {
        return unlessAround(Language.ENGLISH);
    }

    private Optional<String> unlessAround(Language spoken) {
        return spoken == around ? Optional.empty() : Optional.of(spoken.code());
    }

    @Override
    public String say(String english) {
        return phrases.say(english);
    }

    private String file(String ending, String name, String id) {
        var address = asked.address("", ending);
        return address + (address.indexOf('?') < 0 ? "?" : "&") + name + "=" + Asked.encoded(id);
    }

    private String page(String address) {
        return Layout.in(address, language);
    }
}
