package org.evenhand.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is different between two report years: which rules an act changed, which changed their effect
/// without an act, and which may rule differently because they rest on those.
///
/// @param from the earlier report year
/// @param to the later report year
/// @param changes rules that an act began, changed or ended, in the order of the specification
/// @param milestones changes of effect without an act
/// @param dependents rules not changed themselves that rest on a changed one
public record LawDiff(int from, int to, List<Change> changes, List<Milestone> milestones, List<Dependent> dependents) {
    /// A rule with its version in the earlier and in the later year.
    ///
    /// @param rule the rule
    /// @param before the version in the earlier year; empty where it was not in force
    /// @param after the version in the later year; empty where it is no longer in force
    /// @param amendments what was amended on the way, in order of time
    public record Change(Rule rule, Optional<Version> before, Optional<Version> after, List<Amendment> amendments) {
        /// `new`, `ended` or `changed`.
        public String word() {
            return before.isEmpty() ? "new" : after.isEmpty() ? "ended" : "changed";
        }
    }

    /// A rule that rests on changed ones.
    public record Dependent(Rule rule, List<String> on) {}

    /// Compares two report years; the order in which they are given does not matter.
    public static LawDiff between(LawBook book, int one, int two) {
        int from = Math.min(one, two);
        int to = Math.max(one, two);
        var changes = new ArrayList<Change>();
        var touched = new TreeSet<String>();
        for (var rule : book.rules()) {
            var before = rule.inForce(from);
            var after = rule.inForce(to);
            var amendments = rule.versions().stream()
                    .filter(v -> v.from() > from && v.from() <= to)
                    .flatMap(v -> v.amendments().stream())
                    .toList();
            if (!amendments.isEmpty() || !before.equals(after)) {
                changes.add(new Change(rule, before, after, amendments));
                touched.add(rule.id());
            }
        }
        var milestones = book.milestones().stream()
                .filter(m -> m.year() > from && m.year() <= to)
                .toList();
        milestones.forEach(m -> touched.add(m.rule()));
        return new LawDiff(from, to, List.copyOf(changes), milestones, dependents(book, touched, from, to));
    }

    private static List<Dependent> dependents(LawBook book, TreeSet<String> touched, int from, int to) {
        var standing = book.rules().stream()
                .filter(r -> r.inForce(from).isPresent() || r.inForce(to).isPresent())
                .toList();
        var reasons = new TreeMap<String, TreeSet<String>>();
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var rule : standing) {
                for (var support : book.restsOn(rule.id())) {
                    boolean moved = touched.contains(support) || reasons.containsKey(support);
                    if (moved && !touched.contains(rule.id())) {
                        grew |= reasons.computeIfAbsent(rule.id(), _ -> new TreeSet<>())
                                .add(support);
                    }
                }
            }
        }
        return standing.stream()
                .filter(r -> reasons.containsKey(r.id()))
                .map(r -> new Dependent(r, List.copyOf(reasons.getOrDefault(r.id(), new TreeSet<>()))))
                .toList();
    }

    /// Every rule that may rule differently on the same facts in the two years.
    public TreeSet<String> rules() {
        var all = new TreeSet<String>();
        changes.forEach(c -> all.add(c.rule().id()));
        milestones.forEach(m -> all.add(m.rule()));
        dependents.forEach(d -> all.add(d.rule().id()));
        return all;
    }
}
