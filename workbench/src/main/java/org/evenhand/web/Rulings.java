package org.evenhand.web;

import org.evenhand.assessment.AssessmentFile;
import org.evenhand.assessment.Draft;
import org.evenhand.assessment.VerdictSheet;
import org.evenhand.clock.RecordedHistories;
import org.evenhand.document.Document;
import org.evenhand.document.NamedSources;
import org.evenhand.document.Provenance;
import org.evenhand.law.Interpretations;
import org.evenhand.law.assessment.Assessment;
import org.evenhand.law.assessment.Bench;
import org.evenhand.law.assessment.Verdict;
import org.evenhand.law.rules.Statute;

/// Rules on an assessment file, as `evenhand law assess` does.
final class Rulings {
    private static final String NAME = "the assessment";

    private final Questions questions;
    private final Statute statute = Statute.load();

    Rulings(Questions questions) {
        this.questions = questions;
    }

    Statute statute() {
        return statute;
    }

    /// Reads a file's text as a case.
    ///
    /// @throws org.evenhand.core.BadData naming line and key
    Assessment read(String text) {
        var file = file();
        return file.assessment(file.draft(NAME, text));
    }

    /// Reads a file's text as it stands.
    ///
    /// @throws org.evenhand.core.BadData naming line and key
    Draft draft(String text) {
        return file().draft(NAME, text);
    }

    private AssessmentFile file() {
        var catalogue = questions.catalogue();
        return new AssessmentFile(
                statute.book(),
                name -> catalogue.countries().resolve(name).iso3(),
                RecordedHistories.of(catalogue)::history);
    }

    Verdict verdict(Assessment assessment) {
        return new Bench(statute, Interpretations.DEFAULT).rule(assessment);
    }

    /// The ruling as a document.
    Document document(Assessment assessment, Verdict verdict) {
        var catalogue = questions.catalogue();
        var sections = VerdictSheet.of(statute, assessment, verdict, true);
        return new Document(
                "law-verdict",
                VerdictSheet.title(catalogue.countries().name(verdict.iso3()), verdict),
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
