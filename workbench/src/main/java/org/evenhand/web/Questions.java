package org.evenhand.web;

import java.util.List;
import java.util.function.Consumer;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.print.Answer;

/// What can be asked: the commands, by their words.
public interface Questions {
    /// Answers a command.
    ///
    /// @param words the command with its options, as a shell would hand them over
    /// @param progress receives how far it is, in words
    /// @throws org.evenhand.core.EvenhandException as the command would say it
    Answer ask(List<String> words, Consumer<String> progress);

    /// What takes longer than a page may.
    Runs runs();

    /// The tables that answers rest on.
    Catalogue catalogue();

    /// Name and version of the program.
    String program();
}
