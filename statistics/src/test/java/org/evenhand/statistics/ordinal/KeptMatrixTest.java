package org.evenhand.statistics.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.api.Test;

/// A fit may keep the information matrix of a step near its end. Its standard errors are those of the information at
/// the estimate all the same, also where few rows determine a slope.
class KeptMatrixTest {
    private static final List<String> LEVELS = List.of("1", "2", "2WL", "3");

    /// 2,000 rows of which a handful have the third column at all, mostly on one side.
    private static OrderedData sparse(long seed) {
        int n = 2000;
        var random = Streams.of(31, seed);
        var outcome = new int[n];
        var x = new double[3][n];
        for (int i = 0; i < n; i++) {
            x[0][i] = random.nextGaussian();
            x[1][i] = random.nextGaussian();
            x[2][i] = random.nextInt(n) < 12 ? 1 : 0;
            double u = random.nextDouble();
            double latent = 0.6 * x[0][i] - 0.4 * x[1][i] + 4 * x[2][i] + Math.log(u / (1 - u));
            outcome[i] = latent > 2 ? 3 : latent > 1 ? 2 : latent > -1 ? 1 : 0;
        }
        return OrderedData.of(outcome, LEVELS, Matrix.ofColumns(n, x), List.of("a", "b", "rare"));
    }

    @Test
    void standardErrorsAreThoseAtTheEstimate() {
        int fitted = 0;
        for (int seed = 0; seed < 150; seed++) {
            var data = sparse(seed);
            if (OrderedModel.withDefaults().fit(data) instanceof Fit.Ok ok) {
                fitted++;
                var there = OrderedWorkspace.at(ok.model(), data, ok.parameters());
                var covariance = there.layout().covarianceToData(there.inverseInformation());
                for (int j = 0; j < ok.parameters().length; j++) {
                    double error = Math.sqrt(ok.covariance().get(j, j));
                    assertThat(error / Math.sqrt(covariance.get(j, j)))
                            .as("seed %d, %s", seed, data.parameterNames().get(j))
                            .isCloseTo(1, within(5e-6));
                }
            }
        }
        assertThat(fitted).isGreaterThan(100);
    }
}
