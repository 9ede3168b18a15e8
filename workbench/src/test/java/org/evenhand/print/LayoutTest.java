package org.evenhand.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the width of the screen.
class LayoutTest {
    static IntStream widths() {
        return IntStream.of(Screen.NARROWEST, 47, 60, 79, 80, 100, 133);
    }

    @ParameterizedTest
    @MethodSource("widths")
    void noLineIsWiderThanTheScreen(int width) {
        for (var document : List.of(Invented.document(), Realistic.account(), Hostile.document())) {
            var text = TerminalPrinter.print(document, new Screen(width, false, true, true));
            for (var line : text.split("\n", -1)) {
                assertThat(DisplayWidth.of(line)).as(line).isLessThanOrEqualTo(width);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("widths")
    void colourChangesNothingButColour(int width) {
        var plain = TerminalPrinter.print(Realistic.account(), new Screen(width, false, true, true));
        var coloured = TerminalPrinter.print(Realistic.account(), new Screen(width, true, true, true));
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]+m", "")).isEqualTo(plain);
    }
}
