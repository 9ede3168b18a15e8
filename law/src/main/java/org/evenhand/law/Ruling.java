package org.evenhand.law;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What one rule says about one jurisdiction in one report year. Not knowing is a form of its own, and
/// so is the point at which the law stops deciding and a person must.
public sealed interface Ruling {
    /// The condition of the rule is fulfilled; for a duty: it is kept.
    record Met(String because) implements Ruling {}

    /// The condition is not fulfilled; for a duty: it is broken or late, or (so says the reason) did
    /// not arise.
    record NotMet(String because) implements Ruling {}

    /// It cannot be said without these facts.
    record Unknown(SortedSet<String> missing) implements Ruling {
        public Unknown {
            missing = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(missing));
            if (missing.isEmpty()) {
                throw new IllegalArgumentException("an unknown ruling must say what is missing");
            }
        }
    }

    /// The law leaves it to an assessor, who has not answered yet.
    record JudgementNeeded(List<Question> questions) implements Ruling {
        public JudgementNeeded {
            questions = List.copyOf(new TreeSet<>(questions));
            if (questions.isEmpty()) {
                throw new IllegalArgumentException("a judgement needs a question");
            }
        }
    }

    default boolean met() {
        return this instanceof Met;
    }

    default boolean notMet() {
        return this instanceof NotMet;
    }

    /// Whether the rule decides, one way or the other.
    default boolean decided() {
        return met() || notMet();
    }

    /// `met`, `not met`, `unknown` or `judgement needed`.
    default String word() {
        return switch (this) {
            case Met _ -> "met";
            case NotMet _ -> "not met";
            case Unknown _ -> "unknown";
            case JudgementNeeded _ -> "judgement needed";
        };
    }

    /// The reason in a few words: what decided it, what is missing, or what is asked.
    default String reason() {
        return switch (this) {
            case Met(var because) -> because;
            case NotMet(var because) -> because;
            case Unknown(var missing) -> "missing: " + String.join(", ", missing);
            case JudgementNeeded(var questions) ->
                String.join(
                        " ",
                        questions.stream()
                                .map(q -> "%s (%s: %s)".formatted(q.text(), q.key(), q.scale()))
                                .toList());
        };
    }
}
