package org.evenhand.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.evenhand.cli.Main;
import org.evenhand.cli.Session;
import org.evenhand.print.Screen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// `evenhand fit` on a simulated panel of 40 countries and 10 years (made by
/// `statistics/src/test/reference/ordinal.R`).
class FitCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path panel;

    private record Ran(int code, String out, String err) {
        JsonNode json() {
            return new ObjectMapper().readTree(out);
        }
    }

    @BeforeEach
    void copyPanel() throws IOException {
        panel = folder.resolve("panel.csv");
        Files.write(panel, lines());
    }

    /// The panel with a column `law` that is 1 on tiers 1 and 2.
    private static List<String> lines() throws IOException {
        try (var in = FitCommandTest.class.getResourceAsStream("/fit/panel.csv")) {
            var text = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var lines = new ArrayList<String>();
            for (var line : text.lines().toList()) {
                String tier = line.split(",", -1)[8];
                lines.add(line + "," + (lines.isEmpty() ? "law" : Integer.parseInt(tier) <= 2 ? "1" : "0"));
            }
            return lines;
        }
    }

    private Ran run(String... args) {
        var all = new ArrayList<>(List.of("--data", panel.toString()));
        all.addAll(List.of(args));
        return runPlain(all.toArray(String[]::new));
    }

    private Ran runPlain(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var session = new Session(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Screen.PLAIN,
                folder,
                folder,
                folder);
        var all = new ArrayList<>(List.of("fit"));
        all.addAll(List.of(args));
        int code = Main.run(session, all.toArray(String[]::new));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static JsonNode named(JsonNode array, String name) {
        for (var node : array) {
            if (node.get("name").asString().equals(name)) {
                return node;
            }
        }
        throw new AssertionError("no " + name + " in " + array);
    }

    @Test
    void jsonHoldsTheFieldsOfTheContractAndClmsNumbers() {
        var ran = run(
                "--outcome",
                "tier",
                "--levels",
                "1,2,3,4",
                "--terms",
                "prosecution,protection,log(gdp),ally",
                "--link",
                "logit",
                "--cluster",
                "country",
                "--format",
                "json");
        assertThat(ran.code()).as(ran.err()).isZero();
        var json = ran.json();
        assertThat(json.get("status").asString()).isEqualTo("ok");
        assertThat(json.get("n").asInt()).isEqualTo(400);
        assertThat(json.get("clusters").asInt()).isEqualTo(40);
        assertThat(json.get("logLik").asDouble()).isCloseTo(-487.38705621401073, within(1e-6));
        assertThat(json.get("gradient").asDouble()).isLessThan(1e-8);
        assertThat(json.get("iterations").asInt()).isBetween(2, 10);
        assertThat(json.get("thresholds").size()).isEqualTo(3);
        assertThat(json.get("dropped").size()).isZero();
        assertThat(json.get("errors").asString()).isEqualTo("cluster-robust by country (HC0 × G/(G−1), G = 40)");
        // ordinal::clm 2022.11.16 and sandwich::vcovCL(type = "HC0", cadjust = TRUE).
        var ally = named(json.get("coefficients"), "ally");
        assertThat(ally.get("estimate").asDouble()).isCloseTo(0.30556454644309189, within(1e-6));
        assertThat(ally.get("se").asDouble()).isCloseTo(0.19876576976077481, within(1e-5));
        double clustered = Math.sqrt(0.038082961487454797);
        assertThat(ally.get("se_cluster").asDouble()).isCloseTo(clustered, within(1e-5));
        assertThat(ally.get("z").asDouble()).isCloseTo(0.30556454644309189 / clustered, within(1e-4));
        assertThat(ally.get("high").asDouble()).isCloseTo(0.30556454644309189 + 1.959964 * clustered, within(1e-5));
        assertThat(json.get("effects").size()).isEqualTo(16);
        assertThat(json.get("command").asString())
                .contains("fit --data")
                .contains("'prosecution,protection,log(gdp),ally'");
    }

    @Test
    void aBinaryModelWithLagsWithinCountryGivesOddsRatiosAndTheirErrors() {
        // As Kelley & Simmons 2015 report them. R: glm(law ~ lag(prosecution) + log(lag(gdp)) + ally, binomial),
        // 360 rows;
        // exp(b), exp(b) * se, and exp(b) * vcovCL(type = "HC0", cadjust = TRUE).
        var ran = run(
                "--outcome",
                "law",
                "--terms",
                "lag(prosecution,1), log(lag(gdp,1)), ally",
                "--cluster",
                "country",
                "--format",
                "json");
        assertThat(ran.code()).as(ran.err()).isZero();
        var json = ran.json();
        assertThat(json.get("n").asInt()).isEqualTo(360);
        assertThat(json.get("logLik").asDouble()).isCloseTo(-239.162861664975, within(1e-6));
        odds(json, "lag(prosecution, 1)", 1.022665995323585, 0.1110345206794486, 0.0992350512381135);
        odds(json, "log(lag(gdp, 1))", 1.028031239854972, 0.0934740895928825, 0.1010132501112318);
        odds(json, "ally", 0.588812282087745, 0.1363808926766213, 0.1213384012289144);
        assertThat(json.get("dropped").get(0).get("column").asString()).isEqualTo("lag(prosecution, 1)");
        assertThat(json.get("dropped").get(0).get("rows").asInt()).isEqualTo(40);
    }

    private static void odds(JsonNode json, String name, double ratio, double se, double cluster) {
        var c = named(json.get("coefficients"), name);
        assertThat(c.get("odds_ratio").asDouble()).isCloseTo(ratio, within(1e-6));
        assertThat(c.get("odds_ratio_se").asDouble()).isCloseTo(se, within(1e-5));
        assertThat(c.get("odds_ratio_se_cluster").asDouble()).isCloseTo(cluster, within(1e-5));
    }

    @Test
    void theLagOptionIsTheLagOfEveryColumnOfNumbers() {
        var option = run(
                "--outcome",
                "law",
                "--terms",
                "prosecution,log(gdp)",
                "--lag",
                "1",
                "--unit",
                "country",
                "--format",
                "json");
        var written = run(
                "--outcome",
                "law",
                "--terms",
                "lag(prosecution,1),log(lag(gdp,1))",
                "--unit",
                "country",
                "--format",
                "json");
        assertThat(option.json().get("coefficients")).isEqualTo(written.json().get("coefficients"));
    }

    @Test
    void theOrderOfLinesAndARepetitionChangeNoByte() throws IOException {
        String[] args = {
            "--outcome",
            "tier",
            "--terms",
            "prosecution,lag(ally,1),factor(era)",
            "--cluster",
            "country",
            "--bootstrap",
            "99"
        };
        var first = run(args);
        assertThat(run(args).out()).isEqualTo(first.out());
        var lines = lines();
        var header = lines.removeFirst();
        Collections.shuffle(lines, new Random(4));
        lines.addFirst(header);
        Files.write(panel, lines);
        var json = List.of(args);
        assertThat(run(json.toArray(String[]::new)).out()).isEqualTo(first.out());
    }

    @Test
    void thresholdsByEraAndSlopesByThresholdAreNamed() {
        var ran = run(
                "--outcome",
                "tier",
                "--terms",
                "prosecution",
                "--by-threshold",
                "ally",
                "--thresholds",
                "era",
                "--format",
                "json");
        assertThat(ran.code()).as(ran.err()).isZero();
        named(ran.json().get("thresholds"), "2|3 @late");
        named(ran.json().get("coefficients"), "ally [2|3]");
    }

    @Test
    void aRandomInterceptIsReportedWithItsSpread() {
        var ran = run(
                "--outcome",
                "tier",
                "--terms",
                "prosecution,ally",
                "--random",
                "country",
                "--cluster",
                "country",
                "--format",
                "json");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.json().get("random").get("groups").asInt()).isEqualTo(40);
        assertThat(ran.json().get("random").get("sd").asDouble()).isBetween(0.1, 1.5);
        assertThat(named(ran.json().get("coefficients"), "ally")
                        .get("se_cluster")
                        .isNull())
                .isTrue();
    }

    /// One document, as in every other command: the numbers of the JSON in the CSV, with their passports.
    @Test
    void aTableOfTheAnswerIsHadAsCsv() {
        String[] model = {"--outcome", "tier", "--terms", "prosecution,ally", "--cluster", "country"};
        var json = run(with(model, "--format", "json")).json();
        var csv = run(with(model, "--format", "csv"));
        assertThat(csv.code()).as(csv.err()).isZero();
        var header = List.of(csv.out().lines().findFirst().orElseThrow().split(","));
        var ally = csv.out()
                .lines()
                .filter(l -> l.startsWith("ally,"))
                .findFirst()
                .orElseThrow()
                .split(",");
        var expected = named(json.get("coefficients"), "ally");
        for (var column : List.of("estimate", "se", "se_cluster", "z", "p", "odds_ratio", "odds_ratio_high")) {
            assertThat(Double.parseDouble(ally[header.indexOf(column)]))
                    .as(column)
                    .isEqualTo(expected.get(column).asDouble());
        }
        var effects = run(with(model, "--format", "csv", "--table", "effects"));
        assertThat(effects.out().lines()).hasSize(1 + json.get("effects").size());
        assertThat(run(with(model, "--format", "csv", "--table", "nothing")).code())
                .isEqualTo(2);
    }

    private static String[] with(String[] model, String... more) {
        return java.util.stream.Stream.concat(java.util.Arrays.stream(model), java.util.Arrays.stream(more))
                .toArray(String[]::new);
    }

    @Test
    void separationIsAnAnswerWithExitCodeFour() {
        // tier itself as a column orders tier perfectly.
        var ran = run("--outcome", "tier", "--terms", "tier,ally", "--format", "json");
        assertThat(ran.code()).isEqualTo(4);
        assertThat(ran.json().get("status").asString()).isEqualTo("separated");
        assertThat(ran.json().get("kind").asString()).isEqualTo("complete");
        assertThat(ran.json().get("columns").get(0).asString()).isEqualTo("tier");
        assertThat(ran.json().get("n").asInt()).isEqualTo(400);
        assertThat(ran.err()).contains("Complete separation: tier (up)");
    }

    @Test
    void rowsOutsideTheLevelsAreCounted() {
        var ran = run("--outcome", "tier", "--levels", "2,3,4", "--terms", "ally", "--format", "json");
        assertThat(ran.json().get("n").asInt()).isEqualTo(320);
        assertThat(ran.json().get("dropped").get(0).get("reason").asString()).isEqualTo("'1' is not among the levels");
        assertThat(ran.json().get("dropped").get(0).get("rows").asInt()).isEqualTo(80);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--outcome rank --terms ally | 2 | There is no column 'rank'.",
                "--outcome tier --terms aly | 2 | There is no column 'aly'.",
                "--outcome era --terms ally | 2 | The order of era is not known: early, late.",
                "--outcome tier --levels 1,5 --terms ally | 2 | No row of tier is '5'.",
                "--outcome tier --terms era | 2 | Column era holds labels such as 'early', not numbers.",
                "--outcome tier --terms lag(ally,1) | 2 | A lag needs to know unit and time.",
                "--outcome tier --terms log(exposure) | 3 | log(exposure): row",
                "--outcome tier --terms ally --link cauchit | 2 | --link: 'cauchit' is not a link.",
                "--outcome tier --terms ally --format xml | 2 | --format: 'xml' is not a format.",
                "--outcome tier --terms ally --bootstrap 99 | 2 | --bootstrap needs one kind of cluster."
            })
    void whatCannotBeUnderstoodIsOneMessage(String args, int code, String message) {
        var ran = run(args.strip().split(" "));
        assertThat(ran.code()).as(ran.err()).isEqualTo(code);
        assertThat(ran.err()).contains(message.strip()).doesNotContain("among the levels .");
        assertThat(ran.out()).isEmpty();
    }

    /// With one binary column the adjusted scores add one half to each cell of the two by two table (Firth 1993),
    /// which gives the estimate and its error in closed form: here 3 of 10 and 0 of 8.
    @Test
    void separationIsAnsweredByABiasReducedFitWithItsOwnIntervals() throws IOException {
        var table = folder.resolve("waivers.csv");
        var rows = new StringBuilder("restricted,ally\n");
        for (int i = 0; i < 18; i++) {
            rows.append(i < 3 ? 1 : 0).append(',').append(i < 10 ? 0 : 1).append('\n');
        }
        Files.writeString(table, rows);
        String[] request = {"--data", table.toString(), "--outcome", "restricted", "--terms", "ally", "--format", "json"
        };
        var likelihood = runPlain(request);
        assertThat(likelihood.code()).isEqualTo(4);
        assertThat(likelihood.json().get("status").asString()).isEqualTo("separated");
        assertThat(likelihood.err()).contains("--bias-reduced");
        var more = new ArrayList<>(List.of(request));
        more.add("--bias-reduced");
        var reduced = runPlain(more.toArray(String[]::new));
        assertThat(reduced.code()).isZero();
        var ally = named(reduced.json().get("coefficients"), "ally");
        double with = 0.5 / 9;
        double without = 3.5 / 11;
        assertThat(ally.get("estimate").asDouble())
                .isCloseTo(Math.log(with / (1 - with)) - Math.log(without / (1 - without)), within(1e-8));
        assertThat(ally.get("se").asDouble())
                .isCloseTo(Math.sqrt(1 / (8 * with * (1 - with)) + 1 / (10 * without * (1 - without))), within(1e-8));
        assertThat(ally.get("low").asDouble()).isLessThan(ally.get("estimate").asDouble() - 3);
        assertThat(ally.get("high").asDouble()).isBetween(0.0, 2.0);
        assertThat(ally.get("p").asDouble()).isBetween(0.05, 0.5);
        assertThat(reduced.json().get("errors").asString()).contains("Firth 1993", "profile");
    }

    @Test
    void anOrderedBiasReducedFitSaysThatItsIntervalsAreWald() {
        var ran = run(
                "--outcome",
                "tier",
                "--levels",
                "1,2,3,4",
                "--terms",
                "prosecution",
                "--bias-reduced",
                "--format",
                "json");
        assertThat(ran.code()).isZero();
        assertThat(ran.json().get("errors").asString()).contains("Kosmidis 2014", "Wald");
        assertThat(ran.json().get("thresholds").size()).isEqualTo(3);
        var refused = run(
                "--outcome",
                "tier",
                "--levels",
                "1,2,3,4",
                "--terms",
                "prosecution",
                "--bias-reduced",
                "--random",
                "country");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--bias-reduced");
    }
}
