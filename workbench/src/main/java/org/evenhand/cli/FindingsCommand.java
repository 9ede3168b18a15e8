package org.evenhand.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenhand.account.FindingsDocument;
import org.evenhand.core.BadRequest;
import org.evenhand.influence.RunRequest;
import org.evenhand.law.clock.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description = {
            "What the shipped data say about each claim, both ways, limits first: joint tests over declared specifications,"
                    + " what never happened in how many opportunities, how well evidence predicts, and what came before and after.",
            "What takes long was computed beforehand and is kept in tables; --remake computes it anew."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand findings",
            "  evenhand findings --region WHA --format markdown",
            "",
            "Compute the kept results anew (about half an hour): evenhand findings --remake data --threads 2"
        })
final class FindingsCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "The region of the counts that are made at once; LAC where nothing is said.")
    private String region = "LAC";

    @Option(
            names = "--remake",
            paramLabel = "DIR",
            description = "Compute the kept results anew and write them as one folder a table.")
    @Nullable
    private Path remake;

    @Option(
            names = "--permutations",
            paramLabel = "N",
            description = "With --remake: of the joint tests; 999 where nothing is said.")
    private int permutations = 999;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "With --remake: seed of the permutations; 1 where nothing is said.")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "With --remake: the same result on any number of threads.")
    private int threads = 1;

    @Option(
            names = "--resume",
            description =
                    "With --remake: keep what the tables in use have for the same universe, data, permutations and seed, and compute the rest.")
    private boolean resume;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    FindingsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        if (remake != null) {
            if (threads < 1 || threads > 256 || permutations < 1 || permutations > RunRequest.MOST_PERMUTATIONS) {
                throw new BadRequest(
                        "%d threads or %d permutations are not possible.".formatted(threads, permutations),
                        "Give 1 to 256 threads and 1 to %d permutations.".formatted(RunRequest.MOST_PERMUTATIONS));
            }
            var making = new FindingsRemake(catalogue, FindingsRemake.need(remake), session.err());
            making.quick();
            making.universes(resume, permutations, seed, threads);
            return 0;
        }
        if (resume || permutations != 999 || seed != 1 || threads != 1) {
            throw new BadRequest(
                    "--permutations, --seed, --threads and --resume say how kept results are computed anew.",
                    "Give --remake DIR too, or leave them out.");
        }
        var chosen = catalogue.countries().region(region);
        String command = "evenhand findings --region " + chosen.key();
        output.print(
                session,
                FindingsDocument.of(catalogue, Clock.load(), chosen, OutputOptions.provenance(catalogue, command)));
        return 0;
    }
}
