package org.evenhand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.evenhand.harness.CommandLineRun;
import org.evenhand.harness.ShippedCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What users hand in: tables, assessments, and what is neither.
class HandedInTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aTableOfListsGivesTheEstimateOfTheCommand() throws IOException {
        var file = ShippedCatalogue.data().resolve("list_united_kingdom_2013_five/list_united_kingdom_2013_five.csv");
        var taken = Served.post(
                "/victims/lists",
                "form=" + BlindTest.secret() + "&text=" + encoded(Files.readString(file)),
                "Content-Type",
                FORM);
        assertThat(taken.statusCode()).isEqualTo(303);
        var address = taken.headers().firstValue("Location").orElseThrow();
        var page = Served.get(address + "?bootstrap=0");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("/tmp/").contains("<h1");
        var json = Served.get("/api/v1" + address + "?bootstrap=0").body();
        var command = CommandLineRun.of("prevalence --lists " + file + " --bootstrap 0 --format json");
        var estimate = new tools.jackson.databind.ObjectMapper();
        assertThat(estimate.readTree(json).path("estimate"))
                .isEqualTo(estimate.readTree(command.out()).path("estimate"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a,b,count\n1,1,x\n", "<script>alert(1)</script>,count\n1,3\n", "a;b;c\n", "\u0000\u0001"})
    void aTableThatIsNoneIsRefusedWithoutHarm(String text) {
        var taken = Served.post(
                "/victims/lists", "form=" + BlindTest.secret() + "&text=" + encoded(text), "Content-Type", FORM);
        assertThat(taken.statusCode()).isIn(303, 400);
        taken.headers().firstValue("Location").ifPresent(address -> {
            var page = Served.get(address + "?bootstrap=0");
            assertThat(page.body()).doesNotContain("<script>alert", "/tmp/");
            assertThat(page.statusCode()).isIn(200, 400, 422);
        });
        assertThat(Served.get("/about").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not yaml: [",
                "format: other\ncountry: MEX\nreport_year: 2014\n",
                "format: evenhand-assessment/1\ncountry: Atlantis\nreport_year: 2014\n",
                "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
                "!!javax.script.ScriptEngineManager []",
            })
    void anAssessmentThatIsNoneIsRefused(String text) {
        var boundary = "X-0123";
        var body =
                "--%s\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n%s\r\n--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../x.yaml\"\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(boundary, BlindTest.secret(), boundary, text, boundary);
        var reply = Served.post("/assess/open", body, "Content-Type", "multipart/form-data; boundary=" + boundary);
        assertThat(reply.statusCode()).isIn(400, 422);
    }

    @Test
    void scriptInANoteIsText() {
        var note = "<script>alert(1)</script>'\"\n&";
        var reply = Served.post(
                "/assess",
                "form=%s&country=MEX&year=2014&MS-1=met&MS-1.note=%s&rest=%s"
                        .formatted(
                                BlindTest.secret(), encoded(note), encoded("# </textarea><script>alert(2)</script>\n")),
                "Content-Type",
                FORM);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).doesNotContain("<script>alert").contains("&lt;script&gt;alert(1)");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        try {
            assertThat(Served.post("/assess", "form=" + "x".repeat(Posts.LARGEST), "Content-Type", FORM)
                            .statusCode())
                    .isEqualTo(413);
        } catch (UncheckedIOException closed) {
            // The door may be shut before the whole body has been sent; the client then sees no reply at all.
            assertThat(closed).hasMessageContaining("IOException");
        }
        assertThat(Served.get("/about").statusCode()).isEqualTo(200);
    }

    @Test
    void whatNeverArrivesIsNotWaitedForForEver() throws Exception {
        try (var socket = new Socket("127.0.0.1", Served.SERVER.address().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(
                            "POST /assess HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: 100\r\n\r\nfor"
                                    .formatted(FORM)
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            var reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(reply).doesNotContain("HTTP/1.1 200");
        }
        assertThat(Served.get("/about").statusCode()).isEqualTo(200);
    }
}
