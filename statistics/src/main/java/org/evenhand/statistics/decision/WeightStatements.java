package org.evenhand.statistics.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads statements about weights into a [WeightSpace], or says why they leave none.
public final class WeightStatements {
    /// A difference of weights below this is none: ten times the tolerance of the linear programs.
    private static final double STRICT = 1e-9;

    private final List<String> criteria;
    private final List<Statement> statements;

    private WeightStatements(List<String> criteria, List<Statement> statements) {
        this.criteria = criteria;
        this.statements = statements;
    }

    /// The weights over `criteria` that agree with all of `statements`; at least one statement is expected
    /// (for none, [WeightSpace#all(List)]).
    public static StatedWeights read(List<String> criteria, List<Statement> statements) {
        return new WeightStatements(List.copyOf(criteria), List.copyOf(statements)).read();
    }

    private StatedWeights read() {
        if (statements.isEmpty()) {
            return new Refusal(Refusal.Kind.EMPTY, "no preference is stated", List.of());
        }
        for (Statement statement : statements) {
            Optional<Refusal> fault = faultOf(statement);
            if (fault.isPresent()) {
                return fault.get();
            }
        }
        Optional<Refusal> bounds = boundsThatCannotSumToOne();
        if (bounds.isPresent()) {
            return bounds.get();
        }
        var order = new PreferenceOrder(criteria.size());
        statements.forEach(statement -> addTo(order, statement));
        Optional<List<Integer>> cycle = order.cycle();
        if (cycle.isPresent()) {
            String path = cycle.get().stream().map(criteria::get).collect(Collectors.joining(" > "));
            return new Refusal(
                    Refusal.Kind.CYCLE, "the preferences go round in a circle: " + path, alongCircle(cycle.get()));
        }
        List<HalfSpace> all = halfSpaces(statements);
        if (impossible(statements)) {
            return contradiction();
        }
        Optional<int[][][]> chains = order.asChains();
        List<HalfSpace> beside = chains.isEmpty()
                ? all
                : halfSpaces(statements.stream().filter(s -> !isPureOrder(s)).toList());
        return new WeightSpace(criteria, statements, all, chains, beside);
    }

    private Optional<Refusal> faultOf(Statement statement) {
        var seen = new HashSet<String>();
        if (statement.criteria().isEmpty()) {
            return refuse(Refusal.Kind.EMPTY, "a statement names no criterion", statement);
        }
        for (String name : statement.criteria()) {
            if (!criteria.contains(name)) {
                return refuse(
                        Refusal.Kind.UNKNOWN_CRITERION,
                        "'%s' (in '%s') is not a criterion; the criteria are %s"
                                .formatted(name, statement.words(), String.join(", ", criteria)),
                        statement);
            }
            if (!seen.add(name)) {
                return refuse(
                        Refusal.Kind.NAMED_TWICE,
                        "'%s' stands twice in '%s'".formatted(name, statement.words()),
                        statement);
            }
        }
        if (statement instanceof Statement.Bounds(String criterion, double low, double high)
                && !(low >= 0 && high <= 1 && low <= high)) {
            return refuse(
                    Refusal.Kind.IMPOSSIBLE_BOUND,
                    "the weight of %s cannot lie between %s and %s; weights lie between 0 and 1"
                            .formatted(criterion, low, high),
                    statement);
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(Refusal.Kind kind, String message, Statement statement) {
        return Optional.of(new Refusal(kind, message, List.of(statement.words())));
    }

    private Optional<Refusal> boundsThatCannotSumToOne() {
        double[] low = new double[criteria.size()];
        double[] high = new double[criteria.size()];
        Arrays.fill(high, 1);
        List<String> lower = new ArrayList<>();
        List<String> upper = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.Bounds(String criterion, double l, double h)) {
                int k = criteria.indexOf(criterion);
                low[k] = Math.max(low[k], l);
                high[k] = Math.min(high[k], h);
                if (l > 0) {
                    lower.add(statement.words());
                }
                if (h < 1) {
                    upper.add(statement.words());
                }
            }
        }
        double least = Arrays.stream(low).sum();
        double most = Arrays.stream(high).sum();
        if (least > 1 + 1e-12) {
            return Optional.of(new Refusal(
                    Refusal.Kind.CANNOT_SUM_TO_ONE,
                    String.format(Locale.ROOT, "the lower bounds add to %.4g, but weights add to 1", least),
                    lower));
        }
        if (most < 1 - 1e-12) {
            return Optional.of(new Refusal(
                    Refusal.Kind.CANNOT_SUM_TO_ONE,
                    String.format(Locale.ROOT, "the upper bounds add to %.4g, but weights add to 1", most),
                    upper));
        }
        return Optional.empty();
    }

