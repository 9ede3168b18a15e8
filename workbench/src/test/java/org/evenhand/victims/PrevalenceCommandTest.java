package org.evenhand.victims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.cli.Main;
import org.evenhand.cli.Session;
import org.evenhand.print.Screen;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PrevalenceCommandTest {
    private static final Path UK =
            Path.of("..", "data", "list_united_kingdom_2013_five", "list_united_kingdom_2013_five.csv");

    private static final String[] ARTIFICIAL = {"A,B,C,count", "1,0,0,40", "0,1,0,30", "0,0,1,20", "1,1,0,6"};

    private record Ran(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.builder().build().readTree(out);
        }
    }

    private static Ran run(Path lists, String... options) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var session = new Session(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Screen.PLAIN,
                Path.of(".."),
                Path.of("target", "none"),
                Path.of("target", "nobody"));
        var args = new ArrayList<>(List.of("prevalence", "--lists", lists.toString()));
        args.addAll(List.of(options));
        int code = Main.run(session, args.toArray(String[]::new));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Path write(Path folder, String... lines) throws IOException {
        return Files.write(folder.resolve("lists.csv"), List.of(lines));
    }

    @DisplayName("UK 2013 stepwise, 11,313, as an interval with its model; the same bytes on one thread and two")
    @Test
    void unitedKingdom() {
        var ran = run(UK, "--bootstrap", "300", "--seed", "4", "--format", "json", "--threads", "1");
        assertThat(ran.code()).isZero();
        var json = ran.json();
        assertThat(json.get("status").asString()).isEqualTo("estimate");
        assertThat(json.get("observed").asInt()).isEqualTo(2744);
        assertThat(json.get("estimate").asDouble()).isCloseTo(11313, within(11.0));
        assertThat(json.get("low").asDouble()).isLessThan(json.get("estimate").asDouble());
        assertThat(json.get("high").asDouble())
                .isGreaterThan(json.get("estimate").asDouble());
        assertThat(json.get("level").asDouble()).isEqualTo(0.95);
        assertThat(json.get("model").valueStream().map(JsonNode::asString)).contains("la", "la:ng", "go:gp");
        assertThat(json.get("models").get(0).get("notation").asString()).isEqualTo("[12,13,23,25,34]");
        assertThat(json.get("bootstrap").get("replicates").asInt()).isEqualTo(300);
        assertThat(json.get("bootstrap").get("failed").asInt()).isZero();
        assertThat(run(UK, "--bootstrap", "300", "--seed", "4", "--format", "json", "--threads", "2")
                        .out())
                .isEqualTo(ran.out());
    }

    @DisplayName("For people: never a point without its interval")
    @Test
    void neverAPointAlone() {
        var ran = run(UK, "--bootstrap", "50", "--select", "bic", "--order", "2");
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .containsPattern("Estimated population: 22,991 people\\s+\\(d; [0-9,]+ to [0-9,]+, 95%, BCa\\)");
        var without = run(UK, "--bootstrap", "0", "--format", "json").json();
        assertThat(without.get("interval").asString()).isEqualTo("model taken as known");
        assertThat(without.get("high").asDouble())
                .isGreaterThan(without.get("estimate").asDouble());
    }

    @DisplayName("Without an estimate: a typed reason in the answer, and exit code 4")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "not_existing, '1,0,0,40;0,1,0,30;0,0,1,20'",
        "too_few_lists, '1,0,0,40;0,1,0,30;1,1,0,20'",
        "too_few_lists, '1,0,0,40'"
    })
    void typedReasons(String status, String rows, @TempDir Path folder) throws IOException {
        var lines = new ArrayList<>(List.of("A,B,C,count"));
        lines.addAll(List.of(rows.split(";", -1)));
        for (var select : List.of("stepwise", "bic")) {
            var ran = run(write(folder, lines.toArray(String[]::new)), "--select", select, "--format", "json");
            assertThat(ran.code()).isEqualTo(4);
            assertThat(ran.json().get("status").asString()).isEqualTo(status);
            assertThat(ran.json().get("reason").asString()).isNotBlank();
            assertThat(ran.json().get("estimate").isNull()).isTrue();
        }
    }

    /// Chan, Silverman & Vincent 2021, table 3: an artificial example: 40 on A alone, 30 on B, 20 on C, 6 on A and B.
    @DisplayName("A model laid down beforehand: an estimate, one that does not exist, one that is not identified")
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'A:B', not_existing",
        "'A:C', estimate",
        "'A:C,B:C', estimate",
        "'A:B,A:C', not_existing",
        "'A:B,A:C,B:C', not_identified"
    })
    void givenModels(String model, String status, @TempDir Path folder) throws IOException {
        var table = write(folder, ARTIFICIAL);
        var ran = run(table, "--model", model, "--bootstrap", "20", "--format", "json");
        assertThat(ran.json().get("status").asString()).isEqualTo(status);
        assertThat(ran.code()).isEqualTo(status.equals("estimate") ? 0 : 4);
        assertThat(ran.json().get("selection").get("rule").asString()).isEqualTo("given");
        assertThat(ran.json().get("estimate").isNull()).isEqualTo(!status.equals("estimate"));
        if (!status.equals("estimate")) {
            assertThat(ran.json().get("reason").asString()).contains("A:B");
        }
    }

    @DisplayName("A list with nobody on it does not count as one; a cell that is not in the file was seen zero times")
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'1,0,0,0;0,1,0,30;0,0,1,20;0,1,1,4', too_few_lists, 54",
        "'1,0,0,40;0,1,0,30;0,0,1,20;1,1,0,5;1,0,1,0;0,1,1,4', estimate, 99"
    })
    void sparseTables(String rows, String status, int observed, @TempDir Path folder) throws IOException {
        var lines = new ArrayList<>(List.of("A,B,C,count"));
        lines.addAll(List.of(rows.split(";", -1)));
        var ran = run(write(folder, lines.toArray(String[]::new)), "--bootstrap", "20", "--format", "json");
        assertThat(ran.json().get("status").asString()).isEqualTo(status);
        assertThat(ran.json().get("observed").asInt()).isEqualTo(observed);
    }

    @DisplayName("A bad file is named with line and column, exit code 3")
    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "'A,B,count;1,0,3;0,2,4', 'line 3, column 2 (B): found ''2'''",
        "'A,B,count;1,0,-3', 'line 2, column 3 (count): found ''-3'''",
        "'A,B,count;1,0,3;0,0,7', 'line 3, columns 1 to 2'",
        "'A,B,n;1,0,3', 'line 1, column 3: found ''n'''",
        "'A,A,count;1,0,3', 'line 1, column 2: found ''A'''",
        "'A,B,count;1,0', 'line 2: found 2 fields, expected 3'",
        "'A,B,count;1,0,0', 'holds nobody'"
    })
    void badFiles(String rows, String complaint, @TempDir Path folder) throws IOException {
        var ran = run(write(folder, rows.split(";", -1)));
        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains(complaint);
        assertThat(ran.out()).isEmpty();
    }

    @DisplayName("What makes no sense is refused, exit code 2")
    @ParameterizedTest
    @CsvSource({
        "--select guess",
        "--select bic --order 0",
        "--select bic --threshold 0.1",
        "--select stepwise --order 3",
        "--threshold 2",
        "--level 1.5",
        "--bootstrap -1",
        "--threads 0",
        "--select bic --search sideways",
        "--model la:nobody",
        "--model la:ng --select bic",
        "--model la:ng --sensitivity"
    })
    void badRequests(String options) {
        assertThat(run(UK, options.split(" ", -1)).code()).isEqualTo(2);
    }

    @DisplayName("Sensitivity shows every list left out and every pair merged, each with its own interval or reason")
    @Test
    void sensitivity() {
        var json = run(UK, "--bootstrap", "20", "--sensitivity", "--format", "json")
                .json();
        assertThat(json.get("sensitivity").size()).isEqualTo(5 + 10);
        json.get("sensitivity")
                .forEach(variant -> assertThat(variant.get("estimate").isNull()
                                || variant.get("low").asDouble()
                                        < variant.get("high").asDouble())
                        .isTrue());
    }

    @DisplayName("CSV has one row a rule and kind of interval")
    @Test
    void csv() {
        var lines =
                run(UK, "--bootstrap", "20", "--format", "csv").out().lines().toList();
        assertThat(lines.getFirst()).startsWith("row,rule,status,estimate,estimate_low,estimate_high");
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.matches("(chosen|average|other),.*"));
    }
}
