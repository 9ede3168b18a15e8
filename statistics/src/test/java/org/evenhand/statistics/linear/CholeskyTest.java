package org.evenhand.statistics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {
    @ParameterizedTest(name = "{0} columns")
    @ValueSource(ints = {1, 2, 3, 8, 18})
    void factorSolvesAndInverts(int p) {
        var x = Streams.of(3, p).doubles(50L * p, -1, 1).toArray();
        var w = new double[50];
        java.util.Arrays.fill(w, 1);
        var a = new double[p * p];
        Kernels.best().crossProduct(x, 50, p, w, new double[Kernels.LANES * p * p], a);
        var factor = a.clone();
        assertThat(Cholesky.factor(factor, p, 1e-12)).isEqualTo(-1);
        var inverse = new double[p * p];
        Cholesky.inverse(factor, p, inverse);
        var b = Streams.of(4, p).doubles(p, -1, 1).toArray();
        var solution = b.clone();
        Cholesky.solve(factor, p, solution);
        for (int i = 0; i < p; i++) {
            double product = 0;
            double row = 0;
            for (int j = 0; j < p; j++) {
                product += a[j * p + i] * solution[j];
                row += inverse[j * p + i] * b[j];
                assertThat(inverse[j * p + i]).isEqualTo(inverse[i * p + j]);
            }
            assertThat(product).isCloseTo(b[i], within(1e-12));
            assertThat(row).isCloseTo(solution[i], within(1e-12));
        }
    }

    @Test
    void logDeterminantOfADiagonalMatrix() {
        var a = new double[] {4, 0, 0, 9};
        assertThat(Cholesky.factor(a, 2, 0)).isEqualTo(-1);
        assertThat(Cholesky.logDeterminant(a, 2)).isCloseTo(Math.log(36), within(1e-14));
    }

    @Test
    void theFirstColumnThatIsNotFreeIsReported() {
        // Third column = first + second.
        var x = Matrix.ofRows(new double[] {1, 0, 1}, new double[] {0, 1, 1}, new double[] {2, 1, 3});
        var a = new double[9];
        Kernels.scalar().crossProduct(x.values(), 3, 3, new double[] {1, 1, 1}, new double[Kernels.LANES * 9], a);
        assertThat(Cholesky.factor(a, 3, 1e-10)).isEqualTo(2);
        assertThat(Cholesky.factor(new double[] {Double.NaN}, 1, 0)).isZero();
    }

    @Test
    void rankNamesTheColumnThatFollowsFromOthersAndSaysHow() {
        var x = Matrix.ofRows(
                new double[] {1, 5, 7, 0}, new double[] {2, 5, 9, 0}, new double[] {4, 5, 13, 0}, new double[] {
                    7, 5, 19, 0
                });
        var rank = Rank.withIntercept(x, List.of("gdp", "five", "twice gdp plus five", "zero"));
        assertThat(rank.free()).containsExactly(0);
        assertThat(rank.dependencies())
                .extracting(Rank.Dependency::column)
                .containsExactly("five", "twice gdp plus five", "zero");
        assertThat(rank.dependencies().get(0).of()).containsOnlyKeys("(intercept)");
        assertThat(rank.dependencies().get(0).of().get("(intercept)")).isCloseTo(5, within(1e-12));
        assertThat(rank.dependencies().get(1).of().get("gdp")).isCloseTo(2, within(1e-12));
        assertThat(rank.dependencies().get(1).of().get("(intercept)")).isCloseTo(5, within(1e-12));
        assertThat(rank.dependencies().get(2).of()).isEmpty();
    }

    @Test
    void rankDoesNotDependOnScale() {
        var random = Streams.of(5, 0);
        var a = random.doubles(30, -1, 1).toArray();
        var b = random.doubles(30, -1, 1).toArray();
        var tiny = java.util.Arrays.stream(a).map(v -> v * 1e-8).toArray();
        var huge = java.util.Arrays.stream(b).map(v -> v * 1e8).toArray();
        assertThat(Rank.withIntercept(Matrix.ofColumns(30, tiny, huge), List.of("a", "b"))
                        .full())
                .isTrue();
        assertThat(Rank.of(Matrix.ofColumns(30, a, tiny), List.of("a", "b")).rank())
                .isEqualTo(1);
    }

    @Test
    void moreColumnsThanRowsCannotAllBeFree() {
        var x = Matrix.ofRows(new double[] {1, 2, 3}, new double[] {4, 5, 7});
        assertThat(Rank.of(x, List.of("a", "b", "c")).rank()).isEqualTo(2);
        assertThat(Rank.withIntercept(x, List.of("a", "b", "c")).free()).containsExactly(0);
    }
}
