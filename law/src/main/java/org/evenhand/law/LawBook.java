package org.evenhand.law;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.evenhand.core.BadRequest;
import org.evenhand.core.ReportYear;

/// The law as dated data: rules with their versions, acts, parameters, criteria and milestones.
/// Immutable; loaded once.
///
/// Every check of [LawReader] has passed: on any report year exactly one version of a rule applies, or
/// none where the rule says so.
public final class LawBook {
    /// The last report year for which versions are checked; the law in force is taken to go on.
    public static final int HORIZON = 2100;

    private final List<Act> acts;
    private final Map<String, List<Parameter>> parameters;
    private final Map<String, Criterion> criteria;
    private final List<Milestone> milestones;
    private final Map<String, FactKey> factKeys;
    private final List<Measure> measures;
    private final Map<String, List<String>> restsOn;
    private final List<DeadlineText> deadlines;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Rule> inOrder;
    private final List<List<Optional<Version>>> versions;
    private final Map<String, ByYear> values = new HashMap<>();

    /// The values of a parameter from the first report year on.
    ///
    /// @param words as written
    /// @param numbers the same as numbers, where they are
    private record ByYear(List<Optional<String>> words, int[] numbers) {
        static final int NONE = Integer.MIN_VALUE;

        private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

        static ByYear of(List<Optional<String>> words) {
            return new ByYear(
                    words,
                    words.stream()
                            .mapToInt(w -> w.filter(v -> NUMBER.matcher(v).matches())
                                    .map(Integer::valueOf)
                                    .orElse(NONE))
                            .toArray());
        }
    }

    LawBook(
            Map<String, Rule> rules,
            List<Act> acts,
            Map<String, List<Parameter>> parameters,
            Map<String, Criterion> criteria,
            List<Milestone> milestones,
            Map<String, FactKey> factKeys,
            List<Measure> measures,
            Map<String, List<String>> restsOn,
            List<DeadlineText> deadlines) {
        this.acts = List.copyOf(acts);
        this.parameters = Map.copyOf(parameters);
        this.criteria = new LinkedHashMap<>(criteria);
        this.milestones = List.copyOf(milestones);
        this.factKeys = new LinkedHashMap<>(factKeys);
        this.measures = List.copyOf(measures);
        this.restsOn = Map.copyOf(restsOn);
        this.deadlines = List.copyOf(deadlines);
        this.inOrder = List.copyOf(rules.values());
        this.versions = inOrder.stream().map(rule -> byYear(rule::inForce)).toList();
        for (int i = 0; i < inOrder.size(); i++) {
            places.put(inOrder.get(i).id(), i);
        }
        parameters.forEach((name, spans) -> values.put(
                name,
                ByYear.of(byYear(year ->
                        spans.stream().filter(s -> s.covers(year)).findFirst().map(Parameter::value)))));
    }

    /// Laid out by report year once, since every ruling asks.
    private static <T> List<Optional<T>> byYear(IntFunction<Optional<T>> of) {
        return IntStream.rangeClosed(ReportYear.FIRST, HORIZON).mapToObj(of).toList();
    }

    /// The law as shipped.
    public static LawBook load() {
        return LawReader.shipped();
    }

    /// All rules, in the order of the specification.
    public List<Rule> rules() {
        return inOrder;
    }

    /// The place of a rule in the order of the specification, from 0 on; upper and lower case are the
    /// same.
    public int place(String id) {
        var place = places.get(id);
        return place != null
                ? place
                : places.entrySet().stream()
                        .filter(e -> e.getKey().equalsIgnoreCase(id.strip()))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElseThrow(() -> new BadRequest(
                                "there is no rule '%s'".formatted(id), "Choose one of `evenhand law rules`."));
    }

    /// The rule with this id, written as in the tables; upper and lower case are the same.
    public Rule rule(String id) {
        return inOrder.get(place(id));
    }

    /// Whether the rule is in force for this report year.
    public boolean inForce(String id, int year) {
        return version(id, year).isPresent();
    }

    /// The version of a rule that governs a report year; empty where it is not in force.
    public Optional<Version> version(String id, int year) {
        return versions.get(place(id)).get(year - ReportYear.FIRST);
    }

    public List<Act> acts() {
        return acts;
    }

    public List<Milestone> milestones() {
        return milestones;
    }

    /// Every span of every parameter.
    public List<Parameter> parameters() {
        return parameters.values().stream()
                .flatMap(Collection::stream)
                .sorted(java.util.Comparator.comparing(Parameter::name).thenComparing(Parameter::from))
                .toList();
    }

    /// The questions asked for this report year, in the order of the specification.
    public List<Criterion> criteria(int year) {
        return criteria.values().stream().filter(c -> c.askedIn(year)).toList();
    }

    /// The criterion with this key, whatever the year.
    public Optional<Criterion> criterion(String key) {
        return Optional.ofNullable(criteria.get(key));
    }

    public List<Criterion> criteria() {
        return List.copyOf(criteria.values());
    }

    /// Every fact of the record that a rule looks at, in the order of the rules.
    public List<FactKey> factKeys() {
        return List.copyOf(factKeys.values());
    }

    /// The scale of a criterion or of a fact of the record; empty where there is none by that key.
    public Optional<Scale> scale(String key) {
        var criterion = criteria.get(key);
        if (criterion != null) {
            return Optional.of(Scale.of(criterion.question().scale()));
        }
        var fact = factKeys.get(key);
        return fact == null ? Optional.empty() : Optional.of(Scale.of(fact.scale()));
    }

    public List<Measure> measures() {
        return measures;
    }

    /// The measures that a report of this year can lead to.
    public List<Measure> measures(int year) {
        return measures.stream().filter(m -> m.from() <= year).toList();
    }

    public List<DeadlineText> deadlines() {
        return deadlines;
    }

    /// The rules that a rule may rest on, by its own text or by a number that stands there.
    public List<String> restsOn(String rule) {
        return restsOn.getOrDefault(rule, List.of());
    }

    /// The value of a parameter for a report year; empty where it has none.
    public Optional<String> parameter(String name, int year) {
        return values(name).words().get(year - ReportYear.FIRST);
    }

    private ByYear values(String name) {
        var known = values.get(name);
        if (known == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return known;
    }

    /// A parameter that must exist and be a whole number.
    public int number(String name, int year) {
        int value = values(name).numbers()[year - ReportYear.FIRST];
        if (value == ByYear.NONE) {
            throw new IllegalArgumentException("%s has no value in %d".formatted(name, year));
        }
        return value;
    }

    /// A parameter that must exist and be `yes` or `no`.
    public boolean flag(String name, int year) {
        return required(name, year).equals("yes");
    }

    private String required(String name, int year) {
        return parameter(name, year)
                .orElseThrow(() -> new IllegalArgumentException("%s has no value in %d".formatted(name, year)));
    }
}
