package org.evenhand.assessment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.core.ReportYear;
import org.evenhand.core.Standing;
import org.evenhand.law.assessment.ConcreteAction;
import org.evenhand.law.assessment.Finding.Confidence;

/// An assessment as its file states it, and nothing more: no placement that the catalogue has, nothing that is assumed,
/// and notes also where no answer was chosen yet. [AssessmentFile] reads it, [AssessmentWriter] writes it.
///
/// @param iso3 code of the country
/// @param year the report
/// @param placements earlier placements that the file states
/// @param waivers reports for which the file states a waiver
/// @param answers what is said of each question, in order
/// @param facts what is said of each fact of the record, in order
/// @param actions concrete actions, in order
public record Draft(
        String iso3,
        ReportYear year,
        SortedMap<ReportYear, Standing> placements,
        SortedSet<ReportYear> waivers,
        Map<String, Said> answers,
        Map<String, Said> facts,
        List<Act> actions) {
    public Draft {
        placements = Collections.unmodifiableSortedMap(new TreeMap<>(placements));
        waivers = Collections.unmodifiableSortedSet(new TreeSet<>(waivers));
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        actions = List.copyOf(actions);
    }

    /// What is said of a question or a fact.
    ///
    /// @param answer as written; empty where it is unknown
    /// @param confidence how sure the assessor is
    /// @param sources keys or references; those that are blank are left out
    /// @param note a reason in words; may be empty
    public record Said(String answer, Confidence confidence, List<String> sources, String note) {
        public Said {
            answer = whole(answer).equals("unknown") ? "" : whole(answer);
            sources =
                    sources.stream().map(Draft::whole).filter(s -> !s.isEmpty()).toList();
            note = whole(note);
        }

        /// Whether there is an answer, on whatever scale.
        public boolean answered() {
            return !answer.isEmpty();
        }
    }

    /// A concrete action.
    ///
    /// @param action what a rule reads of it
    /// @param what what was done, in words; may be empty
    public record Act(ConcreteAction action, String what) {
        public Act {
            what = whole(what);
        }
    }

    /// Without blanks around it, and with the replacement character for half a surrogate pair, which is no character.
    private static String whole(String text) {
        return text.strip()
                .codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
