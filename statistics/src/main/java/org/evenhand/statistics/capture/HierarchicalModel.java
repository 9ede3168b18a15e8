package org.evenhand.statistics.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// A hierarchical log-linear model: a set of terms that contains every subset of each of its terms.
///
/// A term is a bit mask of lists: 0 the intercept, one bit a list's main effect, two bits an interaction of two
/// lists, and so on. Every model has the intercept and all main effects.
public final class HierarchicalModel {
    private final int lists;
    private final int[] terms;
    private final int hash;

    private HierarchicalModel(int lists, int[] ascending) {
        this.lists = lists;
        this.terms = ascending;
        this.hash = Arrays.hashCode(ascending);
    }

    /// All lists independent of each other.
    public static HierarchicalModel mainEffects(int lists) {
        return of(lists);
    }

    /// The smallest model with the given terms.
    public static HierarchicalModel of(int lists, int... generators) {
        var present = new boolean[1 << lists];
        present[0] = true;
        for (int list = 0; list < lists; list++) {
            present[1 << list] = true;
        }
        for (int generator : generators) {
            if (generator < 0 || generator >= present.length) {
                throw new IllegalArgumentException("term " + generator + " names an unknown list");
            }
            for (int sub = generator; sub > 0; sub = (sub - 1) & generator) {
                present[sub] = true;
            }
        }
        return ofPresent(lists, present);
    }

    /// Every term up to an order.
    public static HierarchicalModel saturated(int lists, int order) {
        var present = new boolean[1 << lists];
        for (int term = 0; term < present.length; term++) {
            present[term] = Integer.bitCount(term) <= Math.max(1, order);
        }
        return ofPresent(lists, present);
    }

    /// The model whose terms are marked; the marks must be closed under subsets.
    static HierarchicalModel ofPresent(int lists, boolean[] present) {
        int count = 0;
        for (boolean p : present) {
            count += p ? 1 : 0;
        }
        var terms = new int[count];
        int at = 0;
        for (int term = 0; term < present.length; term++) {
            if (present[term]) {
                terms[at++] = term;
            }
        }
        return new HierarchicalModel(lists, terms);
    }

    public int lists() {
        return lists;
    }

    /// Terms, ascending, the intercept first; a copy.
    public int[] terms() {
        return terms.clone();
    }

    /// The terms without a copy, for reading only.
    int[] termsShared() {
        return terms;
    }

    /// Number of parameters, the intercept and those at minus infinity included.
    public int size() {
        return terms.length;
    }

    public boolean contains(int term) {
        return Arrays.binarySearch(terms, term) >= 0;
    }

    /// The largest number of lists in one term.
    public int order() {
        int order = 0;
        for (int term : terms) {
            order = Math.max(order, Integer.bitCount(term));
        }
        return order;
    }

    /// This model with one more term, which must not be there yet and whose subsets must all be there.
    public HierarchicalModel with(int term) {
        int at = -Arrays.binarySearch(terms, term) - 1;
        if (at < 0 || !canAdd(term)) {
            throw new IllegalArgumentException("term " + term + " cannot be added");
        }
        var more = new int[terms.length + 1];
        System.arraycopy(terms, 0, more, 0, at);
        more[at] = term;
        System.arraycopy(terms, at, more, at + 1, terms.length - at);
        return new HierarchicalModel(lists, more);
    }

    /// This model without one of its interactions, which must not be part of a larger one.
    public HierarchicalModel without(int term) {
        if (!isInteraction(term) || !isGenerator(term)) {
            throw new IllegalArgumentException("term " + term + " cannot be removed");
        }
        return new HierarchicalModel(
                lists, Arrays.stream(terms).filter(t -> t != term).toArray());
    }

    /// The models that differ by one interaction, up to an order: first those with one less, then those with
    /// one more, each by ascending term.
    List<HierarchicalModel> neighbours(int order) {
        var neighbours = new ArrayList<HierarchicalModel>();
        for (int term : terms) {
            if (isInteraction(term) && isGenerator(term)) {
                neighbours.add(without(term));
            }
        }
        for (int term = 3; term < 1 << lists; term++) {
            if (isInteraction(term) && Integer.bitCount(term) <= order && !contains(term) && canAdd(term)) {
                neighbours.add(with(term));
            }
        }
        return neighbours;
    }

    static boolean isInteraction(int term) {
        return Integer.bitCount(term) >= 2;
    }

    private boolean canAdd(int term) {
        for (int bit = term; bit != 0; bit &= bit - 1) {
            if (!contains(term & ~Integer.lowestOneBit(bit))) {
                return false;
            }
        }
        return true;
    }

    private boolean isGenerator(int term) {
        for (int other : terms) {
            if (other != term && (other & term) == term) {
                return false;
            }
        }
        return contains(term);
    }

    /// The model in the usual bracket notation, lists numbered from 1, for example `[12,13,4]`; larger terms
    /// first.
    public String notation() {
        var generators = new ArrayList<int[]>();
        for (int term : terms) {
            if (term != 0 && isGenerator(term)) {
                generators.add(members(term));
            }
        }
        generators.sort(Comparator.<int[]>comparingInt(m -> -m.length).thenComparing(Arrays::compare));
        var text = new StringBuilder("[");
        for (var generator : generators) {
            text.append(text.length() == 1 ? "" : ",");
            for (int i = 0; i < generator.length; i++) {
                text.append(i > 0 && lists > 9 ? "." : "").append(generator[i] + 1);
            }
        }
        return text.append(']').toString();
    }

    /// The names of the terms without the intercept, smaller terms first, for example `LA`, `NG`, `LA:NG`.
    public List<String> names(List<String> listNames) {
        var named = new ArrayList<int[]>();
        for (int term : terms) {
            if (term != 0) {
                named.add(members(term));
            }
        }
        named.sort(Comparator.<int[]>comparingInt(m -> m.length).thenComparing(Arrays::compare));
        return named.stream().map(members -> name(members, listNames)).toList();
    }

    /// The name of one term.
    static String name(int term, List<String> listNames) {
        return name(members(term), listNames);
    }

    private static String name(int[] members, List<String> listNames) {
        return String.join(":", Arrays.stream(members).mapToObj(listNames::get).toList());
    }

    private static int[] members(int term) {
        var members = new int[Integer.bitCount(term)];
        int at = 0;
        for (int bit = term; bit != 0; bit &= bit - 1) {
            members[at++] = Integer.numberOfTrailingZeros(bit);
        }
        return members;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HierarchicalModel that && lists == that.lists && Arrays.equals(terms, that.terms);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return notation();
    }
}
