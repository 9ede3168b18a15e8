package org.evenhand.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class MedianTest {
    @Test
    void isTheMiddleOfOddAndTheMeanOfTheMiddleTwoOfEvenNumbers() {
        assertThat(Median.of(DoubleStream.of(5, 1, 3))).hasValue(3);
        assertThat(Median.of(DoubleStream.of(8, 1, 3, 4))).hasValue(3.5);
        assertThat(Median.of(DoubleStream.empty())).isEmpty();
    }
}
