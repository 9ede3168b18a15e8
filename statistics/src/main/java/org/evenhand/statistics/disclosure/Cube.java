package org.evenhand.statistics.disclosure;

import java.util.Arrays;

/// Counts over some dimensions, and every table that is made of them by leaving dimensions out.
///
/// A table is named by a bit mask of the dimensions that it keeps: all bits for the finest one, 0 for the
/// grand total. Its cells are numbered row by row, the last kept dimension fastest.
public final class Cube {
    /// More dimensions than this make too many tables to look through.
    public static final int MOST_DIMENSIONS = 4;

    private final int[] sizes;
    private final long[][] counts;

    private Cube(int[] sizes, long[][] counts) {
        this.sizes = sizes;
        this.counts = counts;
    }

    /// @param sizes number of categories of each dimension, one to four of them, each at least 1
    /// @param finest counts of the finest table, none negative
    public static Cube of(int[] sizes, long[] finest) {
        if (sizes.length < 1 || sizes.length > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("a cube has one to four dimensions, not " + sizes.length);
        }
        if (finest.length != Arrays.stream(sizes).reduce(1, Math::multiplyExact)) {
            throw new IllegalArgumentException("%d counts for %s".formatted(finest.length, Arrays.toString(sizes)));
        }
        if (Arrays.stream(finest).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("a count cannot be negative");
        }
        var cube = new Cube(sizes.clone(), new long[1 << sizes.length][]);
        int all = cube.tables() - 1;
        for (int table = 0; table <= all; table++) {
            cube.counts[table] = new long[cube.cells(table)];
        }
        var at = new int[sizes.length];
        for (int cell = 0; cell < finest.length; cell++) {
            cube.locate(all, cell, at);
            for (int table = 0; table <= all; table++) {
                int index = cube.index(table, at);
                cube.counts[table][index] = Math.addExact(cube.counts[table][index], finest[cell]);
            }
        }
        return cube;
    }

    public int dimensions() {
        return sizes.length;
    }

    /// How many tables there are; they are named 0 to one below.
    public int tables() {
        return 1 << sizes.length;
    }

    /// How many cells a table has.
    public int cells(int table) {
        int cells = 1;
        for (int d = 0; d < sizes.length; d++) {
            cells *= (table >> d & 1) == 1 ? sizes[d] : 1;
        }
        return cells;
    }

    public long count(int table, int cell) {
        return counts[table][cell];
    }

    /// The number of the cell of a table that a place belongs to; categories of dimensions left out do not matter.
    public int index(int table, int[] at) {
        int index = 0;
        for (int d = 0; d < sizes.length; d++) {
            if ((table >> d & 1) == 1) {
                index = index * sizes[d] + at[d];
            }
        }
        return index;
    }

    /// Writes the categories of a cell into `at`, and 0 for the dimensions left out.
    public void locate(int table, int cell, int[] at) {
        int rest = cell;
        for (int d = sizes.length - 1; d >= 0; d--) {
            at[d] = 0;
            if ((table >> d & 1) == 1) {
                at[d] = rest % sizes[d];
                rest /= sizes[d];
            }
        }
    }
}
