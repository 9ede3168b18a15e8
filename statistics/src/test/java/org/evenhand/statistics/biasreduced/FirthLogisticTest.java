package org.evenhand.statistics.biasreduced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenhand.statistics.biasreduced.FirthOutcome.Coefficient;
import org.evenhand.statistics.biasreduced.FirthOutcome.Fitted;
import org.evenhand.statistics.biasreduced.FirthOutcome.NotIdentified;
import org.evenhand.statistics.biasreduced.FirthOutcome.Unusable;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.references.References;
import org.evenhand.statistics.references.References.Table;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirthLogisticTest {
    private static final Map<String, Double> REFERENCE = References.values(FirthLogisticTest.class, "firth.csv");

    @ParameterizedTest
    @ValueSource(strings = {"endometrial", "sex2", "separated", "rare", "weighted"})
    void agreesWithLogistfAndBrglm2(String example) {
        Fitted fit = fitted(sample(example));
        assertThat(fit.gradient()).isLessThan(1e-8);
        for (Coefficient coefficient : fit.coefficients()) {
            String name = coefficient.name();
            assertClose(coefficient.estimate(), reference(example, "estimate", name), 1e-6);
            assertClose(coefficient.standardError(), reference(example, "error", name), 1e-5);
            assertClose(coefficient.low(), reference(example, "low", name), 1e-6);
            assertClose(coefficient.high(), reference(example, "high", name), 1e-6);
            assertClose(coefficient.test().p(), reference(example, "p", name), 1e-6);
        }
        assertClose(fit.penalizedLogLikelihood(), reference(example, "penalized", ""), 1e-6);
        assertClose(fit.overall().statistic(), reference(example, "overall", ""), 1e-6);
    }

    /// Heinze & Schemper 2002, Table II: neovascularisation separates the endometrial grades.
    @Test
    void reproducesThePublishedEndometrialIntervals() {
        Coefficient vessels = fitted(sample("endometrial")).coefficients().get(1);
        assertThat(vessels.name()).isEqualTo("NV");
        assertThat(vessels.estimate()).isCloseTo(2.929, within(5e-4));
        assertThat(vessels.low()).isCloseTo(0.610, within(5e-4));
        assertThat(vessels.high()).isCloseTo(7.855, within(5e-4));
    }

    /// One group, no column: Jeffreys' prior adds half an event and half a non-event (Firth 1993, section
    /// 3.3).
    @Test
    void interceptAloneAddsHalfAnEventToEachSide() {
        boolean[] event = new boolean[30];
        event[4] = event[11] = true;
        Fitted fit = fitted(BinarySample.of(Matrix.zeros(30, 0), List.of(), event));
        assertThat(fit.coefficients().getFirst().estimate()).isCloseTo(Math.log(2.5 / 28.5), within(1e-10));
        assertThat(fit.overall().degrees()).isZero();
    }

    /// The saturated two-by-two model: half a count is added to each cell.
    @Test
    void twoByTwoTableAddsHalfToEachCell() {
        double[] x = {0, 0, 1, 1};
        BinarySample table = new BinarySample(
                Matrix.ofColumns(4, x),
                List.of("group"),
                new boolean[] {true, false, true, false},
                new double[] {2, 9, 4, 6},
                new double[4]);
        assertThat(fitted(table).coefficients().get(1).estimate())
                .isCloseTo(Math.log(4.5 / 6.5) - Math.log(2.5 / 9.5), within(1e-9));
    }

    /// logistf with its default controls does not arrive when a column is measured in small units.
    @ParameterizedTest
    @CsvSource({"1e-8", "1e-3", "1e8"})
    void unitsOfAColumnChangeOnlyItsCoefficient(double unit) {
        BinarySample sample = sample("endometrial");
        Matrix scaled = sample.x();
        double[] values = scaled.values().clone();
        for (int i = 0; i < scaled.rows(); i++) {
            values[scaled.rows() + i] *= unit;
        }
        Fitted fit = fitted(BinarySample.of(Matrix.over(scaled.rows(), 3, values), sample.columns(), sample.event()));
        for (Coefficient coefficient : fit.coefficients()) {
            double factor = coefficient.name().equals("PI") ? unit : 1;
            assertClose(
                    coefficient.estimate() * factor, reference("endometrial", "estimate", coefficient.name()), 1e-6);
            assertClose(coefficient.low() * factor, reference("endometrial", "low", coefficient.name()), 1e-6);
            assertClose(coefficient.high() * factor, reference("endometrial", "high", coefficient.name()), 1e-6);
        }
    }

    /// A property of the estimator: profile limits are where twice the loss of penalised likelihood is
    /// 3.841459.
    @Test
    void randomSmallSamplesAlwaysHaveFiniteEstimatesAndIntervals() {
        for (int task = 0; task < 200; task++) {
            var random = Streams.of(17, task);
            int n = 8 + random.nextInt(30);
            double[] a = new double[n];
            double[] b = new double[n];
            boolean[] event = new boolean[n];
            int events = 0;
            for (int i = 0; i < n; i++) {
                a[i] = random.nextGaussian();
                b[i] = random.nextInt(2);
                event[i] = a[i] + b[i] + 0.3 * random.nextGaussian() > 1.5;
                events += event[i] ? 1 : 0;
            }
            FirthOutcome outcome =
                    FirthLogistic.fit(BinarySample.of(Matrix.ofColumns(n, a, b), List.of("a", "b"), event), 0.95);
            if (events == 0 || events == n) {
                assertThat(outcome).isInstanceOf(Unusable.class);
            } else if (outcome instanceof Fitted fit) {
                assertThat(fit.gradient()).isLessThanOrEqualTo(1e-8);
                for (Coefficient coefficient : fit.coefficients()) {
                    assertThat(coefficient.low()).isFinite().isLessThan(coefficient.estimate());
                    assertThat(coefficient.high()).isFinite().isGreaterThan(coefficient.estimate());
                }
            } else {
                assertThat(outcome).as("task %d, n = %d", task, n).isInstanceOf(NotIdentified.class);
            }
        }
    }

    @Test
    void dependentColumnsAreNamed() {
        double[] a = {1, 2, 3, 4, 5, 7};
        double[] b = {2, 1, 5, 0, 3, 3};
        double[] sum = new double[6];
        for (int i = 0; i < 6; i++) {
            sum[i] = 2 * a[i] - b[i] + 1;
        }
        FirthOutcome outcome = FirthLogistic.fit(
                BinarySample.of(Matrix.ofColumns(6, a, b, sum), List.of("aid", "trade", "both"), new boolean[] {
                    true, false, true, false, false, true
                }),
                0.95);
        assertThat(outcome).isInstanceOfSatisfying(NotIdentified.class, it -> {
            assertThat(it.dependencies()).singleElement().satisfies(dependency -> {
                assertThat(dependency.column()).isEqualTo("both");
                assertThat(dependency.of()).containsKeys("(intercept)", "aid", "trade");
            });
        });
    }

    @Test
    void hardInputsAreTypedOutcomes() {
        boolean[] event = {true, false, true, false};
        assertThat(fit(new double[] {1, 2, Double.NaN, 4}, event))
                .isEqualTo(new Unusable("column x holds NaN in row 3; expected a finite number, leave the row out"));
        assertThat(fit(new double[] {1, 2, Double.POSITIVE_INFINITY, 4}, event)).isInstanceOf(Unusable.class);
        assertThat(fit(new double[] {1, 2, 3, 4}, new boolean[4])).isInstanceOf(Unusable.class);
        assertThat(fit(new double[] {3, 3, 3, 3}, event)).isInstanceOf(NotIdentified.class);
        assertThat(fit(new double[] {}, new boolean[] {})).isEqualTo(new Unusable("there are no rows"));
    }

    private static FirthOutcome fit(double[] x, boolean[] event) {
        return FirthLogistic.fit(BinarySample.of(Matrix.ofColumns(x.length, x), List.of("x"), event), 0.95);
    }

    private static Fitted fitted(BinarySample sample) {
        FirthOutcome outcome = FirthLogistic.fit(sample, 0.95);
        assertThat(outcome).isInstanceOf(Fitted.class);
        return (Fitted) outcome;
    }

    private static BinarySample sample(String example) {
        Table table = References.table(FirthLogisticTest.class, "firth-" + example + ".csv");
        List<String> columns = table.namesBut("y", "w", "o");
        boolean[] event = new boolean[table.rows()];
        for (int i = 0; i < event.length; i++) {
            event[i] = table.column("y")[i] > 0;
        }
        return new BinarySample(table.matrix(columns), columns, event, table.column("w"), table.column("o"));
    }

    private static double reference(String example, String quantity, String name) {
        return Objects.requireNonNull(REFERENCE.get(example + "," + quantity + "," + name));
    }

    private static void assertClose(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(Math.max(relative * Math.abs(expected), 1e-8)));
    }
}
