package org.evenhand.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The root command and the list of all others.
@Command(
        name = "evenhand",
        mixinStandardHelpOptions = true,
        version = Evenhand.VERSION,
        description = {
            "An evidence-first workbench on the State Department's Trafficking in Persons Report: who was placed where, what the"
                    + " law then required, what followed, who says that it was unfair, and what the record shows.",
            "",
            "Each number has its source; nothing is interpolated; claims are printed as claims."
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  evenhand account --region LAC --year 2014",
            "  evenhand country CUB",
            "",
            "Exit codes: 0 answered; 1 a bug; 2 wrong usage; 3 data missing or failing a check; 4 well asked, but nothing"
                    + " defensible can be said."
        })
public final class Evenhand implements Runnable {
    /// Name and version of the program.
    public static final String VERSION = "evenhand 0.1.0";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /// All commands by name, in the order of the help page.
    static Map<String, Function<Session, Object>> commands() {
        var commands = new LinkedHashMap<String, Function<Session, Object>>();
        commands.put("account", AccountCommand::new);
        commands.put("country", CountryCommand::new);
        commands.put("findings", FindingsCommand::new);
        commands.put("tiers", TiersCommand::new);
        commands.put("determinations", DeterminationsCommand::new);
        commands.put("clock", ClockCommand::new);
        commands.put("sanctions", SanctionsCommand::commandLine);
        commands.put("law", LawCommand::new);
        commands.put("interests", InterestsCommand::new);
        commands.put("prevalence", PrevalenceCommand::new);
        commands.put("flows", FlowsCommand::new);
        commands.put("why", WhyCommand::new);
        commands.put("like", LikeCommand::new);
        commands.put("moves", MovesCommand::new);
        commands.put("disparity", DisparityCommand::new);
        commands.put("divergence", DivergenceCommand::new);
        commands.put("never", NeverCommand::new);
        commands.put("panel", PanelCommand::new);
        commands.put("universes", UniversesCommand::new);
        commands.put("multiverse", MultiverseCommand::new);
        commands.put("countries", CountriesCommand::new);
        commands.put("fit", FitCommand::new);
        commands.put("sources", SourcesCommand::new);
        commands.put("victims", VictimsCommand::new);
        commands.put("data", DataCommand::new);
        commands.put("serve", ServeCommand::new);
        commands.put("sql", SqlCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("completion", CompletionCommand::new);
        return commands;
    }

    /// The command line for `args`. Only the command that they name is built, since building all of them
    /// costs a start-up more time than most answers do; help and mistakes get them all.
    static CommandLine commandLine(Session session, String... args) {
        var line = new CommandLine(new Evenhand());
        var commands = commands();
        var named = args.length == 0 ? null : commands.get(args[0]);
        if (named != null) {
            add(line, args[0], named.apply(session));
        } else {
            commands.forEach((name, make) -> add(line, name, make.apply(session)));
        }
        return line;
    }

    private static void add(CommandLine line, String name, Object command) {
        line.addSubcommand(name, command);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which question? Name a command.");
    }
}
