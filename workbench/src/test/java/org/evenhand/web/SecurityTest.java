package org.evenhand.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.cli.CommandQuestionsForTests;
import org.evenhand.core.BadRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the server refuses; after each, it still answers.
class SecurityTest {
    private static final String SCRIPT = "%3Cscript%3Ealert(1)%3C/script%3E";

    @AfterEach
    void theServerStillAnswers() {
        assertThat(Served.get("/about").statusCode()).isEqualTo(200);
    }

    @Test
    void everyReplyCarriesTheHeadersThatBindABrowser() {
        for (var path : List.of("/", "/nothing", "/api/v1/tiers?years=x", "/assets/site.css", "/law/rules.csv")) {
            var headers = Served.get(path).headers();
            var policy = headers.firstValue("Content-Security-Policy").orElse("");
            assertThat(policy)
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                    .doesNotContain("unsafe", "http", "*");
            assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
            assertThat(headers.firstValue("Server")).isEmpty();
        }
    }

    static List<String> fields() {
        var addresses = new ArrayList<String>();
        for (var route : Routes.of(2025).all()) {
            for (var parameter : route.parameters()) {
                boolean inPath = route.inPath().filter(parameter::equals).isPresent();
                addresses.add(route.stem() + "?" + parameter.name() + "=" + SCRIPT);
                if (inPath) {
                    addresses.add(route.stem() + "/" + SCRIPT.replace("/", "%5C"));
                }
            }
        }
        addresses.add("/" + SCRIPT.replace("/", "%5C"));
        addresses.add("/about?x=" + SCRIPT);
        addresses.add("/about?" + SCRIPT + "=x");
        addresses.add("/map.svg?figure=" + SCRIPT);
        addresses.add("/?lang=" + SCRIPT);
        return addresses;
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("fields")
    void scriptInAFieldIsNeverMarkup(String address) {
        var reply = Served.get(address);
        assertThat(reply.body().toLowerCase(java.util.Locale.ROOT)).doesNotContain("<script>alert");
        assertThat(reply.statusCode()).isIn(200, 303, 400, 404, 422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/../../../../etc/passwd",
                "/assets/..%2f..%2f..%2fetc/passwd",
                "/assets/%2e%2e/%2e%2e/etc/passwd",
                "/assets/site.css/../../../../etc/passwd",
                "/..;/..;/etc/passwd",
                "/source/..%2f..%2fVERSION",
                "/assets/texts_en.properties",
                "/assets/%00site.css",
            })
    void noPathLeavesWhatIsServed(String path) {
        var reply = Served.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(reply).startsWith("HTTP/1.1 4").doesNotContain("root:", "skip=Skip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sanctions/what-if?policy=/etc/passwd",
                "/sanctions/what-if?policy=@/etc/passwd",
                "/sanctions/what-if.json?policy=@/etc/passwd",
                "/country/@VERSION",
                "/country/@%2Fetc%2Fpasswd",
                "/law/rule/@VERSION",
                "/law/rule/--help",
                "/law/rules?output=x",
                "/influence/universe/mine.yaml",
                "/influence/universe/..%2f..%2fVERSION",
                "/influence/universe?universe=/etc/passwd",
                "/law/rules?kind=--output=x",
            })
    void noWordOfAnAddressNamesAFileOrAnOption(String address) {
        var reply = Served.raw("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(reply).startsWith("HTTP/1.1 4").doesNotContain("root:").doesNotContain("Usage:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil", "[::2]", ""})
    void aHostThatIsNotThisServerIsRefused(String host) {
        assertThat(Served.raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("<h1");
    }

    @Test
    void aRequestWithTwoHostsOrNoneIsRefused() {
        assertThat(Served.raw("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
        assertThat(Served.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void anAddressOrAHeadThatIsTooLongIsRefused() {
        assertThat(Served.get("/tiers?region=" + "A".repeat(9_000)).statusCode())
                .isEqualTo(414);
        assertThat(Served.raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(40_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
    }

    @Test
    void aMethodThatChangesThingsIsRefused() {
        for (var method : List.of("PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "BREW")) {
            assertThat(Served.raw(method + " / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                    .as(method)
                    .startsWith("HTTP/1.1 405");
        }
    }

    @Test
    void manyConnectionsThatSayNothingDoNotKeepOthersOut() throws Exception {
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 100; i++) {
                var socket = new Socket("127.0.0.1", Served.SERVER.address().getPort());
                socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: loc".getBytes(StandardCharsets.US_ASCII));
                open.add(socket);
            }
            assertThat(Served.get("/about").statusCode()).isEqualTo(200);
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
    }

    /// A head that grows by a byte now and then never lets a connection be idle, and never ends.
    @Test
    void aRequestThatDripsIsCutOff() throws Exception {
        try (var socket = new Socket("127.0.0.1", Served.SERVER.address().getPort())) {
            var out = socket.getOutputStream();
            out.write("GET /about HTTP/1.1\r\nHost: localhost\r\nX-Slow: ".getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(1_000);
            assertThat(cutOff(socket)).isTrue();
        }
    }

    private static boolean cutOff(Socket socket) {
        var until = java.time.Instant.now().plusSeconds(40);
        while (java.time.Instant.now().isBefore(until)) {
            try {
                socket.getOutputStream().write('x');
                socket.getOutputStream().flush();
                while (socket.getInputStream().read() >= 0) {
                    // What is said at the end.
                }
                return true;
            } catch (java.net.SocketTimeoutException _) {
                // Nothing was said for a second; drip on.
            } catch (java.io.IOException _) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aServerAtAnotherLoopbackAddressAnswersThere() {
        var options = new ServerOptions("127.0.0.2", 0, Optional.empty(), List.of(), Optional.empty());
        try (var server = WebServer.start(CommandQuestionsForTests.shipped(), options)) {
            assertThat(server.address().getHost()).isEqualTo("127.0.0.2");
            assertThat(status(server, "")).isEqualTo(200);
        }
    }

    @Test
    void beyondLoopbackThereIsNoServerWithoutAToken() {
        assertThatThrownBy(() -> new ServerOptions("0.0.0.0", 0, Optional.empty(), List.of(), Optional.empty()))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("other machines");
        assertThatThrownBy(() -> new ServerOptions("0.0.0.0", 0, Optional.of("short"), List.of(), Optional.empty()))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("16");
    }

    @Test
    void aServerWithATokenAsksForIt() throws Exception {
        var token = "0123456789abcdef";
        var options = new ServerOptions("127.0.0.1", 0, Optional.of(token), List.of(), Optional.empty());
        try (var server = WebServer.start(CommandQuestionsForTests.shipped(), options)) {
            assertThat(status(server, "")).isEqualTo(401);
            assertThat(status(server, "Bearer wrong-wrong-wrong")).isEqualTo(401);
            assertThat(status(server, "Bearer " + token)).isEqualTo(200);
            var basic = java.util.Base64.getEncoder().encodeToString(("any:" + token).getBytes(StandardCharsets.UTF_8));
            assertThat(status(server, "Basic " + basic)).isEqualTo(200);
        }
    }

    private static int status(WebServer server, String authorization) {
        var request = java.net.http.HttpRequest.newBuilder(server.address().resolve("/about"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return Served.send(request.build()).statusCode();
    }

    @Test
    void aPortThatIsTakenIsSaidSo() {
        assertThatThrownBy(() -> WebServer.start(
                        CommandQuestionsForTests.shipped(),
                        ServerOptions.local(Served.SERVER.address().getPort())))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("cannot be listened on");
    }
}
