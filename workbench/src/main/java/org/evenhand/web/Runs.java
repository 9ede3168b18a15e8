package org.evenhand.web;

import java.util.List;
import java.util.Optional;
import org.evenhand.print.Answer;

/// Runs that take longer than a page may: universes, whole or in part.
public interface Runs {
    /// What a universe declares.
    ///
    /// @param universe one that comes with the program
    Declared declared(String universe);

    /// How many specifications a part of a universe has.
    ///
    /// @param chosen options that are kept, each as `choice=option`
    /// @throws org.evenhand.core.BadRequest if one is not declared, or if all combinations are ruled out
    int specifications(String universe, List<String> chosen);

    /// Runs a command from where it was stopped, or from its beginning.
    ///
    /// @param words the command with its options, as a shell would hand them over
    /// @return first what the command prints, then the table of its specifications; empty where `steering`
    /// stopped it, and then what is finished is kept for the next time
    /// @throws org.evenhand.core.EvenhandException as the command would say it
    Optional<List<Answer>> run(List<String> words, Steering steering);

    /// A universe as far as a form knows it.
    ///
    /// @param checksum SHA-256 of its file, hexadecimal
    /// @param specifications how many it declares
    record Declared(
            String name, String title, String question, String checksum, int specifications, List<Choice> choices) {
        public Declared {
            choices = List.copyOf(choices);
        }
    }

    /// A choice, its options in the order of the declaration, and the reason for them.
    record Choice(String key, List<String> options, String why) {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /// Follows a run, and stops it.
    interface Steering {
        /// @param finished specifications that are finished, those of earlier times included
        void progress(int finished, int total);

        /// Asked between specifications; once true, no further one begins.
        boolean stopped();
    }
}
