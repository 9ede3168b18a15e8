package org.evenhand.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenhand.harness.CommandLineRun;
import org.evenhand.harness.Folders;
import org.evenhand.harness.InventedTables;
import org.evenhand.harness.ShippedCatalogue;
import org.evenhand.intake.Intake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docs/findings.md` is what `evenhand findings --format markdown` prints for the shipped tables; what is not there,
/// or not computed on the tables in use, is said.
class FindingsPageTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void thePageIsTheOneThatTheProgramPrints() throws IOException {
        var run = CommandLineRun.of("findings --format markdown");
        assertThat(run.code()).isZero();
        assertThat(Files.readString(ShippedCatalogue.home().resolve("docs").resolve("findings.md")))
                .isEqualTo(run.out());
    }

    /// The invented results name a checksum that no rows have.
    @Test
    void resultsOnOtherRowsAreSaidToBe() {
        var place = InventedTables.tiny(folder);
        for (var command : new String[] {"findings", "account --year 2014"}) {
            var run = place.run(command.split(" "));
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out().replaceAll("[\\s│]+", " "))
                    .contains(
                            "The results in universe_results, group_results, benchmark_results, divergence_results were"
                                    + " computed on the tables as shipped. The tables in use here are others");
        }
    }

    @Test
    void whatGoesWithRemakeIsRefusedWithoutIt() {
        for (var option : List.of("--resume", "--permutations=99", "--seed=2", "--threads=2")) {
            var run = CommandLineRun.of("findings " + option);
            assertThat(run.code()).as(option).isEqualTo(2);
            assertThat(run.err()).contains("Give --remake DIR too");
        }
    }

    @Test
    void aTableThatWasTakenOutIsSaidNotToBeAvailable() {
        var place = InventedTables.tiny(folder);
        Folders.delete(folder.resolve("data").resolve("universe_results"));
        Intake.prepare(folder.resolve("data"), folder.resolve("catalogue"));
        var run = place.run("account", "--year", "2014");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().replaceAll("[\\s│]+", " "))
                .contains("The table universe_results is not available")
                .doesNotContain("Interests over every declared specification");
    }
}
