package org.evenhand.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Pairs of country-years of one report: one with much of an interest, one with little, alike in evidence and capacity.
/// Nothing here sees a placement.
final class Pairs {
    private Pairs() {}

    /// How much of an interest a case has.
    enum Exposure {
        HIGH,
        LOW,
        /// In the middle third, or not on record.
        NEITHER
    }

    /// A pair.
    ///
    /// @param high position of the case with much
    /// @param low position of the case with little
    /// @param distance between them
    record Pair(int high, int low, double distance) {}

    /// The nearest pairs first, each case used once, within the calliper. Ties go by country code, so that the order of
    /// rows plays no part.
    ///
    /// @param exposure of each position
    static List<Pair> of(Features features, Exposure[] exposure, double calliper) {
        var byYear = new TreeMap<Integer, List<Integer>>();
        for (int i = 0; i < exposure.length; i++) {
            if (exposure[i] != Exposure.NEITHER && features.complete(i)) {
                byYear.computeIfAbsent(features.year(i), _ -> new ArrayList<>()).add(i);
            }
        }
        var pairs = new ArrayList<Pair>();
        for (var cases : byYear.values()) {
            pair(features, exposure, cases, calliper, pairs);
        }
        return pairs;
    }

    private static void pair(
            Features features, Exposure[] exposure, List<Integer> cases, double calliper, List<Pair> pairs) {
        var near = new ArrayList<Pair>();
        for (int high : cases) {
            if (exposure[high] != Exposure.HIGH) {
                continue;
            }
            for (int low : cases) {
                if (exposure[low] == Exposure.LOW) {
                    double d = features.distance(high, low);
                    if (d <= calliper) {
                        near.add(new Pair(high, low, d));
                    }
                }
            }
        }
        near.sort(Comparator.comparingDouble(Pair::distance)
                .thenComparing(p -> features.country(p.high()))
                .thenComparing(p -> features.country(p.low())));
        var used = new boolean[exposure.length];
        for (var p : near) {
            if (!used[p.high()] && !used[p.low()]) {
                used[p.high()] = true;
                used[p.low()] = true;
                pairs.add(p);
            }
        }
    }
}
