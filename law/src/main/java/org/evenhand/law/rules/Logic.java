package org.evenhand.law.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenhand.law.Answer;
import org.evenhand.law.Question;
import org.evenhand.law.Ruling;
import org.evenhand.law.Ruling.JudgementNeeded;
import org.evenhand.law.Ruling.Met;
import org.evenhand.law.Ruling.NotMet;
import org.evenhand.law.Ruling.Unknown;
import org.evenhand.law.hearing.Inquiry;

/// How rulings and answers combine: not knowing spreads only where it matters.
final class Logic {
    private Logic() {}

    /// Met if all are; not met as soon as one is not, whatever the others; otherwise what is missing,
    /// or asked, by any.
    static Ruling all(String because, List<Ruling> rulings) {
        for (var ruling : rulings) {
            if (ruling instanceof NotMet n) {
                return n;
            }
        }
        return open(rulings).orElseGet(() -> new Met(because));
    }

    /// Met as soon as one is; not met if none is; otherwise what is missing, or asked, by any.
    static Ruling any(String because, List<Ruling> rulings) {
        for (var ruling : rulings) {
            if (ruling instanceof Met m) {
                return m;
            }
        }
        return open(rulings).orElseGet(() -> new NotMet(because));
    }

    /// What keeps these rulings from being decided; empty if all are. Missing facts come before
    /// questions.
    static Optional<Ruling> open(List<Ruling> rulings) {
        boolean decided = true;
        for (var ruling : rulings) {
            decided &= ruling.decided();
        }
        if (decided) {
            return Optional.empty();
        }
        var missing = new TreeSet<String>();
        var questions = new ArrayList<Question>();
        for (var ruling : rulings) {
            switch (ruling) {
                case Unknown(var m) -> missing.addAll(m);
                case JudgementNeeded(var q) -> questions.addAll(q);
                case Met _, NotMet _ -> {}
            }
        }
        if (!missing.isEmpty()) {
            questions.forEach(q -> missing.add(q.key()));
            return Optional.of(new Unknown(missing));
        }
        return Optional.of(new JudgementNeeded(questions));
    }

    /// A fact that says yes or no: met, not met, or unknown for want of it.
    static Ruling yes(Inquiry q, String key) {
        return q.ask(key).map(a -> says(a, key)).orElseGet(() -> missing(key));
    }

    /// A question to an assessor that may be answered yes or no.
    static Ruling judged(Inquiry q, String criterion) {
        return q.look(criterion).map(a -> says(a, criterion)).orElseGet(() -> q.judgement(criterion));
    }

    private static Ruling says(Answer answer, String key) {
        return is(answer, "yes") ? new Met(key + ": yes") : new NotMet(key + ": " + answer.text());
    }

    static Ruling missing(String key) {
        return new Unknown(new TreeSet<>(List.of(key)));
    }

    static boolean is(Answer answer, String word) {
        return answer.equals(Answer.word(word));
    }

    static boolean is(Optional<Answer> answer, String word) {
        return answer.isPresent() && is(answer.get(), word);
    }

    static Optional<LocalDate> day(Optional<Answer> answer) {
        return answer.flatMap(a -> a instanceof Answer.Day(var date) ? Optional.of(date) : Optional.empty());
    }

    static Optional<Double> number(Optional<Answer> answer) {
        return answer.flatMap(a -> a instanceof Answer.Number(var value) ? Optional.of(value) : Optional.empty());
    }

    /// A duty with a date: met if done by the deadline, not met if later.
    static Ruling doneBy(Inquiry q, String key, LocalDate deadline) {
        q.value("deadline", deadline);
        var done = day(q.ask(key));
        if (done.isEmpty()) {
            return missing(key);
        }
        long late = ChronoUnit.DAYS.between(deadline, done.get());
        if (late <= 0) {
            return new Met("in time");
        }
        q.value("days_late", late);
        return new NotMet("late by %d %s".formatted(late, late == 1 ? "day" : "days"));
    }
}
