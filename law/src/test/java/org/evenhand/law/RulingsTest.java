package org.evenhand.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Every rule, one small case a row: the edge, the day before, the day after, one missing fact at a
/// time.
class RulingsTest {
    @ParameterizedTest(name = "report {1}: {0} {2} gives {3}  [{4}]")
    @CsvFileSource(resources = "/org/evenhand/law/rulings.csv", numLinesToSkip = 1)
    void rulesOneSmallCase(@Nullable String record, int year, @Nullable String facts, String expected, String citedAt) {
        assertThat(citedAt).isNotBlank();
        var matter = RulingTable.matter("XAA", record == null ? "" : record, year, facts == null ? "" : facts);
        assertThat(RulingTable.differences(matter, expected)).isEmpty();
    }
}
