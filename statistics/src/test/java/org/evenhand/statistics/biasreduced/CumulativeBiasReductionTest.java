package org.evenhand.statistics.biasreduced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.evenhand.statistics.biasreduced.CumulativeOutcome.Fitted;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.ordinal.OrderedModel;
import org.evenhand.statistics.references.References;
import org.evenhand.statistics.references.References.Table;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CumulativeBiasReductionTest {
    private static final Map<String, Double> REFERENCE =
            References.values(CumulativeBiasReductionTest.class, "cumulative.csv");

    /// Two categories: brglm2. Three: Firth's adjusted scores from their definition, by enumeration.
    @ParameterizedTest
    @CsvSource({
        "binary,LOGIT", "binary,PROBIT", "binary,CLOGLOG",
        "ordered3,LOGIT", "ordered3,PROBIT", "ordered3,CLOGLOG",
        "separated3,LOGIT", "separated3,PROBIT", "separated3,CLOGLOG"
    })
    void solvesTheAdjustedScoreEquations(String example, Link link) {
        Fitted fit = fitted(data(example), link);
        String key = example + "-" + link.name().toLowerCase(Locale.ROOT);
        assertThat(fit.gradient()).isLessThanOrEqualTo(1e-9);
        for (int j = 0; j < fit.names().size(); j++) {
            assertClose(
                    fit.parameters()[j], reference(key, "estimate", fit.names().get(j)), 1e-6);
            assertClose(fit.error(j), reference(key, "error", fit.names().get(j)), 1e-5);
        }
    }

    @Test
    void binaryLogitIsFirthsEstimate() {
        OrderedData data = data("binary");
        boolean[] event = new boolean[data.rows()];
        for (int i = 0; i < event.length; i++) {
            event[i] = data.outcome(i) == 1;
        }
        FirthOutcome.Fitted firth =
                (FirthOutcome.Fitted) FirthLogistic.fit(BinarySample.of(data.x(), data.names(), event), 0.95);
        Fitted fit = fitted(data, Link.LOGIT);
        assertThat(-fit.parameters()[0]).isCloseTo(firth.coefficients().get(0).estimate(), within(1e-8));
        assertThat(fit.parameters()[1]).isCloseTo(firth.coefficients().get(1).estimate(), within(1e-8));
        assertThat(fit.parameters()[2]).isCloseTo(firth.coefficients().get(2).estimate(), within(1e-8));
        assertThat(fit.logLikelihood()).isCloseTo(firth.logLikelihood(), within(1e-8));
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void separatedDataHaveAFiniteEstimateWhereLikelihoodHasNone(Link link) {
        OrderedData data = data("separated3");
        assertThat(OrderedModel.withDefaults().with(link).fit(data)).isInstanceOf(Fit.Separated.class);
        Fitted fit = fitted(data, link);
        assertThat(fit.parameters()[3]).isBetween(0.5, 10.0);
        assertThat(fit.error(3)).isLessThan(5);
        assertThat(fit.explain()).startsWith("Bias-reduced");
    }

    /// A weight of three is the row three times.
    @Test
    void weightsCountRows() {
        OrderedData data = data("ordered3");
        int n = data.rows();
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        Arrays.fill(weights, 0, 5, 3);
        int[] repeated = IntStream.concat(
                        IntStream.range(0, n), IntStream.concat(IntStream.range(0, 5), IntStream.range(0, 5)))
                .toArray();
        assertThat(fitted(data.withWeights(weights), Link.PROBIT).parameters())
                .containsExactly(fitted(data.selectRows(repeated), Link.PROBIT).parameters(), within(1e-8));
    }

    /// Slope 1 and 40 rows: maximum likelihood is too large on average, the bias-reduced estimate is not.
    /// The sample is one in which both exist for every replicate counted; bounds are four Monte Carlo
    /// errors.
    @Test
    void removesTheBiasOfMaximumLikelihood() {
        int replicates = 1500;
        int n = 40;
        double[] sums = new double[4];
        int counted = 0;
        for (int task = 0; task < replicates; task++) {
            var random = Streams.of(99, task);
            double[] x = new double[n];
            int[] y = new int[n];
            for (int i = 0; i < n; i++) {
                x[i] = 2.0 * i / (n - 1) - 1;
                double u = random.nextDouble();
                double latent = x[i] + Math.log(u / (1 - u));
                y[i] = latent < -1 ? 0 : latent < 1 ? 1 : 2;
            }
            OrderedData data = OrderedData.of(y, List.of("1", "2", "3"), Matrix.ofColumns(n, x), List.of("x"));
            if (OrderedModel.withDefaults().fit(data) instanceof Fit.Ok likelihood
                    && new CumulativeBiasReduction(Link.LOGIT).fit(data) instanceof Fitted reduced) {
                double a = likelihood.slope(0) - 1;
                double b = reduced.parameters()[2] - 1;
                sums[0] += a;
                sums[1] += a * a;
                sums[2] += b;
                sums[3] += b * b;
                counted++;
            }
        }
        assertThat(counted).isGreaterThan(replicates - 5);
        double likelihoodBias = sums[0] / counted;
        double reducedBias = sums[2] / counted;
        double error = Math.sqrt(sums[3] / counted / counted);
        assertThat(likelihoodBias).isGreaterThan(0.04);
        assertThat(reducedBias).isBetween(-4 * error, 4 * error);
        assertThat(Math.abs(reducedBias)).isLessThan(likelihoodBias / 2);
        assertThat(sums[3]).as("and it varies less").isLessThan(sums[1]);
    }

    /// Small samples, most of them separated: the estimate is there, or the data are impossible for a
    /// reason.
    @Test
    void randomSmallSamplesHaveFiniteEstimates() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int task = 0; task < 500; task++) {
            var random = Streams.of(37, task);
            int n = 6 + random.nextInt(20);
            int levels = 2 + random.nextInt(3);
            int[] outcome = new int[n];
            double[] a = new double[n];
            double[] b = new double[n];
            for (int i = 0; i < n; i++) {
                a[i] = random.nextGaussian();
                b[i] = random.nextInt(2);
                double latent = 2 * a[i] + b[i] + 0.5 * random.nextGaussian();
                outcome[i] = (int) Math.clamp(Math.floor(latent + levels / 2.0), 0, levels - 1);
            }
            OrderedData data = OrderedData.of(
                    outcome,
                    IntStream.range(0, levels).mapToObj(Integer::toString).toList(),
                    Matrix.ofColumns(n, a, b),
                    List.of("a", "b"));
            CumulativeOutcome fit = new CumulativeBiasReduction(Link.values()[task % 3]).fit(data);
            counts.merge(fit.status(), 1, Integer::sum);
            assertThat(task % 3 != 2 && fit.status().equals("not_converged"))
                    .as("task %d", task)
                    .isFalse();
            if (fit instanceof Fitted ok) {
                assertThat(ok.gradient()).as("task %d", task).isLessThanOrEqualTo(1e-8);
                for (int j = 0; j < ok.names().size(); j++) {
                    assertThat(ok.error(j)).as("task %d", task).isFinite().isPositive();
                }
            }
        }
        assertThat(counts.get("ok")).as(counts.toString()).isGreaterThan(250);
        // One sample of seven rows with the complementary log-log, whose information vanishes exponentially.
        assertThat(counts.getOrDefault("not_converged", 0))
                .as(counts.toString())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void impossibleDataAreTypedOutcomes() {
        double[] x = {1, 2, 3, 4, 5, 6};
        OrderedData gap = OrderedData.of(
                new int[] {0, 2, 0, 2, 2, 0}, List.of("1", "2", "3"), Matrix.ofColumns(6, x), List.of("aid"));
        assertThat(new CumulativeBiasReduction(Link.LOGIT).fit(gap).status()).isEqualTo("empty_category");
        OrderedData twice = OrderedData.of(
                new int[] {0, 1, 0, 1, 1, 0}, List.of("1", "2"), Matrix.ofColumns(6, x, x), List.of("aid", "trade"));
        CumulativeOutcome outcome = new CumulativeBiasReduction(Link.LOGIT).fit(twice);
        assertThat(outcome.status()).isEqualTo("not_identified");
        assertThat(outcome.explain()).contains("trade");
        OrderedData groups = twice.withThresholdsBy(new int[6], List.of("2001"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CumulativeBiasReduction(Link.LOGIT).fit(groups));
    }

    private static OrderedData data(String example) {
        Table table = References.table(CumulativeBiasReductionTest.class, "cumulative-" + example + ".csv");
        List<String> columns = table.namesBut("y");
        int[] outcome = Arrays.stream(table.integers("y")).map(y -> y - 1).toArray();
        int levels = Arrays.stream(outcome).max().orElseThrow() + 1;
        return OrderedData.of(
                outcome,
                IntStream.rangeClosed(1, levels).mapToObj(Integer::toString).toList(),
                table.matrix(columns),
                columns);
    }

    private static Fitted fitted(OrderedData data, Link link) {
        CumulativeOutcome outcome = new CumulativeBiasReduction(link).fit(data);
        assertThat(outcome).isInstanceOf(Fitted.class);
        return (Fitted) outcome;
    }

    private static double reference(String key, String quantity, String name) {
        return Objects.requireNonNull(REFERENCE.get(key + "," + quantity + "," + name));
    }

    private static void assertClose(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(Math.max(relative * Math.abs(expected), 1e-8)));
    }
}
