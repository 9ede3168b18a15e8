package org.evenhand.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.evenhand.core.BadRequest;

/// Where and for whom the server listens.
///
/// @param host name or address of the interface
/// @param port 0 for any that is free
/// @param token what a request must know; needed beyond loopback
/// @param names further host names under which it may be reached
/// @param log where requests are logged; `-` for standard error
public record ServerOptions(String host, int port, Optional<String> token, List<String> names, Optional<String> log) {
    private static final int SHORTEST_TOKEN = 16;

    /// @throws BadRequest if the host is beyond loopback and there is no token, or a value makes no sense
    public ServerOptions {
        names = List.copyOf(names);
        if (port < 0 || port > 65_535) {
            throw new BadRequest("--port: %d is not a port.".formatted(port), "Give 0 to 65535.");
        }
        token.ifPresent(t -> {
            if (t.length() < SHORTEST_TOKEN || !t.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
                throw new BadRequest(
                        "The token is shorter than %d characters or not plain.".formatted(SHORTEST_TOKEN),
                        "Make one, for example with `openssl rand -hex 16`.");
            }
        });
        if (!loopback(host) && token.isEmpty()) {
            throw new BadRequest(
                    "--host %s can be reached from other machines, and nothing would keep others out.".formatted(host),
                    "Give --token (or EVENHAND_TOKEN), or leave --host out to listen on this machine only.");
        }
    }

    /// Only this machine.
    public static ServerOptions local(int port) {
        return new ServerOptions("127.0.0.1", port, Optional.empty(), List.of(), Optional.empty());
    }

    boolean loopback() {
        return loopback(host);
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            throw new BadRequest(
                    "--host: there is no '%s'.".formatted(host), "Give a name or address of this machine.");
        }
    }
}
