package org.evenhand.law.hearing;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.law.Answer;
import org.evenhand.law.Fact;
import org.evenhand.law.Interpretations;
import org.evenhand.law.history.PlacementHistory;

/// What is put before the rules: one jurisdiction, one report year, what is known, and the readings
/// taken.
///
/// @param history placements and waivers recorded so far; a placement in `year` itself is the report's
///     own and is used only where the rules look back from the result
/// @param year the report year to be ruled on
/// @param facts answers, dates and other facts by key
/// @param readings the readings taken where the text is disputed
public record Case(PlacementHistory history, ReportYear year, SortedMap<String, Fact> facts, Interpretations readings) {
    public Case {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        for (var entry : facts.entrySet()) {
            if (!entry.getKey().equals(entry.getValue().key())) {
                throw new IllegalArgumentException(
                        "fact %s filed under %s".formatted(entry.getValue().key(), entry.getKey()));
            }
        }
    }

    /// A case with the default readings and no facts beyond the record.
    public static Case of(PlacementHistory history, ReportYear year) {
        return new Case(history, year, new TreeMap<>(), Interpretations.DEFAULT);
    }

    /// The same case with further facts; a fact with the same key is replaced.
    public Case with(Collection<Fact> more) {
        var all = new TreeMap<>(facts);
        more.forEach(f -> all.put(f.key(), f));
        return new Case(history, year, all, readings);
    }

    /// The same case with one further fact, given for the sake of argument: without a source.
    public Case assuming(String key, Answer answer) {
        return with(List.of(new Fact(key, answer, List.of(), Basis.DERIVED)));
    }

    public Case reading(Interpretations other) {
        return new Case(history, year, facts, other);
    }

    /// Facts whose key starts so, for example every `action `.
    Map<String, Fact> factsUnder(String prefix) {
        return facts.subMap(prefix, prefix + Character.MAX_VALUE);
    }
}
