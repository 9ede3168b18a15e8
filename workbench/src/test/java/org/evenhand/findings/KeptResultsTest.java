package org.evenhand.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.evenhand.benchmark.Benchmarks;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Claims;
import org.evenhand.findings.ClaimBearing.Kind;
import org.evenhand.harness.ShippedCatalogue;
import org.evenhand.influence.Finding;
import org.evenhand.influence.UniverseReader;
import org.evenhand.influence.UniverseResult;
import org.evenhand.influence.UniverseRun;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.evenhand.statistics.exact.Holm;
import org.junit.jupiter.api.Test;
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
