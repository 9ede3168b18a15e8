package org.evenhand.statistics.ordinal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;

/// Rows that belong together, for example the report years of one country.
///
/// @param name what they are clustered by
/// @param codes one for each row, from 0
/// @param labels sorted, one for each code
public record Clusters(String name, int[] codes, List<String> labels) {
    public Clusters {
        labels = List.copyOf(labels);
        for (int code : codes) {
            if (code < 0 || code >= labels.size()) {
                throw new IllegalArgumentException("cluster code %d with %d labels".formatted(code, labels.size()));
            }
        }
    }

    /// Numbers the labels in their sorted order, so that the order of rows plays no part.
    public static Clusters of(String name, List<String> labelOfEachRow) {
        var labels = new ArrayList<>(new TreeSet<>(labelOfEachRow));
        var code = new HashMap<String, Integer>();
        for (int i = 0; i < labels.size(); i++) {
            code.put(labels.get(i), i);
        }
        int[] codes = labelOfEachRow.stream().mapToInt(code::get).toArray();
        return new Clusters(name, codes, labels);
    }

    /// The pairs of this cluster and another, for two-way clustering.
    Clusters and(Clusters other) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < codes.length; i++) {
            // Fixed width, so that pairs sort as their codes do.
            pairs.add("%09d,%09d".formatted(codes[i], other.codes[i]));
        }
        return of(name + " and " + other.name, pairs);
    }
}
