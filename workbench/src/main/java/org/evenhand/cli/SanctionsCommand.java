package org.evenhand.cli;

import java.util.concurrent.Callable;
import org.evenhand.core.ReportYear;
import org.evenhand.sanctions.AtStakeDocument;
import org.evenhand.sanctions.LedgerDocument;
import org.evenhand.sanctions.StabilityDocument;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    private SanctionsCommand() {}

    /// The command with its five parts.
    static CommandLine commandLine(Session session) {
        return new CommandLine(new SanctionsCommand())
                .addSubcommand("ledger", new Ledger(session))
                .addSubcommand("at-stake", new AtStake(session))
                .addSubcommand("what-if", new SanctionsWhatIfCommand(session))
                .addSubcommand("weigh", new SanctionsWeighCommand(session))
                .addSubcommand("stability", new Stability(session));
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
                "  evenhand sanctions ledger --country CUB --format json"
            })
    static final class Ledger implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final ScopeOptions scope = new ScopeOptions();

        @Mixin
        private final OutputOptions output = new OutputOptions();

        Ledger(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            var catalogue = session.catalogue();
            var asked = scope.scope(catalogue, "sanctions ledger", "WORLD", ReportYear.FIRST, 2100);
            SanctionsOutput.print(
                    output,
                    session,
                    LedgerDocument.of(
                            catalogue,
                            asked.region(),
                            asked.firstYear(),
                            asked.lastYear(),
                            OutputOptions.provenance(catalogue, asked.command())));
            return 0;
        }
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
                "  evenhand sanctions at-stake --region LAC --year 2014 --format csv"
            })
    static final class AtStake implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final ScopeOptions scope = new ScopeOptions();

        @Mixin
        private final OutputOptions output = new OutputOptions();

        AtStake(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            var catalogue = session.catalogue();
            var asked = scope.scope(catalogue, "sanctions at-stake", "LAC", 2014, 2014);
            SanctionsOutput.print(
                    output,
                    session,
                    AtStakeDocument.of(
                            catalogue,
                            asked.region(),
                            asked.firstYear(),
                            asked.lastYear(),
                            OutputOptions.provenance(catalogue, asked.command())));
            return 0;
        }
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
    static final class Stability implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final ScopeOptions scope = new ScopeOptions();

        @Mixin
        private final OutputOptions output = new OutputOptions();

        Stability(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            var catalogue = session.catalogue();
            var asked = scope.scope(catalogue, "sanctions stability", "WORLD", ReportYear.FIRST, 2100);
            SanctionsOutput.print(
                    output,
                    session,
                    StabilityDocument.of(
                            catalogue,
                            asked.region(),
                            asked.firstYear(),
                            asked.lastYear(),
                            OutputOptions.provenance(catalogue, asked.command())));
            return 0;
        }
    }
}
