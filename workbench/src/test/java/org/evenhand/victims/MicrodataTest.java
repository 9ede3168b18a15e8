package org.evenhand.victims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.evenhand.cli.CommandQuestionsForTests;
import org.evenhand.harness.CommandLineRun;
import org.evenhand.harness.Folders;
import org.evenhand.harness.ShippedCatalogue;
import org.evenhand.web.ServerOptions;
import org.evenhand.web.WebServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Invented people, one a row, with a threshold of 10: no way out of the program shows them or a small group of them.
class MicrodataTest {
    private static final int THRESHOLD = 10;
    private static final List<String> DIMENSIONS = List.of("origin", "fiscal_year", "sex");
    private static final List<String> GROUPINGS = List.of(
            "origin",
            "fiscal_year",
            "sex",
            "origin,fiscal_year",
            "origin,sex",
            "fiscal_year,sex",
            "origin,fiscal_year,sex");

    @TempDir
    private static Path home;

    private static CommandLineRun.Place place = CommandLineRun.Place.shipped();

    /// People by origin, year and sex.
    private static final Map<List<String>, Integer> TRUTH = new HashMap<>();

    @BeforeAll
    static void addsThePeople() throws IOException {
        for (var table : new String[] {"countries", "country_names", "flow_types"}) {
            Folders.copy(
                    ShippedCatalogue.data().resolve(table), home.resolve("data").resolve(table));
        }
        Files.writeString(home.resolve("data").resolve("VERSION"), "2026-11-24\n");
        place = new CommandLineRun.Place(home, home.resolve("catalogue"), home.resolve("own"));
        assertThat(place.run("data", "prepare").code()).isZero();
        var folder = write("cases", "\"threshold\": 10, \"dimensions\": [\"origin\", \"fiscal_year\", \"sex\"]");
        var run = place.run("data", "add", folder.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Of cases the rows are counts of people with small ones withheld");
    }

    private static Path write(String name, String microdata) throws IOException {
        var folder = Files.createDirectories(home.resolve(name));
        var random = new Random(7);
        var rows = new StringBuilder("case,origin,fiscal_year,sex,sources\n");
        TRUTH.clear();
        int number = 0;
        for (var origin : List.of("HND", "MEX", "GTM", "CUB", "HTI")) {
            for (var year : List.of("2012", "2013", "2014")) {
                for (var sex : List.of("f", "m")) {
                    int people = random.nextInt(3) == 0 ? random.nextInt(6) : 10 + random.nextInt(30);
                    for (int i = 0; i < people; i++) {
                        rows.append("case-%05d,%s,%s,%s,own%n".formatted(number++, origin, year, sex));
                    }
                    TRUTH.put(List.of(origin, year, sex), people);
                }
            }
        }
        rows.append("case-%05d,NIC,2013,f,own%n".formatted(number));
        TRUTH.put(List.of("NIC", "2013", "f"), 1);
        Files.writeString(folder.resolve(name + ".csv"), rows);
        Files.writeString(folder.resolve("datapackage.json"), """
                {"title": "Cases", "description": "One row a person.",
                 "sources": [{"key": "own", "title": "A register", "basis": "sourced"}],
                 "resources": [{"name": "%1$s", "path": "%1$s.csv", "microdata": {%2$s}, "schema": {"fields": [
                   {"name": "case", "type": "string", "constraints": {"required": true, "unique": true}},
                   {"name": "origin", "type": "string"}, {"name": "fiscal_year", "type": "year"},
                   {"name": "sex", "type": "string"}, {"name": "sources", "type": "string"}],
                   "primaryKey": ["case"],
                   "foreignKeys": [{"fields": "origin", "reference": {"resource": "countries", "fields": "iso3"}}]}}]}
                """.formatted(name, microdata));
        return folder;
    }

    @Test
    void whatIsPrintedIsTrueAndNeverSmall() {
        var seen = new HashMap<String, String>();
        for (var by : GROUPINGS) {
            for (var row : rows(by)) {
                var at = at(row);
                int people = people(at);
                var cell = row.get("people");
                String verdict = cell.isNull() ? "withheld" : Integer.toString(cell.asInt());
                if (!cell.isNull()) {
                    assertThat(cell.asInt()).as(at.toString()).isEqualTo(people).isGreaterThanOrEqualTo(THRESHOLD);
                }
                // The same number is printed by all groupings or by none: there is nothing to play off.
                assertThat(seen.merge(at.toString(), verdict, (a, b) -> a.equals(b) ? a : a + " or " + b))
                        .isEqualTo(verdict);
            }
        }
        assertThat(seen.get("[HND, all, all]")).isNotNull();
        assertThat(seen.get("[NIC, all, all]")).isEqualTo("withheld");
        assertThat(seen.values()).filteredOn(v -> !v.equals("withheld")).hasSizeGreaterThan(10);
    }

    /// Whoever has all groupings of two commands or more takes sums over a dimension away from each other.
    @Test
    void noSumOverADimensionLeavesOneSmallGroup() {
        var printed = new HashMap<List<String>, Integer>();
        for (var by : GROUPINGS) {
            for (var row : rows(by)) {
                if (!row.get("people").isNull()) {
                    printed.put(at(row), row.get("people").asInt());
                }
            }
        }
        var categories = List.of(
                List.of("HND", "MEX", "GTM", "CUB", "HTI", "NIC"), List.of("2012", "2013", "2014"), List.of("f", "m"));
        int sums = 0;
        for (var total : printed.keySet()) {
            for (int d = 0; d < 3; d++) {
                if (total.get(d).equals("all")) {
                    int hidden = 0;
                    for (var category : categories.get(d)) {
                        var part = new java.util.ArrayList<>(total);
                        part.set(d, category);
                        hidden += people(part) == 0 || printed.containsKey(part) ? 0 : 1;
                    }
                    assertThat(hidden)
                            .as("parts of %s that are not printed", total)
                            .isNotEqualTo(1);
                    sums++;
                }
            }
        }
        assertThat(sums).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "csv", "json", "markdown", "html", "pdf"})
    void everyFormatWithholds(String format) {
        var run = place.run("victims", "microdata", "cases", "--by", "origin", "--format", format);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("case-0");
        if (format.equals("csv")) {
            assertThat(run.out()).contains("withheld to protect people");
        } else if (!format.equals("pdf")) {
            assertThat(run.out()).containsPattern("Withheld\\s+here:\\s+[1-9]");
        }
    }

