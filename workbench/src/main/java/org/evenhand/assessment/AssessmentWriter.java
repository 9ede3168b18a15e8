package org.evenhand.assessment;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.evenhand.assessment.Draft.Act;
import org.evenhand.assessment.Draft.Said;
import org.evenhand.law.assessment.Finding.Confidence;
import org.evenhand.userfile.YamlText;

/// Writes an assessment file that [AssessmentFile] reads back as it was.
public final class AssessmentWriter {
    private AssessmentWriter() {}

    /// The whole file.
    public static String write(Draft draft) {
        var top = new LinkedHashMap<String, Object>();
        top.put("format", AssessmentFile.FORMAT);
        top.put("country", draft.iso3());
        top.put("report_year", draft.year().value());
        said(top, "answers", draft.answers());
        rest(top, draft);
        return YamlText.of(top);
    }

    /// What a file has beside its head and its answers: placements, waivers, facts and actions. Empty where there are
    /// none.
    public static String rest(Draft draft) {
        var top = new LinkedHashMap<String, Object>();
        rest(top, draft);
        return top.isEmpty() ? "" : YamlText.of(top);
    }

    private static void rest(Map<String, Object> top, Draft draft) {
        if (!draft.placements().isEmpty()) {
            var placements = new LinkedHashMap<Integer, Object>();
            draft.placements().forEach((year, standing) -> placements.put(year.value(), standing.code()));
            top.put("placements", placements);
        }
        if (!draft.waivers().isEmpty()) {
            top.put("waivers", draft.waivers().stream().map(y -> y.value()).toList());
        }
        said(top, "facts", draft.facts());
        if (!draft.actions().isEmpty()) {
            top.put(
                    "actions",
                    draft.actions().stream().map(AssessmentWriter::act).toList());
        }
    }

    private static void said(Map<String, Object> top, String name, Map<String, Said> all) {
        if (!all.isEmpty()) {
            var entries = new LinkedHashMap<String, Object>();
            all.forEach((key, said) -> entries.put(key, entry(said)));
            top.put(name, entries);
        }
    }

    private static Map<String, Object> entry(Said said) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("answer", said.answered() ? said.answer() : "unknown");
        if (said.confidence() != Confidence.NOT_STATED) {
            entry.put("confidence", said.confidence().name().toLowerCase(Locale.ROOT));
        }
        entry.put("sources", said.sources());
        entry.put("note", said.note());
        return entry;
    }

    private static Map<String, Object> act(Act act) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("id", act.action().id());
        entry.put("supports", act.action().supports());
        entry.put("kind", act.action().kind());
        entry.put("date", act.action().date().toString());
        entry.put("status", act.action().status());
        entry.put("stale", act.action().stale() ? "yes" : "no");
        entry.put("sources", act.action().sources());
        if (!act.what().isEmpty()) {
            entry.put("what", act.what());
        }
        return entry;
    }
}
