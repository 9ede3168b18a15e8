package org.evenhand.statistics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.statistics.tasks.Executor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Ordinal criteria as in SMAA-O (Lahdelma, Miettinen & Salminen 2003): between the best level at 1 and the
/// worst at 0 lie sorted uniform numbers. With 4 million draws the Monte Carlo error is at most 0.00025, so
/// 0.001 is four of them.
class OrdinalTest {
    private static final Smaa2 SMAA = Smaa2.withDefaults().withDraws(4_000_000);
    private static final List<Criterion> ORDER_AND_MEASURE =
            List.of(Criterion.ordinal("order"), new Criterion("measure", 0, 1));

    private static DecisionProblem problem(int[] ranks, double... measures) {
        int levels = (int) java.util.Arrays.stream(ranks).distinct().count();
        var names = new ArrayList<String>();
        var rows = new ArrayList<List<Optional<Measurement>>>();
        for (int i = 0; i < ranks.length; i++) {
            names.add(String.valueOf((char) ('A' + i)));
            rows.add(List.of(
                    Optional.of(new Measurement.Level(ranks[i], levels)),
                    Optional.of(new Measurement.Point(measures[i]))));
        }
        return new DecisionProblem(names, ORDER_AND_MEASURE, rows);
    }

    private static Acceptability analyse(DecisionProblem problem, Statement... statements) {
        var space = statements.length == 0
                ? WeightSpace.all(problem.criterionNames())
                : Problems.space(problem.criterionNames(), statements);
        return SMAA.analyse(problem, space, Executor.sequential());
    }

    /// A, B, C in that order, and 0, 1/2, 1 on the measure. With w the order's weight, γ the value of its
    /// middle level and t = (1 − w)/2w: A is first where γ < 1 − t and w > 1/2, B where γ > max(t, 1 − t), C
    /// in the rest. Over uniform w and γ that is 3/4 − ln(2)/2, ln(4/3)/2 and 1/4 + ln(3/2)/2.
    @Test
    void threeOptionsInOrderAgreeWithTheIntegralsByHand() {
        var result = analyse(problem(new int[] {1, 2, 3}, 0, 0.5, 1));
        assertThat(result.rank(0, 0).value()).isCloseTo(0.75 - Math.log(2) / 2, within(1e-3));
        assertThat(result.rank(1, 0).value()).isCloseTo(Math.log(4 / 3.0) / 2, within(1e-3));
        assertThat(result.rank(2, 0).value()).isCloseTo(0.25 + Math.log(1.5) / 2, within(1e-3));
    }

    /// Four levels: the second and third are the larger and the smaller of two uniform numbers, above x with
    /// probability 1 − x² and (1 − x)².
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.9})
    void theLevelsBetweenAreSortedUniformNumbers(double x) {
        var result = analyse(
                problem(new int[] {1, 2, 3, 4}, 0, 0, 0, x), new Statement.EquallyImportant("order", "measure"));
        assertThat(result.beats(1, 3).value()).isCloseTo(1 - x * x, within(1e-3));
        assertThat(result.beats(2, 3).value()).isCloseTo((1 - x) * (1 - x), within(1e-3));
        assertThat(result.beats(1, 2).value()).isEqualTo(1);
    }

    @Test
    void optionsOnOneLevelShareItsValue() {
        var result = analyse(problem(new int[] {1, 2, 2, 3}, 0, 0.3, 0.3, 0));
        assertThat(result.rank(1, 0)).isEqualTo(result.rank(2, 0));
        assertThat(result.beats(1, 2).value()).isZero();
    }

    /// An order of two is an exact criterion with 1 and 0: the split of the closed form for two options.
    @Test
    void anOrderOfTwoIsExact() {
        var result = analyse(problem(new int[] {1, 2}, 0, 0.5));
        assertThat(result.rank(0, 0).value()).isCloseTo(2 / 3.0, within(1e-3));
        assertThat(result.confidence(0).orElseThrow().value()).isEqualTo(1);
    }

    @Test
    void anOrderWithoutDifferenceTellsNothing() {
        assertThat(problem(new int[] {1, 1}, 0, 1).tellsNothing(0)).isTrue();
        assertThat(problem(new int[] {1, 2}, 0, 1).tellsNothing(0)).isFalse();
    }

    /// The second of three by order, 0.4 ahead by measure: with the order's middle level at 1/2 it needs at
    /// least (1 − w) 0.4 > w/2; at its best it can reach the first, so that no weight is needed.
    @Test
    void whatAnOptionNeedsFollowsTheOrder() {
        var problem = problem(new int[] {1, 2, 3}, 0, 0.4, 0);
        var space = WeightSpace.all(problem.criterionNames());
        assertThat(weightOfMeasure(problem, space, 1, NecessaryWeight.At.STATED))
                .isCloseTo(0.5 / 0.9, within(1e-9));
        assertThat(weightOfMeasure(problem, space, 1, NecessaryWeight.At.FAVOURABLE))
                .isCloseTo(0, within(1e-9));
        // The last by order is behind the first by the whole scale for certain: level with it by measure, it is as
        // good only where the order counts for nothing.
        var level = problem(new int[] {1, 2, 3}, 0.4, 0, 0.4);
        assertThat(weightOfMeasure(level, space, 2, NecessaryWeight.At.FAVOURABLE))
                .isCloseTo(1, within(1e-9));
        var behind = problem(new int[] {1, 2, 3}, 0.2, 0.4, 0);
        assertThat(NecessaryWeight.of(behind, space, 2, NecessaryWeight.At.FAVOURABLE, NecessaryWeight.Open.SET_ASIDE)
                        .getFirst())
                .isInstanceOf(NecessaryWeight.Never.class);
    }

    private static double weightOfMeasure(
            DecisionProblem problem, WeightSpace space, int option, NecessaryWeight.At at) {
        return ((NecessaryWeight.Between) NecessaryWeight.of(problem, space, option, at, NecessaryWeight.Open.SET_ASIDE)
                        .get(1))
                .least();
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "4, 3", "1, 0"})
    void aLevelOutsideItsOrderIsRefused(int rank, int levels) {
        assertThatThrownBy(() -> new Measurement.Level(rank, levels)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOrderNeedsEveryOptionAndEveryLevel() {
        var one = Optional.<Measurement>of(new Measurement.Level(1, 2));
        for (var other : List.of(
                Optional.<Measurement>empty(),
                Optional.<Measurement>of(new Measurement.Level(1, 2)),
                Optional.<Measurement>of(new Measurement.Level(2, 3)),
                Optional.<Measurement>of(new Measurement.Point(0)))) {
            assertThatThrownBy(() -> new DecisionProblem(
                            List.of("A", "B"),
                            List.of(Criterion.ordinal("order")),
                            List.of(List.of(one), List.of(other))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("criterion 'order': an order needs");
        }
    }

    @Test
    void threadsChangeNothing() {
        var problem = problem(new int[] {2, 1, 3, 4, 3}, 0.1, 0, 0.4, 0.9, 0.2);
        var smaa = new Smaa2(50_000, 5);
        var space = WeightSpace.all(problem.criterionNames());
        var one = smaa.analyse(problem, space, Executor.sequential());
        var two = smaa.analyse(problem, space, Executor.threads(2));
        for (int i = 0; i < 5; i++) {
            assertThat(two.centralWeights(i)).isEqualTo(one.centralWeights(i));
            assertThat(two.confidence(i)).isEqualTo(one.confidence(i));
            for (int j = 0; j < 5; j++) {
                assertThat(two.rank(i, j)).isEqualTo(one.rank(i, j));
            }
        }
    }
}
