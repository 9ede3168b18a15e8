package org.evenhand.harness;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.evenhand.cli.Main;
import org.evenhand.cli.Session;
import org.evenhand.print.Screen;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// What one command did.
///
/// @param code exit code
/// @param out standard output
/// @param err standard error
public record CommandLineRun(int code, String out, String err) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /// Where a command runs.
    ///
    /// @param home the installation, with `data/` in it
    /// @param prepared its prepared catalogue
    /// @param userHome the user's own data folder
    public record Place(Path home, Path prepared, Path userHome) {
        /// The shipped tables, and a user without tables of their own.
        public static Place shipped() {
            return new Place(
                    ShippedCatalogue.home(),
                    ShippedCatalogue.prepared(),
                    ShippedCatalogue.prepared().resolveSibling("nobody"));
        }

        /// Runs a command here.
        public CommandLineRun run(String... args) {
            return run(Screen.PLAIN, args);
        }

        /// Runs a command here on a terminal like `screen`.
        public CommandLineRun run(Screen screen, String... args) {
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            int code = Main.run(
                    new Session(
                            new PrintStream(out, false, StandardCharsets.UTF_8),
                            new PrintStream(err, true, StandardCharsets.UTF_8),
                            screen,
                            home,
                            prepared,
                            userHome),
                    args);
            return new CommandLineRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    /// Runs a command, written as on a command line without quotes, on the shipped tables.
    public static CommandLineRun of(String command) {
        return Place.shipped().run(command.split(" "));
    }

    /// The lines of standard error.
    public List<String> errorLines() {
        return err.lines().toList();
    }

    /// Standard output read as JSON.
    ///
    /// @throws AssertionError if the command failed
    public JsonNode json() {
        if (code != 0) {
            throw new AssertionError("exit code " + code + ": " + err);
        }
        return JSON.readTree(out);
    }
}
