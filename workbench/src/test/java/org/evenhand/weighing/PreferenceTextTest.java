package org.evenhand.weighing;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenhand.statistics.decision.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTextTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "leverage > trade, narcotics > migration|ranking leverage > trade, narcotics > migration",
                "trade >= 2 narcotics|trade >= 2 narcotics",
                "trade = narcotics|trade = narcotics",
                "trade >= 0.5 narcotics|trade >= 0.5 narcotics",
                "trade <= 3 narcotics|trade <= 3 narcotics",
                "trade = 2 narcotics|trade = 2 narcotics",
                "trade exactly 0.2|trade between 0.2 and 0.2",
                "Side-effects > cost_2|ranking Side-effects > cost_2",
                "trade between 0.1 and .4|trade between 0.1 and 0.4",
                "trade at least 0.25|trade between 0.25 and 1",
                "trade at most 0.25|trade between 0 and 0.25"
            })
    void statementsAreReadAsWritten(String text, String words) {
        assertThat(PreferenceText.read(text).map(Statement::words)).contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "trade",
                "trade matters",
                "trade > ",
                "> trade",
                "trade > , narcotics",
                "trade >= 0 narcotics",
                "trade at least -1",
                "trade between 0.1",
                "trade < narcotics",
                "2 trade > narcotics"
            })
    void whatSaysNothingIsNotRead(String text) {
        assertThat(PreferenceText.read(text)).isEmpty();
    }
}
