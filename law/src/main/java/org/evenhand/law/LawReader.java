package org.evenhand.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.core.BadData;
import org.evenhand.core.Citation;

/// Reads the law's tables into a [LawBook] and refuses them if they contradict each other.
final class LawReader {
    static final List<String> FILES = List.of(
            "rules.csv",
            "acts.csv",
            "versions.csv",
            "parameters.csv",
            "criteria.csv",
            "milestones.csv",
            "facts.csv",
            "measures.csv",
            "rests_on.csv",
            "deadlines.csv");

    private final Map<String, String> texts;

    private LawReader(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
    }

    /// Read once: the tables are packaged with the program, and the book is immutable.
    static LawBook shipped() {
        return Shipped.BOOK;
    }

    private static final class Shipped {
        private static final LawBook BOOK = read(shippedTexts());
    }

    static Map<String, String> shippedTexts() {
        var texts = new TreeMap<String, String>();
        FILES.forEach(file -> texts.put(file, resource(file)));
        return texts;
    }

    static String resource(String file) {
        try (var in = LawReader.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the law's table %s is not packaged".formatted(file));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reads tables given as text by file name.
    static LawBook read(Map<String, String> texts) {
        return new LawReader(texts).book();
    }

    private LawBook book() {
        var acts = acts();
        var amendments = amendments(acts);
        var rules = rules(amendments);
        for (var id : amendments.keySet()) {
            if (!rules.containsKey(id)) {
                throw unknownRule("versions.csv", id);
            }
        }
        var milestones = milestones(rules);
        var parameters = parameters(rules, milestones);
        return new LawBook(
                rules,
                List.copyOf(acts.values()),
                parameters,
                criteria(rules),
                milestones,
                factKeys(rules),
                measures(rules),
                restsOn(rules),
                deadlines(rules));
    }

    private List<CsvTable.Row> rows(String file, String header) {
        var text = texts.get(file);
        if (text == null) {
            throw new BadData("the table %s is missing".formatted(file), "Add it.");
        }
        return CsvTable.read(file, text, header);
    }

    private Map<String, Act> acts() {
        var acts = new LinkedHashMap<String, Act>();
        for (var row : rows("acts.csv", "key,title,public_law,in_force,first_report,unverified")) {
            var date = row.get("in_force");
            var act = new Act(
                    row.required("key"),
                    row.required("title"),
                    row.get("public_law"),
                    date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date)),
                    row.integer("first_report"),
                    row.yes("unverified"));
            if (acts.put(act.key(), act) != null) {
                throw row.bad("key", act.key(), "each act once");
            }
        }
        return acts;
    }

    private Map<String, List<Amendment>> amendments(Map<String, Act> acts) {
        var all = new LinkedHashMap<String, List<Amendment>>();
        for (var row : rows("versions.csv", "rule,version,from,to,act,section,change,unverified")) {
            var act = acts.get(row.required("act"));
            if (act == null) {
                throw row.bad("act", row.get("act"), "a key of acts.csv");
            }
            var amendment = new Amendment(
                    row.required("rule"),
                    row.integer("version"),
                    row.integer("from"),
                    optional(row, "to"),
                    act,
                    row.get("section"),
                    row.required("change"),
                    row.yes("unverified"));
            if (amendment.from() < act.firstReport()) {
                throw row.bad(
                        "from",
                        row.get("from"),
                        "%d or later, when %s began".formatted(act.firstReport(), act.title()));
            }
            all.computeIfAbsent(amendment.rule(), _ -> new ArrayList<>()).add(amendment);
        }
        return all;
    }

    private Map<String, Rule> rules(Map<String, List<Amendment>> amendments) {
        var rules = new LinkedHashMap<String, Rule>();
        var header =
                "id,title,kind,kind_note,citation,years,question,inputs,effect,ambiguity,interpretation,check,unverified";
        for (var row : rows("rules.csv", header)) {
            var id = row.required("id");
            var versions = Versions.compose(id, amendments.getOrDefault(id, List.of()));
            Versions.check(id, Versions.years(row), versions);
            var rule = new Rule(
                    id,
                    row.required("title"),
                    kind(row),
                    row.get("kind_note"),
                    new Citation(row.required("citation")),
                    row.required("question"),
                    row.get("inputs"),
                    row.required("effect"),
                    row.get("ambiguity"),
                    row.get("interpretation"),
                    row.required("check"),
                    row.yes("unverified"),
                    versions);
            if (rules.put(id, rule) != null) {
                throw row.bad("id", id, "each rule once");
            }
        }
        return rules;
    }

    private List<Milestone> milestones(Map<String, Rule> rules) {
        var all = new ArrayList<Milestone>();
        for (var row : rows("milestones.csv", "rule,year,what")) {
            all.add(new Milestone(known(row, rules), row.integer("year"), row.required("what")));
        }
        return all;
    }

