package org.evenhand.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenhand.benchmark.Benchmarks;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Claims;
import org.evenhand.findings.ClaimBearing.Kind;
import org.evenhand.harness.CommandLineRun;
import org.evenhand.harness.ShippedCatalogue;
import org.evenhand.influence.Finding;
import org.evenhand.influence.KeptCurve;
import org.evenhand.influence.MeasureResult;
import org.evenhand.influence.UniverseReader;
import org.evenhand.influence.UniverseResult;
import org.evenhand.influence.UniverseRun;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.evenhand.statistics.exact.Holm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The kept results are those of today's universes and rows. Where one of these tests fails after a change of data or
/// universes: `evenhand findings --remake data --resume`.
class KeptResultsTest {
    @SuppressWarnings("unused") // named by the parameterised test
    private static final List<String> SHIPPED = UniverseReader.SHIPPED;

    private final Catalogue catalogue = ShippedCatalogue.open();
    private final Kept kept = Kept.of(catalogue);

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void everyShippedUniverseHasAResultOnTheRowsOfToday(String name) {
        var result = kept.universe(name).orElseThrow();
        var universe = UniverseReader.find(name);
        assertThat(result.checksum()).as("the universe").isEqualTo(universe.checksum());
        assertThat(result.specifications()).isEqualTo(universe.points().size());
        assertThat(result.tables()).isEqualTo(new UniverseRun(catalogue, universe, Finding.Scope.ALL).tables());
        assertThat(result.dataChecksum())
                .as("the rows of " + result.tables())
                .isEqualTo(catalogue.version().rowsOf(result.tables()));
        assertThat(result.curve().permutations()).isGreaterThanOrEqualTo(999);
    }

    /// Every specification of the declaration is kept, in its order and with its choices, and together they are the
    /// result.
    @ParameterizedTest
    @FieldSource("SHIPPED")
    void everySpecificationOfAShippedUniverseIsKept(String name) {
        var universe = UniverseReader.find(name);
        var result = kept.universe(name).orElseThrow();
        var run = KeptRun.of(catalogue, universe);
        assertThat(run).isInstanceOf(KeptRun.Whole.class);
        var finding = ((KeptRun.Whole) run).finding();
        assertThat(finding.points()).isEqualTo(universe.points());
        assertThat(finding.curve().outcomes()).hasSameSizeAs(universe.points());
        var estimated = finding.estimated();
        assertThat(estimated).hasSize(result.estimated());
        assertThat(finding.medianEffect().orElseThrow())
                .isCloseTo(result.medianEffect().orElseThrow(), within(1e-9));
        assertThat(finding.medianRobustness().orElseThrow())
                .isCloseTo(result.robustness().orElseThrow(), within(1e-9));
        double n = estimated.size();
        assertThat(estimated.stream().filter(e -> e.effect().low() > 0).count() / n)
                .isCloseTo(result.shareBetter(), within(1e-9));
        assertThat(estimated.stream().filter(e -> e.effect().high() < 0).count() / n)
                .isCloseTo(result.shareWorse(), within(1e-9));
        for (var e : estimated) {
            assertThat(e.effect().low()).isLessThanOrEqualTo(e.effect().value());
            assertThat(e.effect().high()).isGreaterThanOrEqualTo(e.effect().value());
            assertThat(e.effect().high() - e.effect().value())
                    .as("a 95% interval by the delta method")
                    .isCloseTo(
                            1.959963985 * e.effect().error(),
                            within(1e-6 + 1e-6 * e.effect().error()));
        }
    }

    /// A curve that no association gives is sorted as any, and lies around the medians that no association gives.
    @ParameterizedTest
    @FieldSource("SHIPPED")
    void theBandOfAShippedUniverseIsThatOfItsTest(String name) {
        var finding = ((KeptRun.Whole) KeptRun.of(catalogue, UniverseReader.find(name))).finding();
        var band = finding.curve().band();
        assertThat(band.low()).hasSize(101).isSorted();
        assertThat(band.high()).hasSize(101).isSorted();
        for (int k = 0; k < 101; k++) {
            assertThat(band.low()[k]).isLessThanOrEqualTo(band.high()[k]);
        }
        var test = finding.curve().test();
        // In the middle of an even number of effects the median is a mean of two, and the band takes one of them.
        double room = 0.05 * (test.medianHigh() - test.medianLow());
        assertThat(band.low()[50]).isCloseTo(test.medianLow(), within(room));
        assertThat(band.high()[50]).isCloseTo(test.medianHigh(), within(room));
    }

    /// What a measure's row says is what its kept specifications say.
    @Test
    void theMeasuresAreThoseOfTheKeptSpecifications() {
        for (var name : SHIPPED) {
            var whole = (KeptRun.Whole) KeptRun.of(catalogue, UniverseReader.find(name));
            var anew = MeasureResult.of(whole.finding(), measure -> measure);
            var rows = whole.kept().measures();
            assertThat(anew).hasSameSizeAs(rows);
            for (int i = 0; i < rows.size(); i++) {
                assertThat(anew.get(i).measure()).isEqualTo(rows.get(i).measure());
                assertThat(anew.get(i).estimated()).isEqualTo(rows.get(i).estimated());
                assertThat(anew.get(i).medianEffect()).isCloseTo(rows.get(i).medianEffect(), within(1e-9));
                assertThat(anew.get(i).shareBetter()).isCloseTo(rows.get(i).shareBetter(), within(1e-9));
                assertThat(anew.get(i).shareWorse()).isCloseTo(rows.get(i).shareWorse(), within(1e-9));
            }
        }
    }

