package org.evenhand.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.evenhand.harness.CommandLineRun;
import org.evenhand.harness.ShippedCatalogue;
import org.junit.jupiter.api.Test;

/// `docs/data.md` is what `evenhand data describe --format markdown` prints for the shipped tables.
class DataPageTest {
    @Test
    void thePageOfTheDataIsTheOneThatTheProgramPrints() throws IOException {
        var run = CommandLineRun.of("data describe --format markdown");
        assertThat(run.code()).isZero();
        assertThat(Files.readString(ShippedCatalogue.home().resolve("docs").resolve("data.md")))
                .isEqualTo(run.out());
    }
}
