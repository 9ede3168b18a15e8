package org.evenhand.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import org.evenhand.harness.CommandLineRun;
import org.evenhand.print.Screen;
import org.evenhand.web.Questions;

/// The commands as questions, on the shipped tables, for tests of other packages.
public final class CommandQuestionsForTests {
    private CommandQuestionsForTests() {}

    public static Questions shipped() {
        return at(CommandLineRun.Place.shipped());
    }

    /// The commands as questions on other tables.
    public static Questions at(CommandLineRun.Place place) {
        var nothing = new PrintStream(OutputStream.nullOutputStream());
        return new CommandQuestions(
                new Session(nothing, nothing, Screen.PLAIN, place.home(), place.prepared(), place.userHome()));
    }
}
