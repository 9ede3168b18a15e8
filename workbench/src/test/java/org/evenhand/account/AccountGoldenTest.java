package org.evenhand.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.evenhand.golden.Golden;
import org.evenhand.harness.CommandLineRun;
import org.evenhand.harness.InventedTables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The printed accounts on invented tables, in the formats that are text.
class AccountGoldenTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static CommandLineRun.Place place;

    @BeforeAll
    static void prepare() {
        place = InventedTables.tiny(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "account.txt, account --year 2014 --region LAC --explain",
        "account.md, account --year 2014 --region LAC --format markdown",
        "account.json, account --year 2014 --region LAC --format json",
        "account.html, account --year 2014 --region LAC --format html",
        "account-2015.txt, account --year 2015 --region LAC",
        "country.txt, country XBO",
        "country.md, country XDE --format markdown",
    })
    void theAccountIsWhatAPersonHasRead(String file, String command) {
        var run = place.run(command.split(" "));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        Golden.check("account/" + file, run.out());
    }
}
