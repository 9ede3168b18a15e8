package org.evenhand.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.evenhand.benchmark.CalibrationLine.Predicted;
import org.junit.jupiter.api.Test;

class CalibrationLineTest {
    /// Events that happen as often as said, in 60 countries of 40 reports each; what is said may then be distorted.
    private static List<Predicted> predictions(DoubleUnaryOperator distort) {
        var random = new Random(11);
        var predictions = new ArrayList<Predicted>();
        for (int i = 0; i < 2400; i++) {
            double logOdds = -1 + random.nextGaussian();
            boolean happened = random.nextDouble() < probability(logOdds);
            predictions.add(new Predicted("C" + i % 60, probability(distort.applyAsDouble(logOdds)), happened));
        }
        return predictions;
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    @Test
    void predictionsThatHoldHaveASlopeOfOneAndAnInterceptOfZero() {
        var line = CalibrationLine.of(1, predictions(l -> l)).orElseThrow();
        assertThat(line.holds()).isTrue();
        assertThat(line.n()).isEqualTo(2400);
        // About 1/sqrt(Σ p(1-p) l²) for 2,400 rows: a sixth of a unit would be far off.
        assertThat(line.slopeError()).isBetween(0.03, 0.1);
        assertThat(line.interceptError()).isBetween(0.03, 0.1);
    }

    @Test
    void spreadAndShiftShowInSlopeAndIntercept() {
        var held = CalibrationLine.of(1, predictions(l -> l)).orElseThrow();
        var spread = CalibrationLine.of(1, predictions(l -> 2 * l)).orElseThrow();
        assertThat(spread.slope()).isCloseTo(held.slope() / 2, within(1e-6));
        assertThat(spread.holds()).isFalse();
        var shifted = CalibrationLine.of(1, predictions(l -> l + 0.75)).orElseThrow();
        assertThat(shifted.intercept()).isCloseTo(held.intercept() - 0.75, within(1e-6));
        assertThat(shifted.slope()).isCloseTo(held.slope(), within(1e-6));
        assertThat(shifted.holds()).as("said too often").isFalse();
    }

    /// Every prediction twice in its own country says nothing new: the clustered error stays.
    @Test
    void whatIsRepeatedWithinACountryMakesNoErrorSmaller() {
        var once = predictions(l -> l);
        var twice = new ArrayList<>(once);
        twice.addAll(once);
        var one = CalibrationLine.of(1, once).orElseThrow();
        var two = CalibrationLine.of(1, twice).orElseThrow();
        assertThat(two.slope()).isCloseTo(one.slope(), within(1e-6));
        assertThat(two.slopeError()).isCloseTo(one.slopeError(), within(1e-6));
        assertThat(two.interceptError()).isCloseTo(one.interceptError(), within(1e-6));
    }

    @Test
    void certaintiesAreLeftOutAndAnEventThatAlwaysHappenedHasNoLine() {
        var some = predictions(l -> l);
        var more = new ArrayList<>(some);
        more.add(new Predicted("C1", 0, false));
        more.add(new Predicted("C1", 1, true));
        assertThat(CalibrationLine.of(2, more).orElseThrow().n()).isEqualTo(2400);
        assertThat(CalibrationLine.of(
                        1, some.stream().filter(Predicted::happened).toList()))
                .isEmpty();
    }
}
