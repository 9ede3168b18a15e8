package org.evenhand.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;
import org.evenhand.core.EvenhandException;
import org.evenhand.core.NoAnswer;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The entry point: parse, call, print, and turn a failure into one message and an exit code.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // The PDF printer and the web server bring slf4j with them and no provider for it: what they would log, a reply
        // or an error of ours says already, and a warning about the missing provider is no business of the user's.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        int code;
        try {
            code = run(Session.ofProcess(System.getenv()), args);
        } catch (EvenhandException e) {
            report(System.err, e);
            code = exitCode(e);
        }
        System.exit(code);
    }

    /// Runs one command.
    ///
    /// @return 0 answered; 1 a bug; 2 wrong usage; 3 data missing or failing a check; 4 no defensible answer
    public static int run(Session session, String... args) {
        var line = Evenhand.commandLine(session, args);
        line.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(session.screen().colour() ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpWidth(Math.min(Math.max(session.screen().width(), 60), 110));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((e, _) -> wrongUsage(session, e));
        line.setExecutionExceptionHandler((e, _, _) -> {
            if (e instanceof EvenhandException known) {
                report(session.err(), known);
                return exitCode(known);
            }
            session.err().println("This is a bug in Evenhand; please report it with the lines below.");
            e.printStackTrace(session.err());
            return 1;
        });
        int code = line.execute(args);
        session.out().flush();
        return code;
    }

    private static int wrongUsage(Session session, ParameterException e) {
        var err = session.err();
        boolean unknown = e instanceof UnmatchedArgumentException u
                && !u.getUnmatched().isEmpty()
                && e.getCommandLine().getParent() == null;
        err.println(
                unknown
                        ? "evenhand: there is no command '%s'."
                                .formatted(((UnmatchedArgumentException) e)
                                        .getUnmatched()
                                        .getFirst())
                        : "evenhand: " + e.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(e, new PrintWriter(err, true, StandardCharsets.UTF_8))) {
            err.println(
                    "  Run `" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help` for what it takes.");
        }
        return 2;
    }

    private static void report(PrintStream err, EvenhandException e) {
        err.println("evenhand: " + e.what());
        err.println("  " + e.remedy());
    }

    private static int exitCode(EvenhandException e) {
        return switch (e) {
            case BadRequest _ -> 2;
            case BadData _ -> 3;
            case NoAnswer _ -> 4;
        };
    }
}
