package org.evenhand.victims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static int withheld(boolean[][] cells) {
        int withheld = 0;
        for (var row : cells) {
            for (boolean shown : row) {
                withheld += shown ? 0 : 1;
            }
        }
        return withheld;
    }

    @DisplayName("A table without small cells is printed whole; zeros are no small cells")
    @Test
    void nothingSmall() {
        var mask = Suppression.of(new long[][] {{20, 0}, {30, 11}}, 5);
        assertThat(withheld(mask.cells())).isZero();
        assertThat(mask.totals()).isTrue();
    }

    @DisplayName("One small cell takes at least three more with it, or subtraction from the totals would give it away")
    @Test
    void complementary() {
        var mask = Suppression.of(new long[][] {{3, 20, 40}, {30, 12, 50}, {60, 25, 70}}, 5);
        assertThat(mask.primary()).isEqualTo(1);
        assertThat(mask.complementary()).isGreaterThanOrEqualTo(3);
        assertThat(mask.cells()[0][0]).isFalse();
    }

    @DisplayName("Two small cells alone in a row and their columns are protected as well")
    @Test
    void twoOnes() {
        var mask = Suppression.of(new long[][] {{1, 1, 40}, {30, 12, 50}, {60, 25, 70}}, 5);
        assertThat(mask.primary()).isEqualTo(2);
        assertThat(mask.complementary()).isPositive();
    }

    @DisplayName("If no cell can protect it the totals go too")
    @Test
    void totalsWithheld() {
        assertThat(Suppression.of(new long[][] {{3}}, 5).totals()).isFalse();
    }

    @DisplayName("In random tables no row and no column of printed totals leaves a single withheld cell")
    @Test
    void neverOneAlone() {
        var random = new Random(5);
        for (int trial = 0; trial < 40; trial++) {
            var counts = new long[3][3];
            for (var row : counts) {
                for (int j = 0; j < 3; j++) {
                    row[j] = random.nextInt(4) == 0 ? random.nextInt(5) : 5 + random.nextInt(60);
                }
            }
            var mask = Suppression.of(counts, 5);
            for (int i = 0; i < 3 && mask.totals(); i++) {
                int inRow = 0;
                int inColumn = 0;
                for (int j = 0; j < 3; j++) {
                    inRow += mask.cells()[i][j] ? 0 : 1;
                    inColumn += mask.cells()[j][i] ? 0 : 1;
                    assertThat(mask.cells()[i][j] && counts[i][j] > 0 && counts[i][j] < 5)
                            .isFalse();
                }
                assertThat(inRow).isNotEqualTo(1);
                assertThat(inColumn).isNotEqualTo(1);
            }
        }
    }

    @DisplayName("A threshold of one protects nobody and is refused")
    @Test
    void refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Suppression.of(new long[][] {{3}}, 1));
    }
}
