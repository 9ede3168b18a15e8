package org.evenhand.statistics.shrinkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.ordinal.OrderedModel;
import org.junit.jupiter.api.Test;

class RidgeLogisticTest {
    private static final int N = 300;

    private static double[][] columns(long seed) {
        var random = new Random(seed);
        var x = new double[2][N];
        for (int i = 0; i < N; i++) {
            x[0][i] = random.nextGaussian();
            x[1][i] = random.nextGaussian() + 0.5 * x[0][i];
        }
        return x;
    }

    private static boolean[] events(double[][] x, long seed) {
        var random = new Random(seed);
        var y = new boolean[N];
        for (int i = 0; i < N; i++) {
            y[i] = random.nextDouble() < 1 / (1 + Math.exp(0.7 - x[0][i] + 0.5 * x[1][i]));
        }
        return y;
    }

    private static double[] ones(int n) {
        var w = new double[n];
        Arrays.fill(w, 1);
        return w;
    }

    @Test
    void withHardlyAnyShrinkageItIsMaximumLikelihood() {
        var x = columns(3);
        var y = events(x, 4);
        var weights = ones(N);
        for (int i = 0; i < N; i++) {
            weights[i] = 0.25 + i % 4;
        }
        var fitted = RidgeLogistic.of(Matrix.ofColumns(N, x), y, weights).fit(new double[] {1e-9, 1e-9});
        var codes = new int[N];
        for (int i = 0; i < N; i++) {
            codes[i] = y[i] ? 1 : 0;
        }
        var plain = (Fit.Ok) OrderedModel.withDefaults()
                .fit(OrderedData.of(codes, List.of("no", "yes"), Matrix.ofColumns(N, x), List.of("a", "b"))
                        .withWeights(weights));
        assertThat(fitted.converged()).isTrue();
        assertThat(fitted.coefficients()[0]).isCloseTo(-plain.parameters()[0], within(1e-7));
        assertThat(fitted.coefficients()[1]).isCloseTo(plain.slope(0), within(1e-7));
        assertThat(fitted.coefficients()[2]).isCloseTo(plain.slope(1), within(1e-7));
    }

    /// The penalised likelihood written out here, and moved by a little in each direction.
    @Test
    void nothingNearbyIsHigher() {
        var x = columns(5);
        var y = events(x, 6);
        var precisions = new double[] {7, 30};
        var b = RidgeLogistic.of(Matrix.ofColumns(N, x), y, ones(N))
                .fit(precisions)
                .coefficients();
        double best = penalised(x, y, b, precisions);
        for (int j = 0; j < b.length; j++) {
            for (double step : new double[] {-1e-3, 1e-3}) {
                var moved = b.clone();
                moved[j] += step;
                assertThat(penalised(x, y, moved, precisions)).isLessThan(best);
            }
        }
        var stronger = RidgeLogistic.of(Matrix.ofColumns(N, x), y, ones(N)).fit(new double[] {700, 3000});
        assertThat(Math.hypot(stronger.coefficients()[1], stronger.coefficients()[2]))
                .isLessThan(Math.hypot(b[1], b[2]))
                .isPositive();
    }

    private static double penalised(double[][] x, boolean[] y, double[] b, double[] precisions) {
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double p = 1 / (1 + Math.exp(-b[0] - b[1] * x[0][i] - b[2] * x[1][i]));
            sum += Math.log(y[i] ? p : 1 - p);
        }
        return sum - 0.5 * (precisions[0] * b[1] * b[1] + precisions[1] * b[2] * b[2]);
    }

    /// Against the integral over intercept and slope, summed on a grid.
    @Test
    void theEvidenceIsTheIntegralOverTheCoefficients() {
        var x = new double[][] {columns(7)[0]};
        var y = events(columns(7), 8);
        var model = RidgeLogistic.of(Matrix.ofColumns(N, x), y, ones(N));
        double low = model.fit(new double[] {1}).logEvidence();
        double high = model.fit(new double[] {50}).logEvidence();
        assertThat(high - low).isCloseTo(Math.log(integral(x[0], y, 50) / integral(x[0], y, 1)), within(0.02));
    }

    private static double integral(double[] x, boolean[] y, double precision) {
        double sum = 0;
        double step = 0.02;
        for (double a = -2; a < 1; a += step) {
            for (double b = -1; b < 2; b += step) {
                double log = 0.5 * Math.log(precision) - 0.5 * precision * b * b;
                for (int i = 0; i < x.length; i++) {
                    double p = 1 / (1 + Math.exp(-a - b * x[i]));
                    log += Math.log(y[i] ? p : 1 - p);
                }
                // The same constant in both integrals keeps the numbers in range.
                sum += Math.exp(log + 180);
            }
        }
        return sum;
    }

    @Test
    void aColumnThatSeparatesHasAFiniteSlope() {
        var x = new double[] {-2, -1, -0.5, 0.5, 1, 2};
        var y = new boolean[] {false, false, false, true, true, true};
        var fitted = RidgeLogistic.of(Matrix.ofColumns(6, x), y, ones(6)).fit(new double[] {0.16});
        assertThat(fitted.converged()).isTrue();
        assertThat(fitted.coefficients()[1]).isBetween(1.0, 10.0);
        assertThat(fitted.probability(new double[] {2})).isBetween(0.9, 1.0);
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        var x = Matrix.ofColumns(2, new double[] {1, 2});
        assertThatThrownBy(() -> RidgeLogistic.of(x, new boolean[] {true}, ones(2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RidgeLogistic.of(x, new boolean[] {true, true}, ones(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("all rows or in none");
        assertThatThrownBy(() -> RidgeLogistic.of(x, new boolean[] {true, false}, new double[] {1, -1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RidgeLogistic.of(x, new boolean[] {true, false}, ones(2))
                        .fit(new double[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
