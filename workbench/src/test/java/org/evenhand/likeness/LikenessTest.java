package org.evenhand.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.NoAnswer;
import org.evenhand.core.Tier;
import org.evenhand.document.Provenance;
import org.evenhand.harness.InventedWorld;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.evenhand.panel.Variable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LikenessTest {
    @TempDir
    private static Path folder;

    private static Catalogue catalogue;
    private static Panel panel;
    private static Features features;
    /// The same world with all tiers shuffled over its placements.
    private static Catalogue shuffled;

    @BeforeAll
    static void makesTheWorlds() {
        catalogue = InventedWorld.make(folder.resolve("one"), 5);
        panel = Panel.of(catalogue, Lags.DEFAULT);
        features = Features.of(panel, Likeness.EVIDENCE);
        shuffled = InventedWorld.make(folder.resolve("two"), 5, shuffledTiers()::get);
    }

    /// Every drawn tier at another place; special cases stay, since they cannot be compared at all.
    private record Shuffle(Map<String, String> tiers) {
        String get(String who, String drawn) {
            return drawn.equals("SC") ? "SC" : tiers.getOrDefault(who, drawn);
        }
    }

    private static Shuffle shuffledTiers() {
        var places = new ArrayList<String>();
        var tiers = new ArrayList<String>();
        for (var row : panel.rows()) {
            // Before the 2004 report there is no Watch List to be shuffled to.
            if (row.standing() instanceof Tier tier && row.year() >= 2004) {
                places.add(row.iso3() + " " + row.year());
                tiers.add(tier.code());
            }
        }
        Collections.shuffle(tiers, new Random(13));
        var map = new TreeMap<String, String>();
        for (int i = 0; i < places.size(); i++) {
            map.put(places.get(i), tiers.get(i));
        }
        return new Shuffle(map);
    }

    @Test
    void matchingNeverUsesTheOutcome() {
        var otherPanel = Panel.of(shuffled, Lags.DEFAULT);
        assertThat(otherPanel.severity()).isNotEqualTo(panel.severity());
        var otherFeatures = Features.of(otherPanel, Likeness.EVIDENCE);
        int at = features.position("XAB", 2010).orElseThrow();
        assertThat(Matching.of(otherFeatures, at, i -> otherFeatures.year(i) >= 2009, 1))
                .isEqualTo(Matching.of(features, at, i -> features.year(i) >= 2009, 1));
        for (var measure : DisparityDocument.measures(panel)) {
            var own = Disparity.own(panel);
            assertThat(Pairs.of(
                            otherFeatures,
                            Disparity.exposure(otherPanel, otherFeatures, otherPanel.need(measure.key()), own),
                            0.7))
                    .as(measure.key())
                    .isEqualTo(Pairs.of(features, Disparity.exposure(panel, features, measure, own), 0.7));
        }
    }

    @Test
    void likeCasesAreWithinTheCalliperOneACountryAndNeverTheCountryItself() {
        int at = features.position("XAB", 2010).orElseThrow();
        var alike = (Matching.Outcome.Alike) Matching.of(features, at, _ -> true, 0.8);
        var countries = new HashSet<String>();
        double last = 0;
        for (var match : alike.matches()) {
            assertThat(match.distance()).isBetween(last, 0.8);
            assertThat(match.distance()).isCloseTo(features.distance(match.at(), at), within(1e-15));
            last = match.distance();
            assertThat(countries.add(features.country(match.at()))).isTrue();
            for (int i = 0; i < features.size(); i++) {
                if (features.country(i).equals(features.country(match.at())) && features.complete(i)) {
                    assertThat(features.distance(i, at))
                            .as("no nearer report")
                            .isGreaterThanOrEqualTo(match.distance());
                }
            }
        }
        assertThat(countries).doesNotContain("XAB");
    }

    @Test
    void matchingBringsTheMeansNearer() {
        var everyone = IntStream.range(0, features.size())
                .filter(features::complete)
                .mapToObj(i -> new Matching.Match(i, 0))
                .toList();
        double before = 0;
        double after = 0;
        for (var match : everyone) {
            int i = match.at();
            if (features.year(i) == 2010
                    && Matching.of(features, i, _ -> true, 0.8) instanceof Matching.Outcome.Alike(var matches)) {
                for (double b : Matching.balance(features, i, matches)) {
                    assertThat(Math.abs(b))
                            .isLessThan(0.8 * Math.sqrt(features.variables().size()));
                }
                before += squares(Matching.balance(features, i, everyone));
                after += squares(Matching.balance(features, i, matches));
            }
        }
        assertThat(after).isPositive().isLessThan(before);
        int at = features.position("XAB", 2010).orElseThrow();
        var exact = Matching.balance(features, at, List.of(new Matching.Match(at, 0)));
        assertThat(exact).containsOnly(0);
    }

    private static double squares(double[] x) {
        return Arrays.stream(x).map(v -> v * v).sum();
    }

    @Test
    void whereOverlapIsTooThinItRefusesAndSaysWhatIsMissing() {
        assertThatThrownBy(() -> LikeDocument.of(
                        catalogue, panel, Likeness.EVIDENCE, "XAB", 2010, 0.001, new Provenance("c", "p", "0", "d")))
                .isInstanceOf(NoAnswer.class)
                .hasMessageContaining("Too few cases are like Invented XAB")
                .hasMessageContaining("at least 5 are asked for")
                .hasMessageContaining("what sets it apart most");
        assertThatThrownBy(() -> LikeDocument.of(
                        catalogue,
                        panel,
                        new Likeness(org.evenhand.benchmark.EvidenceSet.REPORT, false),
                        "XAB",
                        2016,
                        0.5,
                        new Provenance("c", "p", "0", "d")))
                .isInstanceOf(NoAnswer.class)
                .hasMessageContaining("not measured: policy_prosecution, policy_protection, policy_prevention");
    }

    private static Disparity disparity(
            Variable measure, Map<String, String> owner, double[] beyond, ExchangeTest test) {
        var pairs = Pairs.of(features, Disparity.exposure(panel, features, measure, owner), 0.7);
        return Disparity.of(features, measure, pairs, panel.severity(), beyond, test);
    }

    /// In this world countries close to the United States are placed better at the same evidence.
    @Test
    void exchangingCountriesDestroysTheDifferenceAmongLikeCases() {
        var measure = panel.need("agreement_with_us");
        var histories = PlacementHistories.of(panel, features);
        var test = ExchangeTest.of(histories, 199, 1);
        var real = disparity(measure, Disparity.own(panel), histories.asTheyAre(), test);
        assertThat(real.countries()).isGreaterThan(Disparity.FEWEST);
        assertThat(real.high()).as("better placements where agreement is high").isNegative();
        assertThat(real.p()).isLessThan(0.05);
        double interests = 0;
        double placements = 0;
        int rejected = 0;
        int rejectedToo = 0;
        int repeats = 60;
        for (int i = 0; i < repeats; i++) {
            var d = disparity(measure, ShuffledCountries.exchanged(panel, 2, i), histories.asTheyAre(), test);
            interests += d.difference() / repeats;
            rejected += d.p() <= 0.05 ? 1 : 0;
            var e = disparity(measure, Disparity.own(panel), histories.exchanged(2, i), test);
            placements += e.difference() / repeats;
            rejectedToo += e.p() <= 0.05 ? 1 : 0;
        }
        assertThat(Math.abs(interests)).isLessThan(0.25 * Math.abs(real.difference()));
        assertThat(Math.abs(placements)).isLessThan(0.25 * Math.abs(real.difference()));
        // Of 60, more than 9 rejections at 5% would have a chance of less than 1 in 1000.
        assertThat(rejected).isLessThanOrEqualTo(9);
        assertThat(rejectedToo).isLessThanOrEqualTo(9);
    }

    @Test
    void theIntervalLeavesOutZeroWhereTheTestRejects() {
        var histories = PlacementHistories.of(panel, features);
        var test = ExchangeTest.of(histories, 199, 3);
        int rejected = 0;
        int kept = 0;
        for (var measure : DisparityDocument.measures(panel)) {
            for (int i = 0; i < 10; i++) {
                var d = disparity(measure, ShuffledCountries.exchanged(panel, 8, i), histories.asTheyAre(), test);
                if (d.enough()) {
                    boolean rejects = d.p() <= 0.05 + 1e-12;
                    assertThat(d.low() > 0 || d.high() < 0)
                            .as(measure.key() + " " + i)
                            .isEqualTo(rejects);
                    rejected += rejects ? 1 : 0;
                    kept += rejects ? 0 : 1;
                }
            }
        }
        assertThat(rejected).isPositive();
        assertThat(kept).isGreaterThan(rejected);
    }

    /// What is left of placements goes with no measure, within reports, and adds to nothing in any report.
    @Test
    void placementsBeyondTheEvidenceGoWithNoMeasure() {
        var beyond = PlacementHistories.of(panel, features).asTheyAre();
        var sums = new TreeMap<Integer, Double>();
        var products = new double[features.variables().size()];
        double scale = 0;
        for (int i = 0; i < beyond.length; i++) {
            if (!Double.isNaN(beyond[i])) {
                sums.merge(features.year(i), beyond[i], Double::sum);
                scale += Math.abs(beyond[i]);
                for (int j = 0; j < products.length; j++) {
                    products[j] += beyond[i] * features.value(i, j);
                }
            }
        }
        assertThat(scale).isPositive();
        assertThat(sums.values()).allSatisfy(s -> assertThat(s).isCloseTo(0, within(1e-9)));
        assertThat(Arrays.stream(products).map(Math::abs).max().orElseThrow()).isLessThan(1e-5);
    }

    @Test
    void aWholeHistoryOfPlacementsComesFromOneCountry() {
        var histories = PlacementHistories.of(panel, features);
        var own = histories.asTheyAre();
        var exchanged = histories.exchanged(5, 3);
        assertThat(histories.exchanged(5, 3)).isEqualTo(exchanged).isNotEqualTo(own);
        var donors = new HashSet<String>();
        for (var receiver :
                new TreeSet<>(panel.rows().stream().map(r -> r.iso3()).toList())) {
            var possible =
                    new TreeSet<>(panel.rows().stream().map(r -> r.iso3()).toList());
            boolean any = false;
            for (int i = 0; i < own.length; i++) {
                if (features.country(i).equals(receiver) && !Double.isNaN(exchanged[i])) {
                    any = true;
                    int at = i;
                    possible.removeIf(donor -> {
                        var there = features.position(donor, features.year(at));
                        return there.isEmpty() || own[there.getAsInt()] != exchanged[at];
                    });
                }
            }
            if (any) {
                assertThat(possible).as(receiver).hasSize(1);
                assertThat(donors.add(possible.first())).as("given once").isTrue();
            }
        }
        assertThat(donors).hasSizeGreaterThan(20);
    }

    private static Pairs.Pair pair(String high, String low, int year) {
        return new Pairs.Pair(
                features.position(high, year).orElseThrow(),
                features.position(low, year).orElseThrow(),
                0);
    }

    /// Errors by hand, with `e = (d − 2) / 3`.
    @Test
    void pairsThatShareACountryAreNotIndependent() {
        var outcome = new double[features.size()];
        outcome[features.position("XAA", 2010).orElseThrow()] = 1;
        outcome[features.position("XAC", 2010).orElseThrow()] = 3;
        outcome[features.position("XAE", 2010).orElseThrow()] = 2;
        var apart = new PairedDifference(
                        features, List.of(pair("XAA", "XAB", 2010), pair("XAC", "XAD", 2010), pair("XAE", "XAF", 2010)))
                .of(outcome);
        assertThat(apart.mean()).isCloseTo(2, within(1e-12));
        assertThat(apart.countries()).isEqualTo(3);
        // The error of a mean of 1, 3 and 2: a standard deviation of 1 over √3.
        assertThat(apart.error()).isCloseTo(1 / Math.sqrt(3), within(1e-12));
        // Where the two that share a country differ in opposite ways, the error is no less than without sharing.
        var opposite = new PairedDifference(
                        features, List.of(pair("XAA", "XAB", 2010), pair("XAC", "XAB", 2010), pair("XAE", "XAF", 2010)))
                .of(outcome);
        assertThat(opposite.error()).isCloseTo(1 / Math.sqrt(3), within(1e-12));
        // 1, 1 and 4 around 2 give e of −1/3, −1/3 and 2/3; the first two share a country and add 2 e₁e₂ = 2/9.
        outcome[features.position("XAC", 2010).orElseThrow()] = 1;
        outcome[features.position("XAE", 2010).orElseThrow()] = 4;
        var shared = new PairedDifference(
                        features, List.of(pair("XAA", "XAB", 2010), pair("XAC", "XAB", 2010), pair("XAE", "XAF", 2010)))
                .of(outcome);
        assertThat(shared.error()).isCloseTo(Math.sqrt((1 / 9.0 + 1 / 9.0 + 4 / 9.0 + 2 / 9.0) * 3 / 2), within(1e-12));
        // The same two countries in another report are one dyad, averaged first: nothing is counted twice.
        outcome[features.position("XAA", 2011).orElseThrow()] = 1;
        var again = new PairedDifference(
                        features,
                        List.of(
                                pair("XAA", "XAB", 2010),
                                pair("XAA", "XAB", 2011),
                                pair("XAC", "XAD", 2010),
                                pair("XAE", "XAF", 2010)))
                .of(outcome);
        assertThat(again.mean()).isCloseTo(2, within(1e-12));
        assertThat(again.error()).isCloseTo(Math.sqrt((1 / 9.0 + 1 / 9.0 + 4 / 9.0) * 3 / 2), within(1e-12));
    }

    @Test
    void anExchangeGivesEveryHistoryAwayOnceAndIsTheSameForTheSameSeed() {
        var one = ShuffledCountries.exchanged(panel, 4, 7);
        assertThat(one.values()).containsExactlyInAnyOrderElementsOf(one.keySet());
        assertThat(ShuffledCountries.exchanged(panel, 4, 7)).isEqualTo(one);
        assertThat(ShuffledCountries.exchanged(panel, 4, 8)).isNotEqualTo(one);
    }
}
