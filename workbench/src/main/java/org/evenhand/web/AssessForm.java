package org.evenhand.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.assessment.AssessmentWriter;
import org.evenhand.assessment.Draft;
import org.evenhand.core.BadRequest;
import org.evenhand.core.ReportYear;
import org.evenhand.law.LawBook;
import org.evenhand.law.assessment.Finding.Confidence;

/// What an assessor has filled in, between a posted form and the assessment file.
///
/// @param country code of the country
/// @param year the report
/// @param answers by question, without those of which nothing is said
/// @param rest placements, waivers, facts and actions, as they stand in the file
record AssessForm(String country, ReportYear year, Map<String, Draft.Said> answers, String rest) {
    /// Longest note or list of sources, in characters.
    private static final int LONGEST = 10_000;

    static final Draft.Said OPEN = new Draft.Said("", Confidence.NOT_STATED, List.of(), "");

    AssessForm {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    static AssessForm empty(String country, ReportYear year) {
        return new AssessForm(country, year, Map.of(), "");
    }

    /// What a form posted. A note, a source or a confidence stays also where no answer was chosen.
    ///
    /// @throws BadRequest if a field is too long or no choice of the form
    static AssessForm posted(LawBook book, String country, ReportYear year, Posted posted) {
        var answers = new LinkedHashMap<String, Draft.Said>();
        for (var criterion : book.criteria(year.value())) {
            var key = criterion.key();
            var said = new Draft.Said(
                    line(posted, key),
                    confidence(posted, key + ".confidence"),
                    apart(line(posted, key + ".sources")),
                    text(posted, key + ".note"));
            if (!said.equals(OPEN)) {
                answers.put(key, said);
            }
        }
        return new AssessForm(country, year, answers, posted.first("rest").replace("\r\n", "\n"));
    }

    private static Confidence confidence(Posted posted, String field) {
        var word = posted.first(field);
        if (word.isEmpty()) {
            return Confidence.NOT_STATED;
        }
        for (var confidence : Confidence.values()) {
            if (confidence.name().toLowerCase(Locale.ROOT).equals(word)) {
                return confidence;
            }
        }
        throw new BadRequest(field + ": that is no confidence.", "Choose high, medium or low.");
    }

    private static String line(Posted posted, String field) {
        return text(posted, field).replace('\n', ' ');
    }

    private static String text(Posted posted, String field) {
        var text = posted.first(field).replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]+", " ");
        if (text.length() > LONGEST) {
            throw new BadRequest(
                    "%s has more than %,d characters.".formatted(field, LONGEST),
                    "Say it in fewer, or keep it in a file of its own.");
        }
        return text;
    }

    /// Sources on one line: semicolons between them, and a semicolon within one doubled.
    static String joined(List<String> sources) {
        return String.join("; ", sources.stream().map(s -> s.replace(";", ";;")).toList());
    }

    /// The sources that stand on one line.
    static List<String> apart(String line) {
        var sources = new ArrayList<String>();
        var source = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != ';') {
                source.append(c);
            } else if (i + 1 < line.length() && line.charAt(i + 1) == ';') {
                source.append(c);
                i++;
            } else {
                sources.add(source.toString());
                source.setLength(0);
            }
        }
        sources.add(source.toString());
        return sources;
    }

    /// A file that was opened.
    static AssessForm of(Draft draft) {
        return new AssessForm(draft.iso3(), draft.year(), draft.answers(), AssessmentWriter.rest(draft));
    }

    /// The assessment file: the answers, and the rest as it was typed.
    String file() {
        var head = new Draft(country, year, new TreeMap<>(), new TreeSet<>(), answers, Map.of(), List.of());
        return AssessmentWriter.write(head) + rest;
    }
}
