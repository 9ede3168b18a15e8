package org.evenhand.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/// Who may ask what: the host that a request names, the token, and where a form was posted from.
final class Guard {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final ServerOptions options;
    private final TreeSet<String> names = new TreeSet<>();

    Guard(ServerOptions options) {
        this.options = options;
        options.names().forEach(n -> names.add(n.toLowerCase(Locale.ROOT)));
        names.add(named(options.host()));
        if (options.loopback()) {
            names.addAll(LOCAL);
        }
    }

    /// The interface as a Host header names it: an IPv6 address stands in brackets.
    private static String named(String host) {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]").toLowerCase(Locale.ROOT);
    }

    /// Whether a request names this server. A page of another site that points its own name here does not (DNS
    /// rebinding).
    ///
    /// @param host the Host header
    boolean knows(@Nullable String host) {
        if (host == null || host.isEmpty()) {
            return false;
        }
        var name = name(host);
        return names.contains(name) || !options.loopback() && isAddress(name);
    }

    private static String name(String host) {
        int colon = host.startsWith("[") ? host.indexOf(':', Math.max(0, host.indexOf(']'))) : host.indexOf(':');
        return (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
    }

    private static boolean isAddress(String name) {
        return name.matches("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
    }

    /// Whether a request knows the token: `Authorization: Bearer TOKEN`, or Basic with the token as password,
    /// which browsers ask for by themselves.
    boolean admits(HttpFields headers) {
        if (options.token().isEmpty()) {
            return true;
        }
        var given = headers.get(HttpHeader.AUTHORIZATION);
        return given != null
                && credential(given).map(c -> same(c, options.token().get())).orElse(false);
    }

    private static Optional<String> credential(String header) {
        if (header.startsWith("Bearer ")) {
            return Optional.of(header.substring(7).strip());
        }
        if (header.startsWith("Basic ")) {
            try {
                var pair = new String(
                        Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
                return Optional.of(pair.substring(pair.indexOf(':') + 1));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// Takes as long for any wrong token.
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /// Whether a form was posted from a page of this server. Browsers say so in Sec-Fetch-Site and Origin; a
    /// request that says neither is no form of a browser, and still needs the form's own token.
    boolean ownForm(HttpFields headers) {
        var site = headers.get("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        var origin = headers.get(HttpHeader.ORIGIN);
        if (origin == null) {
            return true;
        }
        var host = headers.get(HttpHeader.HOST);
        return host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
    }
}
