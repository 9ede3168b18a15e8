package org.evenhand.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.evenhand.panel.ShippedData;
import org.evenhand.statistics.multiverse.Alignment;
import org.evenhand.statistics.multiverse.Outcome;
import org.evenhand.statistics.multiverse.PermutedCurves;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.statistics.tasks.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.ObjectMapper;

class UniverseTest {
    @SuppressWarnings("unused") // named by the parameterised test
    private static final List<String> SHIPPED = UniverseReader.SHIPPED;

    /// The bounds for a shipped universe: about 500 to 10,000.
    @ParameterizedTest
    @FieldSource("SHIPPED")
    void everyShippedUniverseIsReadAndOfTheStatedSize(String name) {
        var universe = UniverseReader.find(name);
        assertThat(universe.name()).isEqualTo(name);
        assertThat(universe.points()).hasSizeBetween(450, 10_000);
        universe.ruledOut().forEach((why, count) -> assertThat(count).as(why).isPositive());
        int all = universe.choices().values().stream()
                .mapToInt(c -> c.options().size())
                .reduce(1, (a, b) -> a * b);
        int excluded = universe.ruledOut().values().stream().mapToInt(c -> c).sum();
        assertThat(universe.points()).hasSize(all - excluded);
    }

    @Test
    void thePageStatesTheSizeOfTheShippedUniverses() throws IOException {
        var sizes = SHIPPED.stream()
                .mapToInt(name -> UniverseReader.find(name).points().size())
                .summaryStatistics();
        assertThat(Files.readString(Path.of("..", "docs", "influence.md")))
                .contains(String.format(
                        Locale.ROOT, "Each expands to %,d to %,d numbered", sizes.getMin(), sizes.getMax()));
    }

