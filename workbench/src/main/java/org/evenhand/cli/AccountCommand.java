package org.evenhand.cli;

import java.util.concurrent.Callable;
import org.evenhand.account.Account;
import org.evenhand.core.BadRequest;
import org.evenhand.core.ReportYear;
import org.evenhand.law.clock.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        description = {
            "A balanced account of a region in one report: claims both ways, victims, placements, what the law then required,"
                    + " what followed, the interests that the debate names, and what the record shows on each claim."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand account",
            "  evenhand account --region WHA --year 2020 --explain",
            "  evenhand account --region LAC --year 2014 --format html -o account.html"
        })
final class AccountCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description =
                    "AF, EAP, EUR, NEA, SCA, WHA, LAC, WORLD, or countries separated by commas; LAC where nothing is said.")
    private String region = "LAC";

    @Option(names = "--year", paramLabel = "YEAR", description = "The report year; 2014 where nothing is said.")
    private String year = "2014";

    @Option(names = "--explain", description = "Add the reasoning behind every clock, provision by provision.")
    private boolean explain;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    AccountCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        int report = ScopeOptions.number(year, "--year");
        if (report < ReportYear.FIRST || report > 2100) {
            throw new BadRequest(
                    "--year: there is no report of %d.".formatted(report),
                    "The first report is of %d.".formatted(ReportYear.FIRST));
        }
        var chosen = catalogue.countries().region(region);
        String command =
                "evenhand account --region %s --year %d%s".formatted(chosen.key(), report, explain ? " --explain" : "");
        output.print(
                session,
                new Account(catalogue, Clock.load())
                        .of(chosen, ReportYear.of(report), explain, OutputOptions.provenance(catalogue, command)));
        return 0;
    }
}
