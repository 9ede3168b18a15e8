package org.evenhand.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenhand.core.BadRequest;
import org.evenhand.document.Document;
import org.evenhand.sanctions.WeighDocument;
import org.evenhand.statistics.decision.Smaa2;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.weighing.Preferences;
import org.evenhand.weighing.Problem;
import org.evenhand.weighing.ProblemDocument;
import org.evenhand.weighing.ProblemFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "weigh",
        mixinStandardHelpOptions = true,
        description = {
            "Which values make which option the best (SMAA-2): full restrictions, partial waiver, full waiver,"
                    + " engagement without restrictions. No weights are built in; a criterion without data stays open.",
            "With --problem FILE any other problem: options and criteria of your own, measured exactly, by a"
                    + " distribution, or only by rank.",
            "Criteria of the record: leverage, vulnerable, security, narcotics, democracy, trade, migration."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand sanctions weigh VEN 2014",
            "  evenhand sanctions weigh --problem problem.yaml --draws 1000000 --seed 7",
            "  evenhand sanctions weigh LAC 2014 --prefer \"leverage > security\" --prefer \"trade at most 0.2\""
        })
final class SanctionsWeighCommand implements Callable<Integer> {
    private static final Smaa2 DEFAULT = Smaa2.withDefaults();

    private final Session session;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "COUNTRY",
            description = "A country, or a region: LAC, WHA, …")
    @Nullable
    private String place;

    @Parameters(index = "1", arity = "0..1", paramLabel = "YEAR", description = "The report year.")
    @Nullable
    private String year;

    @Option(
            names = "--problem",
            paramLabel = "FILE",
            description =
                    "A problem of your own instead: options, criteria, measurements, preferences; docs/sanctions.md"
                            + " says how it is written.")
    @Nullable
    private Path problem;

    @Option(
            names = "--prefer",
            paramLabel = "STATEMENT",
            description =
                    "Something about the weights: 'leverage > trade, narcotics', 'trade >= 2 narcotics', 'trade <= 3"
                            + " narcotics', 'trade = security', 'trade between 0.1 and 0.4', 'trade at least 0.1', 'trade"
                            + " at most 0.4', 'trade exactly 0.2'. May be repeated.")
    private List<String> prefer = new ArrayList<>();

    @Option(names = "--preferences", paramLabel = "FILE", description = "The same, one statement a line.")
    @Nullable
    private Path preferences;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Monte Carlo draws, 100 to 100 million; 100,000 where nothing is said.")
    private long draws = DEFAULT.draws();

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "Seed of the draws; the same seed gives the same bytes.")
    private long seed = DEFAULT.seed();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads; all cores where nothing is said. Same answer.")
    @Nullable
    private Integer threads;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    SanctionsWeighCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!prefer.isEmpty() && preferences != null) {
            throw new BadRequest("Both --prefer and --preferences are given.", "Give one of them.");
        }
        if (draws < 100 || draws > 100_000_000) {
            throw new BadRequest("--draws: %d is out of range.".formatted(draws), "Give 100 to 100000000.");
        }
        if (threads != null && (threads < 1 || threads > 1024)) {
            throw new BadRequest("--threads: found %d, expected 1 to 1024.".formatted(threads), "Give at least 1.");
        }
        output.print(session, problem == null ? recorded() : own(problem));
        return 0;
    }

    /// The weighing for a country or region of the record.
    private Document recorded() {
        if (place == null || year == null) {
            throw new BadRequest(
                    "What is to be weighed?",
                    "Name a country and a report year, as in `evenhand sanctions weigh VEN 2014`, or a problem of your"
                            + " own with --problem FILE.");
        }
        var catalogue = session.catalogue();
        int report = ScopeOptions.number(year, "YEAR");
        var chosen = catalogue.countries().region(place);
        return WeighDocument.of(
                catalogue,
                chosen,
                report,
                stated(),
                new Smaa2(draws, seed),
                executor(),
                OutputOptions.provenance(catalogue, command("%s %d".formatted(chosen.key(), report))));
    }

    /// The weighing of a problem of the user's own.
    private Document own(Path file) {
        if (place != null) {
            throw new BadRequest(
                    "Both a country and --problem are given.", "Leave out the country and the year, or --problem.");
        }
        Problem read = ProblemFile.read(
                String.valueOf(file.getFileName()),
                UserFile.read(
                        file, "--problem", "Name the file of a problem; docs/sanctions.md says how it is written."));
        var other = stated();
        if (!other.isEmpty()) {
            if (!read.preferences().isEmpty()) {
                throw new BadRequest(
                        "Preferences stand in the problem and on the command line.", "Keep one of the two.");
            }
            read = read.with(other);
        }
        return ProblemDocument.of(
                read,
                new Smaa2(draws, seed),
                executor(),
                command("--problem " + UserFile.shown(file)),
                Evenhand.VERSION);
    }

    private Executor executor() {
        return threads == null ? Executor.allCores() : Executor.threads(threads);
    }

    private Preferences stated() {
        if (preferences != null) {
            return Preferences.written(
                    preferences.toString(),
                    UserFile.read(preferences, "--preferences", "Name a file with one statement a line."));
        }
        return prefer.isEmpty() ? Preferences.none() : Preferences.stated(prefer);
    }

    private String command(String what) {
        var words = new StringBuilder("evenhand sanctions weigh " + what);
        prefer.forEach(p -> words.append(" --prefer \"").append(p).append('"'));
        if (preferences != null) {
            words.append(" --preferences ").append(UserFile.shown(preferences));
        }
        if (draws != DEFAULT.draws()) {
            words.append(" --draws ").append(draws);
        }
        if (seed != DEFAULT.seed()) {
            words.append(" --seed ").append(seed);
        }
        return words.toString();
    }
}
