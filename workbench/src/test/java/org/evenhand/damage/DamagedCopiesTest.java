package org.evenhand.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.harness.CommandLineRun;
import org.evenhand.harness.Folders;
import org.evenhand.harness.ShippedCatalogue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Damaged copies of a dozen small tables, made with a seed. Each stops the import with one message that
/// names the place and leaves the prepared catalogue as it was, or is harmless and read as if it had not
/// happened.
class DamagedCopiesTest {
    private static final long SEED = 20_261_124;
    private static final List<String> TABLES = List.of(
            "automatic_downgrades",
            "certified_victims",
            "child_soldiers",
            "claims",
            "countries",
            "determinations",
            "laws",
            "lists",
            "reports",
            "tiers",
            "watchlist_waivers");
    private static final int LONGEST_MESSAGE = 1_500;

    @TempDir
    private static Path sound;

    private static SortedMap<String, List<String>> soundRows = new TreeMap<>();

    @BeforeAll
    static void prepareTheSoundCopy() {
        copyTables(TABLES, sound.resolve("data"));
        var run = place(sound, sound.resolve("catalogue")).run("data", "prepare");
        assertThat(run.code()).as(run.err()).isZero();
        soundRows = rows(sound.resolve("catalogue"));
    }

    static List<Damage> damages() {
        var tables = TABLES.stream()
                .map(name -> TableText.read(ShippedCatalogue.data(), name))
                .toList();
        var random = new Random(SEED);
        var all = new ArrayList<Damage>();
        all.addAll(CellDamages.of(tables, random));
        all.addAll(FileDamages.of(tables, random));
        all.addAll(RecordDamages.of(tables, random));
        all.addAll(PackageDamages.of(tables, random));
        return all;
    }

    @Test
    void thereAreMoreThanAHundred() {
        assertThat(damages()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void stopsTheImportWithOneMessageOrDoesNoHarm(Damage damage, @TempDir Path home) {
        var copied = damage.amongAll() ? TABLES : List.copyOf(new TreeSet<>(List.of(damage.table(), "countries")));
        copyTables(copied, home.resolve("data"));
        damage.doing().accept(home.resolve("data"));

        if (damage.isHarmless()) {
            var catalogue = home.resolve("catalogue");
            var run = place(home, catalogue).run("data", "prepare");
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(rows(catalogue)).isEqualTo(only(soundRows, copied));
        } else {
            var before = Folders.contents(sound.resolve("catalogue"));
            var run = place(home, sound.resolve("catalogue")).run("data", "prepare");
            assertOneMessage(run, damage);
            assertThat(Folders.contents(sound.resolve("catalogue"))).isEqualTo(before);
        }
    }

    private static SortedMap<String, List<String>> only(
            SortedMap<String, List<String>> rows, Collection<String> tables) {
        var some = new TreeMap<>(rows);
        some.keySet().retainAll(tables);
        return some;
    }

    private static void assertOneMessage(CommandLineRun run, Damage damage) {
        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.errorLines()).as("what happened, and what to do").hasSize(2);
        assertThat(run.errorLines().get(0)).startsWith("evenhand: ");
        assertThat(run.errorLines().get(1)).startsWith("  ").hasSizeGreaterThan(10);
        assertThat(run.err())
                .hasSizeLessThan(LONGEST_MESSAGE)
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain("bug");
        assertThat(run.err().replace("\n", "").codePoints())
                .as("nothing that steers a terminal or hides")
                .allMatch(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT);
        for (var pattern : damage.named()) {
            assertThat(run.errorLines().get(0)).containsPattern(pattern);
        }
    }

    private static CommandLineRun.Place place(Path home, Path catalogue) {
        return new CommandLineRun.Place(home, catalogue, home.resolve("own"));
    }

    private static void copyTables(List<String> tables, Path data) {
        for (var table : tables.stream().filter(TABLES::contains).toList()) {
            Folders.copy(ShippedCatalogue.data().resolve(table), data.resolve(table));
        }
    }

    /// Every row of a catalogue as text, by table.
    private static SortedMap<String, List<String>> rows(Path catalogue) {
        var open = Catalogue.open(catalogue);
        var rows = new TreeMap<String, List<String>>();
        for (var name : open.version().tables()) {
            var table = open.table(name).orElseThrow();
            var fields = table.info().fields();
            rows.put(
                    name,
                    table.rows().stream()
                            .map(row -> fields.stream()
                                    .map(field -> row.text(field.name()))
                                    .toList()
                                    .toString())
                            .toList());
        }
        return rows;
    }
}
