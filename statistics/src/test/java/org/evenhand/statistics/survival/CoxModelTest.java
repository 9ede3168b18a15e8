package org.evenhand.statistics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.ClusterCovariance;
import org.evenhand.statistics.ordinal.ClusterCovariance.Factor;
import org.evenhand.statistics.ordinal.Clusters;
import org.evenhand.statistics.references.References;
import org.evenhand.statistics.references.References.Table;
import org.evenhand.statistics.survival.CoxOutcome.Fitted;
import org.evenhand.statistics.survival.CoxOutcome.InvalidInput;
import org.evenhand.statistics.survival.CoxOutcome.MonotoneLikelihood;
import org.evenhand.statistics.survival.CoxOutcome.NotIdentified;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoxModelTest {
    private static final Map<String, Double> REFERENCE = References.values(CoxModelTest.class, "coxph.csv");

    /// Time-varying covariates, late entry, ties, strata, weights, cluster-robust errors.
    @ParameterizedTest
    @CsvSource({
        "panel,BRESLOW,one,equal",
        "panel,BRESLOW,one,weighted",
        "panel,BRESLOW,strata,equal",
        "panel,BRESLOW,strata,weighted",
        "panel,EFRON,one,equal",
        "panel,EFRON,one,weighted",
        "panel,EFRON,strata,equal",
        "panel,EFRON,strata,weighted",
        "plain,BRESLOW,one,equal",
        "plain,BRESLOW,strata,equal",
        "plain,EFRON,one,equal",
        "plain,EFRON,strata,equal"
    })
    void agreesWithCoxph(String file, Ties ties, String strata, String weights) {
        Table table = References.table(CoxModelTest.class, file + ".csv");
        SurvivalData data = data(table);
        if (strata.equals("strata")) {
            data = data.withStrata(table.integers("region"));
        }
        if (weights.equals("weighted")) {
            data = data.withWeights(table.column("w"));
        }
        String key = "%s-%s-%s-%s".formatted(file, ties.name().toLowerCase(Locale.ROOT), strata, weights);
        Fitted fit = fitted(new CoxModel(ties).fit(data));
        ClusterCovariance.Estimated robust = robust(fit, table, Factor.HC0);
        assertThat(fit.gradient()).isLessThanOrEqualTo(1e-9);
        for (int j = 0; j < fit.names().size(); j++) {
            String name = fit.names().get(j);
            assertClose(fit.coefficients()[j], reference(key, "estimate", name), 1e-6);
            assertClose(fit.error(j), reference(key, "error", name), 1e-5);
            assertClose(robust.error(j), reference(key, "robust", name), 1e-5);
        }
        assertClose(fit.nullLogLikelihood(), reference(key, "logLik", "null"), 1e-6);
        assertClose(fit.logLikelihood(), reference(key, "logLik", "fit"), 1e-6);
    }

    @Test
    void clusterFactorIsNamedAndApplied() {
        Table table = References.table(CoxModelTest.class, "panel.csv");
        Fitted fit = fitted(CoxModel.withDefaults().fit(data(table)));
        ClusterCovariance.Estimated plain = robust(fit, table, Factor.HC0);
        ClusterCovariance.Estimated larger = robust(fit, table, Factor.CLUSTERS);
        assertThat(larger.error(0) / plain.error(0)).isCloseTo(Math.sqrt(90.0 / 89), within(1e-12));
        assertThat(larger.method()).contains("G/(G−1)").contains("90 clusters");
        assertThat(CoxClusters.covariance(fit, new Clusters("all", new int[table.rows()], List.of("one")), Factor.HC0))
                .isInstanceOf(ClusterCovariance.TooFewClusters.class);
    }

    /// Cutting a row in two changes nothing: the risk sets are the same.
    @Test
    void cuttingRowsChangesNothing() {
        Table table = References.table(CoxModelTest.class, "plain.csv");
        SurvivalData whole = data(table);
        int n = table.rows();
        int[] twice = new int[2 * n];
        double[] start = new double[2 * n];
        double[] stop = new double[2 * n];
        boolean[] event = new boolean[2 * n];
        for (int i = 0; i < n; i++) {
            twice[2 * i] = twice[2 * i + 1] = i;
            double cut = whole.stop()[i] * (0.2 + 0.6 * i / n);
            start[2 * i] = 0;
            stop[2 * i] = cut;
            start[2 * i + 1] = cut;
            stop[2 * i + 1] = whole.stop()[i];
            event[2 * i + 1] = whole.event()[i];
        }
        Fitted one = fitted(CoxModel.withDefaults().fit(whole));
        Fitted other = fitted(CoxModel.withDefaults()
                .fit(SurvivalData.of(start, stop, event, whole.x().selectRows(twice), whole.names())));
        assertThat(other.coefficients()).containsExactly(one.coefficients(), within(1e-10));
        assertThat(other.logLikelihood()).isCloseTo(one.logLikelihood(), within(1e-9));
    }

    @Test
    void scoreResidualsAddUpToZero() {
        Table table = References.table(CoxModelTest.class, "panel.csv");
        Fitted fit = fitted(CoxModel.withDefaults().fit(data(table).withWeights(table.column("w"))));
        for (int j = 0; j < fit.names().size(); j++) {
            assertThat(Arrays.stream(fit.scoreResiduals().column(j)).sum()).isCloseTo(0, within(1e-8));
        }
    }

    /// R's coxph prints a coefficient of 23.6 with an error of 28,291 here.
    @Test
    void monotoneLikelihoodNamesTheColumn() {
        assertThat(reference("monotone", "estimate", "z")).isGreaterThan(20);
        Table table = References.table(CoxModelTest.class, "monotone.csv");
        CoxOutcome outcome = CoxModel.withDefaults().fit(data(table));
        assertThat(outcome).isInstanceOfSatisfying(MonotoneLikelihood.class, it -> {
            assertThat(it.direction()).singleElement().satisfies(component -> {
                assertThat(component.column()).isEqualTo("z");
                assertThat(component.coefficient()).isPositive();
            });
        });
        assertThat(outcome.explain()).contains("z (up)");
    }

    @Test
    void columnsThatCannotBeEstimatedAreNamed() {
        double[] start = {0, 0, 0, 0, 0, 0};
        double[] stop = {1, 2, 3, 4, 5, 6};
        boolean[] event = {true, false, true, true, false, true};
        double[] a = {0.3, -1, 2, 0.7, 1.5, 0};
        double[] twice = {1.6, -1, 5, 2.4, 4, 1};
        double[] region = {1, 1, 1, 1, 1, 1};
        assertThat(fit(start, stop, event, List.of("aid", "region"), a, region))
                .isInstanceOfSatisfying(NotIdentified.class, it -> {
                    assertThat(it.dependency().column()).isEqualTo("region");
                    assertThat(it.dependency().of()).isEmpty();
                });
        assertThat(fit(start, stop, event, List.of("aid", "trade"), a, twice))
                .isInstanceOfSatisfying(NotIdentified.class, it -> {
                    assertThat(it.dependency().column()).isEqualTo("trade");
                    assertThat(it.dependency().of().get("aid")).isCloseTo(2, within(1e-6));
                });
    }

    @Test
    void hardInputsAreTypedOutcomes() {
        boolean[] event = {true, false, true};
        double[] x = {1, 2, 1.5};
        double[] zero = {0, 0, 0};
        double[] stop = {1, 2, 3};
        assertThat(fit(zero, stop, new boolean[3], List.of("x"), x))
                .isInstanceOfSatisfying(
                        InvalidInput.class, it -> assertThat(it.reason()).contains("no row ends with the event"));
        assertThat(fit(stop, stop, event, List.of("x"), x).explain()).contains("row 1 runs from 1.0 to 1.0");
        assertThat(fit(zero, stop, event, List.of("x"), new double[] {1, Double.NaN, 2})
                        .explain())
                .contains("column x holds NaN in row 2");
        assertThat(fit(zero, new double[] {1, 2, Double.POSITIVE_INFINITY}, event, List.of("x"), x))
                .isInstanceOf(InvalidInput.class);
        assertThat(fit(new double[0], new double[0], new boolean[0], List.of("x"), new double[0]))
                .isInstanceOf(InvalidInput.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurvivalData.of(zero, stop, new boolean[2], Matrix.ofColumns(3, x), List.of("x")));
    }

    /// Whatever the data, a fit is a vanished gradient with finite errors, or a reason.
    @Test
    void randomSmallSamplesEitherFitOrSayWhyNot() {
        int fits = 0;
        int monotone = 0;
        for (int task = 0; task < 2000; task++) {
            var random = Streams.of(23, task);
            int n = 2 + random.nextInt(12);
            double[] start = new double[n];
            double[] stop = new double[n];
            boolean[] event = new boolean[n];
            double[] a = new double[n];
            double[] b = new double[n];
            for (int i = 0; i < n; i++) {
                start[i] = random.nextInt(3);
                stop[i] = start[i] + 1 + random.nextInt(4);
                event[i] = random.nextInt(3) > 0;
                a[i] = random.nextGaussian();
                b[i] = random.nextInt(2);
            }
            switch (fit(start, stop, event, List.of("a", "b"), a, b)) {
                case Fitted fit -> {
                    fits++;
                    assertThat(fit.gradient()).isLessThanOrEqualTo(1e-8);
                    assertThat(fit.error(0)).isFinite().isPositive();
                    assertThat(fit.error(1)).isFinite().isPositive();
                    // A missed monotone likelihood ends, like coxph's, with an error in the thousands.
                    assertThat(fit.error(0)).as("task %d", task).isLessThan(1000);
                    assertThat(fit.error(1)).as("task %d", task).isLessThan(1000);
                    assertThat(fit.logLikelihood()).isGreaterThanOrEqualTo(fit.nullLogLikelihood() - 1e-10);
                }
                case MonotoneLikelihood ignored -> monotone++;
                case NotIdentified ignored -> {}
                case InvalidInput ignored -> assertThat(event).doesNotContain(true);
                case CoxOutcome.NotConverged it ->
                    throw new AssertionError("task %d: %s".formatted(task, it.explain()));
            }
        }
        assertThat(fits).isGreaterThan(500);
        assertThat(monotone).isGreaterThan(100);
    }

    private static CoxOutcome fit(
            double[] start, double[] stop, boolean[] event, List<String> names, double[]... columns) {
        return CoxModel.withDefaults()
                .fit(SurvivalData.of(start, stop, event, Matrix.ofColumns(stop.length, columns), names));
    }

    private static SurvivalData data(Table table) {
        List<String> names = table.namesBut("id", "start", "stop", "event", "region", "w");
        boolean[] event = new boolean[table.rows()];
        for (int i = 0; i < event.length; i++) {
            event[i] = table.column("event")[i] > 0;
        }
        return SurvivalData.of(table.column("start"), table.column("stop"), event, table.matrix(names), names);
    }

    private static ClusterCovariance.Estimated robust(Fitted fit, Table table, Factor factor) {
        Clusters clusters = Clusters.of(
                "id",
                Arrays.stream(table.integers("id")).mapToObj(Integer::toString).toList());
        return (ClusterCovariance.Estimated) CoxClusters.covariance(fit, clusters, factor);
    }

    private static Fitted fitted(CoxOutcome outcome) {
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
