package org.evenhand.statistics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NecessaryWeightTest {
    private static List<NecessaryWeight> stated(DecisionProblem problem, int option) {
        return NecessaryWeight.of(
                problem,
                WeightSpace.all(problem.criterionNames()),
                option,
                NecessaryWeight.At.STATED,
                NecessaryWeight.Open.COUNTED);
    }

    /// A = (1, 0), B = (0, 0.5): A is best from `w1 = 1/3` on.
    @Test
    void twoOptionsOnTwoCriteriaByHand() {
        var problem = Problems.exact(new double[] {1, 0}, new double[] {0, 0.5});
        assertThat(stated(problem, 0).getFirst()).isInstanceOfSatisfying(NecessaryWeight.Between.class, b -> {
            assertThat(b.least()).isCloseTo(1 / 3.0, within(1e-9));
            assertThat(b.most()).isCloseTo(1, within(1e-9));
        });
        assertThat(stated(problem, 1).getFirst()).isInstanceOfSatisfying(NecessaryWeight.Between.class, b -> {
            assertThat(b.least()).isCloseTo(0, within(1e-9));
            assertThat(b.most()).isCloseTo(1 / 3.0, within(1e-9));
        });
    }

    /// A is between 0.5 and 1 on the first criterion; B has 0.5 on the second. Favourable: from 1/3; adverse:
    /// from 1/2.
    @Test
    void boundsOfTheMeasurementsMoveTheNecessaryWeight() {
        var problem = Problems.of(List.of(
                List.of(Optional.of(new Measurement.Uniform(0.5, 1)), Optional.of(new Measurement.Point(0))),
                List.of(Optional.of(new Measurement.Point(0)), Optional.of(new Measurement.Point(0.5)))));
        var all = WeightSpace.all(problem.criterionNames());
        assertThat(least(problem, all, NecessaryWeight.At.FAVOURABLE)).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(least(problem, all, NecessaryWeight.At.STATED)).isCloseTo(0.4, within(1e-9));
        assertThat(least(problem, all, NecessaryWeight.At.ADVERSE)).isCloseTo(0.5, within(1e-9));
    }

    private static double least(DecisionProblem problem, WeightSpace space, NecessaryWeight.At at) {
        return switch (NecessaryWeight.of(problem, space, 0, at, NecessaryWeight.Open.COUNTED)
                .getFirst()) {
            case NecessaryWeight.Between b -> b.least();
            case NecessaryWeight.Never n -> throw new AssertionError(n);
        };
    }

    @Test
    void aDominatedOptionIsNeverBest() {
        var problem = Problems.exact(new double[] {0.2, 0.3}, new double[] {0.4, 0.5});
        assertThat(stated(problem, 0)).allMatch(NecessaryWeight.Never.class::isInstance);
    }

    /// The middle of three options on a line under both others' mixture is never best, though nothing
    /// dominates it.
    @Test
    void anOptionBelowTheLineBetweenTwoOthersIsNeverBest() {
        var problem = Problems.exact(new double[] {1, 0}, new double[] {0.45, 0.45}, new double[] {0, 1});
        assertThat(stated(problem, 1)).allMatch(NecessaryWeight.Never.class::isInstance);
    }

    @Test
    void criteriaWithoutDataCanBeSetAside() {
        var problem = Problems.of(List.of(
                List.of(Optional.of(new Measurement.Point(1)), Optional.of(new Measurement.Point(0)), Optional.empty()),
                List.of(
                        Optional.of(new Measurement.Point(0)),
                        Optional.of(new Measurement.Point(1)),
                        Optional.empty())));
        var all = WeightSpace.all(problem.criterionNames());
        var aside = NecessaryWeight.of(problem, all, 0, NecessaryWeight.At.FAVOURABLE, NecessaryWeight.Open.SET_ASIDE);
        assertThat(((NecessaryWeight.Between) aside.getFirst()).least()).isCloseTo(0.5, within(1e-9));
        var counted = NecessaryWeight.of(problem, all, 0, NecessaryWeight.At.FAVOURABLE, NecessaryWeight.Open.COUNTED);
        assertThat(((NecessaryWeight.Between) counted.getFirst()).least()).isCloseTo(0, within(1e-9));
    }

    static LongStream seeds() {
        return LongStream.range(0, 40).map(i -> Long.getLong("property.seed", 20010101L) + i);
    }

    /// Whatever weights are drawn: where an option is best, every weight lies in the necessary range; and an
    /// option that the program calls "never best" is never seen best.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noDrawContradictsTheProgram(long seed) {
        var random = new SplittableRandom(seed);
        int m = 2 + random.nextInt(4);
        int n = 2 + random.nextInt(3);
        var problem = Problems.random(random, m, n);
        var space = seed % 2 == 0
                ? WeightSpace.all(problem.criterionNames())
                : Problems.space(problem.criterionNames(), Statement.Ranking.of("c2", "c1"));
        List<List<NecessaryWeight>> necessary = new java.util.ArrayList<>();
        for (int i = 0; i < m; i++) {
            necessary.add(
                    NecessaryWeight.of(problem, space, i, NecessaryWeight.At.STATED, NecessaryWeight.Open.COUNTED));
        }
        var draws = SamplerChoice.of(space, Streams.of(seed, -1)).begin(Streams.of(seed, 0));
        double[] w = new double[n];
        for (int draw = 0; draw < 500; draw++) {
            draws.next(w);
            int best = best(problem, w);
            for (int k = 0; k < n; k++) {
                assertThat(necessary.get(best).get(k)).isInstanceOf(NecessaryWeight.Between.class);
                var range = (NecessaryWeight.Between) necessary.get(best).get(k);
                assertThat(w[k]).isBetween(range.least() - 1e-9, range.most() + 1e-9);
            }
        }
    }

    private static int best(DecisionProblem problem, double[] w) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < problem.options().size(); i++) {
            double score = 0;
            for (int k = 0; k < w.length; k++) {
                score += w[k] * problem.measurement(i, k).mean();
            }
            if (score > most) {
                most = score;
                best = i;
            }
        }
        return best;
    }
}
