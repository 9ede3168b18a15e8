package org.evenhand.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = "Print a completion script for bash and zsh.",
        footer = {"", "Examples:", "  source <(evenhand completion)", "  evenhand completion > evenhand-completion.bash"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Session session;

    CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        CommandLine all = Evenhand.commandLine(session);
        session.out().print(AutoComplete.bash("evenhand", all));
        return 0;
    }
}
