package org.evenhand.law.rules;

import static org.evenhand.law.rules.Logic.is;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.law.Answer;
import org.evenhand.law.Ruling;
import org.evenhand.law.Ruling.Met;
import org.evenhand.law.Ruling.NotMet;
import org.evenhand.law.hearing.Inquiry;
import org.evenhand.law.hearing.RuleFunction;

/// The twelve indicia of serious and sustained efforts (SC), 22 U.S.C. 7106(b), and the factors of
/// significant efforts (SE), 22 U.S.C. 7107(b)(3). None of them decides alone, except that a policy or
/// pattern (SE-4) stands as proof.
final class Indicia {
    private Indicia() {}

    /// An indicium answered by degree, or by yes, partly and no: met from the declared degree on.
    static RuleFunction degree(String criterion) {
        return q -> graded(q, criterion);
    }

    static Ruling graded(Inquiry q, String criterion) {
        var answer = q.look(criterion);
        if (answer.isEmpty()) {
            return q.judgement(criterion);
        }
        int threshold = q.took("degree-threshold", q.readings().threshold());
        return degreeOf(answer.get()) >= threshold
                ? new Met("speaks for the government")
                : new NotMet("speaks against the government");
    }

    private static double degreeOf(Answer answer) {
        return switch (answer) {
            case Answer.Number(var value) -> value;
            case Answer.Word(var word) -> word.equals("yes") ? 4 : word.equals("partly") ? 2 : 0;
            case Answer.Day _ -> 0;
        };
    }

    /// SC-1 and SC-7: by degree, unless the want of figures raises the presumption against the
    /// government.
    static RuleFunction presumable(String criterion, String... presumptions) {
        return q -> {
            for (var presumption : presumptions) {
                if (q.inForce(presumption) && q.on(presumption).met()) {
                    return new NotMet("counts against the government by " + presumption);
                }
            }
            return graded(q, criterion);
        };
    }

    /// SC-1: with the flag for suspended sentences beside it.
    static Ruling lawEnforcement(Inquiry q) {
        if (q.inForce("PR-4")) {
            q.on("PR-4");
        }
        return presumable("SC-1", "PR-1").decide(q);
    }

    /// SC-5: no requests in the window is neutral.
    static Ruling extradition(Inquiry q) {
        return is(q.look("SC-5"), "no requests") ? new Met("neutral: no requests") : graded(q, "SC-5");
    }

    /// SC-8: the share is reported; only the assessor can call it insignificant.
    static Ruling foreignVictims(Inquiry q) {
        Logic.number(q.look("SC-8")).ifPresent(share -> q.value("foreign_victim_share", share));
        return Logic.judged(q, "SC-8v");
    }

    /// SC-11: appreciable progress is any step up from last year.
    static Ruling progress(Inquiry q) {
        var change = Logic.number(q.look("SC-11"));
        if (change.isEmpty()) {
            return q.judgement("SC-11");
        }
        return change.get() > 0 ? new Met("progress over last year") : new NotMet("no progress over last year");
    }

    /// SC-12: demand; until 2008 weighed inside indicium 3.
    static Ruling demand(Inquiry q) {
        return q.flag("SC-12.own_indicium") ? graded(q, "SC-12") : q.on("SC-3");
    }

    /// SE-1 and SE-3: weighed, for or against nobody.
    static RuleFunction context(String criterion) {
        return q -> {
            var degree = q.look(criterion);
            return degree.isEmpty()
                    ? q.judgement(criterion)
                    : new Met("recorded: " + degree.get().text());
        };
    }

    /// SE-2: met if the gap and the complicity stay below the declared degree.
    static Ruling gap(Inquiry q) {
        Optional<Double> degree = Logic.number(q.look("SE-2"));
        if (degree.isEmpty()) {
            return q.judgement("SE-2");
        }
        int threshold = q.took("degree-threshold", q.readings().threshold());
        return degree.get() < threshold
                ? new Met("gap and complicity below the declared degree")
                : new NotMet("gap and complicity at or above the declared degree");
    }

    /// SE-4: met if any of the five policies or patterns is found.
    static Ruling pattern(Inquiry q) {
        var five = new ArrayList<Ruling>();
        for (var key : List.of("SE-4i", "SE-4ii", "SE-4iii", "SE-4iv", "SE-4v")) {
            five.add(Logic.judged(q, key));
        }
        return Logic.any("none of the five is found", five);
    }
}
