package org.evenhand.statistics.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedRankTest {
    /// Darwin's maize: 15 pairs of crossed and self-fertilised plants, in eighths of an inch (Fisher 1935,
    /// The Design of Experiments, section 17). R 4.2.2, `wilcox.test(x, exact = TRUE)`, on untied differences
    /// gives V = 96.
    private static final double[] MAIZE = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};

    @Test
    void theTestItselfIsExact() {
        // P(V ≥ 96) for n = 15 is 0.0206299; twice that.
        assertThat(SignedRank.of(MAIZE).p(1)).isCloseTo(0.041259765625, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.3, 2, 5})
    void boundsAgreeWithEverySignCounted(double gamma) {
        var random = new Random(5);
        for (int repeat = 0; repeat < 20; repeat++) {
            int n = 3 + random.nextInt(8);
            var d = random.doubles(n, -1, 1)
                    .map(x -> Math.rint(4 * x) / 4)
                    .filter(x -> x != 0)
                    .toArray();
            assertThat(SignedRank.of(d).p(gamma)).isCloseTo(enumerated(d, gamma), within(1e-12));
        }
    }

    private static double enumerated(double[] d, double gamma) {
        int n = d.length;
        if (n == 0) {
            return 1;
        }
        var rank = new double[n];
        double positive = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            double below = 0;
            double same = 0;
            for (double other : d) {
                below += Math.abs(other) < Math.abs(d[i]) ? 1 : 0;
                same += Math.abs(other) == Math.abs(d[i]) ? 1 : 0;
            }
            rank[i] = below + (same + 1) / 2;
            positive += d[i] > 0 ? rank[i] : 0;
            total += rank[i];
        }
        double larger = Math.max(positive, total - positive);
        double p = gamma / (1 + gamma);
        double sum = 0;
        for (int signs = 0; signs < 1 << n; signs++) {
            double t = 0;
            double mass = 1;
            for (int i = 0; i < n; i++) {
                boolean up = (signs >> i & 1) == 1;
                t += up ? rank[i] : 0;
                mass *= up ? p : 1 - p;
            }
            sum += t >= larger - 1e-9 ? mass : 0;
        }
        return Math.min(1, 2 * sum);
    }

    @Test
    void theLargerTheEffectTheStrongerAHiddenDifferenceMustBe() {
        var weak = SignedRank.of(MAIZE);
        var strong = SignedRank.of(
                java.util.stream.IntStream.rangeClosed(1, 15).asDoubleStream().toArray());
        assertThat(weak.gamma(0.05)).isGreaterThan(1);
        assertThat(strong.gamma(0.05)).isGreaterThan(weak.gamma(0.05));
        assertThat(weak.p(weak.gamma(0.05))).isCloseTo(0.05, within(1e-9));
        assertThat(SignedRank.of(1, -2, 3, -4).gamma(0.05))
                .as("nothing to explain away")
                .isEqualTo(1);
    }

    @Test
    void noDifferenceSaysNothing() {
        assertThat(SignedRank.of(0, 0).p(1)).isEqualTo(1);
        assertThatThrownBy(() -> SignedRank.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SignedRank.of(1).p(0.5)).isInstanceOf(IllegalArgumentException.class);
    }
}
