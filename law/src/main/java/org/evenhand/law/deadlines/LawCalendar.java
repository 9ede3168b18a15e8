package org.evenhand.law.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.law.Answer;
import org.evenhand.law.Fact;
import org.evenhand.law.hearing.Case;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.rules.Statute;

/// The deadlines of one report cycle, each with its day, its rule and what happens when it is missed.
public final class LawCalendar {
    private final Statute statute;

    public LawCalendar(Statute statute) {
        this.statute = statute;
    }

    /// The deadlines that belong to one report, by day; those without a day come last.
    ///
    /// @param year the report year
    /// @param events days that are known: `report_date`, `waiver_notice_date`, `cspa_waiver_date`.
    ///     Without a report date the day on which the Report was due is assumed, and the days counted
    ///     from it are marked
    public List<Deadline> of(ReportYear year, java.util.Map<String, LocalDate> events) {
        var facts = new TreeMap<String, Fact>();
        events.forEach((key, day) -> facts.put(key, new Fact(key, new Answer.Day(day), List.of(), Basis.SOURCED)));
        var matter = Case.of(PlacementHistory.empty("XXX"), year).with(facts.values());
        boolean assumed = !events.containsKey("report_date");
        if (assumed) {
            var due = LocalDate.parse(
                    Optional.ofNullable(statute.hear(matter).on("CA-2").values().get("date"))
                            .orElseThrow());
            matter = matter.assuming("report_date", new Answer.Day(due));
        }
        var hearing = statute.hear(matter);
        var all = new ArrayList<Deadline>();
        for (var text : statute.book().deadlines()) {
            var duties = text.duties().stream().filter(hearing::inForce).toList();
            if (!hearing.inForce(text.rule()) || duties.isEmpty()) {
                continue;
            }
            var trace = hearing.on(text.rule());
            all.add(new Deadline(
                    text.rule(),
                    text.what(),
                    Optional.ofNullable(trace.values().get("date")).map(LocalDate::parse),
                    assumed && trace.facts().stream().anyMatch(f -> f.key().equals("report_date")),
                    duties,
                    text.missed(),
                    trace.rule().citation(),
                    trace.unverifiedHere()));
        }
        all.sort(Comparator.comparing((Deadline d) -> d.date().orElse(LocalDate.MAX)));
        return List.copyOf(all);
    }
}
