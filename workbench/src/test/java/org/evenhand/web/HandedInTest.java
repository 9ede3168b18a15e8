package org.evenhand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenhand.harness.CommandLineRun;
import org.evenhand.harness.ShippedCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What users hand in: tables, assessments, and what is neither.
class HandedInTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    /// Three lists that overlap.
    private static final String LISTS =
            "a,b,c,count\n1,0,0,40\n0,1,0,35\n0,0,1,30\n1,1,0,12\n1,0,1,10\n0,1,1,9\n1,1,1,4\n";

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
        // Its column of rules is one of choosing a model, not of the law.
        assertThat(page.body()).doesNotContain("/tmp/", "/law/rule/").contains("<h1");
        var json = Served.get("/api/v1" + address + "?bootstrap=0").body();
        var command = CommandLineRun.of("prevalence --lists " + file + " --bootstrap 0 --format json");
        var estimate = new tools.jackson.databind.ObjectMapper();
        assertThat(estimate.readTree(json).path("estimate"))
                .isEqualTo(estimate.readTree(command.out()).path("estimate"));
    }

    /// A table of forty rows: what is answered, an answer that is no estimate, and what is refused, none of
    /// it kept, none saying where the table lies.
    @Test
    void aTableOfOnesOwnGivesTheFitOfTheCommand(@TempDir Path folder) throws IOException {
        var rows = new StringBuilder("won,push,place\n");
        for (int i = 0; i < 40; i++) {
            rows.append(i % 3 == 0 || i > 30 ? 1 : 0)
                    .append(',')
                    .append(i)
                    .append(',')
                    .append((char) ('a' + i % 8))
                    .append('\n');
        }
        var taken = Served.post(
                "/influence/table",
                "form=" + BlindTest.secret() + "&text=" + encoded(rows.toString()),
                "Content-Type",
                FORM);
        assertThat(taken.statusCode()).isEqualTo(303);
        var address = taken.headers().firstValue("Location").orElseThrow();
        var key = address.substring(address.lastIndexOf('/') + 1);
        var asking = Served.get(address);
        assertThat(asking.body())
                .contains("<code>won,push,place</code>", "name=\"outcome\"")
                .doesNotContain("/tmp/");
        assertThat(asking.headers().firstValue("Cache-Control")).hasValue("no-store");
        var model = "?outcome=won&terms=push&cluster=place";
        assertThat(Served.get("/influence/table" + model + "&key=" + key)
                        .headers()
                        .firstValue("Location"))
                .hasValue(address + model);
        var file = folder.resolve("table-" + key + ".csv");
        Files.writeString(file, rows);
        var command = "fit --data " + file + " --outcome won --terms push --cluster place --format ";
        for (var form : List.of("json", "csv")) {
            var reply = Served.get(address + "." + form + model);
            assertThat(reply.body()).isEqualTo(CommandLineRun.of(command + form).out());
            assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(reply.headers().firstValue("Evenhand-Citation").orElse(""))
                    .contains("the asker's own file (SHA-256", "/influence/table/");
        }
        assertThat(Served.get(address + model).body())
                .contains("Slopes and thresholds")
                .doesNotContain("/tmp/");
        var separated = Served.get("/api/v1" + address + "?outcome=won&terms=won");
        assertThat(separated.statusCode()).isEqualTo(200);
        assertThat(separated.body()).contains("\"status\": \"separated\"");
        var refused = Served.get("/api/v1" + address + "?outcome=won&terms=puhs");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("puhs", "won, push, place").doesNotContain("/tmp/");
    }

    /// Problems and policies, and the command that each is a question of.
    static List<Arguments> files() throws IOException {
        return List.of(
                Arguments.of(
                        "/sanctions/problem",
                        Files.readString(ShippedCatalogue.home().resolve("docs/examples/harbour.yaml")),
                        "?draws=1000",
                        "sanctions weigh --draws 1000 --problem "),
                Arguments.of(
                        "/sanctions/policy",
                        """
                        name: Waive where there was armed conflict
                        otherwise: restrict
                        rules:
                          - decide: waive
                            if: armed_conflict >= 1 within 2 years
                        """,
                        "?region=WHA&year=2014",
                        "sanctions what-if --region WHA --year 2014 --policy "));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileOfOnesOwnGivesTheAnswerOfTheCommand(
            String path, String text, String asked, String command, @TempDir Path folder) throws IOException {
        var taken = Served.post(path, "form=" + BlindTest.secret() + "&text=" + encoded(text), "Content-Type", FORM);
        assertThat(taken.statusCode()).isEqualTo(303);
        var address = taken.headers().firstValue("Location").orElseThrow();
        var file = folder.resolve(path.substring(path.lastIndexOf('/') + 1) + "-"
                + address.substring(address.lastIndexOf('/') + 1) + ".yaml");
        Files.writeString(file, text);
        var run = CommandLineRun.of(command + file + " --format json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Served.get("/api/v1" + address + asked).body()).isEqualTo(run.out());
        var page = Served.get(address + asked);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("/tmp/");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    /// A product of two columns with a value a row would be a design of a million columns.
    @Test
    void aModelThatIsTooWideIsRefused() {
        var rows = new StringBuilder("won,a,b\n");
        for (int i = 0; i < 1000; i++) {
            rows.append("%d,a%d,b%d%n".formatted(i % 2, i, i));
        }
        var taken = Served.post(
                "/influence/table",
                "form=" + BlindTest.secret() + "&text=" + encoded(rows.toString()),
                "Content-Type",
                FORM);
        var address = taken.headers().firstValue("Location").orElseThrow();
        for (var terms : List.of("factor(a):factor(b)", "factor(a)")) {
            var reply = Served.get("/api/v1" + address + "?outcome=won&terms=" + encoded(terms));
            assertThat(reply.statusCode()).as(terms).isEqualTo(400);
            assertThat(reply.body()).contains("at most 500");
        }
        var thresholds = Served.get("/api/v1" + address + "?outcome=won&thresholds=a");
        assertThat(thresholds.statusCode()).isEqualTo(400);
        assertThat(thresholds.body()).contains("at most 500");
    }

    /// Sixty thousand rows of 499 columns are thirty million values, and twelve levels of sixty columns 660 slopes.
    @Test
    void aModelThatNoMemoryHoldsIsRefused() {
        var tall = new StringBuilder("won,a\n");
        for (int i = 0; i < 60_000; i++) {
            tall.append("%d,a%d%n".formatted(i % 2, i % 500));
        }
        var address = handed(tall.toString());
        var reply = Served.get("/api/v1" + address + "?outcome=won&terms=" + encoded("factor(a)"));
        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.body()).contains("60,000 rows of 499 columns", "at most 25,000,000");
        var steep = new StringBuilder("level,a\n");
        for (int i = 0; i < 2_000; i++) {
            steep.append("%d,a%d%n".formatted(i % 12, i % 61));
        }
        var slopes = Served.get(
                "/api/v1" + handed(steep.toString()) + "?outcome=level&by-threshold=" + encoded("factor(a)"));
        assertThat(slopes.statusCode()).isEqualTo(400);
        assertThat(slopes.body()).contains("660 slopes", "at most 500");
    }

    private static String handed(String table) {
        return Served.post(
                        "/influence/table",
                        "form=" + BlindTest.secret() + "&text=" + encoded(table),
                        "Content-Type",
                        FORM)
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    @Test
    void theFormOfAnEstimateAsksForItAnewAndNothingOfItIsKept() {
        var taken = Served.post(
                "/victims/lists", "form=" + BlindTest.secret() + "&text=" + encoded(LISTS), "Content-Type", FORM);
        var address = taken.headers().firstValue("Location").orElseThrow();
        var key = address.substring(address.lastIndexOf('/') + 1);
        var asked = Served.get("/victims/lists?key=" + key + "&select=bic&bootstrap=0");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.headers().firstValue("Location")).hasValue(address + "?select=bic&bootstrap=0");
        for (var path : List.of(address, "/api/v1" + address, address + ".json", address + ".csv")) {
            var reply = Served.get(path + "?bootstrap=0");
            assertThat(reply.statusCode()).as(path).isEqualTo(200);
            assertThat(reply.headers().firstValue("Cache-Control")).as(path).hasValue("no-store");
            assertThat(reply.headers().firstValue("ETag")).as(path).isEmpty();
        }
    }

    /// Tables that are none, and what their page answers; nothing at all is refused when it is handed in. A
    /// single list is a table, of which the page says that nothing can be estimated from it.
    static List<Arguments> tables() {
        return List.of(
                Arguments.of("", 400, 0),
                Arguments.of("a,b,count\n1,1,x\n", 303, 422),
                Arguments.of("<script>alert(1)</script>,count\n1,3\n", 303, 200),
                Arguments.of("a;b;c\n", 303, 422),
                Arguments.of("\u0000\u0001", 303, 422));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aTableThatIsNoneIsRefusedWithoutHarm(String text, int taken, int shown) {
        var reply = Served.post(
                "/victims/lists", "form=" + BlindTest.secret() + "&text=" + encoded(text), "Content-Type", FORM);
        assertThat(reply.statusCode()).isEqualTo(taken);
        if (taken == 303) {
            var page = Served.get(reply.headers().firstValue("Location").orElseThrow() + "?bootstrap=0");
            assertThat(page.statusCode()).isEqualTo(shown);
            assertThat(page.body()).doesNotContain("<script>alert", "/tmp/");
        }
        assertThat(Served.get("/about").statusCode()).isEqualTo(200);
    }

    /// Assessments that are none, and whether that is bad data or a bad request.
    static List<Arguments> assessments() {
        return List.of(
                Arguments.of("not yaml: [", 422),
                Arguments.of("format: other\ncountry: MEX\nreport_year: 2014\n", 422),
                Arguments.of("format: evenhand-assessment/1\ncountry: Atlantis\nreport_year: 2014\n", 400),
                Arguments.of("a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n", 422),
                Arguments.of("!!javax.script.ScriptEngineManager []", 422));
    }

    @ParameterizedTest
    @MethodSource("assessments")
    void anAssessmentThatIsNoneIsRefused(String text, int status) {
        var boundary = "X-0123";
        var body =
                "--%s\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n%s\r\n--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../x.yaml\"\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(boundary, BlindTest.secret(), boundary, text, boundary);
        var reply = Served.post("/assess/open", body, "Content-Type", "multipart/form-data; boundary=" + boundary);
        assertThat(reply.statusCode()).isEqualTo(status);
    }

    /// A file that is opened and saved says what it said: no more facts, no fewer notes.
    @Test
    void aFileThatIsOpenedAndSavedSaysWhatItSaid() {
        var file = """
                format: evenhand-assessment/1
                country: MEX
                report_year: 2014
                placements: {2013: 2WL}
                answers:
                  MS-1: {answer: met, confidence: high, sources: ['Smith, 2014; p. 3', law], note: "two\\nlines: 'so'"}
                  MS-2: {answer: unknown, note: still open}
                actions:
                  - {id: a1, supports: SC-1, kind: training, date: 2013-05-01, status: done, sources: [s], what: judges}
                """;
        var boundary = "X-0123";
        var body =
                "--%s\r\nContent-Disposition: form-data; name=\"form\"\r\n\r\n%s\r\n--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.yaml\"\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(boundary, BlindTest.secret(), boundary, file, boundary);
        var opened = Served.post("/assess/open", body, "Content-Type", "multipart/form-data; boundary=" + boundary);
        assertThat(opened.statusCode()).isEqualTo(200);
        var saved = Served.post("/assess/file", fields(opened.body()), "Content-Type", FORM);
        assertThat(saved.statusCode()).isEqualTo(200);
        var rulings = new Rulings(org.evenhand.cli.CommandQuestionsForTests.shipped());
        assertThat(rulings.draft(saved.body())).isEqualTo(rulings.draft(file));
        assertThat(saved.body()).doesNotContain("assumed");
    }

    @ParameterizedTest
    @CsvSource({"json, application/json", "csv, text/csv", "pdf, application/pdf", "png, image/png"})
    void aRulingIsTakenAwayWithItsCitation(String form, String type) {
        var reply = Served.post(
                "/assess/ruling." + form,
                "form=%s&country=MEX&year=2014&MS-1=not+met".formatted(BlindTest.secret()),
                "Content-Type",
                FORM);
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(reply.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"MEX-2014.%s\"".formatted(form));
        assertThat(reply.headers().firstValue("Evenhand-Citation").orElse(""))
                .contains("Mexico, 2014 report", "SHA-256", "/assess?country=MEX&year=2014");
        assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    /// The fields of the form of an assessment, as a browser would send them.
    private static String fields(String page) {
        var form = page.substring(page.indexOf("<form id=\"assess\""));
        var fields = new java.util.ArrayList<String>();
        var match = java.util.regex.Pattern.compile(
                        "<input[^>]* name=\"([^\"]+)\" value=\"([^\"]*)\"|<textarea[^>]* name=\"([^\"]+)\"[^>]*>([^<]*)<"
                                + "|<select[^>]* name=\"([^\"]+)\"(?:(?!</select>).)*?value=\"([^\"]*)\" selected",
                        java.util.regex.Pattern.DOTALL)
                .matcher(form);
        while (match.find()) {
            int at = match.group(1) != null ? 1 : match.group(3) != null ? 3 : 5;
            var value = match.group(at + 1)
                    .replaceFirst(at == 3 ? "^\n" : "^(?!)", "")
                    .replace("&lt;", "<")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&");
            fields.add(encoded(match.group(at)) + "=" + encoded(value));
        }
        return String.join("&", fields);
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
        assertThat(Served.post("/assess", "form=" + "x".repeat(Posts.LARGEST), "Content-Type", FORM)
                        .statusCode())
                .isEqualTo(413);
        assertThat(Served.get("/about").statusCode()).isEqualTo(200);
    }

    /// Whoever sends ten times too much, with its length in front or in chunks, still reads why it was refused.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsFarTooLargeIsReadToItsEndAndRefused(boolean chunked) throws IOException {
        try (var socket = new Socket("127.0.0.1", Served.SERVER.address().getPort())) {
            socket.setSoTimeout(30_000);
            var out = socket.getOutputStream();
            int parts = 320;
            var part = "x".repeat(65_536);
            out.write(head(chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + parts * part.length()));
            for (int i = 0; i < parts; i++) {
                out.write((chunked ? "10000\r\n" + part + "\r\n" : part).getBytes(StandardCharsets.US_ASCII));
            }
            out.write((chunked ? "0\r\n\r\n" : "").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            var reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(reply).startsWith("HTTP/1.1 413").contains("2,000,000");
        }
    }

    @Test
    void whatNeverArrivesIsNotWaitedForForEver() throws IOException {
        assertThat(sent("Content-Length: 100", "for"))
                .startsWith("HTTP/1.1 408")
                .contains("<h1");
        assertThat(Served.get("/about").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoBodyIsRefused() throws IOException {
        assertThat(sent("Transfer-Encoding: chunked", "no length\r\n")).startsWith("HTTP/1.1 400");
        assertThat(Served.get("/about").statusCode()).isEqualTo(200);
    }

    private static byte[] head(String length) {
        return "POST /assess HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n%s\r\n\r\n"
                .formatted(FORM, length)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String sent(String length, String body) throws IOException {
        try (var socket = new Socket("127.0.0.1", Served.SERVER.address().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head(length));
            socket.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
