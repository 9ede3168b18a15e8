package org.evenhand.cli;

import java.util.concurrent.Callable;
import org.evenhand.benchmark.EvidenceSet;
import org.evenhand.core.BadRequest;
import org.evenhand.likeness.DisparityDocument;
import org.evenhand.likeness.Likeness;
import org.evenhand.likeness.ShuffledCountries;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "disparity",
        mixinStandardHelpOptions = true,
        description = {
            "Were like cases placed alike? For each U.S. interest, the difference in placement between countries with much and with"
                    + " little of it that are alike in evidence, with interval and Rosenbaum's bound on hidden differences.",
            "An association among like cases; no motive is shown."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand disparity",
            "  evenhand disparity --by evidence --calliper 0.3 --format csv"
        })
final class DisparityCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "evidence, or evidence+capacity; evidence+capacity where nothing is said.")
    private String by = "evidence+capacity";

    @Option(
            names = "--evidence",
            paramLabel = "SET",
            description = "independent, report or both; independent where nothing is said.")
    private String evidence = "independent";

    @Mixin
    private final CalliperOption calliper = new CalliperOption();

    @Option(
            names = "--simulate",
            paramLabel = "N",
            description =
                    "Make N worlds in which only chance joins interests and placements instead, and say what the test finds.")
    private int simulate;

    @Option(names = "--seed", paramLabel = "SEED", description = "Seed of the exchanges; 1 where nothing is said.")
    private long seed = 1;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    DisparityCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        if (simulate < 0 || simulate > 100_000) {
            throw new BadRequest("--simulate: %d exchanges are not possible.".formatted(simulate), "Give 1 to 100000.");
        }
        var set = EvidenceSet.need(evidence);
        var likeness = Likeness.ofKey(by, set)
                .orElseThrow(() -> new BadRequest(
                        "--by: '%s' is not something to compare by.".formatted(by),
                        "Use evidence or evidence+capacity."));
        String command = "evenhand disparity --by %s --evidence %s".formatted(by, evidence)
                + calliper.words()
                + (simulate == 0 ? "" : " --simulate " + simulate)
                + (simulate == 0 && seed == 1 ? "" : " --seed " + seed);
        var provenance = OutputOptions.provenance(catalogue, command);
        var panel = Panel.of(catalogue, Lags.DEFAULT);
        var document = simulate == 0
                ? DisparityDocument.of(catalogue, panel, likeness, calliper.value(), seed, provenance)
                : ShuffledCountries.document(catalogue, panel, likeness, calliper.value(), simulate, seed, provenance);
        output.print(session, document, document.kind());
        return 0;
    }
}
