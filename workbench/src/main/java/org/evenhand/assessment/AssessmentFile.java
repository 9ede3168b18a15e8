package org.evenhand.assessment;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.evenhand.assessment.Draft.Said;
import org.evenhand.core.BadData;
import org.evenhand.core.Basis;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.law.Answer;
import org.evenhand.law.LawBook;
import org.evenhand.law.assessment.Assessment;
import org.evenhand.law.assessment.ConcreteAction;
import org.evenhand.law.assessment.Finding;
import org.evenhand.law.assessment.Finding.Confidence;
import org.evenhand.law.history.Placement;
import org.evenhand.law.history.PlacementHistory;
import org.evenhand.law.history.RecordedWaiver;
import org.evenhand.userfile.Located;
import org.evenhand.userfile.Located.Mapping;
import org.evenhand.userfile.Located.Scalar;

/// Reads an assessment file strictly: every key is known, every answer is on its scale, or the message
/// names key and line.
public final class AssessmentFile {
    /// Name and version of the form.
    public static final String FORMAT = "evenhand-assessment/1";

    private static final long LARGEST = 2_000_000;

    private static final Located.Form FORM = new Located.Form(
            "an assessment", "Correct this entry; evenhand law assess --template ISO3 YEAR shows the form.");

    private final LawBook book;
    private final Function<String, String> country;
    private final Function<String, PlacementHistory> record;

    /// @param book the law
    /// @param country resolves a country's name or code to its code
    /// @param record the recorded history of a country by its code
    public AssessmentFile(LawBook book, Function<String, String> country, Function<String, PlacementHistory> record) {
        this.book = book;
        this.country = country;
        this.record = record;
    }

