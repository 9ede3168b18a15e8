package org.evenhand.cli;

import java.util.concurrent.Callable;
import org.evenhand.listing.VictimListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "victims",
        mixinStandardHelpOptions = true,
        description = "Victims on record by country and year, each number under its own measure.",
        footer = {
            "",
            "Examples:",
            "  evenhand victims --region LAC --year 2013",
            "  evenhand victims --country Mexico --format csv"
        })
final class VictimsCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    VictimsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        var asked = scope.scope(catalogue, "victims", "WORLD", 2000, 2026);
        output.print(session, VictimListing.of(catalogue, asked), asked.command());
        return 0;
    }
}
