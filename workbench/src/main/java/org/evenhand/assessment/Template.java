package org.evenhand.assessment;

import org.evenhand.catalogue.Catalogue;
import org.evenhand.clock.RecordedHistories;
import org.evenhand.core.ReportYear;
import org.evenhand.law.Criterion;
import org.evenhand.law.LawBook;
import org.evenhand.law.assessment.ConcreteAction;

/// An assessment file to fill in: every question of the year with its scale, and the catalogue's
/// evidence beside it.
public final class Template {
    private static final int WIDTH = 100;

    private final LawBook book;
    private final Catalogue catalogue;
    private final StringBuilder out = new StringBuilder(16_384);

    private Template(LawBook book, Catalogue catalogue) {
        this.book = book;
        this.catalogue = catalogue;
    }

    /// The template in YAML. Filled in with nothing it is a valid assessment that answers nothing.
    public static String of(LawBook book, Catalogue catalogue, String iso3, ReportYear year) {
        var template = new Template(book, catalogue);
        template.write(iso3, year);
        return template.out.toString();
    }

    private void write(String iso3, ReportYear year) {
        comment(
                "",
                "Assessment of %s for the %s report."
                        .formatted(catalogue.countries().name(iso3), year));
        comment(
                "",
                "Reporting window: %s to %s. Rule on it with: evenhand law assess FILE"
                        .formatted(year.windowStart(), year.windowEnd()));
        comment("", "Leave an answer at unknown if you do not know; give sources for every answer.");
        line("format: " + AssessmentFile.FORMAT);
        line("country: " + iso3);
        line("report_year: " + year);
        line("");
        comment("", "Placements before this report are taken from the catalogue:");
        var history = RecordedHistories.of(catalogue).history(iso3);
        history.placements().headMap(year).forEach((at, placement) -> {
            if (at.value() >= year.value() - 6) {
                comment(
                        "",
                        "  %s: %s [%s]"
                                .formatted(at, placement.standing().code(), String.join(", ", placement.sources())));
            }
        });
        comment("", "To set another, write placements: {2013: 2WL}; to record a waiver, waivers: [2013].");
        line("");
        line("answers:");
        var evidence = new Evidence(catalogue, iso3, year);
        book.criteria(year.value()).forEach(c -> question(c, evidence));
        facts();
        actions(year);
    }

    private void question(Criterion criterion, Evidence evidence) {
        line("");
        comment(
                "  ",
                "%s, %s. %s"
                        .formatted(
                                criterion.label(),
                                criterion.citation(),
                                criterion.question().text()));
        comment("  ", "Scale: " + criterion.question().scale());
        evidence.of(criterion.key()).forEach(e -> comment("  ", "Evidence: " + e));
        line("  " + criterion.key() + ":");
        line("    answer: unknown");
        line("    confidence: not_stated");
        line("    sources: []");
        line("    note: ''");
    }

    private void facts() {
        line("");
        comment("", "Facts of the record. Uncomment what you know.");
        line("facts:");
        line("  victim_flow_evidence: unknown");
        line("  special_case: unknown");
        for (var key : book.factKeys()) {
            if (!key.key().equals("victim_flow_evidence") && !key.key().equals("special_case")) {
                comment("  ", "%s:   # %s (%s)".formatted(key.key(), key.what(), key.scale()));
            }
        }
    }

    private void actions(ReportYear year) {
        line("");
        comment("", "Concrete actions relied on, for example:");
        comment("", "  - id: a1");
        comment("", "    supports: SC-1");
        comment("", "    kind: prosecutions   # " + String.join(", ", ConcreteAction.KINDS));
        comment("", "    date: %s   # in the window; an older one needs stale: yes".formatted(year.windowEnd()));
        comment("", "    status: done   # " + String.join(", ", ConcreteAction.STATUSES));
        comment("", "    sources: [key]");
        line("actions: []");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void comment(String indent, String text) {
        var words = text.split(" ");
        var current = new StringBuilder(indent).append('#');
        for (var word : words) {
            if (current.length() + word.length() + 1 > WIDTH && current.length() > indent.length() + 1) {
                line(current.toString());
                current = new StringBuilder(indent).append("#  ");
            }
            current.append(' ').append(word);
        }
        line(current.toString());
    }
}
