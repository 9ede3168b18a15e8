package org.evenhand.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Snapshot;
import org.evenhand.document.Block;
import org.evenhand.document.Document;
import org.evenhand.document.Provenance;
import org.evenhand.document.Section;
import org.evenhand.harness.CommandLineRun;
import org.evenhand.harness.Folders;
import org.evenhand.harness.InventedTables;
import org.evenhand.harness.ShippedCatalogue;
import org.evenhand.influence.Finding;
import org.evenhand.influence.JointP;
import org.evenhand.influence.KeptCurve;
import org.evenhand.influence.KeptUniverse;
import org.evenhand.influence.MultiverseDocument;
import org.evenhand.influence.UniverseReader;
import org.evenhand.influence.UniverseResult;
import org.evenhand.influence.UniverseRun;
import org.evenhand.intake.Intake;
import org.evenhand.print.Format;
import org.evenhand.print.Printer;
import org.evenhand.print.Screen;
import org.evenhand.statistics.multiverse.Alignment;
import org.evenhand.statistics.multiverse.Outcome;
import org.evenhand.statistics.multiverse.PermutedCurves;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.statistics.tasks.Watch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A kept run is shown as it was when it was fresh, or it is said why not. A small universe is run on the
/// shipped tables and kept in an invented world, as if it had been run on the tiers of that world.
class UniverseFindingTest {
    private static final String COMMAND = "evenhand multiverse ties --permutations 39 --seed 7";

    private static final String NUMBER = "-?[0-9]+(\\.[0-9]+)?(E-?[0-9]+)?";