    /// Pages, files and API give the counts of the command, by an address that says which; the list names the table.
    @Test
    void theServerWithholdsAsTheCommandDoes() throws Exception {
        try (var server = WebServer.start(CommandQuestionsForTests.at(place), ServerOptions.local(0));
                var client = HttpClient.newHttpClient()) {
            var list = served(client, server, "victims/microdata");
            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(list.body()).contains("href=\"/victims/people/cases\"");
            for (var path : List.of(
                    "victims/people/cases?by=origin",
                    "victims/people/cases",
                    "api/v1/victims/people/cases?by=origin",
                    "victims/people/cases.csv?by=origin",
                    "victims/people/cases.pdf?by=origin")) {
                var reply = served(client, server, path);
                assertThat(reply.statusCode()).as(path).isEqualTo(200);
                assertThat(reply.body()).as(path).doesNotContain("case-0");
            }
            assertThat(served(client, server, "victims/people/cases?by=origin").body())
                    .containsPattern("Withheld here: [1-9]");
            assertThat(served(client, server, "api/v1/victims/people/cases?by=origin")
                            .body())
                    .isEqualTo(place.run("victims", "microdata", "cases", "--by", "origin", "--format", "json")
                            .out());
            assertThat(served(client, server, "victims/people/cases?by=case").statusCode())
                    .isEqualTo(400);
        }
    }

