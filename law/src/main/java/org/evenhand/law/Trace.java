package org.evenhand.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.core.Basis;

/// Why a rule ruled as it did: the provision, the version in force, the facts used, the readings taken,
/// and the rulings it rests on. It is worded from the steps noted while ruling and holds all that is needed to rule
/// again.
///
/// @param rule the rule
/// @param version the version in force; empty where the rule was not in force in that year
/// @param ruling what it said
/// @param facts the facts used, sorted by key
/// @param options the readings taken, for example `counting=watch-list`, in the order in which they
///     were asked
/// @param values numbers and dates that it worked out, by name
/// @param children the rulings it rests on, in the order in which they were asked
public record Trace(
        Rule rule,
        Optional<Version> version,
        Ruling ruling,
        List<Fact> facts,
        List<String> options,
        SortedMap<String, String> values,
        List<Trace> children) {
    public Trace {
        facts = List.copyOf(facts);
        options = List.copyOf(options);
        children = List.copyOf(children);
    }

    /// Whether the rule itself, the version, or a fact used here is unverified.
    public boolean unverifiedHere() {
        return rule.unverified()
                || version.map(Version::unverified).orElse(false)
                || facts.stream().anyMatch(f -> f.basis() == Basis.UNVERIFIED);
    }

    /// Whether anything that this ruling rests on is unverified.
    public boolean restsOnUnverified() {
        return unverifiedHere() || children.stream().anyMatch(Trace::restsOnUnverified);
    }

    /// A number that it worked out; there must be one by that name.
    public int number(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("%s worked out no %s".formatted(rule.id(), name));
        }
        return Integer.parseInt(value);
    }

    /// This ruling and all below it, parents first.
    public List<Trace> flatten() {
        var all = new ArrayList<Trace>();
        collect(all);
        return all;
    }

    private void collect(List<Trace> all) {
        all.add(this);
        children.forEach(child -> child.collect(all));
    }

    /// Every fact used in this ruling or below, once each, by key.
    public SortedMap<String, Fact> allFacts() {
        var all = new TreeMap<String, Fact>();
        flatten().forEach(t -> t.facts().forEach(f -> all.put(f.key(), f)));
        return all;
    }
}
