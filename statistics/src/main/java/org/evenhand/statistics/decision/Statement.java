package org.evenhand.statistics.decision;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Something somebody said about the weights. Each form prints itself, so that a refusal can quote it.
public sealed interface Statement {
    /// The statement in words.
    String words();

    /// The criteria it names, in the order named.
    List<String> criteria();

    /// Groups from most to least important; inside a group nothing is said. Criteria left out are not ranked.
    record Ranking(List<List<String>> groups) implements Statement {
        public Ranking {
            groups = groups.stream().map(List::copyOf).toList();
        }

        /// A ranking without ties.
        public static Ranking of(String... names) {
            return new Ranking(List.of(names).stream().map(List::of).toList());
        }

        @Override
        public List<String> criteria() {
            return groups.stream().flatMap(List::stream).toList();
        }

        @Override
        public String words() {
            return groups.stream().map(g -> String.join(", ", g)).collect(Collectors.joining(" > ", "ranking ", ""));
        }
    }

    /// `more` weighs more than `less`; with `times` above 1, at least that many times as much.
    record MoreImportant(String more, String less, double times) implements Statement {
        public MoreImportant {
            if (!(times >= 1) || !Double.isFinite(times)) {
                throw new IllegalArgumentException("'times' must be at least 1, not " + times);
            }
        }

        public MoreImportant(String more, String less) {
            this(more, less, 1);
        }

        @Override
        public List<String> criteria() {
            return List.of(more, less);
        }

        @Override
        public String words() {
            return times == 1 ? more + " > " + less : "%s >= %s %s".formatted(more, number(times), less);
        }
    }

    /// The weight of `first` is at least, at most or exactly `times` that of `second`.
    record Ratio(String first, Relation relation, double times, String second) implements Statement {
        public Ratio {
            if (!(times > 0) || !Double.isFinite(times)) {
                throw new IllegalArgumentException("'times' must be above 0, not " + times);
            }
        }

        @Override
        public List<String> criteria() {
            return List.of(first, second);
        }

        @Override
        public String words() {
            return "%s %s %s %s".formatted(first, relation.sign(), number(times), second);
        }
    }

    /// Both weigh the same.
    record EquallyImportant(String first, String second) implements Statement {
        @Override
        public List<String> criteria() {
            return List.of(first, second);
        }

        @Override
        public String words() {
            return first + " = " + second;
        }
    }

    /// The weight lies between `low` and `high`, both included.
    record Bounds(String criterion, double low, double high) implements Statement {
        @Override
        public List<String> criteria() {
            return List.of(criterion);
        }

        @Override
        public String words() {
            return "%s between %s and %s".formatted(criterion, number(low), number(high));
        }
    }

    /// `sum of coefficient × weight` is at least, at most or equal to `right`.
    record Linear(Map<String, Double> coefficients, Relation relation, double right) implements Statement {
        public Linear {
            coefficients = Map.copyOf(coefficients);
            if (coefficients.isEmpty() || !Double.isFinite(right)) {
                throw new IllegalArgumentException("a linear statement needs coefficients and a finite right side");
            }
            for (double c : coefficients.values()) {
                if (!Double.isFinite(c)) {
                    throw new IllegalArgumentException("a coefficient of %s is not possible".formatted(c));
                }
            }
        }

        @Override
        public List<String> criteria() {
            return List.copyOf(new TreeMap<>(coefficients).keySet());
        }

        @Override
        public String words() {
            return new TreeMap<>(coefficients)
                            .entrySet().stream()
                                    .map(e -> "%s %s".formatted(number(e.getValue()), e.getKey()))
                                    .collect(Collectors.joining(" + "))
                    + " " + relation.sign() + " " + number(right);
        }
    }

    /// How the two sides of a [Linear] statement, or of a [Ratio], compare.
    enum Relation {
        AT_LEAST(">="),
        AT_MOST("<="),
        EQUAL("=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    private static String number(double x) {
        return x == Math.rint(x) && Math.abs(x) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) x)
                : String.format(Locale.ROOT, "%s", x);
    }
}
