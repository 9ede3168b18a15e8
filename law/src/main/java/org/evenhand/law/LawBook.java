package org.evenhand.law;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.core.BadRequest;

/// The law as dated data: rules with their versions, acts, parameters, criteria and milestones.
/// Immutable; loaded once.
///
/// Every check of [LawReader] has passed: on any report year exactly one version of a rule applies, or
/// none where the rule says so.
public final class LawBook {
    /// The last report year for which versions are checked; the law in force is taken to go on.
    public static final int HORIZON = 2100;

    private final Map<String, Rule> rules;
    private final List<Act> acts;
    private final Map<String, List<Parameter>> parameters;
    private final Map<String, Criterion> criteria;
    private final List<Milestone> milestones;
    private final Map<String, FactKey> factKeys;
    private final List<Measure> measures;
    private final Map<String, List<String>> restsOn;
    private final List<DeadlineText> deadlines;

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
        this.rules = new LinkedHashMap<>(rules);
        this.acts = List.copyOf(acts);
        this.parameters = Map.copyOf(parameters);
        this.criteria = new LinkedHashMap<>(criteria);
        this.milestones = List.copyOf(milestones);
        this.factKeys = new LinkedHashMap<>(factKeys);
        this.measures = List.copyOf(measures);
        this.restsOn = Map.copyOf(restsOn);
        this.deadlines = List.copyOf(deadlines);
    }

    /// The law as shipped.
    public static LawBook load() {
        return LawReader.shipped();
    }

    /// All rules, in the order of the specification.
    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /// The rule with this id, written as in the tables; upper and lower case are the same.
    public Rule rule(String id) {
        var rule = rules.get(id);
        if (rule == null) {
            rule = rules.values().stream()
                    .filter(r -> r.id().equalsIgnoreCase(id.strip()))
                    .findFirst()
                    .orElseThrow(() -> new BadRequest(
                            "there is no rule '%s'".formatted(id), "Choose one of `evenhand law rules`."));
        }
        return rule;
    }

    /// Whether the rule is in force for this report year.
    public boolean inForce(String id, int year) {
        return rule(id).inForce(year).isPresent();
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
        for (var span : spans(name)) {
            if (span.covers(year)) {
                return Optional.of(span.value());
            }
        }
        return Optional.empty();
    }

    /// A parameter that must exist and be a whole number.
    public int number(String name, int year) {
        return Integer.parseInt(required(name, year));
    }

    /// A parameter that must exist and be `yes` or `no`.
    public boolean flag(String name, int year) {
        return required(name, year).equals("yes");
    }

    private String required(String name, int year) {
        return parameter(name, year)
                .orElseThrow(() -> new IllegalArgumentException("%s has no value in %d".formatted(name, year)));
    }

    private List<Parameter> spans(String name) {
        var spans = parameters.get(name);
        if (spans == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return spans;
    }
}
