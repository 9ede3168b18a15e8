package org.evenhand.weighing;

import java.util.List;
import org.evenhand.core.Basis;
import org.evenhand.core.Source;
import org.evenhand.statistics.decision.DecisionProblem;

/// A problem of a user's own, as its file states it.
///
/// @param file the file's name
/// @param title what is to be decided
/// @param source where the measurements come from, in the user's words; empty where nothing is said
/// @param decision options, criteria on their scales, measurements
/// @param details what else is said of each criterion, in the order of the criteria
/// @param preferences what is stated about the weights
/// @param checksum SHA-256 of the file, hexadecimal
public record Problem(
        String file,
        String title,
        String source,
        DecisionProblem decision,
        List<Detail> details,
        Preferences preferences,
        String checksum) {
    /// Key of the source that the numbers name.
    static final String KEY = "problem_file";

    public Problem {
        details = List.copyOf(details);
    }

    /// What is said of a criterion beside its scale.
    ///
    /// @param label in words
    /// @param unit of its measurements; empty where nothing is said
    /// @param scale where the scale comes from
    /// @param given how each option's measurement is given, in the order of the options
    record Detail(String label, String unit, ScaleFrom scale, List<String> given) {
        Detail {
            given = List.copyOf(given);
        }
    }

    /// Where a criterion's scale comes from.
    enum ScaleFrom {
        STATED("stated"),
        HULL("hull of the measurements"),
        UTILITY("utility as given"),
        ORDER("order: best 1, worst 0");

        private final String words;

        ScaleFrom(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// The same with other preferences.
    public Problem with(Preferences other) {
        return new Problem(file, title, source, decision, details, other, checksum);
    }

    /// How the file is cited.
    Source cited() {
        return new Source(
                KEY,
                source.isEmpty() ? "problem file " + file : source,
                "the user",
                "",
                file,
                "the user's own file",
                "unstated",
                Basis.SOURCED);
    }
}
