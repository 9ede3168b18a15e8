package org.evenhand.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evenhand.clock.ClockListing;
import org.evenhand.core.BadRequest;
import org.evenhand.core.ReportYear;
import org.evenhand.law.Interpretations;
import org.evenhand.law.clock.Clock;
import org.evenhand.law.rules.Statute;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "clock",
        mixinStandardHelpOptions = true,
        description = {
            "The watch-list clock of one report: unbroken years on the Tier 2 Watch List, waivers used and left, who needed a"
                    + " waiver, for whom the list was closed, and when the list closes if nothing changes.",
            "One row for every country that is on the Watch List this year or was in the year before, or for the one"
                    + " country asked for. The report after the newest on record can be asked for as well."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand clock --year 2015",
            "  evenhand clock --year 2014 --region LAC --explain",
            "  evenhand clock --country TKM --year 2026",
            "  evenhand clock --year 2022 --interpretation return-waiver=not-needed"
        })
final class ClockCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Option(names = "--explain", description = "Print the trace of each ruling below the table.")
    private boolean explain;

    @Option(
            names = "--interpretation",
            paramLabel = "NAME=READING",
            description = "Take another reading of a disputed rule, for example counting=special-watch-list.")
    private List<String> interpretations = List.of();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    ClockCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        var years = catalogue.placements().years();
        if (years.isEmpty()) {
            throw new org.evenhand.core.BadData("The table tiers is not available.", "Put data/tiers back.");
        }
        var asked = scope.scope(catalogue, "clock", "WORLD", years.last(), years.last());
        if (asked.firstYear() != asked.lastYear()
                || asked.firstYear() < years.first()
                || asked.firstYear() > years.last() + 1) {
            throw new BadRequest(
                    "The clock is read in one report, up to the one after the newest on record.",
                    "Give --year, from %d to %d. What comes later if nothing changes stands in the last columns."
                            .formatted(years.first(), years.last() + 1));
        }
        String command = asked.command()
                + String.join(
                        "",
                        interpretations.stream()
                                .map(i -> " --interpretation " + i)
                                .toList());
        var table = ClockListing.of(
                catalogue,
                new Clock(Statute.load(), readings(interpretations)),
                asked.region(),
                ReportYear.of(asked.firstYear()),
                command);
        output.print(session, table, command, explain);
        return 0;
    }

    /// The readings that a user chose, over the defaults of the specification.
    static Interpretations readings(List<String> choices) {
        var readings = Interpretations.DEFAULT;
        for (var choice : choices) {
            int equals = choice.indexOf('=');
            if (equals < 0) {
                throw new BadRequest(
                        "--interpretation: '%s' is not NAME=READING.".formatted(choice),
                        "Choose a name among "
                                + String.join(
                                        ", ", Interpretations.DEFAULT.words().keySet()) + ".");
            }
            readings = readings.with(choice.substring(0, equals), choice.substring(equals + 1));
        }
        return readings;
    }
}
