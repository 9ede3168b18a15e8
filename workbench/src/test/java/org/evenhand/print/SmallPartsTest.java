package org.evenhand.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallPartsTest {
    @ParameterizedTest
    @CsvSource({"Cuba,4", "Perú,4", "Peru\u0301,4", "日本,4", "'',0", "עברית,5", "a\u200Db,2"})
    void widthCountsColumnsAndNotCharacters(String text, int width) {
        assertThat(DisplayWidth.of(text)).isEqualTo(width);
    }

    @Test
    void threeKeysInARowAreJoined() {
        assertThat(SourceKeys.joined(List.of("tip-2003", "tip-2001", "tip-2002", "pd-2014", "tip-2005"), "–"))
                .isEqualTo("pd-2014, tip-2001–2003, tip-2005");
        assertThat(SourceKeys.joined(List.of("a-9", "a-10", "a-11"), "–")).isEqualTo("a-10, a-11, a-9");
        assertThat(SourceKeys.joined(List.of("a-98", "a-99", "b-100"), "–")).isEqualTo("a-98, a-99, b-100");
        assertThat(SourceKeys.joined(List.of(), "–")).isEmpty();
    }

    @Test
    void yearsOverOneLetterAreWrittenByDecadeWhereThereIsRoom() {
        assertThat(CompactHeader.of(List.of("2008", "2009", "2010", "2011")))
                .containsExactly(List.of("20", "0", "20", "1"), List.of("8", "9", "0", "1"));
        assertThat(CompactHeader.of(List.of("2009", "2010", "2011"))).hasSize(4);
        assertThat(CompactHeader.of(List.of("A", "XY"))).containsExactly(List.of("", "X"), List.of("A", "Y"));
    }

    @Test
    void anchorsOfDifferentKeysNeverMeet() {
        assertThat(Html.anchor("tip-2014")).isEqualTo("tip-2014");
        assertThat(Html.anchor("a b")).isNotEqualTo(Html.anchor("a_b")).isNotEqualTo(Html.anchor("a-b"));
    }

    @Test
    void longWordsAreBrokenAndSpacesKept() {
        assertThat(Flow.wrap("one two three", 7)).containsExactly("one two", "three");
        assertThat(Flow.wrap("abcdefghij kl", 4)).containsExactly("abcd", "efgh", "ij", "kl");
        assertThat(Flow.wrap("", 4)).containsExactly("");
    }

    @Test
    void everyFormatIsFoundByItsName() {
        for (var format : Format.values()) {
            assertThat(Format.of(format.label())).contains(format);
        }
        assertThat(Format.of("docx")).isEmpty();
    }
}
