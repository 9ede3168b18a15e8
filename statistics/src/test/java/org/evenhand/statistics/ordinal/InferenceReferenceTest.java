package org.evenhand.statistics.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.evenhand.statistics.ordinal.OrderedModelReferenceTest.close;
import static org.evenhand.statistics.ordinal.OrderedModelReferenceTest.ok;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.evenhand.statistics.ordinal.ClusterCovariance.Factor;
import org.evenhand.statistics.ordinal.ClusterCovariance.Repair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Errors, intervals, tests and effects against sandwich::vcovCL and scripts of our own on clm and glm fits.
class InferenceReferenceTest {
    private static final References CLM = References.read("clm.csv");
    private static final References.Panel PANEL = References.Panel.read();
    private static final String[] FOUR = {"prosecution", "protection", "lgdp", "ally"};
    private static final Clusters COUNTRY = clusters("country", PANEL.country());
    private static final Clusters YEAR = clusters("year", PANEL.year());

    private static Clusters clusters(String name, int[] codes) {
        return Clusters.of(
                name,
                Arrays.stream(codes)
                        .mapToObj(c -> String.format(Locale.ROOT, "%03d", c))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void clusterErrorsAgreeWithVcovCL(Link link) {
        var fit = ok(OrderedModel.withDefaults().with(link).fit(PANEL.data(FOUR)));
        checkClusters(fit, link.name().toLowerCase(Locale.ROOT));
    }

    @Test
    void weightedClusterErrorsAgreeWithVcovCL() {
        var fit = ok(OrderedModel.withDefaults().fit(PANEL.data(FOUR).withWeights(PANEL.column("weight"))));
        checkClusters(fit, "weighted");
    }

    private static void checkClusters(Fit.Ok fit, String model) {
        var hc0 = (ClusterCovariance.Estimated) ClusterCovariance.of(fit, COUNTRY, Factor.HC0);
        var adjusted = (ClusterCovariance.Estimated) ClusterCovariance.of(fit, COUNTRY, Factor.CLUSTERS);
        var twoWay = (ClusterCovariance.Estimated)
                ClusterCovariance.twoWay(fit, COUNTRY, YEAR, Factor.CLUSTERS, Repair.NONE);
        assertThat(adjusted.clusters()).containsExactly(40);
        assertThat(adjusted.method()).isEqualTo("cluster-robust by country (HC0 × G/(G−1), G = 40)");
        assertThat(twoWay.clusters()).containsExactly(40, 10);
        var names = fit.data().parameterNames();
        for (int j = 0; j < names.size(); j++) {
            // The issue asks for 1e-5 on errors, which is 2e-5 on variances; these are closer.
            close(hc0.matrix().get(j, j), CLM.value(model, "var_hc0", names.get(j)), 1e-6);
            close(adjusted.matrix().get(j, j), CLM.value(model, "var_adjusted", names.get(j)), 1e-6);
            close(twoWay.matrix().get(j, j), CLM.value(model, "var_twoway", names.get(j)), 1e-6);
        }
    }

    @Test
    void aNegativeTwoWayVarianceIsRepairedOnlyWhenAsked() {
        var fit = ok(OrderedModel.withDefaults().fit(PANEL.data(FOUR)));
        var raw = (ClusterCovariance.Estimated)
                ClusterCovariance.twoWay(fit, COUNTRY, YEAR, Factor.CLUSTERS, Repair.NONE);
        var repaired = (ClusterCovariance.Estimated)
                ClusterCovariance.twoWay(fit, COUNTRY, YEAR, Factor.CLUSTERS, Repair.EIGENVALUES);
        assertThat(CLM.value("logit", "var_twoway", "lgdp"))
                .as("vcovCL says so too")
                .isNegative();
        assertThat(raw.matrix().get(5, 5)).isNegative();
        assertThat(raw.error(5)).isNaN();
        assertThat(repaired.repaired()).isTrue();
        assertThat(repaired.method()).contains("negative eigenvalues set to zero");
        for (int j = 0; j < 7; j++) {
            assertThat(repaired.error(j)).isNotNegative();
        }
    }

    @Test
    void oneClusterIsNamedAsTooFew() {
        var fit = ok(OrderedModel.withDefaults().fit(PANEL.data(FOUR)));
        var one = ClusterCovariance.of(fit, clusters("planet", new int[400]), Factor.CLUSTERS);
        assertThat(one).isEqualTo(new ClusterCovariance.TooFewClusters("planet", 1));
        assertThat(((ClusterCovariance.TooFewClusters) one).explain())
                .startsWith("Clustered by planet there is 1 cluster;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ally", "lgdp"})
    void profileIntervalsAgreeWithRootsOnClm(String column) {
        var fit = ok(OrderedModel.withDefaults().fit(PANEL.data(FOUR)));
        var interval = (Bounds.Between) ProfileInterval.of(fit, List.of(FOUR).indexOf(column), 0.95);
        close(interval.low(), CLM.value("logit", "profile_low", column), 1e-6);
        close(interval.high(), CLM.value("logit", "profile_high", column), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"top", "atleast3", "severity"})
    void averageContrastsAgreeWithCentralDifferencesOnClm(String name) {
        var fit = ok(OrderedModel.withDefaults().fit(PANEL.data(FOUR)));
        Target target = switch (name) {
            case "top" -> Target.top(fit.data());
            case "atleast3" -> new Target.AtLeast(2);
            case "severity" -> Target.severity(fit.data());
            default -> throw new IllegalArgumentException(name);
        };
        var effects = Effects.of(fit, 0.95);
        var ally = effects.zeroToOne(3, target);
        var prosecution = effects.oneDeviation(0, target);
        close(ally.value(), CLM.value("logit", "effect_" + name, "ally"), 1e-6);
        close(prosecution.value(), CLM.value("logit", "effect_" + name, "prosecution"), 1e-6);
        close(ally.error(), CLM.value("logit", "effect_se_" + name, "ally"), 1e-5);
        close(prosecution.error(), CLM.value("logit", "effect_se_" + name, "prosecution"), 1e-5);
        assertThat(ally.high() - ally.low()).isCloseTo(2 * 1.959963984540054 * ally.error(), within(1e-12));
    }

    @Test
    void brantTestAgreesWithTheFormulaOnGlmFits() {
        var test = (BrantTest.Done) BrantTest.of(PANEL.data(FOUR));
        close(test.all().statistic(), CLM.value("logit", "brant", "(all)"), 1e-6);
        assertThat(test.all().degrees()).isEqualTo(8);
        for (int j = 0; j < 4; j++) {
            close(test.byColumn().get(j).statistic(), CLM.value("logit", "brant", FOUR[j]), 1e-6);
            assertThat(test.byColumn().get(j).degrees()).isEqualTo(2);
        }
    }

    @Test
    void predictionsAddUpAndTheirIntervalsStayInside() {
        var fit = ok(OrderedModel.withDefaults().with(Link.PROBIT).fit(PANEL.data(FOUR)));
        var effects = Effects.of(fit, 0.95);
        var observed = Scenario.observed(fit.data());
        var sum = new double[400];
        var severity = new double[400];
        for (int k = 0; k < 4; k++) {
            var p = effects.predictions(observed, new Target.Exactly(k));
            for (int i = 0; i < 400; i++) {
                sum[i] += p.get(i).value();
                severity[i] += (k + 1) * p.get(i).value();
                assertThat(p.get(i).low()).isBetween(0.0, p.get(i).value());
                assertThat(p.get(i).high()).isBetween(p.get(i).value(), 1.0);
            }
        }
        var expected = effects.predictions(observed, Target.severity(fit.data()));
        for (int i = 0; i < 400; i++) {
            assertThat(sum[i]).isCloseTo(1, within(1e-12));
            assertThat(expected.get(i).value()).isCloseTo(severity[i], within(1e-12));
        }
        assertThat(effects.crossings(observed)).isZero();
        assertThat(effects.average(observed, Target.top(fit.data())).value()).isBetween(0.1, 0.2);
    }

    @Test
    void theBootstrapOfFewClustersIsAnExactCountOverSignPatterns() {
        // Eight countries, 80 rows: 256 patterns, of which at least the identity and its mirror image are as
        // extreme.
        var index = java.util.stream.IntStream.range(0, 400)
                .filter(i -> PANEL.country()[i] < 8)
                .toArray();
        var data = PANEL.data("prosecution", "ally").selectRows(index);
        var country = clusters(
                "country", Arrays.stream(index).map(i -> PANEL.country()[i]).toArray());
        var fit = ok(OrderedModel.withDefaults().fit(data));
        var done = (ScoreBootstrap.Test.Done) ScoreBootstrap.withSeed(1).test(fit, 0, 0, country);
        assertThat(done.exact()).isTrue();
        assertThat(done.patterns()).isEqualTo(256);
        assertThat(done.p() * 256).isCloseTo(Math.rint(done.p() * 256), within(1e-12));
        assertThat(done.p()).isBetween(2 / 256.0, 1.0);
        var atEstimate = (ScoreBootstrap.Test.Done) ScoreBootstrap.withSeed(1).test(fit, 0, fit.slope(0), country);
        assertThat(atEstimate.statistic()).isCloseTo(0, within(1e-6));
        assertThat(atEstimate.p()).isEqualTo(1);
        var interval = (Bounds.Between) ScoreBootstrap.withSeed(1).interval(fit, 0, country, 0.95);
        assertThat(fit.slope(0)).isBetween(interval.low(), interval.high());
        var inside =
                (ScoreBootstrap.Test.Done) ScoreBootstrap.withSeed(1).test(fit, 0, interval.high() - 1e-3, country);
        assertThat(inside.p()).isGreaterThan(0.05);
    }

    @Test
    void theBootstrapRepeatsWithItsSeed() {
        var fit = ok(OrderedModel.withDefaults().fit(PANEL.data(FOUR)));
        var first = ScoreBootstrap.withSeed(5).test(fit, 3, 0, COUNTRY);
        assertThat(ScoreBootstrap.withSeed(5).test(fit, 3, 0, COUNTRY)).isEqualTo(first);
        var done = (ScoreBootstrap.Test.Done) first;
        assertThat(done.exact()).isFalse();
        assertThat(done.clusters()).isEqualTo(40);
        assertThat(done.p() * 1000).isCloseTo(Math.rint(done.p() * 1000), within(1e-9));
    }

    @Test
    void unclusteredSandwichEqualsEachRowItsOwnCluster() {
        var own = new ArrayList<String>();
        for (int i = 0; i < 400; i++) {
            own.add(String.format(Locale.ROOT, "%03d", i));
        }
        var fit = ok(OrderedModel.withDefaults().fit(PANEL.data(FOUR)));
        var rowwise = (ClusterCovariance.Estimated) ClusterCovariance.of(fit, Clusters.of("row", own), Factor.CLUSTERS);
        assertThat(rowwise.clusters()).containsExactly(400);
        // vcovCL(cluster = 1:400, type = "HC0") gives 0.1971603 for ally.
        assertThat(rowwise.error(6)).isCloseTo(0.1971603, within(1e-6));
    }
}
