package org.evenhand.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenhand.core.BadRequest;
import org.evenhand.sanctions.Preferences;
import org.evenhand.sanctions.WeighDocument;
import org.evenhand.statistics.decision.Smaa2;
import org.evenhand.statistics.tasks.Executor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "weigh",
        mixinStandardHelpOptions = true,
        description = {
            "Which values make which option the best (SMAA-2): full restrictions, partial waiver, full waiver, engagement without"
                    + " restrictions. No weights are built in; a criterion without data stays open.",
            "Criteria: leverage, vulnerable, security, narcotics, democracy, trade, migration."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand sanctions weigh VEN 2014",
            "  evenhand sanctions weigh LAC 2014 --prefer \"leverage > security\" --prefer \"trade at most 0.2\""
        })
final class SanctionsWeighCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "COUNTRY", description = "A country, or a region: LAC, WHA, …")
    @SuppressWarnings("NullAway.Init")
    private String place;

    @Parameters(index = "1", paramLabel = "YEAR", description = "The report year.")
    @SuppressWarnings("NullAway.Init")
    private String year;

    @Option(
            names = "--prefer",
            paramLabel = "STATEMENT",
            description =
                    "Something about the weights: 'leverage > trade, narcotics', 'trade >= 2 narcotics', 'trade = security',"
                            + " 'trade between 0.1 and 0.4', 'trade at least 0.1', 'trade at most 0.4'. May be repeated.")
    private List<String> prefer = new ArrayList<>();

    @Option(names = "--preferences", paramLabel = "FILE", description = "The same, one statement a line.")
    @Nullable
    private Path preferences;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Monte Carlo draws, 100 to 100 million; 100,000 where nothing is said.")
    private long draws = 100_000;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "Seed of the draws; the same seed gives the same bytes.")
    private long seed = 20010101L;

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
        var catalogue = session.catalogue();
        int report = ScopeOptions.number(year, "YEAR");
        var chosen = catalogue.countries().region(place);
        var stated = preferences == null
                ? prefer.isEmpty() ? Preferences.none() : Preferences.stated(prefer)
                : Preferences.written(
                        preferences.toString(),
                        UserFile.read(preferences, "--preferences", "Name a file with one statement a line."));
        output.print(
                session,
                WeighDocument.of(
                        catalogue,
                        chosen,
                        report,
                        stated,
                        new Smaa2(draws, seed),
                        Executor.allCores(),
                        OutputOptions.provenance(catalogue, command(chosen.key(), report))));
        return 0;
    }

    private String command(String key, int report) {
        var words = new StringBuilder("evenhand sanctions weigh %s %d".formatted(key, report));
        prefer.forEach(p -> words.append(" --prefer \"").append(p).append('"'));
        if (preferences != null) {
            words.append(" --preferences ").append(preferences);
        }
        if (draws != 100_000) {
            words.append(" --draws ").append(draws);
        }
        if (seed != 20010101L) {
            words.append(" --seed ").append(seed);
        }
        return words.toString();
    }
}
