package org.evenhand.opportunity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.Basis;
import org.evenhand.core.Tier;
import org.evenhand.document.Grounds;
import org.evenhand.panel.Panel;
import org.evenhand.panel.PanelRow;

/// Which country-years belong to a group.
final class Membership {
    /// Whether a country-year belongs; `UNKNOWN` where a measure that could decide it is not recorded.
    enum Answer {
        MEMBER,
        OTHER,
        UNKNOWN
    }

    private final Map<String, Answer> answers = new HashMap<>();
    private final Definition definition;

    private Membership(Definition definition) {
        this.definition = definition;
    }

    static Membership of(Catalogue catalogue, Panel panel, Definition definition) {
        var membership = new Membership(definition);
        for (var row : panel.rows()) {
            membership.answers.put(row.iso3() + row.year(), Answer.OTHER);
        }
        for (var condition : definition.conditions()) {
            membership.apply(catalogue, panel, condition);
        }
        return membership;
    }

    Definition definition() {
        return definition;
    }

    Answer of(String iso3, int report) {
        return answers.getOrDefault(iso3 + report, Answer.UNKNOWN);
    }

    /// Adds what the definition's measures rest on.
    void cite(Panel panel, Grounds grounds) {
        for (var condition : definition.conditions()) {
            switch (condition) {
                case Definition.Condition.Holds(var v) -> grounds.add(Basis.SOURCED, panel.sources(v));
                case Definition.Condition.Bound b -> grounds.add(Basis.SOURCED, panel.sources(b.variable()));
                case Definition.Condition.Share s -> grounds.add(Basis.SOURCED, panel.sources(s.variable()));
                case Definition.Condition.In _ -> {}
            }
        }
    }

    /// One condition that holds is enough; one that is not known leaves open what no other settles.
    private void apply(Catalogue catalogue, Panel panel, Definition.Condition condition) {
        switch (condition) {
            case Definition.Condition.Holds(var v) -> {
                var column = panel.column(v.key());
                each(panel, (row, i) -> known(column[i]).map(x -> x == 1));
            }
            case Definition.Condition.Bound(var v, boolean atLeast, double value) -> {
                var column = panel.column(v.key());
                double bound = v.transform().apply(value);
                each(panel, (row, i) -> known(column[i]).map(x -> atLeast ? x >= bound : x <= bound));
            }
            case Definition.Condition.Share(var v, boolean top, double share) -> {
                var column = panel.column(v.key());
                var inside = extremes(panel, column, top, share);
                each(panel, (row, i) -> known(column[i]).map(_ -> inside.contains(i)));
            }
            case Definition.Condition.In(var key) -> {
                var region = catalogue.countries().region(key);
                each(panel, (row, i) -> Optional.of(region.contains(row.iso3())));
            }
        }
    }

    private interface Test {
        Optional<Boolean> of(PanelRow row, int index);
    }

    private void each(Panel panel, Test test) {
        for (int i = 0; i < panel.rows().size(); i++) {
            var row = panel.rows().get(i);
            var holds = test.of(row, i);
            answers.merge(
                    row.iso3() + row.year(),
                    holds.isEmpty() ? Answer.UNKNOWN : holds.get() ? Answer.MEMBER : Answer.OTHER,
                    Membership::either);
        }
    }

    private static Answer either(Answer one, Answer other) {
        if (one == Answer.MEMBER || other == Answer.MEMBER) {
            return Answer.MEMBER;
        }
        return one == Answer.UNKNOWN || other == Answer.UNKNOWN ? Answer.UNKNOWN : Answer.OTHER;
    }

    private static Optional<Double> known(double value) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
    }

    /// Rows among the highest or lowest `share` of their report; equal numbers go in together, so that the order of
    /// countries plays no part.
    private static Set<Integer> extremes(Panel panel, double[] column, boolean top, double share) {
        var byYear = new TreeMap<Integer, List<Integer>>();
        for (int i = 0; i < column.length; i++) {
            boolean ranked = !Double.isNaN(column[i]) && (!top || column[i] > 0);
            if (ranked && panel.rows().get(i).standing() instanceof Tier) {
                byYear.computeIfAbsent(panel.rows().get(i).year(), _ -> new ArrayList<>())
                        .add(i);
            }
        }
        var inside = new HashSet<Integer>();
        for (var rows : byYear.values()) {
            for (int i : rows) {
                long before = rows.stream()
                        .filter(j -> top ? column[j] > column[i] : column[j] < column[i])
                        .count();
                if (before < share * rows.size() - 1e-9) {
                    inside.add(i);
                }
            }
        }
        return inside;
    }
}
