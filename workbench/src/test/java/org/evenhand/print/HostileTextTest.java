package org.evenhand.print;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Nothing in the data can act on a terminal, a page, a program or a spreadsheet.
class HostileTextTest {
    @Test
    void aTerminalGetsNoControlCharacterAndNoTurnOfDirection() {
        for (var width : List.of(40, 80, 160)) {
            var text = TerminalPrinter.print(Hostile.document(), new Screen(width, false, true, true));
            assertThat(text.codePoints())
                    .noneMatch(c -> c < ' ' && c != '\n')
                    .noneMatch(c -> c >= 0x7F && c <= 0x9F)
                    .noneMatch(c -> c >= 0x202A && c <= 0x202E)
                    .noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        }
    }

    @Test
    void colourIsTheOnlyEscapeSequenceAndOnlyWhenAskedFor() {
        var text = TerminalPrinter.print(Hostile.document(), new Screen(80, true, true, true));
        assertThat(text.replaceAll("\u001B\\[[0-9;]+m", "")).doesNotContain("\u001B");
    }

    @Test
    void markdownHoldsNoMarkupOfTheData() {
        // What stands in code spans is shown as it is.
        var text = MarkdownPrinter.print(Hostile.document()).replaceAll("`` .*? ``(?!`)", "");
        assertThat(text.replace("<br>", "")).doesNotContain("<");
        assertThat(text).doesNotContainPattern("(?<!\\\\)\\]\\(").doesNotContain("\n# heading");
        for (var line : text.lines().filter(line -> line.startsWith("|")).toList()) {
            assertThat(line.replace("\\|", "")).as("columns of %s", line).endsWith("|");
        }
    }

    @Test
    void jsonKeepsEveryTextAsItIs() {
        var strings = new ArrayList<String>();
        var json = new JsonFactory();
        try (var parser = json.createParser(ObjectReadContext.empty(), JsonPrinter.print(Hostile.table()))) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue()
                        && parser.currentToken().id() == 6) {
                    strings.add(parser.getString());
                }
            }
        }
        assertThat(strings).contains(Hostile.TEXT, Hostile.LONG, "@SUM(1)");
    }

    @Test
    void csvIsReadBackCellByCellAndHoldsNoFormula() {
        var csv = CsvPrinter.print(Hostile.table());
        var records = CsvReader.builder().ofCsvRecord(csv).stream().toList();
        assertThat(records).hasSize(2);
        assertThat(records.get(1).getFields()).hasSameSizeAs(records.get(0).getFields());
        for (var field : records.get(1).getFields()) {
            assertThat(field.matches("-?[0-9.]*") || !field.matches("(?s)[=+@\\-\t\r].*"))
                    .as(field)
                    .isTrue();
        }
        assertThat(records.get(1).getField(1)).isEqualTo("-7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "=1+1~'=1+1",
                "=1~'=1",
                "-5~-5",
                "+1.5~+1.5",
                "-5-5~'-5-5",
                "@SUM(A1)~'@SUM(A1)",
                " =1~' =1",
                "＝1~'＝1",
                "+1 202 555~'+1 202 555",
                "Cuba~Cuba",
                "a=b~a=b"
            },
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false)
    void onlyTextThatWouldRunGetsAnApostrophe(String text, String field) {
        assertThat(CsvPrinter.text(text)).isEqualTo(field);
    }
}
