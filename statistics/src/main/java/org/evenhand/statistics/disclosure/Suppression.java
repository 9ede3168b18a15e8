package org.evenhand.statistics.disclosure;

/// Keeps small cells of a table of people from being printed, or worked out by subtraction.
///
/// Cells from 1 to one below the threshold are not printed (primary suppression); zeros are. Further cells
/// are withheld, in the finest table and in every table made of it, until each small cell could be larger by
/// at least the threshold with every printed cell of every table as it is (complementary suppression). So no
/// set of tables, printed by any number of commands, bounds a small cell from above more closely than that.
///
/// The further cells are corners of boxes, as in the hypercube method (Repsilber 2002; Giessing and Repsilber
/// 2002): from one corner of a box to the next a number is added and taken away in turn, which leaves every
/// sum over a side of the box as it is. Where no box has room, one with fewer sides is taken, which needs
/// totals withheld as well, and in the end the grand total. Whoever looks is granted to know that a withheld
/// cell is at least 1.
public final class Suppression {
    private final Cube cube;
    private final boolean[][] withheld;
    private final long threshold;

    private Suppression(Cube cube, long threshold) {
        this.cube = cube;
        this.threshold = threshold;
        this.withheld = new boolean[cube.tables()][];
        for (int table = 0; table < withheld.length; table++) {
            withheld[table] = new boolean[cube.cells(table)];
        }
    }

    /// Decides what may be printed.
    ///
    /// @param threshold the smallest number that may be printed, at least 2
    public static Suppression of(Cube cube, long threshold) {
        if (threshold < 2) {
            throw new IllegalArgumentException("a threshold protects nobody below 2: " + threshold);
        }
        var suppression = new Suppression(cube, threshold);
        suppression.withholdSmall();
        for (int table = cube.tables() - 1; table >= 0; table--) {
            for (int cell = 0; cell < cube.cells(table); cell++) {
                if (suppression.small(table, cell)) {
                    suppression.protect(table, cell);
                }
            }
        }
        return suppression;
    }

    /// Whether a cell may be printed; tables and cells are numbered as in the cube.
    public boolean printable(int table, int cell) {
        return !withheld[table][cell];
    }

    private boolean small(int table, int cell) {
        long count = cube.count(table, cell);
        return count > 0 && count < threshold;
    }

    private void withholdSmall() {
        for (int table = 0; table < cube.tables(); table++) {
            for (int cell = 0; cell < cube.cells(table); cell++) {
                withheld[table][cell] = small(table, cell);
            }
        }
    }

    /// Tries boxes over all dimensions of the cell's table, then over fewer, until one set of them has room.
    private void protect(int table, int cell) {
        for (int sides = Integer.bitCount(table); sides >= 0; sides--) {
            for (int varied = table; varied >= 0; varied--) {
                if ((varied & ~table) == 0 && Integer.bitCount(varied) == sides) {
                    var boxes = new Boxes(cube, withheld, table, cell, varied);
                    if (boxes.makeRoom(threshold)) {
                        boxes.withhold();
                        return;
                    }
                }
            }
        }
        throw new IllegalStateException("without any printed total there is always room");
    }
}
