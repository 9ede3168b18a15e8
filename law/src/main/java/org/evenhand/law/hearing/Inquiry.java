package org.evenhand.law.hearing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
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
import org.jspecify.annotations.Nullable;

/// What one rule may ask while it decides. Every step is noted when it is taken; the notes are the
/// trace, which is put into words only when it is read.
public final class Inquiry {
    private final Hearing hearing;
    private final Rule rule;
    private final Optional<Version> version;
    private Step[] steps = new Step[8];
    private int taken;
    private boolean incomplete;
    private @Nullable Ruling ruling;
    private @Nullable Trace trace;

    Inquiry(Hearing hearing, Rule rule, Optional<Version> version) {
        this.hearing = hearing;
        this.rule = rule;
        this.version = version;
    }

    private void note(Step step) {
        if (taken == steps.length) {
            steps = Arrays.copyOf(steps, 2 * taken);
        }
        steps[taken] = step;
        taken++;
    }

    /// The report year of the case.
    public ReportYear year() {
        return hearing.matter().year();
    }

    /// A fact by its key; noted as used, or as missing.
    public Optional<Answer> ask(String key) {
        var fact = look(key);
        if (fact.isEmpty()) {
            lacks(key);
        }
        return fact;
    }

    /// A fact that may be there; noted as used, but not as missing.
    public Optional<Answer> look(String key) {
        var fact = hearing.matter().facts().get(key);
        if (fact == null) {
            return Optional.empty();
        }
        note(new Step.Used(fact));
        return Optional.of(fact.answer());
    }

    /// All facts whose key starts so; noted as used.
    public SortedMap<String, Answer> lookUnder(String prefix) {
        var found = new TreeMap<String, Answer>();
        hearing.matter().factsUnder(prefix).values().forEach(f -> {
            note(new Step.Used(f));
            found.put(f.key(), f.answer());
        });
        return found;
    }

    /// Where an earlier report (or this one) left the jurisdiction; noted as used, or as missing.
    public Optional<Standing> placement(ReportYear year) {
        note(new Step.Looked(year));
        var standing = hearing.matter().history().standing(year);
        incomplete |= standing.isEmpty();
        return standing;
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
        note(new Step.Used(new Fact("waiver " + year, Answer.word("yes"), waiver.sources(), waiver.basis())));
        return true;
    }

    public boolean inForce(String other) {
        return hearing.inForce(other);
    }

    /// The ruling of another rule, which must be in force; this one then rests on it.
    public Ruling on(String other) {
        return restOn(other).decided();
    }

    /// A number that another rule, on which this one then rests, worked out; there must be one by that
    /// name.
    public int numberOf(String other, String name) {
        return valueOf(other, name).map(Integer.class::cast).orElseThrow();
    }

    /// Something that another rule, on which this one then rests, worked out.
    public Optional<Object> valueOf(String other, String name) {
        return restOn(other).workedOut(name);
    }

    private Inquiry restOn(String other) {
        var inquiry = hearing.inquiry(other);
        note(new Step.RestedOn(inquiry));
        return inquiry;
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
        note(new Step.Took(reading));
        return reading;
    }

    /// Notes a numeric reading.
    public int took(String option, int value) {
        note(new Step.TookNumber(option, value));
        return value;
    }

    /// Notes a number, date or word that the rule worked out.
    public void value(String name, Object value) {
        note(new Step.WorkedOut(name, value));
    }

    /// Notes a fact as missing.
    public void lacks(String key) {
        note(new Step.Missed(key));
        incomplete = true;
    }

    /// Whether anything asked for was missing so far.
    public boolean incomplete() {
        return incomplete;
    }

    /// Unknown, for want of everything that was asked for and not found.
    public Ruling unknown() {
        return new Ruling.Unknown(missing());
    }

    private SortedSet<String> missing() {
        var missing = new TreeSet<String>();
        for (var step : path()) {
            switch (step) {
                case Step.Missed(var key) -> missing.add(key);
                case Step.Looked(var year) -> {
                    if (hearing.matter().history().standing(year).isEmpty()) {
                        missing.add(PlacementHistory.key(year));
                    }
                }
                case Step.Used _, Step.Took _, Step.TookNumber _, Step.WorkedOut _, Step.RestedOn _ -> {}
            }
        }
        return missing;
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

    void decide(RuleFunction function) {
        ruling = function.decide(this);
    }

    /// The ruling; there is one once the rule has decided.
    Ruling decided() {
        var made = ruling;
        if (made == null) {
            throw new IllegalStateException("rule %s rests on itself".formatted(rule.id()));
        }
        return made;
    }

    /// What was worked out last under this name.
    Optional<Object> workedOut(String name) {
        decided();
        for (int i = taken - 1; i >= 0; i--) {
            if (steps[i] instanceof Step.WorkedOut(var noted, var value) && noted.equals(name)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private List<Step> path() {
        return Arrays.asList(steps).subList(0, taken);
    }

    /// The steps taken, put into words. Nothing is asked or decided again.
    Trace trace() {
        var done = trace;
        if (done != null) {
            return done;
        }
        var used = new TreeMap<String, Fact>();
        var options = new LinkedHashSet<String>();
        var values = new TreeMap<String, String>();
        var children = new LinkedHashMap<String, Trace>();
        for (var step : path()) {
            switch (step) {
                case Step.Used(var fact) -> used.put(fact.key(), fact);
                case Step.Looked(var year) ->
                    hearing.matter().history().fact(year).ifPresent(f -> used.put(f.key(), f));
                case Step.Took(var reading) -> options.add(reading.option() + "=" + reading.word());
                case Step.TookNumber(var option, var value) -> options.add(option + "=" + value);
                case Step.WorkedOut(var name, var value) -> values.put(name, value.toString());
                case Step.RestedOn(var other) -> children.computeIfAbsent(other.rule.id(), _ -> other.trace());
                case Step.Missed _ -> {}
            }
        }
        var made = new Trace(
                rule,
                version,
                decided(),
                List.copyOf(used.values()),
                List.copyOf(options),
                Collections.unmodifiableSortedMap(values),
                List.copyOf(children.values()));
        trace = made;
        return made;
    }
}
