package org.evenhand.law.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.core.Basis;
import org.evenhand.core.Standing;
import org.evenhand.core.Tier;
import org.evenhand.law.Answer;
import org.evenhand.law.Fact;
import org.evenhand.law.hearing.Case;
import org.evenhand.law.rules.Statute;

/// Searches for the smallest sets of answers that lead to another tier, by trying them.
///
/// All sets of up to [#EXHAUSTIVE] answers are tried. For a tier that none of them reaches, the most
/// favourable or least favourable answers to everything are tried and then cut down until no answer can
/// be spared. A set of one more than [#EXHAUSTIVE] that is found so is a smallest one too.
final class WhatIf {
    /// Sets up to this size are tried completely.
    static final int EXHAUSTIVE = 3;

    private static final int MOST = 12;

    /// Three ways to treat each of six families of answers.
    private static final int PATTERNS = 729;

    /// An answer that an assessor might give, or give otherwise.
    private record Move(String key, List<Fact> facts, String answer) {}

    private final Statute statute;
    private final Case matter;
    private final List<Move> moves = new ArrayList<>();

    WhatIf(Statute statute, Case matter) {
        this.statute = statute;
        this.matter = matter;
        collect();
    }

    private void collect() {
        int threshold = matter.readings().threshold();
        add("victim_flow_evidence", "yes");
        add("special_case", "no");
        for (var key : List.of("MS-1", "MS-2", "MS-3", "MS-4")) {
            add(key, "met");
            add(key, "not met");
        }
        for (int degree : new int[] {threshold, threshold - 1}) {
            if (degree >= 0) {
                add("TP-2", Integer.toString(degree));
            }
        }
        for (var criterion : statute.book().criteria(matter.year().value())) {
            var key = criterion.key();
            if (key.startsWith("SE-4") || key.startsWith("WL-3") || key.startsWith("WW-")) {
                add(key, "yes");
                add(key, "no");
            }
        }
        if (inForce("WL-WAIVER")) {
            add("waiver_reported", "yes");
        }
        if (inForce("TP-4")) {
            addAction();
        }
    }

    private boolean inForce(String rule) {
        return statute.book().inForce(rule, matter.year().value());
    }

    private void add(String key, String text) {
        var answer = statute.book().scale(key).flatMap(s -> s.read(text)).orElseThrow();
        var given = Optional.ofNullable(matter.facts().get(key)).map(Fact::answer);
        if (given.filter(g -> same(key, g, answer)).isEmpty()) {
            moves.add(new Move(key, List.of(new Fact(key, answer, List.of(), Basis.DERIVED)), text));
        }
    }

    /// Degrees on the same side of the threshold, and every answer short of "met", move nothing.
    private boolean same(String key, Answer given, Answer other) {
        if (given instanceof Answer.Number(var one) && other instanceof Answer.Number(var two)) {
            int threshold = matter.readings().threshold();
            return (one >= threshold) == (two >= threshold);
        }
        return key.startsWith("MS-")
                ? Answer.word("met").equals(given) == Answer.word("met").equals(other)
                : given.equals(other);
    }

    private void addAction() {
        var action =
                new ConcreteAction("added", "MS-4", "enforcement", matter.year().windowEnd(), "done", false, List.of());
        moves.add(new Move("a concrete action in the window", action.facts(), "listed"));
    }

    /// The sets that lead to each other tier, best tier first, smaller sets first.
    List<Change> changes(Optional<Standing> now) {
        var found = new TreeMap<Tier, List<List<Move>>>();
        for (int size = 1; size <= EXHAUSTIVE; size++) {
            search(new ArrayList<>(), 0, size, now, found);
        }
        var changes = new ArrayList<Change>();
        for (var tier : Tier.values()) {
            if (now.filter(s -> s == tier).isPresent()) {
                continue;
            }
            var sets = found.get(tier);
            if (sets == null) {
                large(tier).ifPresent(set -> changes.add(change(tier, set, set.size() == EXHAUSTIVE + 1)));
            } else {
                int least = sets.getFirst().size();
                sets.stream()
                        .filter(s -> s.size() == least)
                        .limit(MOST)
                        .forEach(s -> changes.add(change(tier, s, true)));
            }
        }
        return changes;
    }

    private static Change change(Tier tier, List<Move> set, boolean smallest) {
        var answers = new TreeMap<String, String>();
        set.forEach(m -> answers.put(m.key(), m.answer()));
        return new Change(tier, answers, smallest);
    }

    private void search(
            List<Move> chosen, int next, int size, Optional<Standing> now, Map<Tier, List<List<Move>>> found) {
        if (chosen.size() == size) {
            if (outcome(chosen) instanceof Tier tier
                    && now.filter(s -> s == tier).isEmpty()
                    && noPart(chosen, found.get(tier))) {
                found.computeIfAbsent(tier, _ -> new ArrayList<>()).add(List.copyOf(chosen));
            }
            return;
        }
        for (int i = next; i < moves.size(); i++) {
            var move = moves.get(i);
            if (chosen.stream().noneMatch(m -> m.key().equals(move.key()))) {
                chosen.add(move);
                search(chosen, i + 1, size, now, found);
                chosen.removeLast();
            }
        }
    }

    private static boolean noPart(List<Move> set, @org.jspecify.annotations.Nullable List<List<Move>> smaller) {
        return smaller == null || smaller.stream().noneMatch(set::containsAll);
    }

    private @org.jspecify.annotations.Nullable Standing outcome(List<Move> set) {
        var facts = new ArrayList<Fact>();
        set.forEach(m -> facts.addAll(m.facts()));
        var order = statute.hear(matter.with(facts)).on("TP-5");
        return Optional.ofNullable(order.values().get("tier"))
                .flatMap(Standing::ofCode)
                .orElse(null);
    }

    /// The smallest of the sets that cannot be cut down, starting from every combination by family:
    /// left as it is, answered the first way, or answered the last way.
    private Optional<List<Move>> large(Tier tier) {
        Optional<List<Move>> best = Optional.empty();
        for (int pattern = 0; pattern < PATTERNS; pattern++) {
            var set = fill(pattern);
            if (outcome(set) == tier) {
                var left = cut(set, tier);
                if (best.isEmpty() || left.size() < best.get().size()) {
                    best = Optional.of(left);
                }
            }
        }
        return best;
    }

    private List<Move> fill(int pattern) {
        var set = new TreeMap<String, Move>();
        for (var move : moves) {
            switch (pattern / weight(move.key()) % 3) {
                case 1 -> set.putIfAbsent(move.key(), move);
                case 2 -> set.put(move.key(), move);
                default -> {}
            }
        }
        return new ArrayList<>(set.values());
    }

    /// The place value of a family of answers in a pattern.
    private static int weight(String key) {
        if (key.startsWith("MS-")) {
            return 1;
        }
        if (key.equals("TP-2")) {
            return 3;
        }
        if (key.startsWith("SE-")) {
            return 9;
        }
        if (key.startsWith("WL-")) {
            return 27;
        }
        return key.startsWith("WW-") || key.equals("waiver_reported") ? 81 : 243;
    }

    private List<Move> cut(List<Move> set, Tier tier) {
        var left = new ArrayList<>(set);
        for (var move : set) {
            left.remove(move);
            if (outcome(left) != tier) {
                left.add(move);
            }
        }
        return left;
    }
}