    private Map<String, List<Parameter>> parameters(Map<String, Rule> rules, List<Milestone> milestones) {
        var all = new TreeMap<String, List<Parameter>>();
        for (var row : rows("parameters.csv", "name,rule,from,to,value,what")) {
            var rule = known(row, rules);
            var span = new Parameter(
                    row.required("name"),
                    rule,
                    row.integer("from"),
                    optional(row, "to"),
                    row.required("value"),
                    row.required("what"));
            boolean boundary = Optional.ofNullable(rules.get(rule)).stream()
                            .flatMap(r -> r.versions().stream())
                            .anyMatch(v -> v.from() == span.from())
                    || milestones.stream().anyMatch(m -> m.rule().equals(rule) && m.year() == span.from());
            if (!boundary) {
                throw row.bad(
                        "from",
                        row.get("from"),
                        "a year in which a version of %s starts, or a milestone".formatted(rule));
            }
            all.computeIfAbsent(span.name(), _ -> new ArrayList<>()).add(span);
        }
        all.values().forEach(LawReader::checkOneAtATime);
        return all;
    }

    private static void checkOneAtATime(List<Parameter> spans) {
        for (int i = 0; i < spans.size(); i++) {
            for (int j = i + 1; j < spans.size(); j++) {
                var one = spans.get(i);
                var two = spans.get(j);
                if (one.covers(two.from()) || two.covers(one.from())) {
                    throw new BadData(
                            "parameters.csv: %s has two values, '%s' from %d and '%s' from %d, in the same report year"
                                    .formatted(one.name(), one.value(), one.from(), two.value(), two.from()),
                            "Correct the years of one of them.");
                }
            }
        }
    }

    private Map<String, Criterion> criteria(Map<String, Rule> rules) {
        var all = new LinkedHashMap<String, Criterion>();
        var header = "key,rule,citation,label,question,scale,mechanical,pillar,from,to";
        for (var row : rows("criteria.csv", header)) {
            var key = row.required("key");
            var criterion = new Criterion(
                    key,
                    known(row, rules),
                    new Citation(row.required("citation")),
                    row.required("label"),
                    new Question(key, row.required("question"), row.required("scale")),
                    row.yes("mechanical"),
                    row.required("pillar"),
                    row.integer("from"),
                    optional(row, "to"));
            if (all.put(key, criterion) != null) {
                throw row.bad("key", key, "each criterion once");
            }
        }
        return all;
    }

    private Map<String, FactKey> factKeys(Map<String, Rule> rules) {
        var all = new LinkedHashMap<String, FactKey>();
        for (var row : rows("facts.csv", "key,rule,scale,what")) {
            var key = new FactKey(row.required("key"), known(row, rules), row.required("scale"), row.required("what"));
            if (all.put(key.key(), key) != null) {
                throw row.bad("key", key.key(), "each fact once");
            }
        }
        return all;
    }

    private List<Measure> measures(Map<String, Rule> rules) {
        var all = new ArrayList<Measure>();
        var header = "id,rule,citation,restricts,excludes,decided_by,waivable,from,note,unverified";
        for (var row : rows("measures.csv", header)) {
            all.add(new Measure(
                    row.required("id"),
                    known(row, rules),
                    new Citation(row.required("citation")),
                    row.required("restricts"),
                    row.get("excludes"),
                    row.required("decided_by"),
                    row.yes("waivable"),
                    row.integer("from"),
                    row.get("note"),
                    row.yes("unverified")));
        }
        return all;
    }

    private Map<String, List<String>> restsOn(Map<String, Rule> rules) {
        var all = new TreeMap<String, List<String>>();
        for (var row : rows("rests_on.csv", "rule,rests_on")) {
            var support = row.required("rests_on");
            if (!rules.containsKey(support)) {
                throw unknownRule("rests_on.csv line %d".formatted(row.line()), support);
            }
            all.computeIfAbsent(known(row, rules), _ -> new ArrayList<>()).add(support);
        }
        return all;
    }

    private List<DeadlineText> deadlines(Map<String, Rule> rules) {
        var all = new ArrayList<DeadlineText>();
        for (var row : rows("deadlines.csv", "rule,what,duty,missed")) {
            var duties = List.of(row.required("duty").split(" "));
            for (var duty : duties) {
                if (!rules.containsKey(duty)) {
                    throw unknownRule("deadlines.csv line %d".formatted(row.line()), duty);
                }
            }
            all.add(new DeadlineText(known(row, rules), row.required("what"), duties, row.required("missed")));
        }
        return all;
    }

    private static String known(CsvTable.Row row, Map<String, Rule> rules) {
        var id = row.required("rule");
        if (!rules.containsKey(id)) {
            throw unknownRule("%s line %d".formatted(row.file(), row.line()), id);
        }
        return id;
    }

    private static BadData unknownRule(String where, String id) {
        return new BadData("%s: no rule %s in rules.csv".formatted(where, id), "Add the rule, or correct its id.");
    }

    private static Kind kind(CsvTable.Row row) {
        var word = row.get("kind");
        for (var kind : Kind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw row.bad("kind", word, "one of " + new TreeSet<>(List.of("judgement", "mechanical", "mixed")));
    }

    private static OptionalInt optional(CsvTable.Row row, String column) {
        return row.get(column).isEmpty() ? OptionalInt.empty() : OptionalInt.of(row.integer(column));
    }
}