    @Test
    void nothingIsMissingAndNothingWasComputedOnOtherRows() {
        assertThat(kept.missing()).isEmpty();
        assertThat(kept.onOtherData()).isEmpty();
        assertThat(Statements.of(catalogue).cautions()).isEmpty();
    }

    @Test
    void whatTakesSecondsIsWhatTheProgramComputesToday() throws IOException {
        var panel = Panel.of(catalogue, Lags.DEFAULT);
        var today = new Remake(catalogue, new Benchmarks(catalogue, panel, Benchmarks.NOWHERE)).quick();
        assertThat(today.keySet()).containsExactly(GroupResult.TABLE, BenchmarkResult.TABLE, DivergenceResult.TABLE);
        for (var table : today.entrySet()) {
            assertThat(Files.readString(
                            ShippedCatalogue.data().resolve(table.getKey()).resolve(table.getKey() + ".csv")))
                    .as(table.getKey())
                    .isEqualTo(table.getValue());
        }
    }

    /// What stands is kept as it is, every cell of it; nothing is run again.
    @Test
    void resumingWritesTheSameTables(@TempDir Path folder) throws IOException {
        var run = CommandLineRun.of("findings --resume --remake " + folder);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).as("no universe was run").isEmpty();
        for (var table :
                List.of(UniverseResult.TABLE, MeasureResult.TABLE, KeptCurve.SPECIFICATIONS, KeptCurve.BANDS)) {
            var file = Path.of(table, table + ".csv");
            assertThat(folder.resolve(file))
                    .as(table)
                    .hasSameBinaryContentAs(ShippedCatalogue.data().resolve(file));
        }
    }

    @Test
    void aJointTestIsAdjustedForAllThatHaveOne() {
        var tested =
                kept.universes().stream().filter(u -> u.jointP().isPresent()).toList();
        var holm = Holm.adjust(
                tested.stream().mapToDouble(u -> u.jointP().orElseThrow()).toArray());
        for (int i = 0; i < holm.length; i++) {
            assertThat(tested.get(i).holmP().orElseThrow()).isCloseTo(holm[i], within(1e-8));
        }
        for (var result : kept.universes()) {
            assertThat(result.jointP().isPresent())
                    .as("%s has a p-value or a reason why it has none", result.universe())
                    .isEqualTo(result.curve().objection().isEmpty());
            assertThat(result.holmP().isPresent()).isEqualTo(result.jointP().isPresent());
        }
    }

    @Test
    void theMeasuresOfAUniverseAreAllOfIt() {
        for (var result : kept.universes()) {
            var measures = kept.measures().stream()
                    .filter(m -> m.universe().equals(result.universe()))
                    .toList();
            int estimated = 0;
            double better = 0;
            double worse = 0;
            for (var m : measures) {
                estimated += m.estimated();
                better += m.shareBetter() * m.estimated();
                worse += m.shareWorse() * m.estimated();
            }
            assertThat(estimated).isEqualTo(result.estimated());
            assertThat(better / estimated).isCloseTo(result.shareBetter(), within(1e-6));
            assertThat(worse / estimated).isCloseTo(result.shareWorse(), within(1e-6));
        }
    }

    @Test
    void everyPairOfClaimsHasABearingAndEveryBearingAResult() {
        var leading =
                Claims.of(catalogue).pairs().stream().map(p -> p.claim().id()).toList();
        var bearings = ClaimBearing.all(catalogue);
        assertThat(bearings.stream().map(ClaimBearing::claim).distinct()).containsExactlyInAnyOrderElementsOf(leading);
        for (var b : bearings) {
            boolean there = switch (b.kind()) {
                case UNIVERSE -> kept.universe(b.key()).isPresent();
                case GROUP -> kept.groups().stream().anyMatch(g -> (g.group() + "/" + g.event()).equals(b.key()));
                case BENCHMARK ->
                    kept.benchmarks().stream().anyMatch(r -> r.benchmark().equals(b.key()));
                case DIVERGENCE ->
                    kept.divergences().stream().anyMatch(d -> b.key().startsWith(d.iso3() + "/"));
                case STABILITY ->
                    List.of("special_case", "coup", "conflict", "breakdown").contains(b.key());
                case NONE -> b.key().equals("-");
            };
            assertThat(there).as("%s of %s", b.key(), b.claim()).isTrue();
            if (b.kind() != Kind.NONE) {
                assertThat(b.fitsClaim()).isNotEqualTo(b.fitsOpposite());
            }
        }
    }

    /// Effects are turned so that plus is better for the government: the verdict names the direction of its sign.
    @Test
    void aVerdictNamesTheDirectionOfItsNumbers() {
        for (UniverseResult u : kept.universes()) {
            var said = u.verdict().plain();
            if (u.curve().objection().isPresent()) {
                assertThat(said).contains(u.curve().objection().get()).doesNotContain("joint p =");
            } else if (u.beyondChance()) {
                String better =
                        u.curve().waivers() ? "a higher probability of a waiver" : "a lower probability of Tier 3";
                assertThat(said.contains(better))
                        .isEqualTo(u.curve().median() > u.curve().centre());
                assertThat(said).contains("does not say why");
            } else {
                assertThat(said).doesNotContain("does not say why");
            }
        }
    }
}
