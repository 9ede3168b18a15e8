package org.evenhand.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.BadRequest;
import org.evenhand.intake.UserTables;
import org.evenhand.print.Answer;
import org.evenhand.print.Screen;
import org.evenhand.web.Runs;
import org.jspecify.annotations.Nullable;

/// What a command may touch: the two streams, the screen, the installation's folders and the user's own. The
/// only class that looks at the machine.
public final class Session {
    private final PrintStream out;
    private final PrintStream err;
    private final Screen screen;
    private final Path home;
    private final Path prepared;
    private final Path userHome;
    private final @Nullable Consumer<Answer> taker;
    private final @Nullable Steered steered;
    private @Nullable Catalogue catalogue;

    /// @param out where answers go
    /// @param err where progress, warnings and errors go
    /// @param screen what the terminal can show
    /// @param home the installation, with `data/` in it
    /// @param prepared the prepared catalogue
    /// @param userHome the user's own data folder
    public Session(PrintStream out, PrintStream err, Screen screen, Path home, Path prepared, Path userHome) {
        this(out, err, screen, home, prepared, userHome, null, null);
    }

    private Session(
            PrintStream out,
            PrintStream err,
            Screen screen,
            Path home,
            Path prepared,
            Path userHome,
            @Nullable Consumer<Answer> taker,
            @Nullable Steered steered) {
        this.out = out;
        this.err = err;
        this.screen = screen;
        this.home = home;
        this.prepared = prepared;
        this.userHome = userHome;
        this.taker = taker;
        this.steered = steered;
    }

    /// What follows and stops a long run.
    ///
    /// @param by who does
    /// @param checkpoints where the run keeps what is finished
    record Steered(Runs.Steering by, Path checkpoints) {}

    /// The same session for a run that is followed, and may be stopped.
    Session steeredBy(Steered steering) {
        var other = new Session(out, err, screen, home, prepared, userHome, taker, steering);
        other.catalogue = catalogue();
        return other;
    }

    /// Who follows and stops the run of this session; empty for one from a terminal.
    Optional<Steered> steered() {
        return Optional.ofNullable(steered);
    }

    /// A session on the same catalogue whose answers are handed over instead of printed.
    ///
    /// @param said where a command says what is no answer
    /// @param progress where it says how far it is
    Session handing(PrintStream said, PrintStream progress, Consumer<Answer> to) {
        var other = new Session(said, progress, Screen.PLAIN, home, prepared, userHome, to, null);
        other.catalogue = catalogue();
        return other;
    }

    /// Whether answers are handed over instead of printed.
    boolean takes() {
        return taker != null;
    }

    /// Hands an answer over.
    void take(Answer answer) {
        if (taker != null) {
            taker.accept(answer);
        }
    }

    /// The session of this process.
    static Session ofProcess(Map<String, String> environment) {
        String home = System.getProperty("evenhand.home");
        if (home == null) {
            throw new BadRequest("The program does not know where it is installed.", "Start it with ./evenhand.");
        }
        var root = Path.of(home);
        String own = environment.get("EVENHAND_DATA");
        String xdg = environment.get("XDG_DATA_HOME");
        Path userHome = own != null && !own.isBlank()
                ? Path.of(own)
                : xdg != null && !xdg.isBlank()
                        ? Path.of(xdg, "evenhand")
                        : Path.of(System.getProperty("user.home", "."), ".local", "share", "evenhand");
        return new Session(
                new PrintStream(
                        new java.io.FileOutputStream(java.io.FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8),
                screen(environment),
                root,
                Path.of(System.getProperty("evenhand.catalogue", home + "/target/evenhand/catalogue")),
                userHome);
    }

    private static Screen screen(Map<String, String> environment) {
        boolean terminal = "1".equals(environment.get("EVENHAND_TERMINAL"));
        boolean colour = terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"));
        return new Screen(width(environment.get("COLUMNS"), terminal), colour, true, false);
    }

    private static int width(@Nullable String columns, boolean terminal) {
        try {
            return columns == null || columns.isBlank() || !terminal
                    ? Screen.PLAIN.width()
                    : Math.min(Integer.parseInt(columns.strip()), 160);
        } catch (NumberFormatException e) {
            return Screen.PLAIN.width();
        }
    }

    public PrintStream out() {
        return out;
    }

    public PrintStream err() {
        return err;
    }

    public Screen screen() {
        return screen;
    }

    /// The shipped data packages.
    public Path data() {
        return home.resolve("data");
    }

    public Path home() {
        return home;
    }

    public Path userHome() {
        return userHome;
    }

    /// The prepared catalogue of the shipped tables alone.
    public Path prepared() {
        return prepared;
    }

    /// Where the DuckDB file stands: beside the catalogue that it is made from.
    public Path database() {
        return userTables().present() ? userTables().prepared() : prepared;
    }

    public UserTables userTables() {
        return new UserTables(userHome);
    }

    /// The catalogue: the shipped tables, with the user's own where there are any.
    public synchronized Catalogue catalogue() {
        var open = catalogue;
        if (open == null) {
            open = Catalogue.open(prepared);
            var own = userTables();
            if (own.present()) {
                own.refresh(data(), open.version().checksum());
                open = Catalogue.open(own.prepared());
            }
            catalogue = open;
        }
        return open;
    }
}
