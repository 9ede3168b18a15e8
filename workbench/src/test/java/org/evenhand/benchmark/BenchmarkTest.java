package org.evenhand.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.evenhand.benchmark.Benchmark.Trained;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.harness.InventedWorld;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkTest {
    private static final Specification EVIDENCE = new Specification(EvidenceSet.INDEPENDENT, false);
    private static final Specification FULL = new Specification(EvidenceSet.INDEPENDENT, true);

    @TempDir
    private static Path folder;

    private static Panel world;
    /// The same world, but XAC's tiers are published turned round.
    private static Panel otherwise;

    @BeforeAll
    static void makesTheWorlds() {
        world = panel(InventedWorld.make(folder.resolve("one"), 7));
        otherwise = panel(InventedWorld.make(
                folder.resolve("two"),
                7,
                (who, tier) -> who.startsWith("XAC") && !tier.equals("SC") ? (tier.equals("3") ? "1" : "3") : tier));
    }

    private static Panel panel(Catalogue catalogue) {
        return Panel.of(catalogue, Lags.DEFAULT);
    }

    @Test
    void aCountrysOwnTiersPlayNoPartInItsBenchmark() {
        var one = predictions(world, "XAC");
        var two = predictions(otherwise, "XAC");
        assertThat(one).isNotEmpty();
        assertThat(two).hasSameSizeAs(one);
        for (int i = 0; i < one.size(); i++) {
            assertThat(two.get(i).published()).isNotEqualTo(one.get(i).published());
            assertThat(two.get(i).probabilities()).isEqualTo(one.get(i).probabilities());
        }
        assertThat(predictions(otherwise, "XAD").getFirst().probabilities())
                .as("but in that of others")
                .isNotEqualTo(predictions(world, "XAD").getFirst().probabilities());
    }

    private static List<Prediction> predictions(Panel panel, String iso3) {
        var benchmark = Benchmark.of(panel, EVIDENCE);
        return benchmark.predict(
                (Trained.Model) benchmark.leavingOut(iso3), row -> row.iso3().equals(iso3));
    }

    @Test
    void probabilitiesAddUpAndAgreeWithTheExpectation() {
        for (var p : predictions(world, "XAB")) {
            double sum = 0;
            double expected = 0;
            double worse = 0;
            for (int k = 0; k < 4; k++) {
                sum += p.probabilities().get(k);
                expected += k * p.probabilities().get(k);
                worse += k > p.published() ? p.probabilities().get(k) : 0;
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
            assertThat(p.severity().value()).isCloseTo(expected, within(1e-12));
            assertThat(p.worse().value()).isCloseTo(worse, within(1e-12));
            assertThat(p.worse().value()
                            + p.better().value()
                            + p.probabilities().get(p.published()))
                    .isCloseTo(1, within(1e-12));
        }
    }

    /// Shapley's efficiency: the parts add up to the whole, on both scales.
    @Test
    void theInterestsPartsAndWhatNoneExplainsAddUpToTheDivergence() {
        var benchmark = Benchmark.of(world, FULL);
        var model = (Trained.Model) benchmark.leavingOut("XAF");
        var found = Divergence.of(benchmark, model, row -> row.iso3().equals("XAF"));
        assertThat(found).isNotEmpty();
        for (var d : found) {
            double steps =
                    d.parts().stream().mapToDouble(p -> p.steps().value()).sum();
            assertThat(steps + d.unexplained()).isCloseTo(d.atReference().divergence(), within(1e-10));
            assertThat(steps).isCloseTo(d.explained(), within(1e-10));
            assertThat(d.parts())
                    .extracting(Attribution.Part::interest)
                    .doesNotHaveDuplicates()
                    .hasSize(8);
        }
    }

    /// Epstein 1969: for two categories the score is Brier's; a certain and right forecast scores 0.
    @ParameterizedTest
    @CsvSource({"1,0,0,0,0,0", "0,0,0,1,0,1", "0.25,0.25,0.25,0.25,0,0.291666666666667", "0,1,0,0,2,0.333333333333333"})
    void theRankedScoreIsTheMeanSquaredDistanceOfCumulativeProbabilities(
            double a, double b, double c, double d, int happened, double expected) {
        assertThat(Ranked.score(List.of(a, b, c, d), happened)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void forecastsThatAreRightAboutTheirChancesPassTheRuleAndOverconfidentOnesDoNot() {
        var random = new Random(11);
        var right = new ArrayList<Forecast>();
        var sure = new ArrayList<Forecast>();
        var climatology = List.of(0.25, 0.25, 0.25, 0.25);
        for (int i = 0; i < 3000; i++) {
            int centre = random.nextInt(4);
            var p = new ArrayList<>(List.of(0.1, 0.1, 0.1, 0.1));
            p.set(centre, 0.7);
            int happened = draw(p, random.nextDouble());
            String iso3 = InventedWorld.codes().get(i % 48);
            right.add(new Forecast(iso3, 2010, "AF", p, climatology, happened));
            var q = new ArrayList<>(List.of(0.01, 0.01, 0.01, 0.01));
            q.set(centre, 0.97);
            sure.add(new Forecast(iso3, 2010, "AF", q, climatology, happened));
        }
        var good = Calibration.of(right);
        var bad = Calibration.of(sure);
        assertThat(good.error()).isLessThan(0.02);
        assertThat(good.skillLow()).isPositive();
        assertThat(Verdict.of(new Calibrations(good, good, List.of())).good()).isTrue();
        var verdict = Verdict.of(new Calibrations(good, bad, List.of()));
        assertThat(verdict.reasons()).anyMatch(r -> r.startsWith("by year predicted and observed"));
        assertThat(Verdict.of(new Calibrations(good, good, List.of()), "the region", -0.1)
                        .good())
                .isFalse();
    }

    private static int draw(List<Double> p, double u) {
        int k = 0;
        for (double sum = p.getFirst(); u >= sum && k < 3; sum += p.get(k)) {
            k++;
        }
        return k;
    }

    @Test
    void whatIsKeptReadsBackEqualAndADamagedTextIsNotRead() {
        var made = Calibrations.of(Benchmark.of(world, EVIDENCE));
        assertThat(Calibrations.read(made.text())).contains(made);
        assertThat(Calibrations.read(made.text().substring(0, made.text().length() - 5)))
                .isEmpty();
        assertThat(Calibrations.read("calibration x")).isEmpty();
    }

    @Test
    void specialCasesAndMissingEvidenceAreLeftOutAndCounted() {
        var benchmark = Benchmark.of(world, new Specification(EvidenceSet.REPORT, false));
        int placements = world.rows().size();
        assertThat(benchmark.size() + benchmark.sample().leftOut()).isEqualTo(placements);
        assertThat(benchmark.sample().reason())
                .contains("special cases", "before the 2004 report", "without a measure");
    }
}
