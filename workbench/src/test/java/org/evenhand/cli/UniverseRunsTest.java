package org.evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;
import org.evenhand.harness.ShippedCatalogue;
import org.evenhand.print.Screen;
import org.evenhand.web.Runs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that is steered from outside stops between specifications, keeps what is finished in the user's own
/// folder, and ends in the bytes of a run that was never stopped.
class UniverseRunsTest {
    private static final List<String> WORDS = List.of(
            "multiverse",
            "--choose=outcome=tier3",
            "--choose=downgrades=published",
            "--choose=evidence=treaties",
            "--choose=interest=armed_conflict",
            "--choose=lag=1",
            "--choose=period=2004-2025",
            "--choose=missing=drop",
            "--choose=year=dummies",
            "--choose=link=logit",
            "--permutations=9",
            "--resume",
            "--",
            "instability");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private Runs runs() {
        var nothing = new PrintStream(OutputStream.nullOutputStream());
        return new CommandQuestions(new Session(
                        nothing, nothing, Screen.PLAIN, ShippedCatalogue.home(), ShippedCatalogue.prepared(), home))
                .runs();
    }

    /// Stops once so many specifications are finished.
    private static final class Until implements Runs.Steering {
        private final int enough;
        private final List<String> seen = new ArrayList<>();
        private int finished;

        Until(int enough) {
            this.enough = enough;
        }

        @Override
        public void progress(int done, int total) {
            finished = done;
            seen.add(done + " of " + total);
        }

        @Override
        public boolean stopped() {
            return finished >= enough;
        }
    }

    @Test
    void aStoppedRunGoesOnFromItsCheckpointToTheSameBytes() throws IOException {
        var first = new Until(2);
        assertThat(runs().run(WORDS, first)).isEmpty();
        assertThat(first.seen).containsExactly("0 of 4", "1 of 4", "2 of 4");
        var folder = home.resolve("checkpoints/served");
        try (var files = Files.list(folder)) {
            assertThat(files).isNotEmpty();
        }
        // As after a restart of the server: nothing is left but the folder.
        var second = new Until(99);
        var resumed = runs().run(WORDS, second).orElseThrow();
        assertThat(second.seen).containsExactly("2 of 4", "3 of 4", "4 of 4");
        try (var files = Files.list(folder)) {
            assertThat(files).as("a finished run leaves nothing").isEmpty();
        }
        var third = new Until(99);
        var whole = runs().run(WORDS, third).orElseThrow();
        assertThat(third.seen).startsWith("0 of 4");
        assertThat(resumed.getFirst().json()).isEqualTo(whole.getFirst().json());
        assertThat(resumed.get(1).json()).isEqualTo(whole.get(1).json());
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidWithoutItsName() throws IOException {
        Files.writeString(home.resolve("checkpoints"), "a file where the folder should be");
        assertThatThrownBy(() -> runs().run(WORDS, new Until(0)))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("cannot be written")
                .hasMessageNotContaining(home.toString());
    }

    @Test
    void aUniverseIsAskedForByNameOnly() {
        for (var name : List.of("mine.yaml", "../x", "/etc/passwd", "")) {
            assertThatThrownBy(() -> runs().declared(name)).isInstanceOf(BadRequest.class);
            assertThatThrownBy(() -> runs().specifications(name, List.of())).isInstanceOf(BadRequest.class);
        }
    }

    @Test
    void oldCheckpointsMakeRoom() throws IOException {
        var folder = Files.createDirectories(home.resolve("checkpoints/served"));
        for (int i = 0; i < 60; i++) {
            var file = Files.writeString(folder.resolve("old-%02d.checkpoint".formatted(i)), "x");
            Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1000L * i));
        }
        Files.writeString(home.resolve("checkpoints/mine.checkpoint"), "of a command");
        assertThat(runs().run(WORDS, new Until(0))).isEmpty();
        assertThat(folder.resolve("old-19.checkpoint")).doesNotExist();
        assertThat(folder.resolve("old-59.checkpoint")).exists();
        assertThat(home.resolve("checkpoints/mine.checkpoint")).exists();
    }
}
