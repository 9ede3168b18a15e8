package org.evenhand.law;

import java.util.List;
import java.util.TreeSet;
import org.evenhand.core.Basis;

/// A fact that a rule looks at.
///
/// @param key what it is about, for example `MS-2`, `placement 2014`, `report_date`
/// @param answer its value
/// @param sources keys of its sources, sorted; empty only for what a user asks to assume
/// @param basis what it rests on
public record Fact(String key, Answer answer, List<String> sources, Basis basis) implements Comparable<Fact> {
    public Fact {
        sources = List.copyOf(new TreeSet<>(sources));
    }

    @Override
    public int compareTo(Fact other) {
        return key.compareTo(other.key);
    }
}
