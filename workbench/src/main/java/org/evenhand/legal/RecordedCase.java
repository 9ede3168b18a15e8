package org.evenhand.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.clock.RecordedHistories;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.law.Answer;
import org.evenhand.law.Fact;
import org.evenhand.law.Interpretations;
import org.evenhand.law.hearing.Case;

/// What the catalogue holds about one country and report, as a case for the law.
public final class RecordedCase {
    private RecordedCase() {}

    /// Placement, waiver, determination, dates and child-soldiers listing, as far as recorded.
    public static Case of(Catalogue catalogue, String iso3, ReportYear year, Interpretations readings) {
        var facts = new ArrayList<Fact>();
        released(catalogue, year).ifPresent(facts::add);
        catalogue.table("determinations").ifPresent(table -> {
            for (var row : table.rows()) {
                if (row.text("iso3").equals(iso3) && row.integer("report_year") == year.value()) {
                    facts.add(fact("determination", Answer.word(row.text("restrictions")), row.sources(), row.basis()));
                    row.optionalText("date")
                            .ifPresent(d ->
                                    facts.add(fact("notification_date", Answer.day(d), row.sources(), row.basis())));
                    row.optionalText("reason_or_scope")
                            .flatMap(RecordedCase::clause)
                            .ifPresent(c ->
                                    facts.add(fact("restriction_clause", Answer.word(c), row.sources(), row.basis())));
                }
            }
        });
        catalogue.table("child_soldiers").ifPresent(table -> {
            for (var row : table.rows()) {
                if (row.text("iso3").equals(iso3) && row.integer("report_year") == year.value()) {
                    facts.add(fact("cspa_listed", Answer.word("yes"), row.sources(), row.basis()));
                    if (!row.text("waiver").equals("unknown")) {
                        facts.add(fact("cspa_waiver", Answer.word(row.text("waiver")), row.sources(), row.basis()));
                    }
                }
            }
        });
        return Case.of(RecordedHistories.of(catalogue).history(iso3), year)
                .reading(readings)
                .with(facts);
    }

    /// Under which clause of 110(d)(1)(A) assistance was withheld, where the determination's list says so: the table
    /// begins its scope with the clause.
    private static Optional<String> clause(String scope) {
        return scope.startsWith("both clause (i) and clause (ii)")
                ? Optional.of("both")
                : scope.startsWith("110(d)(1)(A)(ii)")
                        ? Optional.of("ii")
                        : scope.startsWith("110(d)(1)(A)(i)") ? Optional.of("i") : Optional.empty();
    }

    /// The day on which the Report was released; empty where it is not recorded.
    public static Optional<Fact> released(Catalogue catalogue, ReportYear year) {
        var table = catalogue.table("reports");
        if (table.isPresent()) {
            for (var row : table.get().rows()) {
                if (row.integer("report_year") == year.value()) {
                    return row.optionalText("released")
                            .map(d -> fact(
                                    "report_date", new Answer.Day(LocalDate.parse(d)), row.sources(), row.basis()));
                }
            }
        }
        return Optional.empty();
    }

    private static Fact fact(String key, Answer answer, List<String> sources, Basis basis) {
        return new Fact(key, answer, sources, basis);
    }
}
