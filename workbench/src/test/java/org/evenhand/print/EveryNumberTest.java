package org.evenhand.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.evenhand.core.Figure;
import org.evenhand.document.Document;
import org.junit.jupiter.api.Test;

/// A number on a page is a figure's, or part of a label that the document holds; printers add none of their own but the
/// numbers of sections and passports.
class EveryNumberTest {
    private static final Pattern NUMBER = Pattern.compile("[0-9](?:[0-9.,]*[0-9])?");

    @Test
    void printersShowOnlyNumbersOfTheDocument() {
        for (var document : List.of(Invented.document(), Realistic.account())) {
            var allowed = allowed(document);
            var screen = new Screen(120, false, true, true);
            check("terminal", TerminalPrinter.print(document, screen), allowed);
            check("markdown", MarkdownPrinter.print(document), allowed);
            check("html", visible(HtmlPrinter.print(document)), allowed);
        }
    }

    @Test
    void everyFigureIsShownInEveryFormatAndHasAPassport() {
        var document = Realistic.account();
        var terminal = TerminalPrinter.print(document, new Screen(200, false, true, false));
        var html = visible(HtmlPrinter.print(document));
        var markdown = MarkdownPrinter.print(document);
        var passports = Passports.of(document);
        for (var entry : passports.entries()) {
            for (var figure : entry.figures()) {
                assertThat(passports.number(figure)).isEqualTo(entry.number());
                assertThat(terminal).contains(NumberText.value(figure));
                assertThat(html).contains(NumberText.value(figure));
                assertThat(markdown).contains(NumberText.value(figure));
            }
        }
    }

    private static void check(String format, String printed, Set<String> allowed) {
        var foreign = new TreeSet<>(numbers(printed));
        foreign.removeAll(allowed);
        assertThat(foreign)
                .as("numbers in %s that the document does not hold", format)
                .isEmpty();
    }

    /// Numbers in all labels, in all figures as they are written for people, and those of sections and passports.
    private static Set<String> allowed(Document document) {
        var allowed = new HashSet<>(numbers(JsonPrinter.print(document)));
        var entries = Passports.of(document).entries();
        for (var entry : entries) {
            for (var figure : entry.figures()) {
                allowed.addAll(numbers(written(figure)));
            }
        }
        for (var i = 1; i <= Math.max(document.sections().size(), entries.size()); i++) {
            allowed.add(Integer.toString(i));
        }
        // The name of the checksum, SHA-256.
        allowed.add("256");
        // Years are split over the lines of narrow headings and stand for a run of source keys.
        for (var number : Set.copyOf(allowed)) {
            if (number.length() == 4) {
                allowed.add(number.substring(0, 2));
                allowed.add(number.substring(2));
                allowed.add(number.substring(0, 3));
                allowed.add(number.substring(3));
            }
        }
        return allowed;
    }

    private static String written(Figure figure) {
        return Passports.line(figure) + ' ' + NumberText.prose(figure);
    }

    private static Set<String> numbers(String text) {
        var numbers = new HashSet<String>();
        var matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group());
        }
        return numbers;
    }

    /// What a reader sees outside the pictures: no style sheet, no attribute, no markup.
    private static String visible(String page) {
        return page.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("(?s)<svg.*?</svg>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'");
    }
}
