package org.evenhand.statistics.multiverse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.evenhand.statistics.tasks.Streams;

/// Moves residuals between the blocks of one specification.
final class Permuter {
    /// In place of a donor's row: the residual is zero.
    static final int NONE = -1;

    private final Blocks blocks;
    private final Alignment alignment;
    private final int[] time;
    /// Rows of each block in order of time; empty for a block that has none.
    private final int[][] rows;
    /// Blocks of the same class may be exchanged; −1 for a block without rows.
    private final int[] kind;

    Permuter(Blocks blocks, Alignment alignment, int[] block, int[] time) {
        this.blocks = blocks;
        this.alignment = alignment;
        this.time = time;
        var lists = new ArrayList<List<Integer>>();
        for (int b = 0; b < blocks.size(); b++) {
            lists.add(new ArrayList<>());
        }
        for (int i = 0; i < block.length; i++) {
            lists.get(block[i]).add(i);
        }
        this.rows = new int[blocks.size()][];
        this.kind = new int[blocks.size()];
        var kinds = new HashMap<List<Object>, Integer>();
        for (int b = 0; b < rows.length; b++) {
            rows[b] = lists.get(b).stream()
                    .sorted(Comparator.comparingInt(i -> time[i]))
                    .mapToInt(i -> i)
                    .toArray();
            List<Object> shared = new ArrayList<>(List.of(blocks.strata().get(b)));
            if (alignment == Alignment.EQUAL_TIMES) {
                Arrays.stream(rows[b]).forEach(i -> shared.add(time[i]));
            }
            kind[b] = rows[b].length == 0 ? -1 : kinds.computeIfAbsent(shared, _ -> kinds.size());
        }
    }

    /// Whether a block's residuals come from one donor block, so that sums over pairs of blocks serve every
    /// permutation.
    boolean byBlocks() {
        return alignment != Alignment.ROWS;
    }

    boolean exchangeable(int block, int donor) {
        return kind[block] >= 0 && kind[block] == kind[donor];
    }

    /// The donor of each block; a block without rows has itself.
    int[] donors(int[] permutation) {
        return Blocks.induced(permutation, kind);
    }

    int[] rows(int block) {
        return rows[block];
    }

    /// For each row of `block`, in order of time, the row of `donor` whose residual it takes, or [#NONE].
    int[] taken(int block, int donor) {
        var own = rows[block];
        var from = rows[donor];
        var taken = new int[own.length];
        int at = 0;
        for (int k = 0; k < own.length; k++) {
            switch (alignment) {
                case CYCLE, EQUAL_TIMES -> taken[k] = from[k % from.length];
                case NEAREST_TIME -> {
                    while (at + 1 < from.length && distance(from[at + 1], own[k]) < distance(from[at], own[k])) {
                        at++;
                    }
                    taken[k] = from[at];
                }
                case SAME_TIME -> {
                    while (at + 1 < from.length && time[from[at]] < time[own[k]]) {
                        at++;
                    }
                    taken[k] = time[from[at]] == time[own[k]] ? from[at] : NONE;
                }
                case ROWS -> throw new IllegalStateException("rows have no donor block");
            }
        }
        return taken;
    }

    private int distance(int a, int b) {
        return Math.abs(time[a] - time[b]);
    }

    /// Fills `out` with `residual` moved by permutation `number`.
    void permute(int[] permutation, long seed, int number, double[] residual, double[] out) {
        if (!byBlocks()) {
            byRows(seed, number, residual, out);
            return;
        }
        var donors = donors(permutation);
        for (int b = 0; b < donors.length; b++) {
            if (kind[b] >= 0) {
                var taken = taken(b, donors[b]);
                for (int k = 0; k < taken.length; k++) {
                    out[rows[b][k]] = taken[k] == NONE ? 0 : residual[taken[k]];
                }
            }
        }
    }

    private void byRows(long seed, int number, double[] residual, double[] out) {
        var random = Streams.of(seed ^ 0x5bd1e995L, number);
        var strata = new TreeMap<String, List<Integer>>();
        for (int b = 0; b < rows.length; b++) {
            var members = strata.computeIfAbsent(blocks.strata().get(b), _ -> new ArrayList<>());
            Arrays.stream(rows[b]).forEach(members::add);
        }
        for (var members : strata.values()) {
            var drawn = Streams.permutation(random, members.size());
            for (int i = 0; i < drawn.length; i++) {
                out[members.get(i)] = residual[members.get(drawn[i])];
            }
        }
    }
}