    /// Reads a file.
    public Assessment read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new BadData(
                        "%s is larger than two million bytes.".formatted(file), "Give one assessment a file.");
            }
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(java.nio.ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return parse(String.valueOf(file.getFileName()), text);
        } catch (CharacterCodingException _) {
            throw new BadData("%s is not UTF-8.".formatted(file), "Save it as UTF-8.");
        } catch (IOException _) {
            throw new BadData("%s cannot be read.".formatted(file), "Name a file that exists and that you may read.");
        }
    }

    /// Reads a file's text; `name` is for messages.
    public Assessment parse(String name, String text) {
        return assessment(draft(name, text));
    }

    /// What a file's text states, checked; `name` is for messages.
    public Draft draft(String name, String text) {
        var top = Located.read(name, text, FORM).mapping();
        top.known("format", "country", "report_year", "placements", "waivers", "answers", "facts", "actions");
        var format = top.required("format").word();
        if (!format.equals(FORMAT)) {
            throw top.required("format").place().bad("'%s' is not a known form".formatted(format), FORMAT);
        }
        var year = year(top.required("report_year"));
        var iso3 = country.apply(top.required("country").word());
        return new Draft(iso3, year, placements(top, year), waivers(top), answers(top, year), facts(top), actions(top));
    }

    /// What is put before the law: the answers that are given, with the record to date.
    public Assessment assessment(Draft draft) {
        var findings = new TreeMap<String, Finding>();
        draft.answers().forEach((key, said) -> found(key, said, findings));
        draft.facts().forEach((key, said) -> found(key, said, findings));
        coverage(draft, findings);
        return new Assessment(
                history(draft),
                draft.year(),
                findings,
                draft.actions().stream().map(Draft.Act::action).toList());
    }

    private void found(String key, Said said, TreeMap<String, Finding> findings) {
        if (said.answered()) {
            var answer = book.scale(key).orElseThrow().read(said.answer()).orElseThrow();
            findings.put(key, new Finding(key, answer, said.confidence(), said.sources(), said.note()));
        }
    }

    private LinkedHashMap<String, Said> answers(Mapping top, ReportYear year) {
        var asked = new TreeSet<String>();
        book.criteria(year.value()).forEach(c -> asked.add(c.key()));
        var answers = new LinkedHashMap<String, Said>();
        optionalMapping(top, "answers").entries().forEach((key, value) -> {
            if (!asked.contains(key)) {
                throw value.place()
                        .bad(
                                book.criterion(key).isPresent()
                                        ? "%s is not asked for report %s".formatted(key, year)
                                        : "there is no question %s".formatted(key),
                                "one of " + String.join(", ", asked));
            }
            answers.put(key, said(key, value));
        });
        return answers;
    }

    private LinkedHashMap<String, Said> facts(Mapping top) {
        var keys = new TreeSet<String>();
        book.factKeys().forEach(k -> keys.add(k.key()));
        var facts = new LinkedHashMap<String, Said>();
        optionalMapping(top, "facts").entries().forEach((key, value) -> {
            if (!keys.contains(key)) {
                throw value.place().bad("there is no fact %s".formatted(key), "one of " + String.join(", ", keys));
            }
            facts.put(key, said(key, value));
        });
        return facts;
    }

    /// Who answers for the minimum standards takes it for granted that the country is covered and ranked. Where the
    /// file says nothing of either, not even that it is unknown, both are assumed and shown as assumed.
    private static void coverage(Draft draft, TreeMap<String, Finding> findings) {
        boolean standards = findings.keySet().stream().anyMatch(k -> k.matches("MS-[1-4]|TP-2"));
        if (!standards || findings.containsKey("merits")) {
            return;
        }
        Map.of("victim_flow_evidence", "yes", "special_case", "no").forEach((key, word) -> {
            if (!draft.facts().containsKey(key)) {
                findings.put(
                        key,
                        new Finding(
                                key, Answer.word(word), Confidence.NOT_STATED, List.of(), "assumed: not in the file"));
            }
        });
    }

    /// Either the bare answer, or a mapping with confidence, sources and note.
    private Said said(String key, Located value) {
        var answer = value;
        var confidence = Confidence.NOT_STATED;
        List<String> sources = List.of();
        var note = "";
        if (value instanceof Mapping parts) {
            parts.known("answer", "confidence", "sources", "note");
            answer = parts.required("answer");
            var sure = parts.entries().get("confidence");
            confidence = sure == null ? confidence : confidence(sure);
            sources = words(parts, "sources");
            var reason = parts.entries().get("note");
            note = reason == null ? "" : reason.word();
        }
        var said = new Said(answer.word(), confidence, sources, note);
        var scale = book.scale(key).orElseThrow();
        if (said.answered() && scale.read(said.answer()).isEmpty()) {
            throw answer.place()
                    .bad("'%s' is not on the scale".formatted(said.answer()), scale.words(", ") + ", or unknown");
        }
        return said;
    }

    private static Confidence confidence(Located value) {
        for (var confidence : Confidence.values()) {
            if (confidence.name().toLowerCase(Locale.ROOT).equals(value.word())) {
                return confidence;
            }
        }
        throw value.place().bad("'%s' is not a confidence".formatted(value.word()), "high, medium, low or not_stated");
    }

    private static TreeMap<ReportYear, Standing> placements(Mapping top, ReportYear year) {
        var placements = new TreeMap<ReportYear, Standing>();
        for (var entry : optionalMapping(top, "placements").entries().entrySet()) {
            var value = entry.getValue();
            var at = reportYear(value, entry.getKey());
            if (at.compareTo(year) >= 0) {
                throw value.place().bad("a placement of %s".formatted(at), "reports before %s".formatted(year));
            }
            placements.put(
                    at,
                    Standing.ofCode(value.word())
                            .orElseThrow(() -> value.place()
                                    .bad("'%s' is not a standing".formatted(value.word()), "1, 2, 2WL, 3, SC or NR")));
        }
        return placements;
    }

    private static TreeSet<ReportYear> waivers(Mapping top) {
        var waivers = new TreeSet<ReportYear>();
        var value = top.entries().get("waivers");
        if (value != null) {
            value.sequence().items().forEach(item -> waivers.add(year(item)));
        }
        return waivers;
    }

    /// The record to date, with what the file states laid over it.
    private PlacementHistory history(Draft draft) {
        var history = record.apply(draft.iso3());
        for (var stated : draft.placements().entrySet()) {
            history = history.with(
                    stated.getKey(), new Placement(stated.getValue(), List.of("assessment"), Basis.SOURCED));
        }
        var waivers = new TreeMap<>(history.waivers());
        draft.waivers().forEach(y -> waivers.put(y, new RecordedWaiver(List.of("assessment"), Basis.SOURCED)));
        return new PlacementHistory(draft.iso3(), history.placements(), waivers, history.unknown());
    }

    private List<Draft.Act> actions(Mapping top) {
        var value = top.entries().get("actions");
        if (value == null) {
            return List.of();
        }
        var actions = new ArrayList<Draft.Act>();
        var ids = new TreeSet<String>();
        for (var item : value.sequence().items()) {
            var parts = item.mapping();
            parts.known("id", "supports", "kind", "date", "status", "stale", "sources", "what");
            var id = parts.required("id").word();
            if (!id.matches("[A-Za-z0-9_-]{1,40}") || !ids.add(id)) {
                throw parts.place().bad("the id '%s'".formatted(id), "an id of letters and digits, each once");
            }
            var supports = parts.required("supports").word();
            if (book.criterion(supports).isEmpty()) {
                throw parts.required("supports").place().bad("there is no question " + supports, "a question's key");
            }
            var stale = parts.entries().get("stale");
            var what = parts.entries().get("what");
            var action = new ConcreteAction(
                    id,
                    supports,
                    choice(parts, "kind", ConcreteAction.KINDS),
                    date(parts.required("date")),
                    choice(parts, "status", ConcreteAction.STATUSES),
                    stale != null
                            && choice(parts, "stale", List.of("yes", "no", "true", "false"))
                                    .matches("yes|true"),
                    words(parts, "sources"));
            actions.add(new Draft.Act(action, what == null ? "" : what.word()));
        }
        return List.copyOf(actions);
    }

    private static String choice(Mapping parts, String key, List<String> words) {
        var value = parts.required(key);
        if (!words.contains(value.word())) {
            throw value.place().bad("'%s'".formatted(value.word()), "one of " + String.join(", ", words));
        }
        return value.word();
    }

    private static LocalDate date(Located value) {
        try {
            return LocalDate.parse(value.word());
        } catch (java.time.format.DateTimeParseException _) {
            throw value.place().bad("'%s' is not a date".formatted(value.word()), "a date such as 2014-03-31");
        }
    }

    private static ReportYear year(Located value) {
        return reportYear(value, value.word());
    }

    private static ReportYear reportYear(Located value, String text) {
        if (!text.matches("20\\d\\d") || text.equals("2000")) {
            throw value.place().bad("'%s' is not a report year".formatted(text), "2001 or later");
        }
        return ReportYear.of(Integer.parseInt(text));
    }

    private static Mapping optionalMapping(Mapping top, String key) {
        var value = top.entries().get(key);
        return value == null || value instanceof Scalar(var _, var text) && text.isEmpty()
                ? new Mapping(top.place(), new TreeMap<>())
                : value.mapping();
    }

    private static List<String> words(Mapping mapping, String key) {
        var value = mapping.entries().get(key);
        return value == null
                ? List.of()
                : value.sequence().items().stream().map(Located::word).toList();
    }
}
