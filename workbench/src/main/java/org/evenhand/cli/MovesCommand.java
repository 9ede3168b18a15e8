package org.evenhand.cli;

import java.util.concurrent.Callable;
import org.evenhand.benchmark.Benchmarks;
import org.evenhand.core.BadData;
import org.evenhand.law.clock.Clock;
import org.evenhand.move.MoveCalibration;
import org.evenhand.move.MovesDocument;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "moves",
        mixinStandardHelpOptions = true,
        description = {
            "All changes of tier in a report, sorted by how surprising each is given the evidence, with the legal route.",
            "Many countries are looked at: some moves look surprising by chance, and the answer says how many."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand moves --year 2015",
            "  evenhand moves --region LAC --year 2014 --format csv"
        })
final class MovesCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--year", paramLabel = "YEAR", description = "The report; the latest where nothing is said.")
    @Nullable
    private String year;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description =
                    "AF, EAP, EUR, NEA, SCA, WHA, LAC, WORLD, or countries separated by commas; WORLD where nothing is said.")
    private String region = "WORLD";

    @Option(names = "--calibration", description = "Print how well the probabilities hold, in full, and no move.")
    private boolean calibration;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    MovesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        if (!catalogue.placements().available()) {
            throw new BadData("The table tiers is not available.", "Put data/tiers back.");
        }
        var benchmarks =
                new Benchmarks(catalogue, Panel.of(catalogue, Lags.DEFAULT), new KeptFiles(session, catalogue));
        if (calibration) {
            output.print(
                    session,
                    MoveCalibration.document(
                            benchmarks, OutputOptions.provenance(catalogue, "evenhand moves --calibration")));
            return 0;
        }
        int report = year == null ? catalogue.placements().years().last() : ScopeOptions.number(year, "--year");
        var chosen = catalogue.countries().region(region);
        String command = "evenhand moves --region %s --year %d".formatted(chosen.key(), report);
        var document = MovesDocument.of(
                benchmarks, Clock.load(), chosen, report, OutputOptions.provenance(catalogue, command));
        output.print(session, document, document.kind());
        return 0;
    }
}