    @ParameterizedTest(name = "{0} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "options: [logit, probit] | options: [logit, cauchit] | link: 'cauchit' is not an option",
                "rows: placements | rows: people | rows: 'people'",
                "question: | quesion: | key 'quesion' is not known",
                "estimator: | estimators: | choices: 'estimators' is not a choice",
                "tiers, merged, tier3 | tiers, any_waiver | choices.outcome: 'any_waiver' is not an option",
                "universe: trade | universe: ../../trade | universe: '../../trade' is not a name",
                "universe: trade | universe: Trade | universe: 'Trade' is not a name",
                "rows: placements | title: placements | the file: key 'title' stands twice",
                "lag: 2, outcome: [merged, tier3] | lag: 3, outcome: [merged, tier3] | excluded[1].when.lag: '3' is not declared",
                "lag: 2, outcome: [merged, tier3] | lag: 2, lag: 1 | excluded[1].when: key 'lag' stands twice",
                "when: {lag: 2, outcome: [merged, tier3]} | when: {} | excluded[1].when names no choice",
                "fta: {sign: +1, why | fta: {sign: +1, reason: x, why | key 'reason' is not known",
                "2004-2025, 2004-2019 | 2025-2004, 2004-2019 | choices.period: '2025-2004' is not an option",
                "fta: {sign: +1 | fta: {sign: up | sign 'up'",
                "fta: {sign | ftb: {sign | 'ftb' is not an option of the interest",
            })
    void aMistakeIsNamedWithItsLine(String right, String wrong, String message) throws IOException {
        mistake("trade", right, wrong, message);
    }

    private static void mistake(String universe, String right, String wrong, String message) throws IOException {
        String text = text(universe);
        assertThat(text).contains(right);
        int line = (int) text.substring(0, text.indexOf(right))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        byte[] broken = text.replace(right, wrong).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> UniverseReader.read("mine.yaml", broken))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("mine.yaml line " + line)
                .hasMessageContaining(message);
    }

    /// Outcomes of placements say nothing of determinations, and an automatic downgrade changes none.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[full_waiver, any_waiver] | [full_waiver, tier3] | choices.outcome: 'tier3' is not an option",
                "[published] | [published, as_watch_list] | choices.downgrades: 'as_watch_list' is not an option",
            })
    void optionsFitTheRows(String right, String wrong, String message) throws IOException {
        mistake("waivers", right, wrong, message);
    }

    /// Errors of the file itself, some of which the parser gives without a place.
    @Test
    void whatIsNotYamlIsSaidInOneSentenceWithItsLine() {
        unreadable("", "mine.yaml line 1: the file is empty.");
        unreadable("universe: x\ntitle: a\u0007b\n", "mine.yaml line 2: character U+0007 may not stand in YAML.");
        unreadable("universe: x\ntitle: [a\n", "mine.yaml line 3: not YAML");
        unreadable("universe: x\n---\nuniverse: y\n", "mine.yaml line 2: not YAML");
        unreadable("[".repeat(100_000), "mine.yaml line 1: ");
        unreadable("a".repeat(2_100_000), "mine.yaml line 1: not YAML");
        assertThatThrownBy(() -> UniverseReader.read("mine.yaml", new byte[] {'a', ':', '\n', 'b', (byte) 0xff}))
                .isInstanceOf(BadData.class)
                .hasMessage("mine.yaml line 2: the text is not UTF-8.");
    }

    private static void unreadable(String text, String message) {
        assertThatThrownBy(() -> UniverseReader.read("mine.yaml", text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BadData.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("\n");
    }

    /// What only the data know is checked before anything runs, with the line too.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fta: {sign | fbt: {sign | asinh_us_exports_usd, fta] | asinh_us_exports_usd, fbt] | 18: choices.interest: 'fbt'",
                "policy_index] | policy_indexes] | x | x | 15: choices.evidence: 'policy_indexes'",
                "options: [all] | options: [Atlantis] | x | x | 31: choices.sample: 'Atlantis'",
            })
    void whatTheCatalogueDoesNotHaveIsNamed(
            String right, String wrong, String also, String instead, String message, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, text("trade").replace(right, wrong).replace(also, instead));
        assertThat(UniverseReader.find(file.toString()).points()).isNotEmpty();
        assertThatThrownBy(() -> UniverseReader.find(file.toString(), ShippedData.catalogue()))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("mine.yaml line " + message);
    }

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void theCatalogueAnswersEveryShippedUniverse(String name) {
        assertThat(UniverseReader.find(name, ShippedData.catalogue())).isEqualTo(UniverseReader.find(name));
    }

    /// The published schema takes every shipped universe, and refuses what the reader refuses by form.
    @ParameterizedTest
    @FieldSource("SHIPPED")
    void everyShippedUniverseFollowsThePublishedSchema(String name) throws IOException {
        assertThat(schemaFaults(text(name))).isEmpty();
        boolean waivers = name.equals("waivers");
        assertThat(schemaFaults(text(name)
                        .replace(
                                "rows: " + (waivers ? "determinations" : "placements"),
                                "rows: " + (waivers ? "placements" : "determinations"))))
                .isNotEmpty();
        assertThat(schemaFaults(text(name).replace("universe: ", "universe: ../")))
                .isNotEmpty();
    }

    private static List<String> schemaFaults(String yaml) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("..", "docs", "universe.schema.json")), InputFormat.JSON);
        var content = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return schema.validate(new ObjectMapper().writeValueAsString(content), InputFormat.JSON).stream()
                .map(e -> String.valueOf(e))
                .toList();
    }

    private static String text(String universe) throws IOException {
        try (var stream = UniverseReader.class.getResourceAsStream("universes/" + universe + ".yaml")) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void anUnknownUniverseIsABadRequest() {
        assertThatThrownBy(() -> UniverseReader.find("weather"))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("no universe 'weather'");
    }

    /// An interrupted run, with its last record cut off and another one's statistics spoilt, is finished to the
    /// same results as one without interruption, on any number of threads.
    @Test
    void aRunThatWasInterruptedEndsInTheSameResults(@TempDir Path folder) throws IOException {
        var run = new UniverseRun(ShippedData.catalogue(), small(), Finding.Scope.ALL);
        int count = run.specifications();
        String identity = run.identity(5, 19, Alignment.NEAREST_TIME);
        Path file = folder.resolve("run.checkpoint");
        Finding whole;
        try (var checkpoint = Checkpoint.begin(file, identity, count, 19)) {
            var watch = new Watch<Outcome>() {
                @Override
                public void finished(int number, Outcome outcome, int finished, int total) {
                    if (number < 4) {
                        checkpoint.add(number, outcome);
                    }
                }
            };
            whole = run.run(
                            Executor.threads(1),
                            watch,
                            new TreeMap<>(),
                            checkpoint.curves(),
                            5,
                            Alignment.NEAREST_TIME,
                            "x")
                    .orElseThrow();
        }
        try (var cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() - 11);
        }
        Path statistics = folder.resolve("run.checkpoint.curves");
        try (var spoilt = new RandomAccessFile(statistics.toFile(), "rw")) {
            spoilt.seek(20 * Float.BYTES + 8);
            spoilt.writeInt(7);
            // What was never vouched for is gone.
            spoilt.setLength(4L * 20 * Float.BYTES);
        }
        for (int threads : new int[] {1, 2, 8}) {
            Path again = folder.resolve("again%d.checkpoint".formatted(threads));
            Files.copy(file, again);
            Files.copy(statistics, folder.resolve("again%d.checkpoint.curves".formatted(threads)));
            try (var checkpoint = Checkpoint.resume(again, identity, count, 19)) {
                assertThat(checkpoint.done()).containsOnlyKeys(0, 2);
                var resumed = run.run(
                                Executor.threads(threads),
                                Watch.none(),
                                checkpoint.done(),
                                checkpoint.curves(),
                                5,
                                Alignment.NEAREST_TIME,
                                "x")
                        .orElseThrow();
                assertThat(print(resumed)).isEqualTo(print(whole));
            }
        }
        assertThatThrownBy(() -> Checkpoint.resume(file, "another", count, 19))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("another run");
        // Two runs must not write one checkpoint.
        try (var held = Checkpoint.resume(file, identity, count, 19)) {
            assertThat(held.done()).isNotEmpty();
            assertThatThrownBy(() -> Checkpoint.resume(file, identity, count, 19))
                    .isInstanceOf(BadRequest.class)
                    .hasMessageContaining("The same run is under way");
            assertThatThrownBy(() -> Checkpoint.begin(file, identity, count, 19))
                    .isInstanceOf(BadRequest.class)
                    .hasMessageContaining("The same run is under way");
        }
        try (var after = Checkpoint.resume(file, identity, count, 19)) {
            assertThat(after.done()).containsOnlyKeys(0, 2);
        }
    }

    private static String print(Finding finding) {
        var curve = finding.curve();
        return curve.outcomes() + " " + curve.test()
                + Arrays.toString(curve.band().low())
                + MultiverseDocument.section(finding, Optional.of(new JointP(1, 1, 1)));
    }

    /// What is small alone and not after adjustment is said to be both.
    @Test
    void theVerdictTellsAPValueFromAnAdjustedOne() {
        var run = new UniverseRun(ShippedData.catalogue(), small(), Finding.Scope.ALL);
        var finding = run.run(
                        Executor.sequential(),
                        Watch.none(),
                        new TreeMap<>(),
                        PermutedCurves.inMemory(run.specifications(), 19),
                        5,
                        Alignment.NEAREST_TIME,
                        "x")
                .orElseThrow();
        var test = finding.curve().test();
        assertThat(Wording.verdict(finding, test, Optional.of(new JointP(0.06, 0.01, 6))))
                .startsWith("Taken alone, the median effect is farther from the middle")
                .contains("joint p = 0.010)")
                .contains("it is not (0.060 after Holm's adjustment for 6 tests)")
                .contains("no association beyond chance is claimed");
        assertThat(Wording.verdict(finding, test, Optional.of(new JointP(0.04, 0.01, 4))))
                .contains("(joint p = 0.040 after Holm's adjustment for 4 tests)")
                .contains("does not say why");
        assertThat(Wording.verdict(finding, test, Optional.of(new JointP(0.04, 0.04, 1))))
                .contains("(joint p = 0.040)")
                .doesNotContain("Holm");
        // Determinations name what they rest on too.
        assertThat(finding.sources()).contains("pd-2016").isSorted();
    }

    /// Agreement and distance in the General Assembly are one interest measured in opposite directions: turned,
    /// their effects share a sign and both say "more agreement goes with a better tier" by plus.
    @Test
    void everyMeasureIsTurnedSoThatPlusIsMoreOfTheInterestWithABetterOutcome() {
        var universe = UniverseReader.find("un_alignment");
        for (var point : universe.points()) {
            boolean distance = point.of(Dimension.INTEREST).equals("ideal_point_distance_to_us");
            assertThat(universe.sign(point)).isEqualTo(distance ? -1 : 1);
        }
        // Tier 3 is worse for the government, a waiver is better.
        assertThat(universe.orientation()).isEqualTo(-1);
        var waivers = UniverseReader.find("waivers");
        assertThat(waivers.orientation()).isEqualTo(1);
        for (var point : waivers.points()) {
            boolean sponsor = point.of(Dimension.INTEREST).equals("state_sponsor")
                    || point.of(Dimension.INTEREST).equals("ideal_point_distance_to_us");
            assertThat(waivers.sign(point)).isEqualTo(sponsor ? -1 : 1);
        }
    }

    /// A simulated dataset gives each country one other country's series, year by year, within its region.
    @Test
    void simulationSwapsWholeSeriesWithinRegions() {
        var panel = Panel.of(ShippedData.catalogue(), Lags.DEFAULT);
        var rows = Rows.placements(ShippedData.catalogue(), panel, _ -> true);
        var donors = rows.blocks.permutation(1, 1);
        var labels = rows.blocks.labels();
        var swapped = rows.withInterestsOf(iso3 -> labels.get(donors[labels.indexOf(iso3)]));
        var imports = panel.need("asinh_us_imports_usd");
        var found = swapped.column(imports, 1);
        for (int i = 0; i < found.length; i++) {
            String donor = labels.get(donors[rows.block[i]]);
            assertThat(Double.valueOf(found[i]))
                    .isEqualTo(Double.valueOf(
                            panel.value(imports, donor, rows.row(i).year(), 1)));
            assertThat(rows.blocks.strata().get(labels.indexOf(donor)))
                    .isEqualTo(rows.blocks.strata().get(rows.block[i]));
        }
        var population = panel.need("ln_population");
        assertThat(swapped.column(population, 1)).isEqualTo(rows.column(population, 1));
    }

    /// docs/simulation-influence.md: rows exchanged one by one reject in more than half of all datasets without an
    /// effect, so nothing may be said by them.
    @Test
    void noPValueWhereTheTestDoesNotHoldItsLevel() {
        var waivers = UniverseReader.find("waivers");
        var trade = UniverseReader.find("trade");
        assertThat(objection(waivers, Alignment.NEAREST_TIME)).isEmpty();
        assertThat(objection(trade, Alignment.NEAREST_TIME)).isEmpty();
        assertThat(objection(waivers, Alignment.ROWS)).contains("rejects in 225 of 400");
        assertThat(objection(trade, Alignment.ROWS)).contains("rejects in 50 of 100");
        assertThat(objection(trade, Alignment.EQUAL_TIMES))
                .contains("has not been shown for binary by likelihood under equal_times")
                .contains("binary by likelihood under nearest_time; ordered by likelihood under nearest_time;"
                        + " waiver by firth under nearest_time, cycle.");
        // 100 datasets can show that a test fails, not that it holds.
        assertThat(objection(trade, Alignment.SAME_TIME)).contains("has not been shown");
    }

    /// Simulated were maximum likelihood for tiers and Firth's regression for waivers: the other way round, nothing is
    /// known.
    @Test
    void noPValueForAnEstimatorThatWasNotSimulated() {
        var firth = UniverseReader.find("trade").with(Map.of(Dimension.ESTIMATOR, List.of("likelihood", "firth")));
        assertThat(objection(firth, Alignment.NEAREST_TIME)).contains("has not been shown for binary by firth");
        var likelihood = UniverseReader.find("waivers").with(Map.of(Dimension.ESTIMATOR, List.of("likelihood")));
        assertThat(objection(likelihood, Alignment.NEAREST_TIME))
                .contains("has not been shown for waiver by likelihood");
    }

    private static String objection(Universe universe, Alignment alignment) {
        return Level.objection(universe, universe.points(), alignment).orElse("");
    }

    /// What the program goes by is what the page shows: `level.csv` is the page's first table.
    @Test
    void theShippedLevelIsThatOfThePublishedSimulation() throws IOException {
        var published = new ArrayList<String>();
        for (var line : Files.readString(Path.of("..", "docs", "simulation-influence.md"))
                .split("## 2\\.", -1)[0]
                .lines()
                .filter(l -> l.startsWith("| waivers") || l.startsWith("| trade"))
                .toList()) {
            var cells = line.replace("\\", "").split(" \\| ", -1);
            String kind = switch (cells[1]) {
                case "four ordered tiers" -> "ordered,likelihood";
                case "Tier 3 or not" -> "binary,likelihood";
                case "a waiver or not, by Firth's regression" -> "waiver,firth";
                default -> throw new IllegalStateException(cells[1]);
            };
            published.add("%s,%s,%s,%s,%s,%s"
                    .formatted(
                            kind,
                            cells[3],
                            cells[4].replace(" d", ""),
                            cells[5].replace(" d", ""),
                            cells[6].replace(" d", ""),
                            cells[7].replace(" d", "")));
        }
        try (var stream = Level.class.getResourceAsStream("level.csv")) {
            assertThat(stream).isNotNull();
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .skip(1))
                    .containsExactlyElementsOf(published)
                    .hasSize(11);
        }
    }

    /// Every strength was simulated for every kind of outcome.
    @Test
    void thePowerCurveIsWhole() throws IOException {
        var rows = Files.readString(Path.of("..", "docs", "simulation-influence.md"))
                .split("## 2\\.", -1)[1]
                .lines()
                .filter(l -> l.startsWith("| waivers") || l.startsWith("| trade"))
                .map(l -> l.split(" \\| ", -1))
                .map(cells -> cells[1] + " " + cells[4])
                .toList();
        var expected = new ArrayList<String>();
        for (var mode : List.of(Validation.Mode.ORDERED, Validation.Mode.BINARY, Validation.Mode.WAIVER)) {
            for (double strength : ValidationPlan.STRENGTHS) {
                expected.add("%s %.3f d".formatted(mode.label(), strength));
            }
        }
        assertThat(rows).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource(Validation.Mode.class)
    void simulationUsesASmallerUniverse(Validation.Mode mode) {
        boolean waiver = mode == Validation.Mode.WAIVER;
        var universe = UniverseReader.find(waiver ? "waivers" : "trade");
        assertThat(Validation.smaller(universe, mode).points()).hasSize(waiver ? 24 : 16);
    }

    private static Universe small() {
        var universe = UniverseReader.find("waivers");
        var choices = new java.util.EnumMap<Dimension, Universe.Choice>(universe.choices());
        choices.replaceAll((_, c) -> new Universe.Choice(c.options().subList(0, 1), c.why()));
        choices.put(
                Dimension.INTEREST,
                new Universe.Choice(List.of("drug_major", "mnna", "agreement_with_us"), "a small one"));
        choices.put(Dimension.YEAR, new Universe.Choice(List.of("none", "trend"), "a small one"));
        return new Universe(
                "small",
                "Small",
                "A small one?",
                "ties",
                true,
                choices,
                universe.orientations(),
                universe.exclusions(),
                universe.checksum());
    }
}
