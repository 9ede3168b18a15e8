package org.evenhand.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.assessment.AssessmentFile;
import org.evenhand.core.ReportYear;
import org.evenhand.law.LawBook;
import org.evenhand.law.assessment.Assessment;
import org.evenhand.law.assessment.ConcreteAction;
import org.evenhand.law.assessment.Finding;

/// What an assessor has filled in, between a posted form and the assessment file.
///
/// @param country code of the country
/// @param year the report
/// @param answers by question, without those left open
/// @param rest placements, waivers, facts and actions, as they stand in the file
record AssessForm(String country, ReportYear year, Map<String, Entry> answers, String rest) {
    /// Longest note or list of sources.
    private static final int LONGEST = 2_000;

    AssessForm {
        answers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /// One answer as typed.
    record Entry(String answer, String confidence, String sources, String note) {
        static final Entry OPEN = new Entry("", "", "", "");
    }

    static AssessForm empty(String country, ReportYear year) {
        return new AssessForm(country, year, Map.of(), "");
    }

    /// What a form posted.
    static AssessForm posted(LawBook book, String country, ReportYear year, Posted posted) {
        var answers = new LinkedHashMap<String, Entry>();
        for (var criterion : book.criteria(year.value())) {
            var key = criterion.key();
            var entry = new Entry(
                    clean(posted.first(key)),
                    clean(posted.first(key + ".confidence")),
                    clean(posted.first(key + ".sources")),
                    clean(posted.first(key + ".note")));
            if (!entry.answer().isEmpty()) {
                answers.put(key, entry);
            }
        }
        return new AssessForm(country, year, answers, posted.first("rest").replace("\r\n", "\n"));
    }

    private static String clean(String text) {
        var plain = text.replaceAll("[\\p{Cntrl}]+", " ").strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }

    /// A file that was opened.
    static AssessForm of(LawBook book, Assessment assessment) {
        var answers = new LinkedHashMap<String, Entry>();
        var facts = new ArrayList<Finding>();
        for (var finding : assessment.findings().values()) {
            if (book.criterion(finding.key()).isPresent()) {
                answers.put(
                        finding.key(),
                        new Entry(
                                finding.answer().text(),
                                finding.confidence().name().toLowerCase(java.util.Locale.ROOT),
                                String.join(", ", finding.sources()),
                                finding.note()));
            } else {
                facts.add(finding);
            }
        }
        return new AssessForm(assessment.history().iso3(), assessment.year(), answers, rest(assessment, facts));
    }

    private static String rest(Assessment assessment, List<Finding> facts) {
        var out = new StringBuilder();
        var own = new LinkedHashMap<String, String>();
        assessment.history().placements().forEach((year, placement) -> {
            if (placement.sources().contains("assessment")) {
                own.put(year.toString(), placement.standing().code());
            }
        });
        if (!own.isEmpty()) {
            out.append("placements:\n");
            own.forEach((year, code) -> out.append("  ")
                    .append(year)
                    .append(": ")
                    .append(quoted(code))
                    .append('\n'));
        }
        var waivers = assessment.history().waivers().entrySet().stream()
                .filter(e -> e.getValue().sources().contains("assessment"))
                .map(e -> e.getKey().toString())
                .toList();
        if (!waivers.isEmpty()) {
            out.append("waivers: [").append(String.join(", ", waivers)).append("]\n");
        }
        if (!facts.isEmpty()) {
            out.append("facts:\n");
            facts.forEach(f -> finding(out, f.key(), f));
        }
        if (!assessment.actions().isEmpty()) {
            out.append("actions:\n");
            assessment.actions().forEach(a -> action(out, a));
        }
        return out.toString();
    }

    private static void finding(StringBuilder out, String key, Finding finding) {
        out.append("  ")
                .append(key)
                .append(": {answer: ")
                .append(quoted(finding.answer().text()));
        out.append(", sources: ").append(list(finding.sources())).append(", note: ");
        out.append(quoted(finding.note())).append("}\n");
    }

    private static void action(StringBuilder out, ConcreteAction action) {
        out.append("  - {id: ").append(action.id()).append(", supports: ").append(action.supports());
        out.append(", kind: ").append(action.kind()).append(", date: ").append(action.date());
        out.append(", status: ").append(action.status()).append(", stale: ").append(action.stale() ? "yes" : "no");
        out.append(", sources: ").append(list(action.sources())).append("}\n");
    }

    /// The assessment file.
    String file() {
        var out = new StringBuilder();
        out.append("format: ").append(AssessmentFile.FORMAT).append('\n');
        out.append("country: ").append(country).append('\n');
        out.append("report_year: ").append(year).append('\n');
        if (!answers.isEmpty()) {
            out.append("answers:\n");
        }
        answers.forEach((key, entry) -> {
            out.append("  ")
                    .append(key)
                    .append(":\n    answer: ")
                    .append(quoted(entry.answer()))
                    .append('\n');
            if (!entry.confidence().isEmpty()) {
                out.append("    confidence: ")
                        .append(quoted(entry.confidence()))
                        .append('\n');
            }
            var sources = List.of(entry.sources().split(",")).stream()
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList();
            out.append("    sources: ").append(list(sources)).append('\n');
            out.append("    note: ").append(quoted(entry.note())).append('\n');
        });
        return out.append(rest).toString();
    }

    private static String list(List<String> words) {
        return "[" + String.join(", ", words.stream().map(AssessForm::quoted).toList()) + "]";
    }

    /// A single-quoted scalar: within it only the quote itself has a meaning.
    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
