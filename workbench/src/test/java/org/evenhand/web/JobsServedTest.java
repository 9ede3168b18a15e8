package org.evenhand.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenhand.harness.CommandLineRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Runs over the network: the same bytes as the command, bounded, and closed to other sites.
@Timeout(120)
class JobsServedTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String API = "/api/v1/influence/jobs";

    /// Four specifications.
    static final String PART =
            "outcome=tier3&downgrades=published&evidence=treaties&interest=armed_conflict&lag=1&controls=economy&controls=economy%2Bregion"
                    + "&period=2004-2025&missing=drop&year=dummies&variation=total&variation=within&link=logit&permutations=9&seed=1";

    private static final String COMMAND = "multiverse instability --choose outcome=tier3 --choose downgrades=published"
            + " --choose evidence=treaties --choose interest=armed_conflict --choose lag=1 --choose period=2004-2025 --choose"
            + " missing=drop --choose year=dummies --choose variation=total --choose variation=within --choose link=logit"
            + " --permutations 9 --seed 1";

    @AfterEach
    void nothingIsLeftRunning() throws InterruptedException {
        while (true) {
            var active = new ArrayList<String>();
            read(Served.get(API)).path("jobs").forEach(job -> {
                if (List.of("running", "waiting").contains(job.path("state").asString())) {
                    active.add(job.path("id").asString());
                }
            });
            if (active.isEmpty()) {
                return;
            }
            active.forEach(id -> call(API + "/" + id + "/cancel", ""));
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    static HttpResponse<String> form(String path, String fields) {
        return Served.post(path, "form=" + BlindTest.secret() + "&" + fields, "Content-Type", FORM);
    }

    private static HttpResponse<String> call(String path, String json) {
        return Served.post(path, json, "Content-Type", JSON);
    }

    private static JsonNode read(HttpResponse<String> reply) {
        return new ObjectMapper().readTree(reply.body());
    }

    /// Starts the small part by its form and waits for its end.
    static String finishedPart() throws InterruptedException {
        var page = form("/influence/run/instability", PART)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var id = page.substring(page.lastIndexOf('/') + 1);
        while (!read(Served.get(API + "/" + id)).path("state").asString().equals("finished")) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return id;
    }

    @Test
    void theSameRunFromAFormAProgramAndTheCommandLineGivesTheSameBytes() throws InterruptedException {
        var id = finishedPart();
        var run = CommandLineRun.of(COMMAND + " --format json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Served.get(API + "/" + id + "/result").body()).isEqualTo(run.out());
        assertThat(Served.get("/influence/jobs/" + id + ".json").body()).isEqualTo(run.out());
        var csv = CommandLineRun.of(COMMAND + " --specifications --format csv").out();
        assertThat(Served.get("/influence/jobs/" + id + ".csv?table=specifications")
                        .body())
                .isEqualTo(csv);
        var again = call(API, """
                {"universe": "instability", "permutations": 9, "seed": 1, "choices": {"outcome": ["tier3"],
                 "downgrades": ["published"], "evidence": ["treaties"], "interest": ["armed_conflict"], "lag": ["1"],
                 "period": ["2004-2025"], "missing": ["drop"], "year": ["dummies"], "variation": ["within", "total"],
                 "link": ["logit"]}}
                """);
        assertThat(again.statusCode()).as("it is finished already").isEqualTo(200);
        assertThat(again.headers().firstValue("Location")).hasValue(API + "/" + id);
        assertThat(read(again).path("state").asString()).isEqualTo("finished");
    }

    @Test
    void theResultShowsTheCurveWithEachSpecificationTheChoicesAndACitation() throws InterruptedException {
        var id = finishedPart();
        var page = Served.get("/influence/jobs/" + id).body();
        assertThat(page.split("data-specification=", -1)).hasSize(1 + 4);
        assertThat(page)
                .contains("<title>No. 1: ", "Which choices move the answer", "Specifications of universe instability")
                .contains("These are 4 of the 840 declared specifications")
                .contains("/influence/run/instability?outcome=tier3")
                .contains("SHA-256");
        assertThat(Served.get("/influence/jobs/" + id + ".svg").body()).contains("SHA-256");
        for (var ending : List.of(".json", ".csv", ".svg", ".pdf")) {
            assertThat(Served.get("/influence/jobs/" + id + ending).headers().firstValue("Evenhand-Citation"))
                    .as(ending)
                    .hasValueSatisfying(
                            c -> assertThat(c).startsWith("\"Interests and the Report, over every specification\", "));
        }
        assertThat(Served.get("/influence/jobs/" + id + "?lang=es").body())
                .contains("Qué se pidió", "solo en inglés", "lang=\"en\"");
        assertThat(Served.get("/influence/jobs/" + id + ".csv?table=nothing").statusCode())
                .isEqualTo(422);
    }

    @Test
    void fewRunAtOnceAndTheReasonIsSaidToTheNext() throws InterruptedException {
        var ids = new ArrayList<String>();
        for (int seed = 1; seed <= 4; seed++) {
            var reply = call(API, "{\"universe\": \"aid\", \"permutations\": 999, \"seed\": %d}".formatted(seed));
            assertThat(reply.statusCode()).isEqualTo(202);
            ids.add(read(reply).path("id").asString());
        }
        assertThat(read(Served.get(API + "/" + ids.get(3))).path("state").asString())
                .isEqualTo("waiting");
        var refused = call(API, "{\"universe\": \"aid\", \"seed\": 5}");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("1 run at once and 3 may wait");
        var page = form("/influence/run/aid", "seed=5&" + allOf("aid"));
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("<h1", "1 run at once and 3 may wait");
        assertThat(Served.get(API + "/" + ids.getFirst() + "/result").statusCode())
                .isEqualTo(409);
        assertThat(Served.get("/influence/jobs/" + ids.getFirst()).body())
                .contains("data-state=\"running\"", "<progress", "value=\"cancel\"", "job.js")
                .doesNotContain("http-equiv=\"refresh\"");
        assertThat(form("/influence/jobs/" + ids.get(3), "do=cancel").statusCode())
                .isEqualTo(303);
        assertThat(Served.get("/influence/jobs/" + ids.get(3)).body())
                .contains("data-state=\"stopped\"", "value=\"go\"");
        assertThat(Served.get("/influence/jobs").body()).contains(ids.get(0), ids.get(3));
    }

    private static String allOf(String universe) {
        var fields = new StringBuilder();
        Served.questions()
                .runs()
                .declared(universe)
                .choices()
                .forEach(c -> c.options()
                        .forEach(o -> fields.append(c.key())
                                .append('=')
                                .append(URLEncoder.encode(o, StandardCharsets.UTF_8))
                                .append('&')));
        return fields.append("permutations=9").toString();
    }

    @Test
    void anAddressThatWasNeverStartedSaysSoAndOffersToStartIt() {
        var id = JobRequest.whole(Served.questions().runs().declared("waivers")).id();
        var page = Served.get("/influence/jobs/" + id);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("value=\"go\"", "evenhand multiverse waivers --permutations 99 --seed 1");
        var problem = Served.get(API + "/" + id);
        assertThat(problem.statusCode()).isEqualTo(404);
        assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.body()).contains("/resume");
        assertThat(Served.get("/influence/jobs/" + id + ".json").statusCode()).isEqualTo(404);
    }

    @Test
    void aFormFromElsewhereOrWithoutOurMarkStartsNothing() {
        var right = "form=" + BlindTest.secret() + "&" + PART.replace("seed=1", "seed=77");
        for (var path : List.of("/influence/run/instability", "/influence/jobs/x", API)) {
            for (var headers : List.of(
                    new String[] {"Content-Type", FORM, "Sec-Fetch-Site", "cross-site"},
                    new String[] {"Content-Type", FORM, "Origin", "http://evil.example"},
                    new String[] {"Content-Type", JSON, "Origin", "http://evil.example"},
                    new String[] {"Content-Type", JSON, "Sec-Fetch-Site", "same-site"})) {
                assertThat(Served.post(path, right, headers).statusCode())
                        .as(path)
                        .isEqualTo(403);
            }
        }
        assertThat(Served.post("/influence/run/instability", right.replace("form=", "form=0"), "Content-Type", FORM)
                        .statusCode())
                .isEqualTo(403);
        // A form of another site can be sent with these types, and with no other, without asking first.
        for (var type : List.of(FORM, "text/plain", "multipart/form-data; boundary=x", "")) {
            var reply = Served.post(
                    API,
                    "{\"universe\": \"instability\", \"seed\": 77}",
                    type.isEmpty() ? new String[0] : new String[] {"Content-Type", type});
            assertThat(reply.statusCode()).as(type).isEqualTo(415);
        }
        assertThat(Served.get(API).body()).doesNotContain("-77\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'universe': 'weather'} | 400 | universe",
                "{'universe': '../../etc/passwd'} | 400 | universe",
                "{'universe': 'trade', 'permutations': 1000000000000000000000} | 400 | permutations",
                "{'universe': 'trade', 'permutations': 1000} | 400 | 0 to 999",
                "{'universe': 'trade', 'permutations': -1} | 400 | permutations",
                "{'universe': 'trade', 'permutations': 1.5} | 400 | permutations",
                "{'universe': 'trade', 'seed': 2147483648} | 400 | seed",
                "{'universe': 'trade', 'choices': {'lag': []}} | 400 | lag",
                "{'universe': 'trade', 'choices': {'lag': ['/etc/passwd']}} | 400 | not declared",
                "{'universe': 'trade', 'choices': {'lag': '1'}} | 400 | lag",
                "{'universe': 'trade', 'choices': {'seed': ['1']}} | 400 | seed",
                "{'universe': 'trade', 'choices': ['lag']} | 400 | choices",
                "{'universe': 'trade', 'choices': {'lag': ['2'], 'outcome': ['merged']}} | 400 | ruled out",
                "{'universe': 'trade', 'output': 'x'} | 400 | field",
                "['trade'] | 400 | object",
                "null | 400 | object",
                "not json | 400 | not JSON",
                "{'universe': | 400 | not JSON",
            })
    void whatMakesNoSenseIsAProblemDetail(String body, int status, String named) {
        var reply = call(API, body.replace('\'', '"'));
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.body()).contains("\"status\":" + status, named).doesNotContain("root:");
    }

    @Test
    void bracketsWithoutEndAreRefused() {
        assertThat(call(API, "[".repeat(100_000)).statusCode()).isEqualTo(400);
        assertThat(call(API, "{\"universe\":".repeat(50_000)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/influence/jobs/..%2f..%2fetc%2fpasswd",
                "/influence/jobs/trade",
                "/influence/jobs/%3Cscript%3Ealert(1)%3C%2fscript%3E",
                "/influence/jobs/trade-0000000000000000-1-1-1.json",
                "/influence/run/mine.yaml",
                "/influence/run/..%2fVERSION",
                "/influence/run/trade/x",
                "/api/v1/influence/jobs/..%2f..%2fVERSION",
                "/api/v1/influence/jobs/x/result",
                "/api/v1/influence/jobs/x/y/z",
            })
    void noPathOfARunLeadsElsewhere(String path) {
        var reply = Served.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(reply).startsWith("HTTP/1.1 4").doesNotContain("root:", "<script>alert");
    }

    @Test
    void aPostToAPathOfNoRunIsRefused() {
        assertThat(form("/influence/run/weather", PART).statusCode()).isEqualTo(404);
        assertThat(form("/influence/jobs/trade-0-0-0-0", "do=go").statusCode()).isEqualTo(404);
        assertThat(form("/influence/run/trade", "lag=%3Cscript%3Ealert(1)%3C/script%3E")
                        .body())
                .doesNotContain("<script>alert");
        assertThat(form("/influence/run/trade", "lag=1&x%3Cscript%3E=1").statusCode())
                .isEqualTo(400);
        for (var path : List.of(API + "/x/cancel", API + "/x/resume", API + "/x", API + "/x/y/z")) {
            assertThat(call(path, "{}").statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theFormKeepsWhatItsAddressSays() {
        var page = Served.get("/influence/run/trade?lag=1&permutations=9").body();
        assertThat(page)
                .contains("name=\"lag\" value=\"1\" checked=\"checked\"", "value=\"9\"")
                .doesNotContain("name=\"lag\" value=\"2\" checked");
        assertThat(Served.get("/influence/run/trade?lag=7").statusCode()).isEqualTo(400);
        assertThat(Served.get("/influence/run?lang=es").headers().firstValue("Location"))
                .hasValue("/influence/universes?lang=es");
    }

    @Test
    void theDescriptionOfTheApiHasTheCallsOfRuns() {
        var paths = read(Served.get("/api/v1/openapi.json")).path("paths");
        assertThat(paths.path("/influence/jobs")
                        .path("post")
                        .path("requestBody")
                        .isObject())
                .isTrue();
        for (var path : List.of("/influence/jobs/{job}/cancel", "/influence/jobs/{job}/resume")) {
            assertThat(paths.path(path).has("post")).as(path).isTrue();
        }
        assertThat(paths.path("/influence/jobs/{job}/result").has("get")).isTrue();
    }
}
