package org.evenhand.statistics.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.evenhand.statistics.linear.Matrix;
import org.junit.jupiter.api.Test;

class WithinBetweenTest {
    @Test
    void meansAndDeviationsAddUp() {
        double[] x = {1, 3, 10, 14, 12};
        WithinBetween split = WithinBetween.of(Matrix.ofColumns(5, x), List.of("trade"), new int[] {0, 0, 1, 1, 1});
        assertThat(split.names()).containsExactly("trade (within)", "trade (between)");
        assertThat(split.x().column(0)).containsExactly(new double[] {-1, 1, -2, 2, 0}, within(1e-14));
        assertThat(split.x().column(1)).containsExactly(new double[] {2, 2, 12, 12, 12}, within(1e-14));
        assertThat(split.dropped()).isEmpty();
    }

    @Test
    void partsWithoutVariationAreListedNotKept() {
        double[] fixed = {0.1, 0.1, 7, 7};
        double[] balanced = {1, 2, 2, 1};
        WithinBetween split = WithinBetween.of(
                Matrix.ofColumns(4, fixed, balanced), List.of("region", "year"), new int[] {0, 0, 1, 1});
        assertThat(split.names()).containsExactly("region (between)", "year (within)");
        assertThat(split.dropped()).containsExactly("region (within)", "year (between)");
    }
}
