package org.evenhand.cli;

import java.util.concurrent.Callable;
import org.evenhand.account.CountryAccount;
import org.evenhand.law.clock.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "country",
        mixinStandardHelpOptions = true,
        description = "The account of one country over all reports.",
        footer = {
            "",
            "Examples:",
            "  evenhand country CUB",
            "  evenhand country \"República Dominicana\" --format markdown"
        })
final class CountryCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "COUNTRY", description = "A name in English or Spanish, or a code.")
    private String country = "";

    @Option(names = "--explain", description = "Add the reasoning behind the clock of every report.")
    private boolean explain;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    CountryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        var chosen = catalogue.countries().resolve(country);
        String command = "evenhand country %s%s".formatted(chosen.iso3(), explain ? " --explain" : "");
        output.print(
                session,
                new CountryAccount(catalogue, Clock.load())
                        .of(chosen, explain, OutputOptions.provenance(catalogue, command)));
        return 0;
    }
}
