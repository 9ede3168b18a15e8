package org.evenhand.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenhand.catalogue.Flows;
import org.evenhand.core.BadRequest;
import org.evenhand.victims.FlowAnswer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "flows",
        mixinStandardHelpOptions = true,
        description = {
            "Where people from a region are taken, in one year, by each source that says so, under its own meaning.",
            "Nothing is added across sources; cells that a publisher suppressed stay suppressed."
        },
        footer = {
            "",
            "Examples:",
            "  evenhand flows --region LAC --year 2014",
            "  evenhand flows --country Guatemala --year 2013 --format json",
            "  evenhand flows --region LAC --year 2014 --type sexual_exploitation"
        })
final class FlowsCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description =
                    "Only statements of the Report on one type, for example forced_labour or sexual_exploitation.")
    @Nullable
    private String type;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    FlowsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var catalogue = session.catalogue();
        var asked = scope.scope(catalogue, "flows", "LAC", 2014, 2014);
        if (asked.firstYear() != asked.lastYear()) {
            throw new BadRequest("Flows are shown for one year.", "Give --year, for example --year 2014.");
        }
        var chosen = chosen(Flows.of(catalogue));
        String command = asked.command() + chosen.map(t -> " --type " + t).orElse("");
        output.print(
                session,
                FlowAnswer.of(
                        catalogue,
                        asked.region(),
                        asked.firstYear(),
                        chosen,
                        OutputOptions.provenance(catalogue, command)));
        return 0;
    }

    private Optional<String> chosen(Flows flows) {
        if (type == null) {
            return Optional.empty();
        }
        String wanted = type.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        if (!flows.types().contains(wanted)) {
            throw new BadRequest(
                    "--type: '%s' is not a type.".formatted(type),
                    "Use one of " + String.join(", ", flows.types()) + ".");
        }
        return Optional.of(wanted);
    }
}
