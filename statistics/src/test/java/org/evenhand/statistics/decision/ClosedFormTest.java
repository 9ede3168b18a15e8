package org.evenhand.statistics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.evenhand.statistics.tasks.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two options on two criteria, where every index can be worked out by hand. With 4 million draws the Monte
/// Carlo error is at most 0.00025, so 0.001 is four of them.
class ClosedFormTest {
    private static final Smaa2 SMAA = Smaa2.withDefaults().withDraws(4_000_000);

    /// A = (a, 0), B = (0, b): A is first where `w a > (1 − w) b`, that is from `t = b/(a + b)` on.
    @ParameterizedTest(name = "A = ({0}, 0), B = (0, {1})")
    @CsvSource({"1, 1", "1, 0.5", "0.2, 1", "0.9, 0.05"})
    void exactMeasurementsSplitTheWeightsAtOnePoint(double a, double b) {
        var result = SMAA.analyse(
                Problems.exact(new double[] {a, 0}, new double[] {0, b}),
                WeightSpace.all(Problems.names(2)),
                Executor.sequential());
        double t = b / (a + b);
        assertThat(result.rank(0, 0).value()).isCloseTo(1 - t, within(1e-3));
        assertThat(result.rank(0, 1).value()).isCloseTo(t, within(1e-3));
        assertThat(result.beats(1, 0).value()).isCloseTo(t, within(1e-3));
        assertThat(result.centralWeights(0).orElseThrow().getFirst().value()).isCloseTo((1 + t) / 2, within(1e-3));
        assertThat(result.centralWeights(1).orElseThrow().getFirst().value()).isCloseTo(t / 2, within(1e-3));
        assertThat(result.confidence(0).orElseThrow().value()).isEqualTo(1);
        assertThat(result.confidence(1).orElseThrow().value()).isEqualTo(1);
        assertThat(result.holistic(0, MetaWeights.LINEAR).value()).isCloseTo(1 - t, within(1e-3));
    }

    /// A = (U(0,1), 0), B = (0, c): `P(A first) = ∫ (1 − c(1−w)/w) dw` over `w ≥ c/(1+c)`, which is `1 + c
    /// ln(c/(1+c))`; with weights fixed at w, `P(A first) = 1 − c(1−w)/w`.
    @ParameterizedTest(name = "B = (0, {0})")
    @CsvSource({"1", "0.5", "0.1"})
    void uncertainMeasurementsAreIntegratedOver(double c) {
        var problem = Problems.of(List.of(
                List.of(Optional.of(new Measurement.Uniform(0, 1)), Optional.of(new Measurement.Point(0))),
                List.of(Optional.of(new Measurement.Point(0)), Optional.of(new Measurement.Point(c)))));
        var result = SMAA.analyse(problem, WeightSpace.all(Problems.names(2)), Executor.sequential());
        double first = 1 + c * Math.log(c / (1 + c));
        assertThat(result.rank(0, 0).value()).isCloseTo(first, within(1e-3));
        double t = c / (1 + c);
        // E(w; A first) = ∫ (w − c + c w) dw from t to 1
        double central = ((1 - t * t) * (1 + c) / 2 - c * (1 - t)) / first;
        assertThat(result.centralWeights(0).orElseThrow().getFirst().value()).isCloseTo(central, within(1e-3));
        assertThat(result.confidence(0).orElseThrow().value()).isCloseTo(1 - c * (1 - central) / central, within(1e-3));
    }

    /// Weights restricted to `w1 ≥ w2` are uniform on 0.5 to 1; to `0.2 ≤ w1 ≤ 0.6` on that interval.
    @Test
    void statedPreferencesNarrowTheWeights() {
        var problem = Problems.exact(new double[] {1, 0}, new double[] {0, 1.5});
        var ranked = SMAA.analyse(
                problem, Problems.space(Problems.names(2), Statement.Ranking.of("c1", "c2")), Executor.sequential());
        assertThat(ranked.rank(0, 0).value()).isCloseTo((1 - 0.6) / 0.5, within(1e-3));
        var bounded = SMAA.analyse(
                problem,
                Problems.space(Problems.names(2), new Statement.Bounds("c1", 0.2, 0.8)),
                Executor.sequential());
        assertThat(bounded.rank(0, 0).value()).isCloseTo((0.8 - 0.6) / 0.6, within(1e-3));
    }

    @Test
    void anOpenCriterionSpansItsScaleForEveryOption() {
        var open = Problems.of(List.of(List.of(Optional.empty()), List.of(Optional.empty())));
        var result = SMAA.analyse(open, WeightSpace.all(Problems.names(1)), Executor.sequential());
        assertThat(result.rank(0, 0).value()).isCloseTo(0.5, within(1e-3));
        assertThat(result.openCriteria()).containsExactly("c1");
    }

    /// "Less is better" is a scale from high to low.
    @Test
    void directionComesFromTheScale() {
        var problem = new DecisionProblem(
                List.of("cheap", "dear"),
                List.of(new Criterion("price", 200, 100)),
                List.of(
                        List.of(Optional.of(new Measurement.Point(120))),
                        List.of(Optional.of(new Measurement.Normal(180, 1)))));
        var result = new Smaa2(1000, 1).analyse(problem, WeightSpace.all(List.of("price")), Executor.sequential());
        assertThat(result.rank(0, 0).value()).isEqualTo(1);
    }

    @Test
    void optionsThatTieShareTheBetterRank() {
        var result = new Smaa2(1000, 1)
                .analyse(
                        Problems.exact(new double[] {0.5, 0.5}, new double[] {0.5, 0.5}),
                        WeightSpace.all(Problems.names(2)),
                        Executor.sequential());
        assertThat(result.rank(0, 0).value()).isEqualTo(1);
        assertThat(result.rank(1, 0).value()).isEqualTo(1);
        assertThat(result.beats(0, 1).value()).isZero();
    }
}
