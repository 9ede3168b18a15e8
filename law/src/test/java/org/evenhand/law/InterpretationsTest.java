package org.evenhand.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenhand.core.BadRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpretationsTest {
    @ParameterizedTest
    @CsvSource({
        "counting,special-watch-list", "counting,watch-list",
        "run-reset,ranked", "run-reset,any",
        "return-waiver,not-needed", "return-waiver,needed",
        "return-from,spell-since-2019", "return-from,any-spell",
        "pattern,conclusive", "pattern,default",
        "exchange-ban,prior-year-money", "exchange-ban,set",
        "degree-threshold,0", "degree-threshold,4"
    })
    void eachReadingIsChosenByItsName(String option, String word) {
        var changed = Interpretations.DEFAULT.with(option, word);
        assertThat(changed.words()).containsEntry(option, word).hasSize(7);
        var back = changed;
        for (var other : Interpretations.DEFAULT.words().entrySet()) {
            if (!other.getKey().equals(option)) {
                assertThat(changed.words()).contains(other);
            }
            back = back.with(other.getKey(), other.getValue());
        }
        assertThat(back).isEqualTo(Interpretations.DEFAULT);
    }

    @Test
    void theDefaultsAreThoseOfTheSpecification() {
        assertThat(Interpretations.DEFAULT.words().toString())
                .isEqualTo("{counting=watch-list, degree-threshold=2, exchange-ban=set, pattern=default, "
                        + "return-from=any-spell, return-waiver=needed, run-reset=any}");
    }

    @Test
    void anUnknownNameOrWordIsAnswered() {
        assertThatThrownBy(() -> Interpretations.DEFAULT.with("count", "x"))
                .isInstanceOfSatisfying(BadRequest.class, e -> {
                    assertThat(e.what()).isEqualTo("there is no interpretation 'count'");
                    assertThat(e.remedy()).contains("counting, degree-threshold");
                });
        assertThatThrownBy(() -> Interpretations.DEFAULT.with("counting", "x"))
                .isInstanceOfSatisfying(BadRequest.class, e -> {
                    assertThat(e.what()).isEqualTo("the interpretation counting has no reading 'x'");
                    assertThat(e.remedy()).isEqualTo("Choose one of watch-list, special-watch-list.");
                });
        assertThatThrownBy(() -> Interpretations.DEFAULT.with("degree-threshold", "5"))
                .isInstanceOf(BadRequest.class);
        assertThatThrownBy(() -> new Interpretations(
                        Interpretations.Counting.WATCH_LIST,
                        Interpretations.Reset.ANY,
                        Interpretations.ReturnWaiver.NEEDED,
                        Interpretations.ReturnFrom.ANY_SPELL,
                        Interpretations.Pattern.DEFAULT,
                        Interpretations.ExchangeBan.SET,
                        5))
                .hasMessageContaining("between 0 and 4");
    }
}
