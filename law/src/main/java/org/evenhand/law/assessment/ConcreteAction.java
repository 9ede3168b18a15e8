package org.evenhand.law.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.core.Basis;
import org.evenhand.law.Answer;
import org.evenhand.law.Fact;

/// Something that a government did, as an assessor lists it (22 U.S.C. 7102(5)).
///
/// @param id names it within the assessment
/// @param supports the criterion that it stands behind, for example `SC-2`
/// @param kind enforcement, investigations, prosecutions, convictions, training, programmes,
///     prevention, victim_services or money
/// @param date when it was recorded
/// @param status `done`, `under_way` or `promised`
/// @param stale older than the window, used for want of concurrent data
/// @param sources keys of the sources
public record ConcreteAction(
        String id, String supports, String kind, LocalDate date, String status, boolean stale, List<String> sources) {
    /// The kinds that count.
    public static final List<String> KINDS = List.of(
            "enforcement",
            "investigations",
            "prosecutions",
            "convictions",
            "training",
            "programmes",
            "prevention",
            "victim_services",
            "money");

    /// What may have become of it.
    public static final List<String> STATUSES = List.of("done", "under_way", "promised");

    public ConcreteAction {
        sources = List.copyOf(sources);
    }

    /// The action as facts, `action ID.kind` and so on.
    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(fact("kind", Answer.word(kind)));
        facts.add(fact("date", new Answer.Day(date)));
        facts.add(fact("status", Answer.word(status)));
        facts.add(fact("supports", Answer.word(supports)));
        if (stale) {
            facts.add(fact("stale", Answer.word("yes")));
        }
        return facts;
    }

    private Fact fact(String part, Answer answer) {
        return new Fact("action %s.%s".formatted(id, part), answer, sources, Basis.SOURCED);
    }
}
