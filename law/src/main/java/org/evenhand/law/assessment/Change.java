package org.evenhand.law.assessment;

import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.core.Standing;

/// A set of answers that would lead to another standing; without any one of them it would not.
///
/// @param to the standing
/// @param answers the answers to give, or to give otherwise, by key
/// @param smallest whether no smaller set leads there; otherwise only that no part of this set does
public record Change(Standing to, SortedMap<String, String> answers, boolean smallest) {
    public Change {
        answers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }
}
