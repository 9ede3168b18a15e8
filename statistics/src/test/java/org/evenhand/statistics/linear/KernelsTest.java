package org.evenhand.statistics.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {
    private final Kernels scalar = Kernels.scalar();
    private final Kernels best = Kernels.best();

    @Test
    void theVectorKernelsAreWhatThisBuildTests() {
        // On a machine without 256-bit vectors the two are the same object and the comparisons below say nothing.
        assertThat(best.name()).isIn("vector", "scalar");
        assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
    }

    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {0, 1, 3, 4, 5, 15, 16, 17, 63, 100, 257, 2300})
    void bothKernelsGiveTheSameBits(int n) {
        for (int p : new int[] {1, 2, 3, 4, 5, 6, 7, 15, 18}) {
            var random = Streams.of(7, 1000L * n + p);
            var x = random.doubles((long) n * p, -3, 3).toArray();
            var w = random.doubles(n, 0, 2).toArray();
            var b = random.doubles(p, -1, 1).toArray();

            var first = new double[p * p];
            var second = new double[p * p];
            scalar.crossProduct(x, n, p, w, new double[Kernels.LANES * p * p], first);
            best.crossProduct(x, n, p, w, new double[Kernels.LANES * p * p], second);
            assertThat(second).isEqualTo(first);

            var t1 = new double[n];
            var t2 = new double[n];
            scalar.times(x, n, p, b, 0, t1);
            best.times(x, n, p, b, 0, t2);
            assertThat(t2).isEqualTo(t1);

            var g1 = new double[p];
            var g2 = new double[p];
            scalar.transposeTimes(x, n, p, n / 3, n, w, g1, 0);
            best.transposeTimes(x, n, p, n / 3, n, w, g2, 0);
            assertThat(g2).isEqualTo(g1);

            int from = n / 3;
            var part1 = new double[n - from];
            var part2 = new double[n - from];
            scalar.times(x, n, p, from, n, b, 0, part1);
            best.times(x, n, p, from, n, b, 0, part2);
            assertThat(part2).isEqualTo(part1).isEqualTo(Arrays.copyOfRange(t1, from, n));

            // Lanes go on from what they hold.
            var lanes1 = random.doubles((long) Kernels.LANES * 3 * p, -1, 1).toArray();
            var lanes2 = lanes1.clone();
            scalar.addProducts(x, n, p, from, n, w, lanes1);
            best.addProducts(x, n, p, from, n, w, lanes2);
            assertThat(lanes2).isEqualTo(lanes1);
            scalar.addProducts(x, n, p, from, n, w, t1, part1, lanes1);
            best.addProducts(x, n, p, from, n, w, t1, part1, lanes2);
            assertThat(lanes2).isEqualTo(lanes1);

            var m1 = new double[2];
            var m2 = new double[2];
            scalar.moments(x, from, n - from, 0.25, m1);
            best.moments(x, from, n - from, 0.25, m2);
            assertThat(m2).isEqualTo(m1);

            assertThat(best.largest(x, from, n - from)).isEqualTo(scalar.largest(x, from, n - from));
            assertThat(best.sum(w, 0, n)).isEqualTo(scalar.sum(w, 0, n));
        }
    }

    @Test
    void sumsKeptInLanesAreProductsAndMomentsAreMoments() {
        // 0.5, 1.5, 2.5, … and whole numbers: every sum below is exact.
        int n = 37;
        var x = new double[2 * n];
        var v = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i + 0.5;
            x[n + i] = -i;
            v[i] = 2 * i - n;
        }
        for (var kernels : new Kernels[] {scalar, best}) {
            var lanes = new double[Kernels.LANES * 2];
            kernels.addProducts(x, n, 2, 5, 20, v, lanes);
            kernels.addProducts(x, n, 2, 20, 31, v, lanes);
            var three = new double[Kernels.LANES * 6];
            kernels.addProducts(x, n, 2, 5, 31, v, x, v, three);
            double first = 0;
            double second = 0;
            double square = 0;
            for (int i = 5; i < 31; i++) {
                first += x[i] * v[i < 20 ? i - 5 : i - 20];
                second += x[n + i] * v[i < 20 ? i - 5 : i - 20];
                square += x[i] * x[i - 5];
            }
            assertThat(Kernels.fold(lanes, 0)).isEqualTo(first);
            assertThat(Kernels.fold(lanes, Kernels.LANES)).isEqualTo(second);
            assertThat(Kernels.fold(three, Kernels.LANES)).isEqualTo(square);

            var moments = new double[2];
            kernels.moments(x, 0, n, 18.5, moments);
            // 37 numbers around their mean: the squares of 1 to 18, twice.
            assertThat(moments).containsExactly(0, 2 * 18 * 19 * 37 / 6.0);
            assertThat(kernels.largest(x, 0, 2 * n)).isEqualTo(36.5);
            assertThat(kernels.largest(new double[] {1, Double.NaN, 2, 0, 0, 0, 0, 0, 7}, 0, 9))
                    .isNaN();
        }
    }

    @Test
    void exponentialIsAccurateAndHasTheSameBitsInBothKernels() {
        var in = Streams.of(1, 1).doubles(100_003, -740, 740).toArray();
        in[0] = 0;
        in[1] = -0.0;
        in[2] = 1e-300;
        in[3] = Double.POSITIVE_INFINITY;
        in[4] = Double.NEGATIVE_INFINITY;
        in[5] = Double.NaN;
        var a = new double[in.length];
        var b = new double[in.length];
        scalar.exp(in, a, 0, in.length);
        best.exp(in, b, 0, in.length);
        assertThat(b).isEqualTo(a);
        assertThat(a[0]).isEqualTo(1);
        assertThat(a[5]).isNaN();
        for (int i = 6; i < in.length; i++) {
            double truth = Math.exp(Math.max(-708, Math.min(708, in[i])));
            assertThat(Math.abs(a[i] - truth)).as("exp(%s)", in[i]).isLessThanOrEqualTo(2 * Math.ulp(truth));
        }
    }

    @Test
    void logarithmIsAccurateAndHasTheSameBitsInBothKernels() {
        var exponents = Streams.of(1, 2).doubles(100_003, -700, 700).toArray();
        var in = Arrays.stream(exponents).map(Math::exp).toArray();
        in[0] = 1;
        in[1] = Math.nextUp(1.0);
        in[2] = Math.nextDown(1.0);
        in[3] = Double.POSITIVE_INFINITY;
        in[4] = 0;
        in[5] = -1;
        in[6] = Double.NaN;
        var a = new double[in.length];
        var b = new double[in.length];
        scalar.log(in, a, 0, in.length);
        best.log(in, b, 0, in.length);
        assertThat(b).isEqualTo(a);
        assertThat(a[0]).isZero();
        assertThat(a[3]).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(a[4]).isNaN();
        assertThat(a[5]).isNaN();
        assertThat(a[6]).isNaN();
        for (int i = 7; i < in.length; i++) {
            double truth = Math.log(in[i]);
            assertThat(Math.abs(a[i] - truth)).as("log(%s)", in[i]).isLessThanOrEqualTo(2 * Math.ulp(truth));
        }
    }

    @Test
    void crossProductIsTheSumItClaimsToBe() {
        var x = Matrix.ofRows(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6});
        var out = new double[4];
        best.crossProduct(x.values(), 3, 2, new double[] {1, 10, 100}, new double[Kernels.LANES * 4], out);
        assertThat(out).containsExactly(1 + 90 + 2500, 2 + 120 + 3000, 2 + 120 + 3000, 4 + 160 + 3600);
    }
}
