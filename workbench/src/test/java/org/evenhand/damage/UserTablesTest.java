package org.evenhand.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.evenhand.catalogue.Snapshot;
import org.evenhand.harness.CommandLineRun;
import org.evenhand.harness.Folders;
import org.evenhand.harness.ShippedCatalogue;
import org.evenhand.intake.UserTables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// A user's own tables: the example of `docs/data-format.md` as it stands there, and what goes wrong with others.
class UserTablesTest {
    private static final Pattern BLOCK =
            Pattern.compile("`my-data/tiers/(\\S+)`\n\n```[a-z]+\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path home;

    private Path mine = Path.of("");
    private CommandLineRun.Place place = CommandLineRun.Place.shipped();

    @BeforeEach
    void writeTheExampleOfTheDocumentation() throws IOException {
        for (var table : new String[] {"countries", "country_names", "tiers", "determinations"}) {
            Folders.copy(
                    ShippedCatalogue.data().resolve(table), home.resolve("data").resolve(table));
        }
        Files.writeString(home.resolve("data").resolve("VERSION"), "2026-11-24\n");
        place = new CommandLineRun.Place(home, home.resolve("catalogue"), home.resolve("own"));
        assertThat(place.run("data", "prepare").code()).isZero();
        mine = Files.createDirectories(home.resolve("my-data").resolve("tiers"));
        var page = Files.readString(ShippedCatalogue.home().resolve("docs").resolve("data-format.md"));
        var block = BLOCK.matcher(page);
        int files = 0;
        while (block.find()) {
            Files.writeString(mine.resolve(block.group(1)), block.group(2));
            files++;
        }
        assertThat(files).as("files of the example in docs/data-format.md").isEqualTo(2);
    }

    @Test
    void theDocumentedExampleIsTakenInAndShownAsTheUsers() {
        var before = Folders.contents(home.resolve("catalogue"));
        var added = place.run("data", "add", mine.resolveSibling("").toString());
        assertThat(added.code()).as(added.err()).isZero();
        assertThat(added.out()).startsWith("Added tiers: 3 rows.");

        var rows = place.run("tiers", "--year", "2026", "--format", "json").json();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).get("sources").get(0).asString()).isEqualTo("yours:tip-2026");
        assertThat(rows.get(2).get("sources").get(0).asString()).isEqualTo("yours:own-notes");
        assertThat(rows.get(2).get("basis").asString()).isEqualTo("unverified");
        assertThat(place.run("tiers", "--year", "2026").out()).contains("yours:tip-2026");
        assertThat(place.run("sources", "yours:own-notes").out())
                .contains("Notes taken at a", "notebook", "private")
                .contains("data of 2026-11-24");
        assertThat(Folders.contents(home.resolve("catalogue"))).isEqualTo(before);
    }

    /// As after an update of the program that writes prepared tables in another way.
    @Test
    void whatAnotherVersionPreparedIsPreparedAnewFromTheUsersTables() throws IOException {
        assertThat(place.run("data", "add", mine.resolveSibling("").toString()).code())
                .isZero();
        var prepared = new UserTables(home.resolve("own")).prepared();
        var version = Files.readAllLines(prepared.resolve("VERSION"));
        Files.write(prepared.resolve("VERSION"), version.subList(1, version.size()));
        Files.writeString(Snapshot.file(prepared, "tiers"), "of another form");

        var rows = place.run("tiers", "--year", "2026", "--format", "json");
        assertThat(rows.code()).as(rows.err()).isZero();
        assertThat(rows.json()).hasSize(3);
    }

    @Test
    void aTableOfYourOwnStandsBesideTheShippedOnes() throws IOException {
        var notes = Files.createDirectories(home.resolve("notes"));
        Files.writeString(notes.resolve("notes.csv"), "iso3,remark,sources\nCUB,seen twice,own\n");
        Files.writeString(notes.resolve("datapackage.json"), """
                {"title": "Notes", "description": "One row a remark.",
                 "sources": [{"key": "own", "title": "A notebook", "basis": "unverified"}],
                 "resources": [{"name": "notes", "path": "notes.csv", "schema": {"fields": [
                   {"name": "iso3", "type": "string"}, {"name": "remark", "type": "string"},
                   {"name": "sources", "type": "string"}]}}]}
                """);
        assertThat(place.run("data", "add", notes.toString()).code()).isZero();
        assertThat(place.run("sources").out()).contains("yours:own");
    }

    @Test
    void ofABadPackageNothingIsKept() throws IOException {
        Files.writeString(mine.resolve("tiers.csv"), "iso3,report_year,tier,sources\nHND,2026,4,tip-2026\n");
        var run = place.run("data", "add", mine.toString());
        refused(run, "my-data/tiers/tiers.csv line 2, column 3 (tier): found '4'");
        assertThat(home.resolve("own")).doesNotExist();
    }

    @Test
    void aBadPackageAfterAGoodOneLeavesTheGoodOne() throws IOException {
        assertThat(place.run("data", "add", mine.toString()).code()).isZero();
        var kept = Folders.contents(home.resolve("own"));
        Files.writeString(mine.resolve("tiers.csv"), "iso3,report_year,tier,sources\nQQQ,2026,2,tip-2026\n");
        refused(place.run("data", "add", mine.toString()), "my-data/tiers/tiers.csv line 2, column 1 (iso3)");
        assertThat(Folders.contents(home.resolve("own"))).isEqualTo(kept);
    }

    @Test
    void aRowThatIsShippedAlreadyIsNotReplaced() throws IOException {
        Files.writeString(mine.resolve("tiers.csv"), "iso3,report_year,tier,sources\nCUB,2014,1,tip-2026\n");
        refused(
                place.run("data", "add", mine.toString()),
                "my-data/tiers/tiers.csv line 2: iso3+report_year = CUB 2014 is in the shipped table already");
        assertThat(home.resolve("own")).doesNotExist();
    }

    @Test
    void rowsThatJoinAShippedTableKeepItsRulesWhateverTheirDescriptionAllows() throws IOException {
        var data = home.resolve("my-data");
        TableText.read(data, "tiers")
                .describe(
                        data,
                        root -> root.at("/resources/0/schema/fields")
                                .forEach(field -> ((ObjectNode) field).remove("constraints")));
        Files.writeString(mine.resolve("tiers.csv"), "iso3,report_year,tier,sources\nHND,2026,nine,tip-2026\n");
        refused(place.run("data", "add", mine.toString()), "tiers.csv line 2, column 3 (tier): found 'nine'");
        assertThat(home.resolve("own")).doesNotExist();
    }

    @Test
    void otherFieldsUnderAShippedNameAreRefused() throws IOException {
        Files.writeString(mine.resolve("tiers.csv"), "iso3,report_year,sources\nHND,2026,tip-2026\n");
        refused(place.run("data", "add", mine.toString()), "my-data/tiers/tiers.csv line 1, column 3");
        assertThat(home.resolve("own")).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereIsSaidSo() {
        refused(place.run("data", "add", home.resolve("nowhere").toString()), "nowhere is not a folder");
    }

    private static void refused(CommandLineRun run, String words) {
        assertThat(run.code()).as(run.err()).isEqualTo(3);
        assertThat(run.errorLines()).hasSize(2);
        assertThat(run.err()).contains(words).doesNotContain("Exception");
    }
}
