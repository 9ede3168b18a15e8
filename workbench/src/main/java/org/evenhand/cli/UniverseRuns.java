package org.evenhand.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;
import org.evenhand.influence.OwnChoices;
import org.evenhand.influence.Universe;
import org.evenhand.influence.UniverseReader;
import org.evenhand.print.Answer;
import org.evenhand.web.Runs;

/// Runs of universes for the web: the command itself, steered.
final class UniverseRuns implements Runs {
    /// Checkpoints of runs that were stopped; the one that was touched longest ago goes first. Each is a pair
    /// of files.
    private static final int MOST_FILES = 40;

    private final Session session;
    private final CommandQuestions commands;
    private final Map<String, Declared> known = new ConcurrentHashMap<>();

    UniverseRuns(Session session, CommandQuestions commands) {
        this.session = session;
        this.commands = commands;
    }

    @Override
    public Declared declared(String universe) {
        return known.computeIfAbsent(universe, UniverseRuns::read);
    }

    /// By name only: any other name would be a path on the server.
    private static Universe shipped(String name) {
        if (!UniverseReader.SHIPPED.contains(name)) {
            throw new BadRequest(
                    "There is no universe of that name.",
                    "Use one of " + String.join(", ", UniverseReader.SHIPPED) + ".");
        }
        return UniverseReader.find(name);
    }

    private static Declared read(String universe) {
        var declared = shipped(universe);
        var choices = new ArrayList<Choice>();
        declared.choices().forEach((d, c) -> choices.add(new Choice(d.key(), c.options(), c.why())));
        return new Declared(
                declared.name(),
                declared.title(),
                declared.question(),
                declared.checksum(),
                declared.points().size(),
                choices);
    }

    @Override
    public int specifications(String universe, List<String> chosen) {
        var declared = shipped(universe);
        return OwnChoices.of(declared, chosen).within(declared).points().size();
    }

    @Override
    public Optional<List<Answer>> run(List<String> words, Steering steering) {
        var folder = session.userHome().resolve("checkpoints").resolve("served");
        try {
            Files.createDirectories(folder);
            trim(folder);
        } catch (IOException _) {
            // Where the folder is, is nobody's business on the other side of a network.
            throw new BadData(
                    "What is finished of a run cannot be kept: the user's own data folder cannot be written.",
                    "Start the server with EVENHAND_DATA naming a folder that may be written.");
        }
        try {
            return Optional.of(
                    commands.answers(words, _ -> {}, given -> given.steeredBy(new Session.Steered(steering, folder))));
        } catch (Stopped _) {
            return Optional.empty();
        }
    }

    private static void trim(Path folder) throws IOException {
        try (var listed = Files.list(folder)) {
            // One that another run has just removed counts as the oldest.
            var files = listed.sorted(Comparator.comparingLong(f -> f.toFile().lastModified()))
                    .toList();
            for (var old : files.subList(0, Math.max(0, files.size() - MOST_FILES))) {
                Files.deleteIfExists(old);
            }
        }
    }

    /// The end of a command that was steered to stop.
    @SuppressWarnings("serial")
    static final class Stopped extends RuntimeException {}
}
