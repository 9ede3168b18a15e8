package org.evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenhand.harness.CommandLineRun;
import org.evenhand.harness.ShippedCatalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `evenhand multiverse` as it is asked for and interrupted, on small universes.
class MultiverseCommandTest {
    @TempDir
    private Path folder;

    private CommandLineRun.Place place = CommandLineRun.Place.shipped();

    @BeforeEach
    void aUserWithoutCheckpoints() {
        place = new CommandLineRun.Place(ShippedCatalogue.home(), ShippedCatalogue.prepared(), folder.resolve("user"));
    }

    /// A universe of two measures, with and without the economy.
    private String universe(String name, String rows, String outcomes, String estimator) throws IOException {
        Path file = folder.resolve(name + ".yaml");
        Files.writeString(file, """
                universe: %s
                title: Ties
                question: Do ties go with the outcome?
                more_means: ties
                rows: %s
                choices:
                  outcome: {options: [%s], why: a test}
                  downgrades: {options: published, why: a test}
                  evidence: {options: none, why: a test}
                  interest:
                    options: [agreement_with_us, ln1p_us_troops]
                    why: a test
                    orientation:
                      agreement_with_us: {sign: +1, why: a test}
                      ln1p_us_troops: {sign: +1, why: a test}
                  lag: {options: 1, why: a test}
                  controls: {options: [none, economy], why: a test}
                  sample: {options: all, why: a test}
                  period: {options: 2004-2025, why: a test}
                  missing: {options: drop, why: a test}
                  year: {options: none, why: a test}
                  variation: {options: total, why: a test}
                  link: {options: logit, why: a test}
                  estimator: {options: %s, why: a test}
                """.formatted(name, rows, outcomes, estimator));
        return file.toString();
    }

    private String ties() throws IOException {
        return universe("ties", "placements", "tiers", "likelihood");
    }

    @Test
    void everyPartOfARunHasASectionAndTablesOfItsOwn() throws IOException {
        for (var group : List.of("region", "administration")) {
            var document = place.run("multiverse", ties(), "--by", group, "--permutations", "9", "--format", "json")
                    .json();
            var ids = new ArrayList<String>();
            var titles = new ArrayList<String>();
            for (var section : document.get("sections")) {
                ids.add(section.get("id").asString());
                titles.add(section.get("title").asString());
                for (var block : section.get("blocks")) {
                    if (block.has("id")) {
                        ids.add("block " + block.get("id").asString());
                    }
                }
            }
            int parts = group.equals("region") ? 6 : 4;
            assertThat(titles).as(group).doesNotHaveDuplicates().hasSize(parts + 2);
            assertThat(ids).as(group).doesNotHaveDuplicates().hasSizeGreaterThan(5 * parts);
            assertThat(document.get("subtitle").asString()).isEqualTo("by " + group);
            assertThat(document.get("sections").get(0).toString()).contains("not on parts of them");
            assertThat(titles).doesNotContain("Ties: the world, reports 2001-2008");
            assertThat(titles.get(2))
                    .isEqualTo(
                            group.equals("region")
                                    ? "Ties: Africa, reports 2004-2025"
                                    : "Ties: the world, reports 2004-2008");
        }
    }

    /// Holm counts the p-values that are given: none is for an estimator that was not simulated, and of one p-value
    /// nothing is adjusted or said to be.
    @Test
    void holmIsOverWhatIsGiven() throws IOException {
        String other = universe("others", "placements", "tier3", "likelihood");
        var rows = place.run("multiverse", ties(), other, "--permutations", "19", "--format", "json")
                .json()
                .get("sections")
                .get(1)
                .get("blocks")
                .get(0)
                .get("rows");
        double first = rows.get(0).get("joint_p_median").asDouble();
        double second = rows.get(1).get("joint_p_median").asDouble();
        double least = Math.min(1, 2 * Math.min(first, second));
        double most = Math.max(least, Math.max(first, second));
        assertThat(rows.get(0).get("holm_p").asDouble()).isEqualTo(first <= second ? least : most);
        assertThat(rows.get(1).get("holm_p").asDouble()).isEqualTo(first <= second ? most : least);
        assertThat(markdown(ties(), other))
                .contains("after Holm's adjustment for 2 tests")
                .contains("With 19 permutations and 2 tests no adjusted joint p-value can be below 0.10");
        assertThat(markdown(ties(), universe("unknown", "placements", "tier3", "firth")))
                .contains("has not been shown for binary by firth")
                .contains("joint p = ")
                .doesNotContain("Holm's")
                .doesNotContain("Holm:");
        assertThat(markdown(ties()))
                .contains("joint p = ")
                .doesNotContain("after Holm")
                .doesNotContain("not on parts of them");
    }