    /// Adds what `statement` says about the order.
    private void addTo(PreferenceOrder order, Statement statement) {
        switch (statement) {
            case Statement.Ranking(List<List<String>> groups) -> {
                for (int g = 0; g + 1 < groups.size(); g++) {
                    for (String more : groups.get(g)) {
                        for (String less : groups.get(g + 1)) {
                            order.add(criteria.indexOf(more), criteria.indexOf(less));
                        }
                    }
                }
            }
            case Statement.MoreImportant m -> order.add(criteria.indexOf(m.more()), criteria.indexOf(m.less()));
            case Statement.EquallyImportant _, Statement.Bounds _, Statement.Linear _, Statement.Ratio _ -> {}
        }
    }

    /// The first statement for each step of the circle.
    private List<String> alongCircle(List<Integer> circle) {
        var found = new LinkedHashSet<String>();
        for (int step = 0; step + 1 < circle.size(); step++) {
            int more = circle.get(step);
            int less = circle.get(step + 1);
            statements.stream()
                    .filter(statement -> {
                        var alone = new PreferenceOrder(criteria.size());
                        addTo(alone, statement);
                        return alone.says(more, less);
                    })
                    .findFirst()
                    .ifPresent(statement -> found.add(statement.words()));
        }
        return List.copyOf(found);
    }

    private static boolean isPureOrder(Statement statement) {
        return statement instanceof Statement.Ranking
                || (statement instanceof Statement.MoreImportant m && m.times() == 1);
    }

    /// Whether no weights meet `some`, with every "weighs more" met strictly.
    private boolean impossible(List<Statement> some) {
        List<HalfSpace> rows = halfSpaces(some);
        if (!WeightProgram.feasible(criteria.size(), rows)) {
            return true;
        }
        List<HalfSpace> strict =
                halfSpaces(some.stream().filter(WeightStatements::isPureOrder).toList());
        return strict.stream()
                .anyMatch(order -> WeightProgram.minimise(order.normal, rows).orElseThrow().value > -STRICT);
    }

    private Refusal contradiction() {
        // Deletion filter: drop every statement that the contradiction can do without.
        List<Statement> core = new ArrayList<>(statements);
        for (Statement candidate : statements) {
            List<Statement> without = new ArrayList<>(core);
            without.remove(candidate);
            if (impossible(without)) {
                core = without;
            }
        }
        List<String> words = core.stream().map(Statement::words).toList();
        return new Refusal(
                Refusal.Kind.CONTRADICTION,
                words.size() == 1
                        ? "no weights meet '%s'".formatted(words.getFirst())
                        : "no weights meet all of these at once: " + String.join("; ", words),
                words);
    }

    private List<HalfSpace> halfSpaces(List<Statement> of) {
        List<HalfSpace> rows = new ArrayList<>();
        for (Statement statement : of) {
            switch (statement) {
                case Statement.Ranking(List<List<String>> groups) -> {
                    for (int g = 0; g + 1 < groups.size(); g++) {
                        for (String more : groups.get(g)) {
                            for (String less : groups.get(g + 1)) {
                                rows.add(difference(less, more, 1, false));
                            }
                        }
                    }
                }
                case Statement.MoreImportant(String more, String less, double times) ->
                    rows.add(difference(less, more, times, false));
                case Statement.EquallyImportant(String first, String second) ->
                    rows.add(difference(first, second, 1, true));
                case Statement.Bounds(String criterion, double low, double high) -> {
                    if (low > 0) {
                        rows.add(new HalfSpace(unit(criterion, -1), -low, false));
                    }
                    if (high < 1) {
                        rows.add(new HalfSpace(unit(criterion, 1), high, false));
                    }
                }
                case Statement.Linear linear -> rows.add(halfSpace(linear));
                case Statement.Ratio(String first, Statement.Relation relation, double times, String second) ->
                    rows.add(halfSpace(new Statement.Linear(Map.of(first, 1.0, second, -times), relation, 0)));
            }
        }
        return rows;
    }

    private HalfSpace halfSpace(Statement.Linear linear) {
        int sign = linear.relation() == Statement.Relation.AT_LEAST ? -1 : 1;
        double[] normal = new double[criteria.size()];
        linear.coefficients().forEach((name, c) -> normal[criteria.indexOf(name)] = sign * c);
        return new HalfSpace(normal, sign * linear.right(), linear.relation() == Statement.Relation.EQUAL);
    }

    /// `times × less − more ≤ 0`.
    private HalfSpace difference(String less, String more, double times, boolean equality) {
        double[] normal = unit(less, times);
        normal[criteria.indexOf(more)] = -1;
        return new HalfSpace(normal, 0, equality);
    }

    private double[] unit(String criterion, double value) {
        double[] normal = new double[criteria.size()];
        normal[criteria.indexOf(criterion)] = value;
        return normal;
    }
}
