package org.evenhand.statistics.multiverse;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.evenhand.statistics.tasks.Streams;

/// Blocks (for example countries) and the strata (regions) within which they are exchanged.
///
/// @param labels of the blocks
/// @param strata the stratum of each block, in the order of `labels`
public record Blocks(List<String> labels, List<String> strata) {
    public Blocks {
        labels = List.copyOf(labels);
        strata = List.copyOf(strata);
        if (labels.size() != strata.size()) {
            throw new IllegalArgumentException("%d blocks have %d strata".formatted(labels.size(), strata.size()));
        }
    }

    public int size() {
        return labels.size();
    }

    /// Permutation `number` of the blocks: entry `b` is the block that `b` takes its residuals from. Addressed by
    /// (seed, number), so that every specification and every thread sees the same one.
    public int[] permutation(long seed, int number) {
        var random = Streams.of(seed, number);
        var byStratum = new TreeMap<String, List<Integer>>();
        for (int b = 0; b < size(); b++) {
            byStratum.computeIfAbsent(strata.get(b), _ -> new ArrayList<>()).add(b);
        }
        var result = new int[size()];
        for (var members : byStratum.values()) {
            var drawn = Streams.permutation(random, members.size());
            for (int i = 0; i < drawn.length; i++) {
                result[members.get(i)] = members.get(drawn[i]);
            }
        }
        return result;
    }

    /// The permutation that `permutation` induces on classes of blocks: along the permutation's cycle, blocks of
    /// another class (among them those that are absent, class −1) are stepped over. Uniform on each class where
    /// `permutation` is uniform on its stratum and no class reaches beyond a stratum.
    static int[] induced(int[] permutation, int[] kind) {
        var result = new int[permutation.length];
        for (int b = 0; b < permutation.length; b++) {
            int donor = permutation[b];
            while (kind[b] >= 0 && kind[donor] != kind[b]) {
                donor = permutation[donor];
            }
            result[b] = donor;
        }
        return result;
    }
}
