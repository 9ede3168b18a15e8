package org.evenhand.statistics.exact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialRangeTest {
    /// R 4.5: `qbinom(c(0.005, 0.995), n, p)`.
    @ParameterizedTest
    @CsvSource({"400, 0.05, 10, 32", "100, 0.05, 0, 11", "1000, 0.05, 33, 69"})
    void quantilesAreThoseOfR(int trials, double probability, int low, int high) {
        assertThat(BinomialRange.of(trials, probability, 0.99)).isEqualTo(new BinomialRange(low, high));
    }
}
