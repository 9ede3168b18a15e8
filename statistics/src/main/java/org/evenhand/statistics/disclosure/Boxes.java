package org.evenhand.statistics.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Boxes around one cell that vary one set of dimensions, and how much larger they let the cell be.
///
/// A box has two categories in each varied dimension, the cell's own and another, and one category in each of
/// the others: the cell's own where its table keeps the dimension, any where it does not. Corners that differ
/// from the cell in an even number of categories gain what the others lose. Tables that leave a varied
/// dimension out stay as they are; in the others each corner's cell changes and must be withheld.
final class Boxes {
    private static final long UNLIMITED = Long.MAX_VALUE;

    private final Cube cube;
    private final boolean[][] withheld;
    private final int varied;
    private final int kept;
    private final int[] own;

    /// What losing corners have given already, by cell of the finest table.
    private final Map<Integer, Long> given = new HashMap<>();

    private final List<int[]> chosen = new ArrayList<>();

    /// @param varied the dimensions that the boxes vary, a subset of `table`
    Boxes(Cube cube, boolean[][] withheld, int table, int cell, int varied) {
        this.cube = cube;
        this.withheld = withheld;
        this.varied = varied;
        this.kept = table;
        this.own = new int[cube.dimensions()];
        cube.locate(table, cell, own);
    }

    /// Chooses boxes until the cell can be larger by `room`; false if there are not enough.
    boolean makeRoom(long room) {
        long missing = room;
        while (missing > 0) {
            int[] best = best(missing);
            if (best.length == 0) {
                return false;
            }
            long gained = Math.min(missing, capacity(best));
            eachCorner(best, (corner, gains) -> {
                if (!gains) {
                    given.merge(finest(corner), gained, Long::sum);
                }
            });
            chosen.add(best);
            missing -= gained;
        }
        return true;
    }

    /// Withholds the cells of all corners of the chosen boxes, in every table that has them.
    void withhold() {
        for (var box : chosen) {
            eachCorner(box, (corner, _) -> {
                for (int table = 0; table < cube.tables(); table++) {
                    if ((varied & ~table) == 0) {
                        withheld[table][cube.index(table, corner)] = true;
                    }
                }
            });
        }
    }

    /// Of the boxes with room for all that is missing the one that withholds fewest cells more, and of these
    /// fewest people; if there is none, the roomiest. No coordinates if no box has any room.
    ///
    /// A box is given by its far corner: the other categories of the varied dimensions, and all others.
    private int[] best(long missing) {
        int[] best = {};
        long bestRoom = 0;
        long bestCells = Long.MAX_VALUE;
        long bestPeople = Long.MAX_VALUE;
        var far = new int[cube.dimensions()];
        int candidates = cube.cells(cube.tables() - 1);
        for (int candidate = 0; candidate < candidates; candidate++) {
            cube.locate(cube.tables() - 1, candidate, far);
            if (!isBox(far)) {
                continue;
            }
            long room = Math.min(missing, capacity(far));
            if (room <= 0 || room < bestRoom) {
                continue;
            }
            long[] cost = cost(far);
            if (room > bestRoom || cost[0] < bestCells || (cost[0] == bestCells && cost[1] < bestPeople)) {
                best = far.clone();
                bestRoom = room;
                bestCells = cost[0];
                bestPeople = cost[1];
            }
        }
        return best;
    }

    private boolean isBox(int[] far) {
        for (int d = 0; d < far.length; d++) {
            boolean varies = (varied >> d & 1) == 1;
            boolean fixed = (kept >> d & 1) == 1 && !varies;
            if ((varies && far[d] == own[d]) || (fixed && far[d] != own[d])) {
                return false;
            }
        }
        return true;
    }

    /// How much the losing corners can give: each stays at least 1, or 0 where it is 0.
    private long capacity(int[] far) {
        var least = new long[] {UNLIMITED};
        eachCorner(far, (corner, gains) -> {
            if (!gains) {
                int finest = finest(corner);
                long count = cube.count(cube.tables() - 1, finest);
                least[0] = Math.min(least[0], Math.max(0, count - 1) - given.getOrDefault(finest, 0L));
            }
        });
        return least[0];
    }

    /// How many printed cells a box withholds, and how many people are in them.
    private long[] cost(int[] far) {
        var cost = new long[2];
        eachCorner(far, (corner, _) -> {
            for (int table = 0; table < cube.tables(); table++) {
                int index = cube.index(table, corner);
                if ((varied & ~table) == 0 && !withheld[table][index]) {
                    cost[0]++;
                    cost[1] += cube.count(table, index);
                }
            }
        });
        return cost;
    }

    private int finest(int[] corner) {
        return cube.index(cube.tables() - 1, corner);
    }

    private interface CornerTask {
        void at(int[] corner, boolean gains);
    }

    /// Calls for every corner of a box.
    private void eachCorner(int[] far, CornerTask task) {
        var corner = new int[far.length];
        for (int subset = 0; subset <= varied; subset++) {
            if ((subset & ~varied) == 0) {
                for (int d = 0; d < far.length; d++) {
                    boolean ownSide = (varied >> d & 1) == 1 && (subset >> d & 1) == 0;
                    corner[d] = ownSide ? own[d] : far[d];
                }
                task.at(corner, Integer.bitCount(subset) % 2 == 0);
            }
        }
    }
}
