package org.evenhand.statistics.capture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// How many people were seen with each combination of lists.
///
/// A combination is a bit mask: bit `i` is set if the person is on list `i`. The combination 0 (on no list) is
/// what is to be estimated and is never observed.
public final class CaptureTable {
    /// More lists than this would need more cells than a table of people can fill.
    public static final int MOST_LISTS = 16;

    private final List<String> lists;
    private final long[] counts;
    private final long observed;

    private CaptureTable(List<String> lists, long[] counts) {
        this.lists = List.copyOf(lists);
        this.counts = counts;
        long sum = 0;
        for (long count : counts) {
            sum = Math.addExact(sum, count);
        }
        this.observed = sum;
    }

    /// A table from its rows. Combinations that are not named were observed zero times; repeated ones are
    /// added.
    ///
    /// @param lists names of the lists, all different
    /// @param combinations bit masks, each at least 1
    /// @param counts people seen with each combination, at least 0
    public static CaptureTable of(List<String> lists, int[] combinations, long[] counts) {
        if (lists.isEmpty() || lists.size() > MOST_LISTS) {
            throw new IllegalArgumentException(
                    "%d lists; from 1 to %d can be used".formatted(lists.size(), MOST_LISTS));
        }
        if (new HashSet<>(lists).size() != lists.size()) {
            throw new IllegalArgumentException("two lists have the same name: " + lists);
        }
        var cells = new long[1 << lists.size()];
        for (int i = 0; i < combinations.length; i++) {
            int combination = combinations[i];
            if (combination < 1 || combination >= cells.length) {
                throw new IllegalArgumentException(
                        "combination " + combination + " is on no list or on an unknown one");
            }
            if (counts[i] < 0) {
                throw new IllegalArgumentException("a count cannot be negative: " + counts[i]);
            }
            cells[combination] = Math.addExact(cells[combination], counts[i]);
        }
        return new CaptureTable(lists, cells);
    }

    /// The same lists with other counts, indexed by combination; entry 0 is ignored.
    CaptureTable withCounts(long[] cells) {
        var copy = cells.clone();
        copy[0] = 0;
        return new CaptureTable(lists, copy);
    }

    public List<String> lists() {
        return lists;
    }

    public int size() {
        return lists.size();
    }

    /// How many people are on at least one list.
    public long observed() {
        return observed;
    }

    public long count(int combination) {
        return counts[combination];
    }

    /// Counts by combination, from 0 (always zero) to `2^lists − 1`; a copy.
    public long[] counts() {
        return counts.clone();
    }

    /// How many lists have at least one person.
    public int listsInUse() {
        int inUse = 0;
        for (int list = 0; list < lists.size(); list++) {
            boolean used = false;
            for (int c = 1; c < counts.length; c++) {
                used |= counts[c] > 0 && (c >> list & 1) != 0;
            }
            inUse += used ? 1 : 0;
        }
        return inUse;
    }

    /// The table as if one list had never been kept: who was on that list only is no longer observed.
    public CaptureTable without(int list) {
        var names = new ArrayList<>(lists);
        names.remove(list);
        var cells = new long[counts.length / 2];
        int low = (1 << list) - 1;
        for (int c = 1; c < counts.length; c++) {
            int kept = (c & low) | (c >> 1 & ~low);
            cells[kept] += counts[c];
        }
        cells[0] = 0;
        return new CaptureTable(names, cells);
    }

    /// The table as if two lists had been kept as one; nobody is lost. The merged list takes the first one's
    /// place.
    public CaptureTable merged(int first, int second) {
        if (first == second) {
            throw new IllegalArgumentException("a list cannot be merged with itself");
        }
        int keep = Math.min(first, second);
        int drop = Math.max(first, second);
        var names = new ArrayList<>(lists);
        names.set(keep, lists.get(keep) + "+" + lists.get(drop));
        names.remove(drop);
        var cells = new long[counts.length / 2];
        int low = (1 << drop) - 1;
        for (int c = 1; c < counts.length; c++) {
            int united = (c >> drop & 1) != 0 ? c | 1 << keep : c;
            cells[(united & low) | (united >> 1 & ~low)] += counts[c];
        }
        return new CaptureTable(names, cells);
    }
}
