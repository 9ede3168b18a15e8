package org.evenhand.cli;

import java.util.concurrent.Callable;
import org.evenhand.listing.CountryListing;
import org.evenhand.listing.Scope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "countries",
        mixinStandardHelpOptions = true,
        description = "Codes, names and regions of the jurisdictions in the data.",
        footer = {"", "Examples:", "  evenhand countries --region LAC", "  evenhand countries --format csv"})
final class CountriesCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Only this region, or countries separated by commas.")
    @Nullable
    private String region;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    CountriesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        var chosen = catalogue.countries().region(region == null ? "WORLD" : region);
        String command = "evenhand countries --region " + chosen.key();
        output.print(session, CountryListing.of(catalogue, new Scope(chosen, 2001, 2001, command)), command);
        return 0;
    }
}