    private String markdown(String... universes) {
        var words = new ArrayList<>(List.of("multiverse"));
        words.addAll(List.of(universes));
        words.addAll(List.of("--permutations", "19", "--format", "markdown"));
        var run = place.run(words.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    /// Effects on both probabilities that a reader asks about, where the outcome has both; by maximum likelihood and
    /// parallel lines they share a sign.
    @Test
    void effectsAreOnTierThreeAndOnTheWatchListOrTierThree() throws IOException {
        String universe = universe("ties", "placements", "tiers, tier3", "likelihood");
        var run = place.run("multiverse", universe, "--permutations", "0", "--specifications", "--format", "csv");
        var lines = run.out().lines().filter(l -> !l.startsWith("#")).toList();
        var header = List.of(lines.getFirst().split(",", -1));
        int four = 0;
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",", -1);
            String second = cells[header.indexOf("effect_watch_list")];
            if (cells[header.indexOf("outcome")].equals("tiers")) {
                double effect = Double.parseDouble(cells[header.indexOf("effect")]);
                assertThat(Math.signum(Double.parseDouble(second))).isEqualTo(Math.signum(effect));
                four++;
            } else {
                assertThat(second).isEmpty();
            }
        }
        assertThat(four).isEqualTo(4);
    }

    /// Ecuador was on Tier 3 under one administration alone: the others are left out and said to be.
    @Test
    void aPartWithoutRowsDoesNotStopTheOthers() throws IOException {
        String waivers = universe("waived", "determinations", "any_waiver", "firth");
        var run = place.run("multiverse", waivers, "--region", "ECU", "--by", "administration", "--format", "markdown");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Ties: Ecuador, reports 2004-2008")
                .contains("Without any row, and so left out: Ties: Ecuador, reports 2009-2016;");
        var alone = place.run("multiverse", waivers, "--region", "AND", "--permutations", "9");
        assertThat(alone.code()).isNotZero();
        assertThat(alone.err()).contains("No row lies in");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--validate --threads 0 | 0 threads",
                "--validate trade | takes no UNIVERSE",
                "--validate --by region | takes no UNIVERSE",
                "--validate --region AF | simulates all governments",
                "--validate --permutations 5 | at least 19 permutations",
                "trade aid --specifications | 2 universes were asked for",
                "trade --by region --specifications | --by asks for several",
                "trade --by region --region AF | asks for one",
                "trade --by administration --administration 2009-2016 | asks for one",
                "trade --by continent | --by: 'continent' is not known",
                "--all trade | --all and trade were both asked for",
                "trade --resume | no interrupted run",
                "weather | no universe 'weather'",
            })
    void whatDoesNotGoTogetherIsRefused(String words, String message) {
        var run = place.run(("multiverse " + words).split(" "));
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("evenhand: ").contains(message).doesNotContain("Exception");
        assertThat(run.errorLines()).hasSizeBetween(2, 3);
    }

    @Test
    void aFileThatIsNoUniverseIsBadDataAndTwoOfOneNameAreRefused() throws IOException {
        String good = ties();
        Path copy = Files.writeString(folder.resolve("copy.yaml"), Files.readString(Path.of(good)));
        var twice = place.run("multiverse", good, copy.toString(), "--permutations", "9");
        assertThat(twice.code()).isEqualTo(2);
        assertThat(twice.err()).contains("Two of the universes are named 'ties'");
        Files.writeString(copy, Files.readString(copy).replace("tiers", "any_waiver"));
        var bad = place.run("multiverse", copy.toString(), "--permutations", "9");
        assertThat(bad.code()).isEqualTo(3);
        assertThat(bad.err()).contains("copy.yaml line 7: choices.outcome: 'any_waiver' is not an option");
    }

    /// A real interrupt: SIGINT ends the process at once, and what is finished by then is kept, whole parts too.
    /// `--resume` computes the rest and prints the bytes of a run without interruption.
    @Test
    void anInterruptedRunOfSeveralPartsIsFinishedToTheSameBytes() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "no kill on this system");
        assumeTrue(!interruptsAreIgnored(), "SIGINT is ignored in this process, and so in those it starts");
        String universe = universe("ties", "placements", "tiers, merged, tier3", "likelihood");
        var words = new ArrayList<>(
                List.of("multiverse", universe, "--by", "administration", "--permutations", "4999", "--format", "csv"));
        Path checkpoints = place.userHome().resolve("checkpoints");
        var process = start(words);
        try {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (begun(checkpoints) < 2 && process.isAlive() && System.nanoTime() < deadline) {
                Thread.sleep(5);
            }
            new ProcessBuilder("/bin/kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        // 128 + the number of SIGINT.
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(begun(checkpoints)).isBetween(2, 3);
        words.add("--resume");
        var resumed = place.run(words.toArray(String[]::new));
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains("reports 2004-2008: 12 of 12 specifications were finished before");
        assertThat(begun(checkpoints)).isZero();
        words.removeLast();
        var whole = place.run(words.toArray(String[]::new));
        assertThat(resumed.out()).isEqualTo(whole.out());
        assertThat(whole.err()).doesNotContain("finished before");
    }

    private Process start(List<String> words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Devenhand.home=" + place.home(),
                "-Devenhand.catalogue=" + place.prepared(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.evenhand.cli.Main"));
        command.addAll(words);
        var builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("EVENHAND_DATA", place.userHome().toString());
        return builder.start();
    }

    /// How many parts have a checkpoint.
    private static int begun(Path checkpoints) throws IOException {
        if (!Files.isDirectory(checkpoints)) {
            return 0;
        }
        try (var files = Files.list(checkpoints)) {
            return (int) files.filter(f -> f.toString().endsWith(".checkpoint")).count();
        }
    }

    /// A process that was started with SIGINT ignored hands that on; Linux says so in a mask.
    private static boolean interruptsAreIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return false;
        }
        return Files.readAllLines(status, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }
}
