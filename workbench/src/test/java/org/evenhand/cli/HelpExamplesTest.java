package org.evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.evenhand.harness.CommandLineRun;
import org.evenhand.harness.Folders;
import org.evenhand.harness.ShippedCatalogue;
import org.evenhand.print.Screen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// Each example on a help page runs as it stands there. Files that an example reads or writes stand in a
/// folder of the test, and a redirection of the shell is left to the shell.
class HelpExamplesTest {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private static Path folder;

    /// Files and folders that the examples name.
    private static final List<String> NAMED = List.of(
            "my-tables/",
            "lists.csv",
            "tables/",
            "account.html",
            "panel.csv",
            "data.md",
            "mexico.yaml",
            "problem.yaml");

    @BeforeAll
    static void laysOutWhatTheExamplesRead() throws IOException {
        var table = Files.createDirectories(folder.resolve("my-tables").resolve("notes"));
        Files.writeString(table.resolve("notes.csv"), "iso3,remark,sources\nCUB,seen twice,own\n");
        Files.writeString(table.resolve("datapackage.json"), """
            {"title": "Notes", "description": "One row a remark.",
             "sources": [{"key": "own", "title": "A notebook", "basis": "unverified"}],
             "resources": [{"name": "notes", "path": "notes.csv", "schema": {"fields": [
               {"name": "iso3", "type": "string"}, {"name": "remark", "type": "string"},
               {"name": "sources", "type": "string"}]}}]}
            """);
        Files.copy(
                ShippedCatalogue.data().resolve("list_united_kingdom_2013_five/list_united_kingdom_2013_five.csv"),
                folder.resolve("lists.csv"));
        Files.copy(ShippedCatalogue.home().resolve("docs/examples/harbour.yaml"), folder.resolve("problem.yaml"));
    }

    /// Tables for the examples of `fit`: made up with a seed, for nothing but to be read.
    @BeforeAll
    static void laysOutWhatIsFitted() throws IOException {
        var random = new Random(20_261_124);
        var panel = new StringBuilder("iso3,tier,prosecution,region\n");
        var laws = new StringBuilder("iso3,year,law,aid,gdp\n");
        var tiers = List.of("1", "2", "2WL", "3");
        for (int i = 0; i < 60; i++) {
            String country = "X" + (char) ('A' + i / 26) + (char) ('A' + i % 26);
            for (int year = 2005; year < 2012; year++) {
                double push = random.nextGaussian();
                int tier = (int) Math.clamp(Math.round(1.5 - push + random.nextGaussian()), 0, 3);
                panel.append("%s,%s,%.4f,%s%n".formatted(country, tiers.get(tier), push, "ABC".charAt(i % 3)));
                laws.append("%s,%d,%d,%.4f,%.1f%n"
                        .formatted(
                                country,
                                year,
                                push + random.nextGaussian() > 0 ? 1 : 0,
                                random.nextGaussian(),
                                1_000 + 9_000 * random.nextDouble()));
            }
        }
        var read = Files.createDirectories(folder.resolve("fit"));
        Files.writeString(read.resolve("panel.csv"), panel);
        Files.writeString(read.resolve("laws.csv"), laws);
    }

    static List<String> commands() {
        return List.copyOf(Evenhand.commands().keySet());
    }

    static List<String> examples() {
        var examples = new LinkedHashSet<String>();
        collect(Evenhand.commandLine(nowhere()), examples);
        return List.copyOf(examples);
    }

    private static Session nowhere() {
        var nothing = new PrintStream(OutputStream.nullOutputStream());
        return new Session(
                nothing,
                nothing,
                Screen.PLAIN,
                ShippedCatalogue.home(),
                ShippedCatalogue.prepared(),
                ShippedCatalogue.prepared());
    }

    private static void collect(CommandLine line, LinkedHashSet<String> examples) {
        examples.addAll(examples(line));
        line.getSubcommands().values().forEach(below -> collect(below, examples));
    }

    private static List<String> examples(CommandLine line) {
        var found = new ArrayList<String>();
        for (var text : line.getCommandSpec().usageMessage().footer()) {
            if (text.startsWith("  ") && text.contains("evenhand ")) {
                // A footer is a format.
                found.add(text.strip().replace("%%", "%"));
            }
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandHasAnExampleAndALineInTheReadme(String name) throws IOException {
        var line = Objects.requireNonNull(
                Evenhand.commandLine(nowhere()).getSubcommands().get(name));
        assertThat(examples(line)).as("examples of " + name).isNotEmpty();
        var readme = Files.readString(ShippedCatalogue.home().resolve("README.md"));
        assertThat(Pattern.compile("`(\\./evenhand )?" + name + "\\b")
                        .matcher(readme)
                        .find())
                .as("README.md names " + name)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpIsAnAnswerAndNotAMistake(String name) {
        var run = CommandLineRun.of(name + " --help");
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Usage: evenhand " + name).contains("Examples:");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void runs(String example) {
        var own = folder.resolve("own");
        Folders.delete(own);
        Folders.delete(folder.resolve("tables"));
        var place = new CommandLineRun.Place(ShippedCatalogue.home(), ShippedCatalogue.prepared(), own);
        var run = place.run(arguments(example));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("Exception");
        if (example.startsWith("evenhand multiverse")) {
            // An example that shows failures alone shows nothing.
            assertThat(run.out()).containsAnyOf(",ok,", "Which choices move the answer");
        }
    }

    /// What the shell would hand over.
    private static String[] arguments(String example) {
        String command = example.replaceFirst("^source <\\((.*)\\)$", "$1").replaceFirst(" > [^\"\\s]+$", "");
        var words = new ArrayList<String>();
        var word = WORD.matcher(command);
        while (word.find()) {
            String text = word.group(1) == null ? word.group(2) : word.group(1);
            boolean fitted = command.startsWith("evenhand fit ") && text.endsWith(".csv");
            var there = fitted ? folder.resolve("fit") : folder;
            words.add(fitted || NAMED.contains(text) ? there.resolve(text).toString() : text);
        }
        return words.subList(1, words.size()).toArray(String[]::new);
    }
}
