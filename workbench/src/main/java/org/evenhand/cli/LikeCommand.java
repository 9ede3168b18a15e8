package org.evenhand.cli;

import java.util.concurrent.Callable;
import org.evenhand.benchmark.EvidenceSet;
import org.evenhand.core.BadRequest;
import org.evenhand.likeness.LikeDocument;
import org.evenhand.likeness.Likeness;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "like",
        mixinStandardHelpOptions = true,
        description = {
            "Cases that were like a country's by evidence, where the Report placed them, and how they differ item by item.",
            "Placements play no part in who is alike. Where too few are near, it refuses and says what is missing."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand like MEX 2014",
            "  evenhand like MEX 2014 --by evidence+capacity --format json"
        })
final class LikeCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "COUNTRY", description = "A name in English or Spanish, or a code.")
    private String country = "";

    @Parameters(index = "1", paramLabel = "YEAR", description = "The report.")
    private String year = "";

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description =
                    "evidence, or evidence+capacity: income and government effectiveness too; evidence where nothing is said.")
    private String by = "evidence";

    @Option(
            names = "--evidence",
            paramLabel = "SET",
            description =
                    "independent (no known descent from the Report), report (the 3P index) or both; independent where nothing"
                            + " is said.")
    private String evidence = "independent";

    @Mixin
    private final CalliperOption calliper = new CalliperOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    LikeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        var chosen = catalogue.countries().resolve(country);
        int report = ScopeOptions.number(year, "YEAR");
        var set = EvidenceSet.need(evidence);
        var likeness = Likeness.ofKey(by, set)
                .orElseThrow(() -> new BadRequest(
                        "--by: '%s' is not something to compare by.".formatted(by),
                        "Use evidence or evidence+capacity."));
        String command = "evenhand like %s %d --by %s --evidence %s".formatted(chosen.iso3(), report, by, evidence)
                + calliper.words();
        var document = LikeDocument.of(
                catalogue,
                Panel.of(catalogue, Lags.DEFAULT),
                likeness,
                chosen.iso3(),
                report,
                calliper.value(),
                OutputOptions.provenance(catalogue, command));
        output.print(session, document, document.kind());
        return 0;
    }
}
