package org.evenhand.cli;

import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.evenhand.core.BadRequest;
import org.evenhand.panel.Codebook;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.evenhand.panel.PanelCsv;
import org.evenhand.panel.PanelDocument;
import org.evenhand.panel.PanelRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "panel",
        mixinStandardHelpOptions = true,
        description = {
            "The country × report year panel that models are fitted to: as CSV the rows, for other programs; else a look at"
                    + " them and the codebook.",
            "Report t covers April t-1 to March t; lag 1 takes year t-1. Nothing is imputed."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand panel",
            "  evenhand panel --codebook --format csv",
            "  evenhand panel --format csv -o panel.csv",
            "  evenhand panel --format csv --region LAC --years 2010-2020 --interest-lag 2"
        })
final class PanelCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Option(names = "--codebook", description = "Only what each column is, one row a column, in any format.")
    private boolean codebook;

    @Option(names = "--evidence-lag", paramLabel = "YEARS", description = "Lag of evidence; 1 where nothing is said.")
    private int evidenceLag = 1;

    @Option(names = "--interest-lag", paramLabel = "YEARS", description = "Lag of interests; 1 where nothing is said.")
    private int interestLag = 1;

    @Option(names = "--control-lag", paramLabel = "YEARS", description = "Lag of controls; 1 where nothing is said.")
    private int controlLag = 1;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    PanelCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        var panel = Panel.of(catalogue, lags());
        String options =
                " --evidence-lag %d --interest-lag %d --control-lag %d".formatted(evidenceLag, interestLag, controlLag);
        if (codebook) {
            String command = "evenhand panel --codebook" + options;
            output.print(session, Codebook.of(panel, command), command);
            return 0;
        }
        var years = catalogue.placements().years();
        var asked = scope.scope(catalogue, "panel", "WORLD", years.first(), years.last());
        Predicate<PanelRow> wanted =
                row -> asked.has(row.year()) && asked.region().contains(row.iso3());
        var placements = catalogue.placements().sources();
        var keys = new TreeSet<>(placements);
        panel.variables().forEach(variable -> keys.addAll(panel.sources(variable)));
        output.printFile(
                session,
                PanelDocument.of(
                        panel,
                        wanted,
                        asked.label(),
                        placements,
                        catalogue.sources(keys),
                        OutputOptions.provenance(catalogue, asked.command() + options)),
                () -> PanelCsv.print(panel, wanted));
        return 0;
    }

    private Lags lags() {
        for (int lag : new int[] {evidenceLag, interestLag, controlLag}) {
            if (lag < 0 || lag > 10) {
                throw new BadRequest("A lag of %d years is not possible.".formatted(lag), "Give 0 to 10.");
            }
        }
        return new Lags(evidenceLag, interestLag, controlLag);
    }
}
