package org.evenhand.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evenhand.core.BadRequest;
import org.evenhand.listing.VictimListing;
import org.evenhand.victims.CertifiedVictims;
import org.evenhand.victims.PeopleByGroup;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "victims",
        mixinStandardHelpOptions = true,
        description = "Victims on record by country and year, each number under its own measure.",
        footer = {
            "",
            "Examples:",
            "  evenhand victims --region LAC --year 2013",
            "  evenhand victims --country Mexico --format csv",
            "  evenhand victims certified --years 2007-2014 --origin LAC",
            "  evenhand victims microdata --help"
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

    @Command(
            name = "certified",
            mixinStandardHelpOptions = true,
            description =
                    "Foreign victims certified for assistance in the United States, by fiscal year and origin, with the"
                            + " breaks in the series.",
            footer = {
                "",
                "Examples:",
                "  evenhand victims certified",
                "  evenhand victims certified --years 2007-2014 --origin LAC --format json"
            })
    Integer certified(
            @Option(names = "--years", paramLabel = "FROM-TO", description = "Fiscal years, both included.") @Nullable
                    String years,
            @Option(names = "--origin", paramLabel = "ORIGIN", description = "A country or region of origin.") @Nullable
                    String origin,
            @Mixin OutputOptions printed) {
        var catalogue = session.catalogue();
        var options = new ScopeOptions();
        options.years = years;
        options.region = origin;
        var asked = options.scope(catalogue, "victims certified", "WORLD", 2001, 2030);
        String command = asked.command().replace("--region", "--origin");
        printed.print(
                session,
                CertifiedVictims.of(
                        catalogue,
                        asked.region(),
                        asked.firstYear(),
                        asked.lastYear(),
                        OutputOptions.provenance(catalogue, command)));
        return 0;
    }

    @Command(
            name = "microdata",
            mixinStandardHelpOptions = true,
            description = {
                "People of a table of your own with one row a person, counted by its dimensions. Numbers below the publisher's"
                        + " threshold are not printed, nor what they could be worked out from.",
                "The table is one that you described with a threshold (docs/data-format.md, People) and added with"
                        + " evenhand data add."
            })
    Integer microdata(
            @Parameters(
                            arity = "0..1",
                            paramLabel = "TABLE",
                            description = "Its name; the tables that there are where none is given.")
                    @Nullable
                    String name,
            @Option(
                            names = "--by",
                            paramLabel = "DIMENSIONS",
                            description = "Separated by commas; all of the table's where nothing is said.")
                    @Nullable
                    String by,
            @Mixin OutputOptions printed) {
        var catalogue = session.catalogue();
        if (name == null) {
            if (by != null) {
                throw new BadRequest("--by needs the table that is to be counted.", "Name the table before --by.");
            }
            String all = "evenhand victims microdata";
            printed.print(session, PeopleByGroup.tables(catalogue), all);
            return 0;
        }
        var counts = PeopleByGroup.named(catalogue, name);
        var dimensions = by == null ? counts.dimensions() : List.of(by.strip().split("\\s*,\\s*", -1));
        String command = "evenhand victims microdata %s --by %s".formatted(name, String.join(",", dimensions));
        printed.print(
                session, PeopleByGroup.of(catalogue, counts, dimensions, OutputOptions.provenance(catalogue, command)));
        return 0;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        var asked = scope.scope(catalogue, "victims", "WORLD", 2000, 2026);
        output.print(session, VictimListing.of(catalogue, asked), asked.command());
        return 0;
    }
}
