package org.evenhand.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.Tier;
import org.evenhand.panel.Panel;
import org.evenhand.panel.PanelRow;

/// Which country-years belong to a group.
public final class Membership {
    /// Whether a country-year belongs; `UNKNOWN` where a measure that could decide it is not recorded.
    public enum Answer {
        MEMBER,
        OTHER,
        UNKNOWN
    }

    private final Map<String, Answer> answers = new HashMap<>();
    private final TreeSet<String> sources = new TreeSet<>();

    private Membership() {}

    /// Who belongs to a group by its definition.
    ///
    /// @param panel its lag of interests says from which year before the report membership is taken
    public static Membership of(Catalogue catalogue, Panel panel, Definition definition) {
        var membership = new Membership();
        for (var row : panel.rows()) {
            membership.answers.put(row.iso3() + row.year(), Answer.OTHER);
        }
        for (var condition : definition.conditions()) {
            membership.apply(catalogue, panel, condition);
        }
        return membership;
    }

    /// Whether a country belongs at the time of a report; unknown also for one that the report does not
    /// place.
    public Answer of(String iso3, int report) {
        return answers.getOrDefault(iso3 + report, Answer.UNKNOWN);
    }

    /// Keys of the sources of what the definition measures, sorted.
    public List<String> sources() {
        return List.copyOf(sources);
    }

    /// One condition that holds is enough; one that is not known leaves open what no other settles.
    private void apply(Catalogue catalogue, Panel panel, Definition.Condition condition) {
        switch (condition) {
            case Definition.Condition.Holds(var v) -> {
                sources.addAll(panel.sources(v));
                var column = panel.column(v.key());
                each(panel, (row, i) -> known(column[i]).map(x -> x == 1));
            }
            case Definition.Condition.Bound(var v, boolean atLeast, double value) -> {
                sources.addAll(panel.sources(v));
                var column = panel.column(v.key());
                double bound = v.transform().apply(value);
                each(panel, (row, i) -> known(column[i]).map(x -> atLeast ? x >= bound : x <= bound));
            }
            case Definition.Condition.Share(var v, boolean top, double share) -> {
                sources.addAll(panel.sources(v));
                var column = panel.column(v.key());
                var inside = extremes(panel, column, top, share);
                each(panel, (row, i) -> known(column[i]).map(_ -> inside.contains(i)));
            }
            case Definition.Condition.In(var key) -> {
                catalogue
                        .table("countries")
                        .ifPresent(table -> table.rows().forEach(row -> sources.addAll(row.sources())));
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

    /// Rows among the highest or lowest `share` of their report; equal numbers go in together, so that the
    /// order of countries plays no part.
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
