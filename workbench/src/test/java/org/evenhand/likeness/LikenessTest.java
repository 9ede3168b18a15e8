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
import java.util.stream.IntStream;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.NoAnswer;
import org.evenhand.core.Tier;
import org.evenhand.document.Provenance;
import org.evenhand.harness.InventedWorld;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
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

    /// In this world countries close to the United States are placed better at the same evidence.
    @Test
    void exchangingCountriesDestroysTheDifferenceAmongLikeCases() {
        var measure = panel.need("agreement_with_us");
        var real = Disparity.of(panel, features, measure, 0.7, Disparity.own(panel));
        assertThat(real.countries()).isGreaterThan(Disparity.FEWEST);
        assertThat(real.high()).as("better placements where agreement is high").isNegative();
        double sum = 0;
        int rejected = 0;
        int repeats = 60;
        for (int i = 0; i < repeats; i++) {
            var d = Disparity.of(panel, features, measure, 0.7, ShuffledCountries.exchanged(panel, 2, i));
            sum += d.difference() / repeats;
            rejected += d.p() < 0.05 ? 1 : 0;
        }
        assertThat(Math.abs(sum)).isLessThan(0.25 * Math.abs(real.difference()));
        // Of 60, more than 9 rejections at 5% would have a chance of less than 1 in 1000.
        assertThat(rejected).isLessThanOrEqualTo(9);
    }

    @Test
    void anExchangeGivesEveryHistoryAwayOnceAndIsTheSameForTheSameSeed() {
        var one = ShuffledCountries.exchanged(panel, 4, 7);
        assertThat(one.values()).containsExactlyInAnyOrderElementsOf(one.keySet());
        assertThat(ShuffledCountries.exchanged(panel, 4, 7)).isEqualTo(one);
        assertThat(ShuffledCountries.exchanged(panel, 4, 8)).isNotEqualTo(one);
    }
}
