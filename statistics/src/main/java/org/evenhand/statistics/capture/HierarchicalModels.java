package org.evenhand.statistics.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// All hierarchical models with every main effect, up to an order.
final class HierarchicalModels {
    private HierarchicalModels() {}

    /// The models, in a fixed order.
    static List<HierarchicalModel> upTo(int lists, int order) {
        var models = new ArrayList<HierarchicalModel>();
        var present = start(lists);
        extend(interactions(lists, order), 0, present, lists, models);
        return models;
    }

    /// How many there are, or nothing if more than `most`.
    static OptionalInt count(int lists, int order, int most) {
        int count = count(interactions(lists, order), 0, start(lists), most);
        return count > most ? OptionalInt.empty() : OptionalInt.of(count);
    }

    private static boolean[] start(int lists) {
        var present = new boolean[1 << lists];
        for (int term = 0; term < present.length; term++) {
            present[term] = Integer.bitCount(term) <= 1;
        }
        return present;
    }

    /// Interactions by size, so that every subset of a term is decided before the term.
    private static int[] interactions(int lists, int order) {
        return IntStream.range(0, 1 << lists)
                .filter(HierarchicalModel::isInteraction)
                .filter(term -> Integer.bitCount(term) <= order)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(Integer::bitCount).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void extend(int[] terms, int at, boolean[] present, int lists, List<HierarchicalModel> models) {
        int next = nextAllowed(terms, at, present);
        if (next == terms.length) {
            models.add(HierarchicalModel.ofPresent(lists, present));
            return;
        }
        extend(terms, next + 1, present, lists, models);
        present[terms[next]] = true;
        extend(terms, next + 1, present, lists, models);
        present[terms[next]] = false;
    }

    private static int count(int[] terms, int at, boolean[] present, int most) {
        int next = nextAllowed(terms, at, present);
        if (next == terms.length) {
            return 1;
        }
        int count = count(terms, next + 1, present, most);
        if (count <= most) {
            present[terms[next]] = true;
            count += count(terms, next + 1, present, most);
            present[terms[next]] = false;
        }
        return count;
    }

    private static int nextAllowed(int[] terms, int at, boolean[] present) {
        int next = at;
        while (next < terms.length && !allowed(terms[next], present)) {
            next++;
        }
        return next;
    }

    private static boolean allowed(int term, boolean[] present) {
        for (int bit = term; bit != 0; bit &= bit - 1) {
            if (!present[term & ~Integer.lowestOneBit(bit)]) {
                return false;
            }
        }
        return true;
    }
}
