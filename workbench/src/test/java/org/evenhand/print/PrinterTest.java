package org.evenhand.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.evenhand.core.BadRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every format that the command line offers can be had.
class PrinterTest {
    private static final Screen SCREEN = Screen.PLAIN.withReasons(true);

    @ParameterizedTest
    @EnumSource(value = Format.class, mode = EnumSource.Mode.EXCLUDE, names = "CSV")
    void aDocumentCanBePrinted(Format format) {
        assertThat(start(Printer.print(Invented.document(), format, SCREEN)))
                .startsWith(expected(format, "An account", "{"));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aTableCanBePrinted(Format format) {
        var bytes =
                Printer.print(Invented.everyCell(), Invented.document().sources(), Invented.PROVENANCE, format, SCREEN);
        assertThat(start(bytes)).startsWith(expected(format, "Placements in the 2014", "["));
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = "CSV")
    void aDocumentIsNoTable(Format format) {
        assertThatThrownBy(() -> Printer.print(Invented.document(), format, SCREEN))
                .isInstanceOf(BadRequest.class);
    }

    private static String expected(Format format, String title, String json) {
        return switch (format) {
            case TABLE -> title;
            case CSV -> "country,year,tier,tier_basis";
            case JSON -> json;
            case MARKDOWN -> "# " + title;
            case HTML -> "<!DOCTYPE html>";
            case PDF -> "%PDF-";
        };
    }

    private static String start(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 60), StandardCharsets.UTF_8);
    }
}
