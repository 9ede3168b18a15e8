package org.evenhand.cli;

import java.util.concurrent.Callable;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.ReportYear;
import org.evenhand.listing.DeterminationListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "determinations",
        mixinStandardHelpOptions = true,
        description = "Presidential determinations after Tier 3 placements, by country and report year.",
        footer = {
            "",
            "Examples:",
            "  evenhand determinations --region LAC --year 2014",
            "  evenhand determinations --country VEN --format json"
        })
final class DeterminationsCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    DeterminationsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        var asked = scope.scope(catalogue, "determinations", "WORLD", ReportYear.FIRST, lastReport(catalogue));
        output.print(session, DeterminationListing.of(catalogue, asked), asked.command());
        return 0;
    }

    private static int lastReport(Catalogue catalogue) {
        return catalogue.determinations().all().stream()
                .mapToInt(d -> d.year().value())
                .max()
                .orElse(ReportYear.FIRST);
    }
}
