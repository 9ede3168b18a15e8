package org.evenhand.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenhand.sanctions.WhatIfDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description = {
            "Who would be restricted under a policy, what that touches, and which deadlines follow, against what was decided.",
            "A policy of your own is a file; docs/sanctions.md says how it is written."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand sanctions what-if --year 2014 --region LAC --policy no-waivers",
            "  evenhand sanctions what-if --year 2014 --region WORLD --policy all-tier-3 --format json"
        })
final class SanctionsWhatIfCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description =
                    "AF, EAP, EUR, NEA, SCA, WHA, LAC, WORLD, or countries separated by commas; LAC where nothing is said.")
    private String region = "LAC";

    @Option(names = "--year", paramLabel = "YEAR", description = "The report year; 2014 where nothing is said.")
    private String year = "2014";

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            description = "all-tier-3, no-waivers, as-waived, or a policy file; no-waivers where nothing is said.")
    private String policy = "no-waivers";

    @Mixin
    private final OutputOptions output = new OutputOptions();

    SanctionsWhatIfCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        int report = ScopeOptions.number(year, "--year");
        var chosen = catalogue.countries().region(region);
        var shown = UserFile.shown(Path.of(policy));
        var rule = WhatIfDocument.named(policy)
                .orElseGet(() -> WhatIfDocument.written(
                        catalogue,
                        shown,
                        UserFile.read(
                                Path.of(policy), "--policy", "Use all-tier-3, no-waivers, as-waived or a file.")));
        String command =
                "evenhand sanctions what-if --region %s --year %d --policy %s".formatted(chosen.key(), report, shown);
        output.print(
                session,
                WhatIfDocument.of(catalogue, chosen, report, rule, OutputOptions.provenance(catalogue, command)));
        return 0;
    }
}
