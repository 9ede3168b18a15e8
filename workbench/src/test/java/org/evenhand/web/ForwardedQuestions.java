package org.evenhand.web;

import java.util.List;
import java.util.function.Consumer;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.print.Answer;

/// Questions that are answered as others are, but for what a test changes.
interface ForwardedQuestions extends Questions {
    /// The others.
    Questions questions();

    @Override
    default Answer ask(List<String> words, Consumer<String> progress) {
        return questions().ask(words, progress);
    }

    @Override
    default Catalogue catalogue() {
        return questions().catalogue();
    }

    @Override
    default Runs runs() {
        return questions().runs();
    }

    @Override
    default String program() {
        return questions().program();
    }
}
