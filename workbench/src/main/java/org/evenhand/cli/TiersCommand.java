package org.evenhand.cli;

import java.util.concurrent.Callable;
import org.evenhand.core.BadRequest;
import org.evenhand.listing.PlacementListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "tiers",
        mixinStandardHelpOptions = true,
        description = "Placements by country and report year.",
        footer = {
            "",
            "Examples:",
            "  evenhand tiers --year 2014 --region LAC",
            "  evenhand tiers --country Cuba --format csv"
        })
final class TiersCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    TiersCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        var years = catalogue.placements().years();
        if (years.isEmpty()) {
            throw new org.evenhand.core.BadData("The table tiers is not available.", "Put data/tiers back.");
        }
        var asked = scope.scope(catalogue, "tiers", "WORLD", years.first(), years.last());
        if (asked.lastYear() < years.first() || asked.firstYear() > years.last()) {
            throw new BadRequest(
                    "There is no report of %d in the data.".formatted(asked.firstYear()),
                    "Ask for a year from %d to %d.".formatted(years.first(), years.last()));
        }
        output.print(session, PlacementListing.of(catalogue, asked), asked.command());
        return 0;
    }
}
