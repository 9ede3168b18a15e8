package org.evenhand.statistics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenhand.statistics.tasks.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each kind of measurement against a threshold: the share of draws above it is a survival function with a
/// closed form. With 4 million draws 0.001 is four Monte Carlo errors.
class MeasurementTest {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);
    private static final Smaa2 SMAA = Smaa2.withDefaults().withDraws(4_000_000);

    static Stream<Arguments> thresholds() {
        return Stream.of(
                Arguments.of(new Measurement.Uniform(1, 3), 1.5, 0.75),
                Arguments.of(new Measurement.Normal(1, 2), 2.0, STANDARD.survivalProbability(0.5)),
                // ln 2 is (ln 2 − 0.1)/0.5 standard deviations above the mean of the logarithm
                Arguments.of(
                        new Measurement.LogNormal(0.1, 0.5),
                        2.0,
                        STANDARD.survivalProbability((Math.log(2) - 0.1) / 0.5)),
                Arguments.of(new Measurement.LogNormal(0.1, 0), 1.1, 1.0),
                Arguments.of(
                        new Measurement.LogitNormal(-1, 0.8),
                        0.4,
                        STANDARD.survivalProbability((Math.log(0.4 / 0.6) + 1) / 0.8)),
                // One degree of freedom is Cauchy's distribution, two have (1 − x/√(2 + x²))/2.
                Arguments.of(new Measurement.StudentT(1, 2, 1), 3.0, 0.25),
                Arguments.of(new Measurement.StudentT(1, 2, 2), 3.0, (1 - 1 / Math.sqrt(3)) / 2),
                // (3 − x)²/(3 · 2) above the mode
                Arguments.of(new Measurement.Triangular(0, 1, 3), 2.0, 1 / 6.0),
                Arguments.of(new Measurement.Triangular(0, 0, 2), 1.0, 0.25),
                // Beta(2, 1) has distribution function x²
                Arguments.of(new Measurement.Beta(2, 1), 0.6, 0.64),
                Arguments.of(new Measurement.Beta(2, 1, 1, 3), 2.2, 0.64),
                Arguments.of(new Measurement.Discrete(List.of(0.0, 1.0), List.of(0.3, 0.7)), 0.5, 0.7));
    }

    @ParameterizedTest(name = "{0} above {1}")
    @MethodSource("thresholds")
    void drawsHaveTheStatedDistribution(Measurement measurement, double threshold, double above) {
        assertThat(first(measurement, threshold, new Criterion("c", 0, 10))).isCloseTo(above, within(1e-3));
        // The same on a scale where less is better: the threshold wins.
        assertThat(first(measurement, threshold, new Criterion("c", 10, 0))).isCloseTo(1 - above, within(1e-3));
    }

    private static double first(Measurement measurement, double threshold, Criterion criterion) {
        var problem = new DecisionProblem(
                List.of("drawn", "threshold"),
                List.of(criterion),
                List.of(List.of(Optional.of(measurement)), List.of(Optional.of(new Measurement.Point(threshold)))));
        return SMAA.analyse(problem, WeightSpace.all(List.of("c")), Executor.sequential())
                .rank(0, 0)
                .value();
    }

    /// The odds ratio of paroxetine against fluoxetine in JSMAA's example of four antidepressants (Tervonen
    /// and others 2010, SOM Research Report 10001): log-normal with 0.086 and 0.056.
    @Test
    void theBoundsOfAnOddsRatioAreItsCentral95PerCent() {
        var ratio = new Measurement.LogNormal(0.086, 0.056);
        assertThat(ratio.low()).isCloseTo(Math.exp(0.086 - 1.959964 * 0.056), within(1e-6));
        assertThat(ratio.high()).isCloseTo(Math.exp(0.086 + 1.959964 * 0.056), within(1e-6));
        assertThat(ratio.mean()).isCloseTo(Math.exp(0.086 + 0.056 * 0.056 / 2), within(1e-12));
    }

    /// Symmetric about one half, and Student's tables: t with 4 degrees of freedom has 2.776 at 97.5 %.
    @Test
    void statedValuesAndBounds() {
        assertThat(new Measurement.LogitNormal(0, 2).mean()).isCloseTo(0.5, within(1e-9));
        assertThat(new Measurement.LogitNormal(1, 0).mean()).isCloseTo(0.7310586, within(1e-7));
        assertThat(new Measurement.StudentT(0, 1, 4).high()).isCloseTo(2.776, within(1e-3));
        assertThat(new Measurement.StudentT(5, 1, 4).low()).isCloseTo(2.224, within(1e-3));
        assertThat(new Measurement.Triangular(0, 1, 5).mean()).isEqualTo(2);
        assertThat(new Measurement.Level(2, 4).mean()).isCloseTo(2 / 3.0, within(1e-12));
    }

    static Stream<org.assertj.core.api.ThrowableAssert.ThrowingCallable> impossible() {
        return Stream.of(
                () -> new Measurement.Point(Double.NaN),
                () -> new Measurement.Uniform(2, 1),
                () -> new Measurement.Normal(0, -1),
                () -> new Measurement.LogNormal(0, -1),
                () -> new Measurement.LogNormal(800, 1),
                () -> new Measurement.LogitNormal(0, Double.NaN),
                () -> new Measurement.StudentT(0, 0, 3),
                () -> new Measurement.StudentT(0, 1, 0),
                () -> new Measurement.Triangular(0, 3, 2),
                () -> new Measurement.Triangular(1, 1, 1),
                () -> new Measurement.Beta(0, 1),
                () -> new Measurement.Beta(1, 1, 2, 2),
                () -> new Measurement.Discrete(List.of(1.0), List.of(0.5)));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatIsImpossibleIsRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable measurement) {
        assertThatThrownBy(measurement).isInstanceOf(IllegalArgumentException.class);
    }
}
