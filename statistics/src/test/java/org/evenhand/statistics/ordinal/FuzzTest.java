package org.evenhand.statistics.ordinal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.evenhand.statistics.linear.Cholesky;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.R064Store;

/// Small random data sets, most of them hard. Every estimate and every refusal is confirmed by other means:
/// existence by the linear program (which the fit itself runs only on suspicion), separation by ordering the
/// rows along the reported direction, identification by singular values, counts by counting.
///
/// 1,000 sets in the build. All 10,000: `mvn -pl statistics -am verify -Dtest=FuzzTest
/// -Dsurefire.failIfNoSpecifiedTests=false
/// -Dsurefire.extra="--add-modules=jdk.incubator.vector -Dfuzz.sets=10000"`.
class FuzzTest {
    private static final int BATCHES = 10;

    static LongStream seeds() {
        long base = Long.getLong("fuzz.seed", 20010101L);
        return LongStream.range(0, BATCHES).map(i -> base + i);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyOutcomeIsConfirmed(long seed) {
        int sets = Integer.getInteger("fuzz.sets", 1000) / BATCHES;
        var seen = new TreeMap<String, Integer>();
        for (int set = 0; set < sets; set++) {
            var random = Streams.of(seed, set);
            var link = Link.values()[random.nextInt(3)];
            var data = randomData(random);
            var fit = OrderedModel.withDefaults().with(link).fit(data);
            seen.merge(fit.status(), 1, Integer::sum);
            confirm(fit, data, "seed %d set %d %s".formatted(seed, set, link));
        }
        assertThat(seen.keySet())
                .as("the generator reaches these")
                .contains("ok", "separated", "not_identified", "empty_category", "too_few_rows");
        assertThat(seen).doesNotContainKey("not_converged");
    }

    private static OrderedData randomData(RandomGenerator random) {
        int n = 1 + random.nextInt(24);
        int p = random.nextInt(4);
        int categories = 2 + random.nextInt(3);
        var y = new int[n];
        var columns = new double[p][n];
        for (int j = 0; j < p; j++) {
            int kind = random.nextInt(6);
            double scale = Math.pow(10, random.nextInt(5) == 0 ? random.nextInt(17) - 8 : 0);
            for (int i = 0; i < n; i++) {
                columns[j][i] = scale
                        * switch (kind) {
                            case 0 -> random.nextInt(2);
                            case 1 -> random.nextInt(4) - 1;
                            case 2 -> j > 0 && random.nextInt(40) > 0 ? columns[j - 1][i] / scale : random.nextInt(3);
                            case 3 -> random.nextInt(60) == 0 ? 1 : 0;
                            default -> random.nextGaussian();
                        };
            }
        }
        boolean ordered = random.nextInt(6) == 0;
        for (int i = 0; i < n; i++) {
            double latent = p > 0 && ordered ? columns[0][i] : random.nextGaussian();
            y[i] = (int) Math.max(0, Math.min(categories - 1, Math.floor(latent + categories / 2.0)));
        }
        var levels = IntStream.range(0, categories).mapToObj(Integer::toString).toList();
        var names = IntStream.range(0, p).mapToObj(j -> "x" + j).toList();
        var data = OrderedData.of(y, levels, Matrix.ofColumns(n, columns), names);
        if (random.nextInt(4) == 0) {
            data = data.withWeights(
                    IntStream.range(0, n).mapToDouble(_ -> random.nextInt(3)).toArray());
        }
        return data;
    }

    private static void confirm(Fit fit, OrderedData data, String which) {
        assertThat(fit.explain()).isNotBlank();
        switch (fit) {
            case Fit.Ok ok -> {
                assertThat(ok.gradient()).as(which).isLessThan(1e-8);
                assertThat(Cholesky.factor(correlation(ok.covariance()), ok.parameters().length, 0))
                        .as(which)
                        .isEqualTo(-1);
                for (double parameter : ok.parameters()) {
                    assertThat(parameter).as(which).isFinite();
                }
                for (int k = 0; k + 2 < data.levels().size(); k++) {
                    assertThat(ok.parameters()[k]).as(which).isLessThan(ok.parameters()[k + 1]);
                }
                assertThat(Separation.find(new Layout(data, RowOrder.of(data))))
                        .as(which)
                        .isEmpty();
                assertThat(smallestSingularRatio(data)).as(which).isGreaterThan(1e-7);
            }
            case Fit.Separated separated -> orderedAlong(separated, data, which);
            case Fit.NotIdentified unidentified -> {
                assertThat(smallestSingularRatio(data)).as(which).isLessThan(1e-5);
                assertThat(data.names()).as(which).containsAll(unidentified.columns());
            }
            case Fit.EmptyCategory empty -> {
                for (var level : empty.levels()) {
                    int code = data.levels().indexOf(level);
                    assertThat(IntStream.range(0, data.rows())
                                    .filter(i -> data.outcome(i) == code && data.weight(i) > 0))
                            .as(which)
                            .isEmpty();
                }
            }
            case Fit.TooFewRows(int rows, int parameters) -> {
                assertThat(rows).as(which).isLessThan(parameters);
                assertThat(used(data)).as(which).hasSize(rows);
                assertThat(data.parameterNames()).as(which).hasSize(parameters);
            }
            case Fit.NotConverged _, Fit.InvalidInput _ ->
                assertThat(fit).as(which).isNull();
        }
    }

    /// Along a separating direction every row of a higher level stands at or above every row of a lower one.
    private static void orderedAlong(Fit.Separated separated, OrderedData data, String which) {
        var bySlope = new double[data.rows()];
        double most = 0;
        for (var component : separated.direction()) {
            int j = data.names().indexOf(component.column());
            for (int i = 0; i < bySlope.length; i++) {
                bySlope[i] = Math.fma(component.coefficient(), data.x().get(i, j), bySlope[i]);
                most = Math.max(
                        most, Math.abs(component.coefficient() * data.x().get(i, j)));
            }
        }
        boolean strict = true;
        boolean some = false;
        double rounding = 1e-7 * most;
        for (int k = 0; k + 1 < data.levels().size(); k++) {
            double below = Double.NEGATIVE_INFINITY;
            double above = Double.POSITIVE_INFINITY;
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            for (int i : used(data)) {
                if (data.outcome(i) <= k) {
                    below = Math.max(below, bySlope[i]);
                    lowest = Math.min(lowest, bySlope[i]);
                } else {
                    above = Math.min(above, bySlope[i]);
                    highest = Math.max(highest, bySlope[i]);
                }
            }
            assertThat(below).as("%s: level %d against the next", which, k).isLessThanOrEqualTo(above + rounding);
            strict &= above - below > rounding;
            some |= highest - lowest > rounding;
        }
        assertThat(some).as(which + ": something moves").isTrue();
        if (strict) {
            assertThat(separated.kind()).as(which).isEqualTo(Fit.Separated.Kind.COMPLETE);
        }
    }

    private static List<Integer> used(OrderedData data) {
        var rows = new ArrayList<Integer>();
        for (int i = 0; i < data.rows(); i++) {
            if (data.weight(i) > 0) {
                rows.add(i);
            }
        }
        return rows;
    }

    private static double[] correlation(Matrix covariance) {
        int p = covariance.rows();
        var out = new double[p * p];
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < p; i++) {
                out[j * p + i] = covariance.get(i, j) / Math.sqrt(covariance.get(i, i) * covariance.get(j, j));
            }
        }
        return out;
    }

    /// Smallest over largest singular value of the centred columns, each of length 1.
    private static double smallestSingularRatio(OrderedData data) {
        var rows = used(data);
        int n = rows.size();
        int p = data.names().size();
        if (p == 0) {
            return 1;
        }
        var x = R064Store.FACTORY.make(Math.max(n, p), p);
        for (int j = 0; j < p; j++) {
            double mean = 0;
            for (int i : rows) {
                mean += data.x().get(i, j) / n;
            }
            double length = 0;
            double size = 0;
            for (int i : rows) {
                length = Math.hypot(length, data.x().get(i, j) - mean);
                size = Math.max(size, Math.abs(data.x().get(i, j)));
            }
            for (int i = 0; i < n; i++) {
                x.set(i, j, length > 1e-12 * size ? (data.x().get(rows.get(i), j) - mean) / length : 0.0);
            }
        }
        var singular = SingularValue.R064.make(x);
        singular.compute(x);
        var values = singular.getSingularValues();
        double largest = values.doubleValue(0);
        return largest > 0 ? values.doubleValue(p - 1) / largest : 0;
    }
}
