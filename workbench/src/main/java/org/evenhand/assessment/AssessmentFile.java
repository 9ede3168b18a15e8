package org.evenhand.assessment;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.evenhand.assessment.Located.Mapping;
import org.evenhand.assessment.Located.Scalar;
import org.evenhand.assessment.Located.Sequence;
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

/// Reads an assessment file strictly: every key is known, every answer is on its scale, or the message
/// names key and line.
public final class AssessmentFile {
    /// Name and version of the form.
    public static final String FORMAT = "evenhand-assessment/1";

    private static final long LARGEST = 2_000_000;

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
        var top = mapping(Located.read(name, text.startsWith("\uFEFF") ? text.substring(1) : text));
        known(top, "format", "country", "report_year", "placements", "waivers", "answers", "facts", "actions");
        var format = word(required(top, "format"));
        if (!format.equals(FORMAT)) {
            throw required(top, "format").place().bad("'%s' is not a known form".formatted(format), FORMAT);
        }
        var year = year(required(top, "report_year"));
        var iso3 = country.apply(word(required(top, "country")));
        var findings = new TreeMap<String, Finding>();
        answers(top, year, findings);
        facts(top, findings);
        coverage(top, findings);
        return new Assessment(history(top, iso3, year), year, findings, actions(top));
    }

    private void answers(Mapping top, ReportYear year, TreeMap<String, Finding> findings) {
        var asked = new TreeSet<String>();
        book.criteria(year.value()).forEach(c -> asked.add(c.key()));
        optionalMapping(top, "answers").entries().forEach((key, value) -> {
            if (!asked.contains(key)) {
                throw value.place()
                        .bad(
                                book.criterion(key).isPresent()
                                        ? "%s is not asked for report %s".formatted(key, year)
                                        : "there is no question %s".formatted(key),
                                "one of " + String.join(", ", asked));
            }
            finding(key, value, findings);
        });
    }

    private void facts(Mapping top, TreeMap<String, Finding> findings) {
        var keys = new TreeSet<String>();
        book.factKeys().forEach(k -> keys.add(k.key()));
        optionalMapping(top, "facts").entries().forEach((key, value) -> {
            if (!keys.contains(key)) {
                throw value.place().bad("there is no fact %s".formatted(key), "one of " + String.join(", ", keys));
            }
            finding(key, value, findings);
        });
    }

    /// Who answers for the minimum standards takes it for granted that the country is covered and ranked. Where the
    /// file says nothing of either, not even that it is unknown, both are assumed and shown as assumed.
    private void coverage(Mapping top, TreeMap<String, Finding> findings) {
        var named = optionalMapping(top, "facts").entries();
        boolean standards = findings.keySet().stream().anyMatch(k -> k.matches("MS-[1-4]|TP-2"));
        if (!standards || findings.containsKey("merits")) {
            return;
        }
        Map.of("victim_flow_evidence", "yes", "special_case", "no").forEach((key, word) -> {
            if (!named.containsKey(key)) {
                findings.put(
                        key,
                        new Finding(
                                key, Answer.word(word), Confidence.NOT_STATED, List.of(), "assumed: not in the file"));
            }
        });
    }

    /// Either the bare answer, or a mapping with confidence, sources and note.
    private void finding(String key, Located value, TreeMap<String, Finding> findings) {
        var answer = value;
        var confidence = Confidence.NOT_STATED;
        List<String> sources = List.of();
        var note = "";
        if (value instanceof Mapping parts) {
            known(parts, "answer", "confidence", "sources", "note");
            answer = required(parts, "answer");
            var sure = parts.entries().get("confidence");
            confidence = sure == null ? confidence : confidence(sure);
            sources = words(parts, "sources");
            var said = parts.entries().get("note");
            note = said == null ? "" : word(said);
        }
        var text = word(answer);
        if (text.isEmpty() || text.equals("unknown")) {
            return;
        }
        var scale = book.scale(key).orElseThrow();
        var place = answer.place();
        var read = scale.read(text)
                .orElseThrow(() ->
                        place.bad("'%s' is not on the scale".formatted(text), scale.words(", ") + ", or unknown"));
        findings.put(key, new Finding(key, read, confidence, sources, note));
    }

    private static Confidence confidence(Located value) {
        for (var confidence : Confidence.values()) {
            if (confidence.name().toLowerCase(Locale.ROOT).equals(word(value))) {
                return confidence;
            }
        }
        throw value.place().bad("'%s' is not a confidence".formatted(word(value)), "high, medium, low or not_stated");
    }

    private PlacementHistory history(Mapping top, String iso3, ReportYear year) {
        var history = record.apply(iso3);
        for (var entry : optionalMapping(top, "placements").entries().entrySet()) {
            var value = entry.getValue();
            var at = reportYear(value, entry.getKey());
            if (at.compareTo(year) >= 0) {
                throw value.place().bad("a placement of %s".formatted(at), "reports before %s".formatted(year));
            }
            var standing = Standing.ofCode(word(value))
                    .orElseThrow(() -> value.place()
                            .bad("'%s' is not a standing".formatted(word(value)), "1, 2, 2WL, 3, SC or NR"));
            history = history.with(at, new Placement(standing, List.of("assessment"), Basis.SOURCED));
        }
        var waivers = top.entries().get("waivers");
        if (waivers == null) {
            return history;
        }
        var all = new TreeMap<>(history.waivers());
        for (var item : sequence(waivers).items()) {
            all.put(year(item), new RecordedWaiver(List.of("assessment"), Basis.SOURCED));
        }
        return new PlacementHistory(iso3, history.placements(), all, history.unknown());
    }

    private List<ConcreteAction> actions(Mapping top) {
        var value = top.entries().get("actions");
        if (value == null) {
            return List.of();
        }
        var actions = new ArrayList<ConcreteAction>();
        var ids = new TreeSet<String>();
        for (var item : sequence(value).items()) {
            var parts = mapping(item);
            known(parts, "id", "supports", "kind", "date", "status", "stale", "sources", "what");
            var id = word(required(parts, "id"));
            if (!id.matches("[A-Za-z0-9_-]{1,40}") || !ids.add(id)) {
                throw parts.place().bad("the id '%s'".formatted(id), "an id of letters and digits, each once");
            }
            var supports = word(required(parts, "supports"));
            if (book.criterion(supports).isEmpty()) {
                throw required(parts, "supports").place().bad("there is no question " + supports, "a question's key");
            }
            var stale = parts.entries().get("stale");
            actions.add(new ConcreteAction(
                    id,
                    supports,
                    choice(parts, "kind", ConcreteAction.KINDS),
                    date(required(parts, "date")),
                    choice(parts, "status", ConcreteAction.STATUSES),
                    stale != null
                            && choice(parts, "stale", List.of("yes", "no", "true", "false"))
                                    .matches("yes|true"),
                    words(parts, "sources")));
        }
        return List.copyOf(actions);
    }

    private static String choice(Mapping parts, String key, List<String> words) {
        var value = required(parts, key);
        if (!words.contains(word(value))) {
            throw value.place().bad("'%s'".formatted(word(value)), "one of " + String.join(", ", words));
        }
        return word(value);
    }

    private static LocalDate date(Located value) {
        try {
            return LocalDate.parse(word(value));
        } catch (java.time.format.DateTimeParseException _) {
            throw value.place().bad("'%s' is not a date".formatted(word(value)), "a date such as 2014-03-31");
        }
    }

    private static ReportYear year(Located value) {
        return reportYear(value, word(value));
    }

    private static ReportYear reportYear(Located value, String text) {
        if (!text.matches("20\\d\\d") || text.equals("2000")) {
            throw value.place().bad("'%s' is not a report year".formatted(text), "2001 or later");
        }
        return ReportYear.of(Integer.parseInt(text));
    }

    private static void known(Mapping mapping, String... keys) {
        var allowed = List.of(keys);
        mapping.entries().forEach((key, value) -> {
            if (!allowed.contains(key)) {
                throw value.place()
                        .bad("the key %s is not known here".formatted(key), "one of " + String.join(", ", keys));
            }
        });
    }

    private static Located required(Mapping mapping, String key) {
        var value = mapping.entries().get(key);
        if (value == null) {
            throw mapping.place().bad("the key %s is missing".formatted(key), "it");
        }
        return value;
    }

    private static Mapping optionalMapping(Mapping top, String key) {
        var value = top.entries().get(key);
        return value == null || value instanceof Scalar(var _, var text) && text.isEmpty()
                ? new Mapping(top.place(), new TreeMap<>())
                : mapping(value);
    }

    private static List<String> words(Mapping mapping, String key) {
        var value = mapping.entries().get(key);
        return value == null
                ? List.of()
                : sequence(value).items().stream().map(AssessmentFile::word).toList();
    }

    private static Mapping mapping(Located value) {
        if (value instanceof Mapping mapping) {
            return mapping;
        }
        throw value.place().bad("a single value or a list", "named values");
    }

    private static Sequence sequence(Located value) {
        if (value instanceof Sequence sequence) {
            return sequence;
        }
        throw value.place().bad("no list", "a list");
    }

    private static String word(Located value) {
        if (value instanceof Scalar(var _, var text)) {
            return text;
        }
        throw value.place().bad("several values", "a single one");
    }
}
