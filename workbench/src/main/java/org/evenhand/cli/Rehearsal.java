package org.evenhand.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.evenhand.print.Screen;
import org.evenhand.web.WebServer;

/// Runs the common commands once and throws their answers away, so that the JDK can record which classes a start needs
/// (`-XX:AOTCacheOutput`). Called by the launcher when it builds; nothing depends on it.
public final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] args) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        var process = Session.ofProcess(System.getenv());
        for (var command : List.of(
                "tiers --year 2014",
                "tiers --year 2014 --format json",
                "determinations --region LAC",
                "interests --region LAC --year 2013",
                "tiers --help",
                "divergence CUB",
                "why CUB 2014 2015",
                "like MEX 2014",
                "moves --year 2015",
                "never",
                "account",
                "account --format json",
                "account --format html")) {
            var session =
                    new Session(nowhere, nowhere, Screen.PLAIN, process.home(), process.prepared(), process.userHome());
            Main.run(session, command.split(" "));
        }
        WebServer.rehearse(new CommandQuestions(process));
    }
}
