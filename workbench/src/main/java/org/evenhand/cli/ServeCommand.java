package org.evenhand.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenhand.web.Routes;
import org.evenhand.web.ServerOptions;
import org.evenhand.web.WebServer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "The same answers in a browser, on this machine: `evenhand serve` prints the address and runs until it is stopped.",
            "Pages, files to take away, and an API at /api/v1; nothing is fetched from elsewhere."
        },
        footer = {"", "Examples:", "  evenhand serve --addresses"})
final class ServeCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "Interface to listen on; 127.0.0.1 where nothing is said. Beyond loopback only with a token.")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "7080 where nothing is said; 0 for any that is free.")
    private int port = 7080;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:EVENHAND_TOKEN}",
            description =
                    "What a request must know, as password or Authorization: Bearer. Better given as EVENHAND_TOKEN.")
    @Nullable
    private String token;

    @Option(names = "--name", paramLabel = "NAME", description = "A further host name of the server. May be repeated.")
    private List<String> names = List.of();

    @Option(names = "--access-log", paramLabel = "FILE", description = "Log every request; - for standard error.")
    @Nullable
    private String log;

    @Option(names = "--addresses", description = "Print the addresses that are served, and stop.")
    private boolean addresses;

    ServeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (addresses) {
            var text = new StringBuilder();
            for (var route :
                    Routes.of(session.catalogue().placements().years().last()).all()) {
                text.append(route.path()).append('\n');
            }
            session.out().writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
            return 0;
        }
        var options = new ServerOptions(host, port, Optional.ofNullable(token), names, Optional.ofNullable(log));
        try (var server = WebServer.start(new CommandQuestions(session), options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "evenhand-stop"));
            session.out().println(server.address());
            session.out().flush();
            session.err().println("Serving until it is stopped (Ctrl-C).");
            server.join();
        }
        return 0;
    }
}
