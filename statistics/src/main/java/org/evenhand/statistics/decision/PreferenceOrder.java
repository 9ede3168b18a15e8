package org.evenhand.statistics.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The "weighs more than" relation among criteria, as a directed graph.
final class PreferenceOrder {
    private final int n;
    private final boolean[][] above;

    PreferenceOrder(int criteria) {
        this.n = criteria;
        this.above = new boolean[criteria][criteria];
    }

    void add(int more, int less) {
        above[more][less] = true;
    }

    /// Whether `more` was said to weigh more than `less`.
    boolean says(int more, int less) {
        return above[more][less];
    }

    /// A cycle, its first criterion repeated at the end, if there is one.
    Optional<List<Integer>> cycle() {
        int[] state = new int[n];
        List<Integer> path = new ArrayList<>();
        for (int start = 0; start < n; start++) {
            var found = walk(start, state, path);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<List<Integer>> walk(int at, int[] state, List<Integer> path) {
        if (state[at] == 2) {
            return Optional.empty();
        }
        path.add(at);
        if (state[at] == 1) {
            return Optional.of(List.copyOf(path.subList(path.indexOf(at), path.size())));
        }
        state[at] = 1;
        for (int next = 0; next < n; next++) {
            if (above[at][next]) {
                var found = walk(next, state, path);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        state[at] = 2;
        path.removeLast();
        return Optional.empty();
    }

    /// The order as disjoint ranked groups (`chain → group → criteria`), if it has that form: then uniform
    /// weights that respect it can be had by sorting. Empty if some pair is left open that a ranking of
    /// groups would settle. The order must have no cycle.
    Optional<int[][][]> asChains() {
        boolean[][] reach = closure();
        boolean[] done = new boolean[n];
        List<int[][]> chains = new ArrayList<>();
        for (int start = 0; start < n; start++) {
            if (done[start]) {
                continue;
            }
            List<Integer> component = component(start);
            component.forEach(k -> done[k] = true);
            if (component.size() == 1) {
                continue;
            }
            var groups = groups(component, reach);
            if (groups.isEmpty()) {
                return Optional.empty();
            }
            chains.add(groups.get());
        }
        return Optional.of(chains.toArray(int[][][]::new));
    }

    private static Optional<int[][]> groups(List<Integer> component, boolean[][] reach) {
        int[] level = new int[reach.length];
        int deepest = 0;
        for (int k : component) {
            for (int other : component) {
                level[k] += reach[other][k] ? 1 : 0;
            }
            deepest = Math.max(deepest, level[k]);
        }
        List<int[]> groups = new ArrayList<>();
        for (int l = 0; l <= deepest; l++) {
            int at = l;
            int[] group = component.stream()
                    .filter(k -> level[k] == at)
                    .mapToInt(Integer::intValue)
                    .toArray();
            if (group.length > 0) {
                groups.add(group);
            }
        }
        for (int g = 0; g < groups.size(); g++) {
            for (int h = g + 1; h < groups.size(); h++) {
                for (int a : groups.get(g)) {
                    for (int b : groups.get(h)) {
                        if (!reach[a][b]) {
                            return Optional.empty();
                        }
                    }
                }
            }
        }
        return Optional.of(groups.toArray(int[][]::new));
    }

    private List<Integer> component(int start) {
        List<Integer> found = new ArrayList<>(List.of(start));
        for (int i = 0; i < found.size(); i++) {
            int at = found.get(i);
            for (int k = 0; k < n; k++) {
                if ((above[at][k] || above[k][at]) && !found.contains(k)) {
                    found.add(k);
                }
            }
        }
        found.sort(null);
        return found;
    }

    private boolean[][] closure() {
        boolean[][] reach = new boolean[n][];
        for (int i = 0; i < n; i++) {
            reach[i] = above[i].clone();
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    reach[i][j] |= reach[i][k] && reach[k][j];
                }
            }
        }
        return reach;
    }
}
