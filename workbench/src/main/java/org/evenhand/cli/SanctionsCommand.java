package org.evenhand.cli;

import java.util.List;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Region;
import org.evenhand.core.ReportYear;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;
import org.evenhand.listing.Scope;
import org.evenhand.sanctions.AtStakeDocument;
import org.evenhand.sanctions.LedgerDocument;
import org.evenhand.sanctions.StabilityDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "sanctions",
        mixinStandardHelpOptions = true,
        description =
                "What follows from Tier 3: the ledger, what is at stake, what another policy would do, and which values"
                        + " make which option the best.",
        footer = {
            "",
            "Examples:",
            "  evenhand sanctions ledger --region LAC",
            "  evenhand sanctions weigh VEN 2014 --prefer \"leverage > security\""
        })
final class SanctionsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Session session;

    private SanctionsCommand(Session session) {
        this.session = session;
    }

    /// The command with its five parts.
    static CommandLine commandLine(Session session) {
        return new CommandLine(new SanctionsCommand(session))
                .addSubcommand("what-if", new SanctionsWhatIfCommand(session))
                .addSubcommand("weigh", new SanctionsWeighCommand(session));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Which part? Say ledger, at-stake, what-if, weigh or stability.");
    }

    @Command(
            name = "ledger",
            mixinStandardHelpOptions = true,
            description =
                    "Each Tier 3 placement, what was determined, when, under which measure, and the aid that followed.",
            footer = {
                "",
                "Examples:",
                "  evenhand sanctions ledger --region LAC --years 2003-2025",
                "  evenhand sanctions ledger --country CUB --format json",
                "  evenhand sanctions ledger --group allies --group \"us_troops >= 1000\" --table ledger-by-group"
            })
    int ledger(
            @Mixin ScopeOptions scope,
            @Option(
                            names = "--group",
                            paramLabel = "DEFINITION",
                            description =
                                    "Totals by this group instead of the named ones: allies, top_aid, …, or conditions"
                                            + " joined by `or`, as for `evenhand never`. May be repeated.")
                    @Nullable
                    List<String> groups,
            @Mixin OutputOptions output) {
        var chosen = groups == null ? List.<String>of() : groups;
        var asked = scope.scope(session.catalogue(), "sanctions ledger", "WORLD", ReportYear.FIRST, lastReport());
        var command = new StringBuilder(asked.command());
        chosen.forEach(group -> command.append(" --group \"").append(group).append('"'));
        return print(
                output,
                new Scope(asked.region(), asked.firstYear(), asked.lastYear(), command.toString()),
                (catalogue, region, first, last, provenance) ->
                        LedgerDocument.of(catalogue, region, first, last, chosen, provenance));
    }

    @Command(
            name = "at-stake",
            mixinStandardHelpOptions = true,
            description =
                    "Aid by country and fiscal year: what the statute's definition catches, what it exempts, and bounds"
                            + " where the data cannot tell.",
            footer = {
                "",
                "Examples:",
                "  evenhand sanctions at-stake --country VEN --years 2012-2016",
                "  evenhand sanctions at-stake --region LAC --year 2014 --format csv --table at-stake"
            })
    int atStake(@Mixin ScopeOptions scope, @Mixin OutputOptions output) {
        return print(
                output, scope.scope(session.catalogue(), "sanctions at-stake", "LAC", 2014, 2014), AtStakeDocument::of);
    }

    @Command(
            name = "stability",
            mixinStandardHelpOptions = true,
            description =
                    "How often special cases, coups, conflict or a fall of democracy came before and after, with and"
                            + " without restrictions.",
            footer = {
                "",
                "Examples:",
                "  evenhand sanctions stability",
                "  evenhand sanctions stability --region AF --format markdown"
            })
    int stability(@Mixin ScopeOptions scope, @Mixin OutputOptions output) {
        return print(
                output,
                scope.scope(session.catalogue(), "sanctions stability", "WORLD", ReportYear.FIRST, lastReport()),
                StabilityDocument::of);
    }

    /// What one of the parts answers for a scope.
    private interface Answer {
        Document of(Catalogue catalogue, Region region, int firstYear, int lastYear, Provenance provenance);
    }

    private int print(OutputOptions output, Scope asked, Answer answer) {
        var catalogue = session.catalogue();
        var provenance = OutputOptions.provenance(catalogue, asked.command());
        output.print(session, answer.of(catalogue, asked.region(), asked.firstYear(), asked.lastYear(), provenance));
        return 0;
    }

    private int lastReport() {
        var years = session.catalogue().placements().years();
        return years.isEmpty() ? ReportYear.FIRST : years.last();
    }
}
