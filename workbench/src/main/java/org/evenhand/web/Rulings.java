package org.evenhand.web;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.evenhand.assessment.AssessmentFile;
import org.evenhand.assessment.VerdictSheet;
import org.evenhand.clock.RecordedHistories;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.law.Answer;
import org.evenhand.law.Interpretations;
import org.evenhand.law.assessment.Assessment;
import org.evenhand.law.assessment.Bench;
import org.evenhand.law.assessment.Verdict;
import org.evenhand.law.deadlines.LawCalendar;
import org.evenhand.law.rules.Statute;

/// Rules on an assessment file, as `evenhand law assess` does.
final class Rulings {
    private final Questions questions;
    private final Statute statute = Statute.load();

    Rulings(Questions questions) {
        this.questions = questions;
    }

    Statute statute() {
        return statute;
    }

    /// Reads a file's text.
    ///
    /// @throws org.evenhand.core.BadData naming line and key
    Assessment read(String text) {
        var catalogue = questions.catalogue();
        return new AssessmentFile(
                        statute.book(),
                        name -> catalogue.countries().resolve(name).iso3(),
                        RecordedHistories.of(catalogue)::history)
                .parse("the assessment", text);
    }

    Verdict verdict(Assessment assessment) {
        return new Bench(statute, Interpretations.DEFAULT).rule(assessment);
    }

    /// The ruling as a document.
    Document document(Assessment assessment, Verdict verdict) {
        var catalogue = questions.catalogue();
        var events = new TreeMap<String, LocalDate>();
        for (var key : List.of("report_date", "waiver_notice_date", "cspa_waiver_date")) {
            var finding = assessment.findings().get(key);
            if (finding != null && finding.answer() instanceof Answer.Day(var date)) {
                events.put(key, date);
            }
        }
        var sections = VerdictSheet.of(assessment, verdict, new LawCalendar(statute).of(verdict.year(), events), true);
        return new Document(
                "law-verdict",
                "%s, %s report: what the law makes of the assessment"
                        .formatted(catalogue.countries().name(verdict.iso3()), verdict.year()),
                "Ruled on under the statute as it stood for this report",
                sections,
                catalogue.sources(NamedSources.of(sections)),
                new Provenance(
                        "evenhand law assess assessment.yaml --explain",
                        questions.program(),
                        catalogue.version().checksum(),
                        catalogue.version().date()));
    }
}
