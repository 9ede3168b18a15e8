package org.evenhand.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evenhand.core.BadRequest;
import org.evenhand.core.ReportYear;
import org.evenhand.group.Group;
import org.evenhand.opportunity.OpportunityDocument;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "never",
        mixinStandardHelpOptions = true,
        description = {
            "What never happened, or rarely: how often a group of countries could have been placed on Tier 3,"
                    + " restricted or waived in full, how often it was, and which rates the record still allows.",
            "Groups: allies, allies_without_rio, hemisphere, top_aid, distant, or your own with --group."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand never",
            "  evenhand never --region LAC --years 2003-2014",
            "  evenhand never --group \"us_troops >= 1000 or fta\" --format csv"
        })
final class NeverCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Option(
            names = "--group",
            paramLabel = "DEFINITION",
            description =
                    "A named group, or conditions joined by `or`: nato; us_troops >= 1000; top 20%% of us_imports_usd;"
                            + " bottom 10%% of agreement_with_us; region WHA. May be repeated.")
    private List<String> groups = List.of();

    @Option(
            names = "--lag",
            paramLabel = "YEARS",
            description = "How many years before the report membership is taken; 1 where nothing is said.")
    private int lag = 1;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    NeverCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (lag < 0 || lag > 10) {
            throw new BadRequest("A lag of %d years is not possible.".formatted(lag), "Give 0 to 10.");
        }
        var catalogue = session.catalogue();
        var years = catalogue.placements().years();
        var asked = scope.scope(
                catalogue, "never", "WORLD", ReportYear.FIRST, years.isEmpty() ? ReportYear.FIRST : years.last());
        var panel = Panel.of(catalogue, new Lags(1, lag, 1));
        var command = new StringBuilder(asked.command());
        if (lag != 1) {
            command.append(" --lag ").append(lag);
        }
        groups.forEach(g -> command.append(" --group \"").append(g).append('"'));
        var document = OpportunityDocument.of(
                catalogue,
                panel,
                chosen(panel),
                asked.region(),
                asked.firstYear(),
                asked.lastYear(),
                OutputOptions.provenance(catalogue, command.toString()));
        output.print(session, document, document.kind());
        return 0;
    }

    private List<Group> chosen(Panel panel) {
        return groups.isEmpty()
                ? Group.named(panel)
                : groups.stream().map(text -> Group.find(text, panel)).toList();
    }
}