    /// Eight specifications.
    private static final String TIES = """
            universe: ties
            title: Ties
            question: Do ties go with the placement?
            more_means: ties
            rows: placements
            choices:
              outcome: {options: tiers, why: a test}
              downgrades: {options: published, why: a test}
              evidence: {options: [none, policy_index], why: a test}
              interest:
                options: [asinh_us_imports_usd, asinh_us_exports_usd]
                why: a test
                orientation:
                  asinh_us_imports_usd: {sign: +1, why: a test}
                  asinh_us_exports_usd: {sign: +1, why: a test}
              lag: {options: 1, why: a test}
              controls: {options: none, why: a test}
              sample: {options: all, why: a test}
              period: {options: 2004-2025, why: a test}
              missing: {options: drop, why: a test}
              year: {options: none, why: a test}
              variation: {options: [total, between], why: a test}
              link: {options: logit, why: a test}
              estimator: {options: likelihood, why: a test}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private CommandLineRun.Place place = CommandLineRun.Place.shipped();
    private Path file = Path.of("");

    @BeforeEach
    void anInventedWorld() throws IOException {
        place = InventedTables.tiny(folder);
        file = Files.writeString(folder.resolve("ties.yaml"), TIES);
    }

    private static Finding run(Path universe) {
        var run = new UniverseRun(ShippedCatalogue.open(), UniverseReader.find(universe.toString()), Finding.Scope.ALL);
        return run.run(
                        Executor.threads(1),
                        Watch.none(),
                        new TreeMap<>(),
                        PermutedCurves.inMemory(run.specifications(), 39),
                        7,
                        Alignment.NEAREST_TIME,
                        COMMAND)
                .orElseThrow();
    }

    /// Keeps a finding as one on the tiers of the invented world.
    private void keep(Finding finding) {
        var tables = List.of("tiers");
        var run = KeptUniverse.of(
                finding,
                name -> name,
                tables,
                Catalogue.open(prepared()).version().rowsOf(tables));
        Remake.universes(List.of(run)).forEach((table, csv) -> {
            Folders.delete(data().resolve(table));
            Folders.copy(ShippedCatalogue.data().resolve(table), data().resolve(table));
            write(table, csv);
        });
        prepare();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path prepared() {
        return folder.resolve("catalogue");
    }

    private void prepare() {
        Intake.prepare(data(), prepared());
    }

    private void write(String table, String csv) {
        try {
            Files.writeString(data().resolve(table).resolve(table + ".csv"), csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String rows(String table) throws IOException {
        return Files.readString(data().resolve(table).resolve(table + ".csv"));
    }

    private Section section() {
        return new UniverseFinding(Catalogue.open(prepared()), UniverseReader.find(file.toString()), "ties.yaml")
                .section();
    }

    private static String printed(List<Block> blocks) {
        var document = new Document(
                "universe",
                "Ties",
                "",
                List.of(new Section("result", "Result", blocks)),
                new TreeMap<>(),
                new Provenance(COMMAND, "evenhand", "0".repeat(64), "2026-01-01"));
        // Pages list passports by value, and two values can be one in nine digits: so text, and the pictures.
        return new String(Printer.print(document, Format.TABLE, Screen.PLAIN), StandardCharsets.UTF_8)
                + blocks.stream()
                        .filter(Block.Chart.class::isInstance)
                        .map(b -> ((Block.Chart) b).svg())
                        .toList();
    }

    /// The same with the source that stands for kept results, which figures of a fresh run do not name.
    private static Finding asKept(Finding finding) {
        return new Finding(
                finding.universe(),
                finding.points(),
                finding.curve(),
                finding.scope(),
                finding.seed(),
                finding.alignment(),
                List.of(UniverseResult.SOURCE),
                finding.command());
    }

    @Test
    void aKeptRunIsShownAsTheFreshOneWas() {
        var fresh = asKept(run(file));
        assertThat(fresh.estimated()).hasSize(8);
        keep(fresh);
        var blocks = section().blocks();
        var curve = MultiverseDocument.curve(fresh, JointP.of(List.of(fresh)).getFirst());
        assertThat(printed(blocks.subList(2, 2 + curve.size()))).isEqualTo(printed(curve));
        assertThat(printed(curve)).contains("data-specification=\"8\"", "<polygon", "Which choices move the answer");
        assertThat(printed(blocks.subList(blocks.size() - 1, blocks.size())).replaceAll("[\\s│]+", " "))
                .contains(
                        COMMAND,
                        fresh.universe().checksum(),
                        "seed 7, 39 permutations",
                        Catalogue.open(prepared()).version().rowsOf(List.of("tiers")));
    }

    @Test
    void theTableOfSpecificationsIsThatOfTheFreshRun() {
        var fresh = asKept(run(file));
        keep(fresh);
        var kept = place.run("universes", file.toString(), "--specifications", "--format", "csv");
        assertThat(kept.code()).as(kept.err()).isZero();
        var expected = new String(
                Printer.print(
                        MultiverseDocument.specifications(fresh),
                        new TreeMap<>(),
                        new Provenance(COMMAND, "evenhand", "", ""),
                        Format.CSV,
                        Screen.PLAIN),
                StandardCharsets.UTF_8);
        assertThat(kept.out().lines()).hasSize(9);
        assertThat(kept.out().replaceAll(NUMBER, "#")).isEqualTo(expected.replaceAll(NUMBER, "#"));
        var numbers = numbers(kept.out());
        var wanted = numbers(expected);
        assertThat(numbers).hasSameSizeAs(wanted).hasSizeGreaterThan(50);
        for (int i = 0; i < numbers.size(); i++) {
            // Nine significant digits are kept.
            assertThat(Math.abs(numbers.get(i) - wanted.get(i))).isLessThanOrEqualTo(6e-9 * Math.abs(wanted.get(i)));
        }
    }

    private static List<Double> numbers(String csv) {
        return Pattern.compile(NUMBER)
                .matcher(csv)
                .results()
                .map(found -> Double.valueOf(found.group()))
                .toList();
    }

    /// A specification without an estimate is kept with its reason and read back as it was.
    @Test
    void aFailedSpecificationKeepsItsReason() throws IOException {
        Files.writeString(file, TIES.replace("sample: {options: all", "sample: {options: [all, CUB]"));
        var fresh = run(file);
        keep(fresh);
        var kept = KeptUniverse.whole(Catalogue.open(prepared()), "ties", "WORLD")
                .orElseThrow()
                .finding(UniverseReader.find(file.toString()));
        assertThat(kept.points()).isEqualTo(fresh.points());
        var failed = fresh.curve().outcomes().stream()
                .filter(Outcome.Failed.class::isInstance)
                .toList();
        assertThat(failed).isNotEmpty();
        assertThat(kept.curve().outcomes().stream()
                        .filter(Outcome.Failed.class::isInstance)
                        .toList())
                .isEqualTo(failed);
        assertThat(kept.estimated()).hasSameSizeAs(fresh.estimated());
    }

    /// Where the test is not known to hold its level, its p-values are not kept either.
    @Test
    void whatIsWithheldIsNotKept() throws IOException {
        Files.writeString(
                file,
                TIES.replace("outcome: {options: tiers", "outcome: {options: tier3")
                        .replace("estimator: {options: likelihood", "estimator: {options: firth"));
        var fresh = run(file);
        assertThat(fresh.objection()).isPresent();
        keep(fresh);
        var whole =
                KeptUniverse.whole(Catalogue.open(prepared()), "ties", "WORLD").orElseThrow();
        assertThat(whole.result().jointP()).isEmpty();
        assertThat(whole.result().dominantP()).isEmpty();
        var test = whole.finding(UniverseReader.find(file.toString())).curve().test();
        assertThat(List.of(test.medianP(), test.dominantP(), test.significantP()))
                .containsOnly(Double.NaN);
        assertThat(printed(section().blocks()))
                .contains("has not been shown for binary by firth")
                .contains("data-specification")
                .doesNotContain("NaN");
    }

    private void isWithoutCurve(String... why) {
        var run = place.run("universes", file.toString(), "--format", "html");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains(why).doesNotContain("data-specification").doesNotContain("id=\"curve-ties\"");
        var table = place.run("universes", file.toString(), "--specifications");
        assertThat(table.code()).isEqualTo(4);
        assertThat(table.err()).contains("evenhand multiverse " + file + " --specifications");
    }

    @Test
    void nothingKeptIsSaid() {
        isWithoutCurve("No run of this universe is kept.", "evenhand multiverse ");
    }

    @Test
    void aChangedCellIsNoticed() throws IOException {
        keep(run(file));
        for (var table : List.of(KeptCurve.SPECIFICATIONS, KeptCurve.BANDS)) {
            var before = rows(table);
            var line = before.lines().skip(1).findFirst().orElseThrow();
            var cells = line.split(",");
            int at = table.equals(KeptCurve.BANDS) ? 3 : KeptCurve.SPECIFICATION_COLUMNS.indexOf("effect");
            cells[at] = cells[at].startsWith("0.0") ? "0.09" : "0.01";
            write(table, before.replace(line, String.join(",", cells)));
            prepare();
            isWithoutCurve("damaged, or of another run", "over <");
            write(table, before);
        }
        prepare();
        assertThat(place.run("universes", file.toString(), "--format", "html").out())
                .contains("data-specification");
    }

    @Test
    void aMissingRowIsNoticed() throws IOException {
        keep(run(file));
        var rows = rows(KeptCurve.SPECIFICATIONS).lines().toList();
        write(KeptCurve.SPECIFICATIONS, String.join("\n", rows.subList(0, rows.size() - 1)) + "\n");
        prepare();
        isWithoutCurve("damaged, or of another run");
    }

    @Test
    void aTableThatWasTakenOutIsSaidNotToBeAvailable() {
        keep(run(file));
        Folders.delete(data().resolve(KeptCurve.BANDS));
        prepare();
        isWithoutCurve("The table universe_bands is not available.");
        Folders.delete(data().resolve(UniverseResult.TABLE));
        prepare();
        isWithoutCurve("The table universe_results is not available");
    }

    @Test
    void aRunOnOtherRowsShowsNoCurve() throws IOException {
        keep(run(file));
        write("tiers", rows("tiers").replace("XAR,2012,2,", "XAR,2012,1,"));
        prepare();
        isWithoutCurve("are others now", "Joint p (Holm)");
    }

    @Test
    void aRunOfAnotherDeclarationIsNotShown() throws IOException {
        keep(run(file));
        Files.writeString(file, TIES.replace("why: a test}", "why: another}"));
        var run = place.run("universes", file.toString(), "--format", "html");
        assertThat(run.out()).doesNotContain("Joint p (Holm)");
        isWithoutCurve("the run of another declaration");
    }

    /// A result whose p-values were given is not shown as today's once the level of its test is in doubt.
    @Test
    void aTestWhoseLevelIsKnownOtherwiseNowShowsNoCurve() throws IOException {
        keep(run(file));
        var table = rows(UniverseResult.TABLE);
        var line = table.lines().skip(1).findFirst().orElseThrow();
        var cells = line.split(",", -1);
        for (var name : List.of("joint_p_median", "joint_p_dominant", "joint_p_significant", "holm_p_median")) {
            cells[UniverseResult.COLUMNS.indexOf(name) + extra(line)] = "";
        }
        cells[UniverseResult.COLUMNS.indexOf("withheld") + extra(line)] = "It was in doubt.";
        write(UniverseResult.TABLE, table.replace(line, String.join(",", cells)));
        prepare();
        isWithoutCurve("What is known of the level of the joint test is other now");
    }

    /// Commas within quotes before the numbers.
    private static int extra(String line) {
        return line.split(",", -1).length - UniverseResult.COLUMNS.size();
    }

    /// Only what shows a curve reads its rows: everything else starts without them.
    @Test
    void otherCommandsDoNotReadTheRowsOfCurves() throws IOException {
        keep(run(file));
        for (var table : List.of(KeptCurve.SPECIFICATIONS, KeptCurve.BANDS)) {
            Files.writeString(Snapshot.file(prepared(), table), "no snapshot");
        }
        for (var command : List.of(
                "account --year 2014", "country XAR", "findings", "tiers", "clock", "interests", "determinations")) {
            var run = place.run(command.split(" "));
            assertThat(run.code()).as(command + ": " + run.err()).isZero();
        }
        assertThat(place.run("universes", file.toString()).code()).isEqualTo(3);
    }
}
