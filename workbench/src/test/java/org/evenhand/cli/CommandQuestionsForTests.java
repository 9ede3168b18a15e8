package org.evenhand.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import org.evenhand.harness.ShippedCatalogue;
import org.evenhand.print.Screen;
import org.evenhand.web.Questions;

/// The commands as questions, on the shipped tables, for tests of other packages.
public final class CommandQuestionsForTests {
    private CommandQuestionsForTests() {}

    public static Questions shipped() {
        var nothing = new PrintStream(OutputStream.nullOutputStream());
        return new CommandQuestions(new Session(
                nothing,
                nothing,
                Screen.PLAIN,
                ShippedCatalogue.home(),
                ShippedCatalogue.prepared(),
                ShippedCatalogue.prepared().resolveSibling("nobody")));
    }
}
