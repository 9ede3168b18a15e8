package org.evenhand.law.hearing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.law.Answer;
import org.evenhand.law.Fact;
import org.evenhand.law.Interpretations;
import org.evenhand.law.Interpretations.Reading;
import org.evenhand.law.Question;
import org.evenhand.law.Rule;
import org.evenhand.law.Ruling;
import org.evenhand.law.Trace;
import org.evenhand.law.Version;
import org.evenhand.law.history.PlacementHistory;

/// What one rule may ask while it decides. Everything asked is written down and becomes the trace.
public final class Inquiry {
    private final Hearing hearing;
    private final Map<String, Fact> used = new LinkedHashMap<>();
    private final TreeSet<String> missing = new TreeSet<>();
    private final LinkedHashSet<String> options = new LinkedHashSet<>();
    private final SortedMap<String, String> values = new TreeMap<>();
    private final List<Trace> children = new ArrayList<>();

    Inquiry(Hearing hearing) {
        this.hearing = hearing;
    }

    /// The report year of the case.
    public ReportYear year() {
        return hearing.matter().year();
    }

    /// A fact by its key; noted as used, or as missing.
    public Optional<Answer> ask(String key) {
        var fact = look(key);
        if (fact.isEmpty()) {
            missing.add(key);
        }
        return fact;
    }

    /// A fact that may be there; noted as used, but not as missing.
    public Optional<Answer> look(String key) {
        var fact = hearing.matter().fact(key);
        fact.ifPresent(this::use);
        return fact.map(Fact::answer);
    }

    /// All facts whose key starts so; noted as used.
    public SortedMap<String, Answer> lookUnder(String prefix) {
        var found = new TreeMap<String, Answer>();
        hearing.matter().factsUnder(prefix).values().forEach(f -> {
            use(f);
            found.put(f.key(), f.answer());
        });
        return found;
    }

    /// Where an earlier report (or this one) left the jurisdiction; noted as used, or as missing.
    public Optional<Standing> placement(ReportYear year) {
        var fact = hearing.matter().history().fact(year);
        fact.ifPresentOrElse(this::use, () -> missing.add(PlacementHistory.key(year)));
        return hearing.matter().history().standing(year);
    }

    /// Whether a placement of this year is recorded at all; not noted.
    public boolean isRecorded(ReportYear year) {
        return hearing.matter().history().placements().containsKey(year);
    }

    /// Whether a waiver of the limit is recorded for this year; noted as used if so.
    public boolean waiverRecorded(ReportYear year) {
        var waiver = hearing.matter().history().waivers().get(year);
        if (waiver == null) {
            return false;
        }
        use(new Fact("waiver " + year, Answer.word("yes"), waiver.sources(), waiver.basis()));
        return true;
    }

    private void use(Fact fact) {
        used.put(fact.key(), fact);
    }

    public boolean inForce(String rule) {
        return hearing.inForce(rule);
    }

    /// The ruling of another rule, which must be in force; this one then rests on it.
    public Ruling on(String rule) {
        return trace(rule).ruling();
    }

    /// The ruling of another rule with what it worked out.
    public Trace trace(String rule) {
        var trace = hearing.on(rule);
        for (var child : children) {
            if (child == trace) {
                return trace;
            }
        }
        children.add(trace);
        return trace;
    }

    /// A numeric parameter in the report year.
    public int number(String parameter) {
        return hearing.book().number(parameter, year().value());
    }

    /// A yes-or-no parameter in the report year.
    public boolean flag(String parameter) {
        return hearing.book().flag(parameter, year().value());
    }

    /// A parameter in the report year; empty where it has no value.
    public Optional<String> parameter(String name) {
        return hearing.book().parameter(name, year().value());
    }

    /// The newest act that governs the report, by title.
    public String newestAct() {
        return hearing.book().acts().stream()
                .filter(a -> a.firstReport() <= year().value() && a.inForce().isPresent())
                .max(java.util.Comparator.comparing(a -> a.inForce().orElse(java.time.LocalDate.MIN)))
                .map(a -> a.title())
                .orElse("none");
    }

    /// The readings taken. Say which one was used by [#took].
    public Interpretations readings() {
        return hearing.matter().readings();
    }

    /// Notes that the rule took this reading, and returns it.
    public <R extends Reading> R took(R reading) {
        options.add(reading.option() + "=" + reading.word());
        return reading;
    }

    /// Notes a numeric reading.
    public int took(String option, int value) {
        options.add(option + "=" + value);
        return value;
    }

    /// Notes a number, date or word that the rule worked out.
    public void value(String name, Object value) {
        values.put(name, value.toString());
    }

    /// Notes a fact as missing.
    public void lacks(String key) {
        missing.add(key);
    }

    /// Whether anything asked for was missing so far.
    public boolean incomplete() {
        return !missing.isEmpty();
    }

    /// Unknown, for want of everything that was asked for and not found.
    public Ruling unknown() {
        return new Ruling.Unknown(missing);
    }

    /// The criterion with this key must be answered by an assessor.
    public Ruling judgement(String... criteria) {
        var questions = new ArrayList<Question>();
        for (var key : criteria) {
            questions.add(hearing.book()
                    .criterion(key)
                    .orElseThrow(() -> new IllegalArgumentException("no criterion " + key))
                    .question());
        }
        return new Ruling.JudgementNeeded(questions);
    }

    Trace trace(Rule rule, Optional<Version> version, Ruling ruling) {
        return new Trace(
                rule,
                version,
                ruling,
                used.values().stream().sorted().toList(),
                List.copyOf(options),
                values,
                children);
    }
}
