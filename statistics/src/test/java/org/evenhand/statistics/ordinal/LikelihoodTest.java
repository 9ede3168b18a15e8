package org.evenhand.statistics.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Derivatives beside differences of what they are derivatives of.
class LikelihoodTest {
    /// More rows than a piece has, categories that no piece divides.
    private static final int ROWS = 900;

    private static final double STEP = 1e-4;

    enum Kind {
        PLAIN,
        WEIGHTED_AND_SHIFTED,
        SETS_OF_THRESHOLDS,
        SLOPES_BY_THRESHOLD
    }

    private static OrderedData data(Kind kind) {
        var random = Streams.of(11, kind.ordinal());
        var x = Matrix.ofColumns(ROWS, new double[][] {
            random.doubles(ROWS, -2, 2).toArray(),
            random.doubles(ROWS, 0, 1).toArray(),
            random.doubles(ROWS, -1, 3).toArray()
        });
        var outcome = random.ints(ROWS, 0, 4).toArray();
        var data = OrderedData.of(outcome, List.of("1", "2", "2WL", "3"), x, List.of("a", "b", "c"));
        return switch (kind) {
            case PLAIN -> data;
            case WEIGHTED_AND_SHIFTED ->
                data.withWeights(random.doubles(ROWS, 0.1, 3).toArray())
                        .withOffset(random.doubles(ROWS, -1, 1).toArray());
            case SETS_OF_THRESHOLDS ->
                data.withThresholdsBy(random.ints(ROWS, 0, 2).toArray(), List.of("before", "after"));
            case SLOPES_BY_THRESHOLD ->
                data.withSlopesByThreshold(
                        Matrix.ofColumns(
                                ROWS,
                                new double[][] {random.doubles(ROWS, -1, 1).toArray()}),
                        List.of("z"));
        };
    }

    private static double[] point(Layout layout) {
        var at = new double[layout.size];
        for (int k = 0; k + 1 < layout.categories; k++) {
            for (int j = 0; j < layout.q; j++) {
                at[k * layout.q + j] = j < layout.levels ? k - 1 + 0.1 * j : 0.1;
            }
        }
        for (int j = 0; j < layout.p; j++) {
            at[layout.firstSlope + j] = 0.4 - 0.3 * j;
        }
        return at;
    }

    private static double[] moved(double[] at, double[] direction, double length) {
        var result = at.clone();
        for (int j = 0; j < at.length; j++) {
            result[j] += length * direction[j];
        }
        return result;
    }

    private static double[] gradient(Likelihood likelihood, double[] at) {
        likelihood.evaluate(at, false);
        return likelihood.gradient.clone();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void gradientInformationAndBendAreTheDerivatives(Kind kind) {
        for (var link : Link.values()) {
            var data = data(kind);
            var layout = new Layout(data, RowOrder.of(data));
            var likelihood = new Likelihood(link, layout);
            var at = point(layout);
            int size = layout.size;

            likelihood.evaluate(at, true);
            var gradient = likelihood.gradient.clone();
            var information = likelihood.information.clone();
            for (int j = 0; j < size; j++) {
                var unit = new double[size];
                unit[j] = 1;
                double rise = likelihood.evaluate(moved(at, unit, STEP), false)
                        - likelihood.evaluate(moved(at, unit, -STEP), false);
                assertThat(gradient[j]).as("%s, gradient %d", link, j).isCloseTo(rise / (2 * STEP), within(1e-4));

                var above = gradient(likelihood, moved(at, unit, STEP));
                var below = gradient(likelihood, moved(at, unit, -STEP));
                for (int i = 0; i < size; i++) {
                    assertThat(information[j * size + i])
                            .as("%s, information %d, %d", link, i, j)
                            .isCloseTo((below[i] - above[i]) / (2 * STEP), within(1e-4))
                            .isEqualTo(information[i * size + j]);
                }
            }
            assertThat(gradient(likelihood, at))
                    .as("with information and without")
                    .containsExactly(gradient, within(1e-9));
            bendIsHalfTheSecondDerivative(link, likelihood, at);
        }
    }

    private static void bendIsHalfTheSecondDerivative(Link link, Likelihood likelihood, double[] at) {
        assertThat(likelihood.bends()).isEqualTo(link == Link.LOGIT);
        if (!likelihood.bends()) {
            return;
        }
        var direction = Streams.of(12, 0).doubles(at.length, -1, 1).toArray();
        likelihood.evaluate(at, false);
        var bend = new double[at.length];
        likelihood.bend(direction, bend);
        var above = gradient(likelihood, moved(at, direction, STEP));
        var here = gradient(likelihood, at);
        var below = gradient(likelihood, moved(at, direction, -STEP));
        for (int j = 0; j < at.length; j++) {
            assertThat(bend[j])
                    .as("bend %d", j)
                    .isCloseTo((above[j] - 2 * here[j] + below[j]) / (2 * STEP * STEP), within(1e-3));
        }
    }

    /// No parameter's information changes by a larger share than the row that changes most.
    @ParameterizedTest
    @EnumSource(Kind.class)
    void noInformationChangesByMoreThanItsRows(Kind kind) {
        var data = data(kind);
        var layout = new Layout(data, RowOrder.of(data));
        var likelihood = new Likelihood(Link.LOGIT, layout);
        var at = point(layout);
        for (int seed = 0; seed < 20; seed++) {
            var direction = Streams.of(13, seed).doubles(at.length, -1e-6, 1e-6).toArray();
            likelihood.evaluate(at, true);
            var before = likelihood.information.clone();
            double most = likelihood.change(direction);
            likelihood.evaluate(moved(at, direction, 1), true);
            for (int j = 0; j < layout.size; j++) {
                double was = before[j * layout.size + j];
                double is = likelihood.information[j * layout.size + j];
                assertThat(Math.abs(is / was - 1)).isLessThanOrEqualTo(most * 1.001);
            }
            assertThat(most).isGreaterThan(0);
        }
    }
}
