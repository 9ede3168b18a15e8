package org.evenhand.statistics.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/// Each table is attacked with everything that may be printed of it: all its groupings at once, by linear programming.
class SuppressionTest {
    @DisplayName("A table without small cells is printed whole; zeros are no small cells")
    @Test
    void nothingSmall() {
        var cube = Cube.of(new int[] {2, 2}, new long[] {20, 0, 30, 11});
        assertThat(withheld(cube, Suppression.of(cube, 5))).isZero();
    }

    @DisplayName("One small cell takes a rectangle with it, and no total")
    @Test
    void oneSmallCell() {
        var cube = Cube.of(new int[] {3, 3}, new long[] {3, 20, 40, 30, 12, 50, 60, 25, 70});
        var suppression = Suppression.of(cube, 5);
        assertThat(withheld(cube, suppression)).isEqualTo(4);
        assertThat(suppression.printable(3, 0)).isFalse();
        assertThat(suppression.printable(0, 0)).isTrue();
        attack(cube, suppression, 5);
    }

    @DisplayName("A file smaller than the threshold shows nothing, not even how small it is")
    @Test
    void aSmallFile() {
        var cube = Cube.of(new int[] {2, 2}, new long[] {1, 1, 1, 0});
        var suppression = Suppression.of(cube, 5);
        assertThat(suppression.printable(0, 0)).isFalse();
        attack(cube, suppression, 5);
    }

    @DisplayName("A category with few people is protected where only its own table would show it")
    @Test
    void aSmallMargin() {
        var cube = Cube.of(new int[] {4, 2}, new long[] {2, 1, 30, 40, 50, 60, 70, 80});
        var suppression = Suppression.of(cube, 10);
        assertThat(suppression.printable(1, 0)).isFalse();
        attack(cube, suppression, 10);
    }

    @DisplayName("In random tables no small cell can be worked out from all groupings together")
    @ParameterizedTest
    @CsvSource({
        "1,6,0.3,5",
        "2,4,0.3,5",
        "2,5,0.6,10",
        "2,4,0.9,3",
        "3,3,0.2,5",
        "3,3,0.5,10",
        "3,3,0.9,5",
        "4,2,0.4,5",
    })
    void randomTables(int dimensions, int size, double share, int threshold) {
        for (int trial = 0; trial < 12; trial++) {
            var random = new Random(1000L * trial + dimensions);
            var sizes = new int[dimensions];
            int cells = 1;
            for (int d = 0; d < dimensions; d++) {
                sizes[d] = 1 + random.nextInt(size) + (d == 0 ? 1 : 0);
                cells *= sizes[d];
            }
            var counts = new long[cells];
            for (int i = 0; i < cells; i++) {
                counts[i] = random.nextDouble() < share ? random.nextInt(threshold) : random.nextInt(80);
            }
            var cube = Cube.of(sizes, counts);
            attack(cube, Suppression.of(cube, threshold), threshold);
        }
    }

    @DisplayName("The attack finds what is unprotected: it is no attack that always fails")
    @Test
    void theAttackWorks() {
        var cube = Cube.of(new int[] {3, 3}, new long[] {3, 20, 40, 30, 12, 50, 60, 25, 70});
        var primaryOnly = new boolean[4][9];
        primaryOnly[3][0] = true;
        assertThat(most(cube, (table, cell) -> !primaryOnly[table][cell], 3, 0)).isEqualTo(3);
        primaryOnly[3][1] = true;
        assertThat(most(cube, (table, cell) -> !primaryOnly[table][cell], 3, 0)).isEqualTo(3);
    }

    @DisplayName("A threshold of one protects nobody, and other mistakes are refused")
    @Test
    void refused() {
        var cube = Cube.of(new int[] {1}, new long[] {3});
        assertThatIllegalArgumentException().isThrownBy(() -> Suppression.of(cube, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Cube.of(new int[] {2}, new long[] {3}));
        assertThatIllegalArgumentException().isThrownBy(() -> Cube.of(new int[] {1}, new long[] {-3}));
        assertThatIllegalArgumentException().isThrownBy(() -> Cube.of(new int[5], new long[0]));
    }

    private interface Printable {
        boolean at(int table, int cell);
    }

    private static void attack(Cube cube, Suppression suppression, long threshold) {
        for (int table = 0; table < cube.tables(); table++) {
            for (int cell = 0; cell < cube.cells(table); cell++) {
                long count = cube.count(table, cell);
                if (count > 0 && count < threshold) {
                    assertThat(suppression.printable(table, cell)).isFalse();
                    assertThat(most(cube, suppression::printable, table, cell))
                            .as("most that cell %d of table %d can be", cell, table)
                            .isGreaterThanOrEqualTo(count + threshold - 1e-6);
                }
            }
        }
    }

    /// The largest value of a cell that agrees with everything printed, when cells that are not 0 are known not to be.
    private static double most(Cube cube, Printable printable, int table, int cell) {
        int finest = cube.tables() - 1;
        var model = new ExpressionsBasedModel();
        var unknowns = new Variable[cube.cells(finest)];
        for (int i = 0; i < unknowns.length; i++) {
            unknowns[i] = model.newVariable("x" + i)
                    .lower(Math.min(1, cube.count(finest, i)))
                    .upper(1e6);
        }
        var at = new int[cube.dimensions()];
        for (int t = 0; t < cube.tables(); t++) {
            for (int c = 0; c < cube.cells(t); c++) {
                if (printable.at(t, c)) {
                    var sum = model.newExpression("t" + t + "c" + c).level(cube.count(t, c));
                    for (int i = 0; i < unknowns.length; i++) {
                        cube.locate(finest, i, at);
                        if (cube.index(t, at) == c) {
                            sum.set(unknowns[i], 1);
                        }
                    }
                }
            }
        }
        for (int i = 0; i < unknowns.length; i++) {
            cube.locate(finest, i, at);
            if (cube.index(table, at) == cell) {
                unknowns[i].weight(1);
            }
        }
        var result = model.maximise();
        assertThat(result.getState().isFeasible()).isTrue();
        return result.getValue();
    }

    private static int withheld(Cube cube, Suppression suppression) {
        int withheld = 0;
        for (int table = 0; table < cube.tables(); table++) {
            for (int cell = 0; cell < cube.cells(table); cell++) {
                withheld += suppression.printable(table, cell) ? 0 : 1;
            }
        }
        return withheld;
    }
}
