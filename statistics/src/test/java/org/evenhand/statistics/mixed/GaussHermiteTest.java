package org.evenhand.statistics.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussHermiteTest {
    /// A rule of n nodes integrates every polynomial of degree below 2n: here the even moments of a
    /// standard normal.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 10, 15, 20, 33, 50})
    void momentsOfTheNormalAreExact(int count) {
        GaussHermite rule = GaussHermite.of(count);
        double moment = 1;
        for (int degree = 0; degree < Math.min(2 * count, 30); degree += 2) {
            double sum = 0;
            for (int q = 0; q < count; q++) {
                sum += rule.weights()[q] * Math.pow(rule.nodes()[q], degree);
            }
            assertThat(sum).as("degree %d", degree).isCloseTo(moment, within(1e-11 * moment));
            moment *= degree + 1;
        }
        assertThat(rule.nodes()).isSorted();
    }
}