    private static HttpResponse<String> served(HttpClient client, WebServer server, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(server.address().resolve(path)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    @Test
    void theQueryTheExportAndTheDescriptionHaveTheCountsOnly() throws IOException {
        var query = place.run("sql", "SELECT * FROM cases", "--format", "csv");
        assertThat(query.code()).as(query.err()).isZero();
        assertThat(query.out())
                .startsWith("origin,fiscal_year,sex,people,withheld,threshold,absent\n")
                .doesNotContain("case-0");
        assertThat(place.run("sql", "SELECT \"case\" FROM cases").code()).isEqualTo(2);
        assertThat(place.run("sql", "SELECT min(people) AS least FROM cases", "--format", "csv")
                        .out())
                .containsPattern("least\n[1-9][0-9]+\n");
        assertThat(place.run("export", home.resolve("out").toString(), "--format", "csv")
                        .code())
                .isZero();
        assertThat(Files.readString(home.resolve("out/cases.csv"))).doesNotContain("case-0");
        var described = place.run("data", "describe", "--format", "json");
        assertThat(described.code()).isZero();
        assertThat(described.out()).contains("cases").doesNotContain("case-0");
        try (var files = Files.walk(home.resolve("own/prepared"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("case-0");
            }
        }
        assertThat(place.run("sources", "yours:own").out()).contains("A register");
    }

    @Test
    void otherTablesAndDimensionsAreRefused() {
        refused(2, "'tiers' is no table of people", "victims", "microdata", "tiers");
        refused(2, "'cases.csv' is no table of people", "victims", "microdata", "cases.csv");
        refused(2, "--by: 'case' is not one of the dimensions", "victims", "microdata", "cases", "--by", "case");
        refused(2, "--by: 'sex' is not one of the dimensions", "victims", "microdata", "cases", "--by", "sex,sex");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"threshold\": 1, \"dimensions\": [\"origin\"] | microdata.threshold",
                "\"threshold\": \"10\", \"dimensions\": [\"origin\"] | microdata.threshold",
                "\"dimensions\": [\"origin\"] | microdata: expected an object",
                "\"treshold\": 10, \"dimensions\": [\"origin\"] | microdata: expected an object",
                "\"threshold\": 10, \"dimensions\": [] | microdata.dimensions",
                "\"threshold\": 10, \"dimensions\": [\"origin\", \"origin\"] | microdata.dimensions",
                "\"threshold\": 10, \"dimensions\": [\"nowhere\"] | microdata.dimensions",
                "\"threshold\": 10, \"dimensions\": [\"sources\"] | microdata.dimensions",
            })
    void aDescriptionThatCouldPrintSomebodyIsRefused(String microdata, String words) throws IOException {
        refused(3, words, "data", "add", write("other", microdata).toString());
    }

    @Test
    void peopleByTheirOwnNumberAreTooManyGroups() throws IOException {
        var folder =
                write("other", "\"threshold\": 10, \"dimensions\": [\"case\", \"origin\", \"fiscal_year\", \"sex\"]");
        refused(3, "combinations, expected at most 10000", "data", "add", folder.toString());
    }

    @Test
    void peopleJoinNoShippedTable() throws IOException {
        refused(
                3,
                "one row a person cannot join it",
                "data",
                "add",
                write("flow_types", "\"threshold\": 10, \"dimensions\": [\"origin\"]")
                        .toString());
    }

    private static void refused(int code, String words, String... command) {
        var run = place.run(command);
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.errorLines()).hasSize(2);
        assertThat(run.err()).contains(words).doesNotContain("Exception");
    }

    private static JsonNode rows(String by) {
        var json = place.run("victims", "microdata", "cases", "--by", by, "--format", "json")
                .json();
        for (var block : json.get("sections").get(0).get("blocks")) {
            if (block.has("rows")) {
                return block.get("rows");
            }
            if (block.has("table")) {
                return block.get("table").get("rows");
            }
        }
        throw new AssertionError("no table in " + json);
    }

    private static List<String> at(JsonNode row) {
        return DIMENSIONS.stream()
                .map(dimension -> row.has(dimension) ? row.get(dimension).asString() : "all")
                .toList();
    }

    private static int people(List<String> at) {
        return TRUTH.entrySet().stream()
                .filter(e -> {
                    for (int d = 0; d < 3; d++) {
                        if (!at.get(d).equals("all")
                                && !at.get(d).equals(e.getKey().get(d))) {
                            return false;
                        }
                    }
                    return true;
                })
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
