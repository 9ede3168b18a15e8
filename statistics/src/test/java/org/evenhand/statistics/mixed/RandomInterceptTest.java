package org.evenhand.statistics.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.references.References;
import org.evenhand.statistics.references.References.Table;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomInterceptTest {
    private static final Map<String, Double> REFERENCE = References.values(RandomInterceptTest.class, "clmm.csv");

    /// clmm's objective carried to its optimum: estimates to 1e-6, errors to 1e-5.
    @ParameterizedTest
    @CsvSource({
        "wine,LOGIT,1",
        "wine,PROBIT,1",
        "wine,CLOGLOG,1",
        "wine,LOGIT,10",
        "panel,LOGIT,1",
        "panel,LOGIT,9",
        "panel,PROBIT,7",
        "panel,CLOGLOG,1"
    })
    void agreesWithClmmRunToConvergence(String file, Link link, int nodes) {
        MixedFit.Ok fit = fitted(file, link, nodes);
        String key = file + "-" + link.name().toLowerCase(java.util.Locale.ROOT) + "-" + nodes;
        assertThat(fit.gradient()).isLessThanOrEqualTo(1e-9);
        for (int j = 0; j < fit.names().size(); j++) {
            String name = fit.names().get(j).equals("log(sd)")
                    ? "logSigma"
                    : fit.names().get(j);
            assertClose(fit.parameters()[j], reference(key, "estimate", name), 1e-6, key + " " + name);
            assertClose(fit.error(j), reference(key, "error", name), 1e-5, key + " error of " + name);
        }
        assertClose(fit.logLikelihood(), reference(key, "logLik", ""), 1e-6, key);
    }

    /// clmm stops early: the same objective at its estimates is never above ours, and below by up to
    /// 8e-8.
    @Test
    void clmmNeverReachesAHigherLikelihood() {
        for (var entry : REFERENCE.entrySet()) {
            if (entry.getKey().contains(",clmm at optimum,")) {
                String key = entry.getKey().substring(0, entry.getKey().indexOf(','));
                String[] parts = key.split("-");
                MixedFit.Ok fit = fitted(
                        parts[0],
                        Link.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT)),
                        Integer.parseInt(parts[2]));
                assertThat(fit.logLikelihood()).as(key).isGreaterThan(entry.getValue() - 1e-9);
            }
        }
    }

    /// clmm's own Laplace value carries the error of modes that were left at a gradient of 1e-4.
    @Test
    void clmmReportsALikelihoodItsOwnObjectiveDoesNotHave() {
        double reported = reference("panel-logit-1", "clmm logLik", "");
        double exact = reference("panel-logit-1", "clmm at optimum", "");
        assertThat(Math.abs(reported - exact)).isGreaterThan(2e-4);
        assertThat(fitted("panel", Link.LOGIT, 1).logLikelihood()).isCloseTo(exact, within(1e-7));
    }

    /// clmm 2022.11-16 with one random intercept and link "cloglog" fits the log-log model: under the
    /// link it names, its estimates have a log-likelihood more than a hundred below the one it prints.
    @Test
    void clmmFitsAnotherModelThanTheComplementaryLogLogItNames() {
        double printed = reference("panel-cloglog-by-name", "clmm logLik", "");
        double underItsLink = reference("panel-cloglog-by-name", "logLik", "");
        assertThat(printed - underItsLink).isGreaterThan(100);
        Sample sample = sample("panel");
        OrderedData twoColumns = sample.data.withoutColumn(2);
        MixedFit.Ok fit = (MixedFit.Ok)
                RandomIntercept.withDefaults().with(Link.CLOGLOG).fit(twoColumns, sample.group, sample.groups);
        assertThat(fit.logLikelihood()).isGreaterThan(underItsLink + 90).isLessThan(printed - 5);
    }

    @ParameterizedTest
    @CsvSource({"LOGIT,1", "PROBIT,1", "CLOGLOG,1", "LOGIT,5", "PROBIT,4", "CLOGLOG,6"})
    void gradientIsTheDerivativeOfTheValue(Link link, int nodes) {
        Sample sample = sample("wine");
        double[] weights = IntStream.range(0, sample.data.rows())
                .mapToDouble(i -> 0.5 + i % 3)
                .toArray();
        GroupedRows rows = new GroupedRows(sample.data.withWeights(weights), sample.group);
        MarginalLikelihood likelihood = new MarginalLikelihood(rows, link, integration(nodes));
        double[] at = {-1.9, -0.5, 0.6, 1.7, 0.8, 0.5, -0.3};
        likelihood.at(at);
        double[] gradient = likelihood.gradient.clone();
        for (int j = 0; j < at.length; j++) {
            double step = 1e-5;
            double[] moved = at.clone();
            moved[j] = at[j] + step;
            double up = likelihood.at(moved);
            moved[j] = at[j] - step;
            double down = likelihood.at(moved);
            assertThat((up - down) / (2 * step)).as("parameter %d", j).isCloseTo(gradient[j], within(2e-7));
        }
    }

    /// A weight of two is the row twice.
    @Test
    void weightsCountRows() {
        Sample sample = sample("wine");
        int n = sample.data.rows();
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        int[] twice =
                IntStream.concat(IntStream.range(0, n), IntStream.range(0, 9)).toArray();
        Arrays.fill(weights, 0, 9, 2);
        MixedFit.Ok weighted = (MixedFit.Ok)
                RandomIntercept.withDefaults().fit(sample.data.withWeights(weights), sample.group, sample.groups);
        MixedFit.Ok repeated = (MixedFit.Ok) RandomIntercept.withDefaults()
                .fit(
                        sample.data.selectRows(twice),
                        Arrays.stream(twice).map(i -> sample.group[i]).toArray(),
                        sample.groups);
        assertThat(weighted.parameters()).containsExactly(repeated.parameters(), within(1e-8));
    }

    @Test
    void orderOfRowsDoesNotMatter() {
        Sample sample = sample("panel");
        int n = sample.data.rows();
        int[] reversed = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
        MixedFit.Ok one = fitted("panel", Link.LOGIT, 1);
        MixedFit.Ok other = (MixedFit.Ok) RandomIntercept.withDefaults()
                .fit(
                        sample.data.selectRows(reversed),
                        Arrays.stream(reversed).map(i -> sample.group[i]).toArray(),
                        sample.groups);
        assertThat(other.parameters()).containsExactly(one.parameters(), within(1e-8));
    }

    @Test
    void sameGroupsByChanceHaveNoVariance() {
        var random = Streams.of(5, 0);
        int n = 200;
        int[] outcome = new int[n];
        int[] group = new int[n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            group[i] = i / 4;
            outcome[i] = i % 4;
            x[i] = random.nextGaussian();
        }
        MixedFit fit = RandomIntercept.withDefaults()
                .fit(
                        OrderedData.of(outcome, List.of("1", "2", "3", "4"), Matrix.ofColumns(n, x), List.of("x")),
                        group,
                        IntStream.range(0, 50).mapToObj(Integer::toString).toList());
        assertThat(fit).isInstanceOf(MixedFit.NoGroupVariance.class);
        assertThat(fit.explain()).contains("pooled");
    }

    @Test
    void groupsThatNeverChangeHaveNoBound() {
        var random = Streams.of(6, 0);
        int n = 240;
        int[] outcome = new int[n];
        int[] group = new int[n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            group[i] = i / 8;
            outcome[i] = group[i] % 2;
            x[i] = random.nextGaussian();
        }
        MixedFit fit = RandomIntercept.withDefaults()
                .fit(
                        OrderedData.of(outcome, List.of("no", "yes"), Matrix.ofColumns(n, x), List.of("x")),
                        group,
                        IntStream.range(0, 30).mapToObj(Integer::toString).toList());
        assertThat(fit).isInstanceOf(MixedFit.UnboundedGroupVariance.class);
        assertThat(fit.explain()).contains("30 of 30 groups");
    }

    /// Whatever the data, a fit is a vanished gradient with positive definite information, or a reason.
    @Test
    void randomSmallSamplesEitherFitOrSayWhyNot() {
        Map<String, Integer> counts = new TreeMap<>();
        for (int task = 0; task < 600; task++) {
            var random = Streams.of(31, task);
            int n = 6 + random.nextInt(50);
            int groups = 2 + random.nextInt(10);
            int levels = 2 + random.nextInt(3);
            double spread = 2 * random.nextDouble();
            double[] intercept = new double[groups];
            for (int g = 0; g < groups; g++) {
                intercept[g] = spread * random.nextGaussian();
            }
            int[] outcome = new int[n];
            int[] group = new int[n];
            double[] x = new double[n];
            for (int i = 0; i < n; i++) {
                group[i] = random.nextInt(groups);
                x[i] = random.nextGaussian();
                double latent = x[i] + intercept[group[i]] + random.nextGaussian();
                outcome[i] = (int) Math.clamp(Math.floor(latent + levels / 2.0), 0, levels - 1);
            }
            OrderedData data = OrderedData.of(
                    outcome,
                    IntStream.range(0, levels).mapToObj(Integer::toString).toList(),
                    Matrix.ofColumns(n, x),
                    List.of("x"));
            RandomIntercept model = new RandomIntercept(Link.values()[task % 3], integration(task % 4 == 3 ? 5 : 1));
            MixedFit fit = model.fit(
                    data,
                    group,
                    IntStream.range(0, groups).mapToObj(Integer::toString).toList());
            counts.merge(fit.status(), 1, Integer::sum);
            if (fit instanceof MixedFit.Ok ok) {
                assertThat(ok.gradient()).as("task %d", task).isLessThanOrEqualTo(1e-8);
                for (int j = 0; j < ok.names().size(); j++) {
                    assertThat(ok.error(j)).as("task %d", task).isFinite().isPositive();
                }
                assertThat(ok.logLikelihood()).as("task %d", task).isGreaterThan(ok.pooledLogLikelihood());
            }
        }
        assertThat(counts.get("ok")).as(counts.toString()).isGreaterThan(200);
        assertThat(counts).as(counts.toString()).doesNotContainKey("not_converged");
    }

    @Test
    void separationOfThePooledFitIsPassedOn() {
        int[] outcome = {0, 0, 0, 1, 1, 1};
        double[] x = {1, 2, 3, 4, 5, 6};
        MixedFit fit = RandomIntercept.withDefaults()
                .fit(
                        OrderedData.of(outcome, List.of("no", "yes"), Matrix.ofColumns(6, x), List.of("aid")),
                        new int[] {0, 0, 1, 1, 2, 2},
                        List.of("A", "B", "C"));
        assertThat(fit.status()).isEqualTo("separated");
        assertThat(fit.explain()).contains("aid");
    }

    @Test
    void oneGroupIsTooFew() {
        Sample sample = sample("wine");
        MixedFit fit = RandomIntercept.withDefaults().fit(sample.data, new int[sample.data.rows()], List.of("all"));
        assertThat(fit).isInstanceOf(MixedFit.TooFewGroups.class);
    }

    @Test
    void refusesGroupCodesThatDoNotFit() {
        Sample sample = sample("wine");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandomIntercept.withDefaults().fit(sample.data, new int[3], List.of("all")));
    }

    record Sample(OrderedData data, int[] group, List<String> groups) {}

    static Sample sample(String file) {
        Table table = References.table(RandomInterceptTest.class, file + ".csv");
        List<String> columns = table.namesBut("y", "g");
        int[] outcome = Arrays.stream(table.integers("y")).map(y -> y - 1).toArray();
        int levels = Arrays.stream(outcome).max().orElseThrow() + 1;
        int[] codes = Arrays.stream(table.integers("g")).map(g -> g - 1).toArray();
        int groups = Arrays.stream(codes).max().orElseThrow() + 1;
        return new Sample(
                OrderedData.of(
                        outcome,
                        IntStream.rangeClosed(1, levels)
                                .mapToObj(Integer::toString)
                                .toList(),
                        table.matrix(columns),
                        columns),
                codes,
                IntStream.rangeClosed(1, groups).mapToObj(Integer::toString).toList());
    }

    private static MixedFit.Ok fitted(String file, Link link, int nodes) {
        Sample sample = sample(file);
        MixedFit fit = new RandomIntercept(link, integration(nodes)).fit(sample.data, sample.group, sample.groups);
        assertThat(fit).isInstanceOf(MixedFit.Ok.class);
        return (MixedFit.Ok) fit;
    }

    private static Integration integration(int nodes) {
        return nodes == 1 ? Integration.LAPLACE : new Integration.AdaptiveGaussHermite(nodes);
    }

    private static double reference(String key, String quantity, String name) {
        return Objects.requireNonNull(REFERENCE.get(key + "," + quantity + "," + name));
    }

    private static void assertClose(double actual, double expected, double relative, String what) {
        assertThat(actual).as(what).isCloseTo(expected, within(Math.max(relative * Math.abs(expected), 1e-8)));
    }
}
