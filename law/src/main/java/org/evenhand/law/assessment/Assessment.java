package org.evenhand.law.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.law.Fact;
import org.evenhand.law.Interpretations;
import org.evenhand.law.hearing.Case;
import org.evenhand.law.history.PlacementHistory;

/// What an assessor puts before the law: answers, the concrete actions behind them, and the record to
/// date.
///
/// @param history placements and waivers of the reports before; the year itself must not be in it
/// @param year the report year assessed
/// @param findings answers by key
/// @param actions concrete actions, in any order
public record Assessment(
        PlacementHistory history, ReportYear year, SortedMap<String, Finding> findings, List<ConcreteAction> actions) {
    public Assessment {
        findings = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(findings));
        actions = List.copyOf(actions);
    }

    /// The assessment as a case for the rules.
    public Case matter(Interpretations readings) {
        var open = new TreeSet<>(history.unknown().headSet(year));
        open.add(year);
        var before = new PlacementHistory(history.iso3(), history.placements().headMap(year), history.waivers(), open);
        var facts = new ArrayList<Fact>();
        findings.values()
                .forEach(f -> facts.add(new Fact(
                        f.key(), f.answer(), f.sources(), f.sources().isEmpty() ? Basis.DERIVED : Basis.SOURCED)));
        actions.forEach(a -> facts.addAll(a.facts()));
        return Case.of(before, year).reading(readings).with(facts);
    }
}
