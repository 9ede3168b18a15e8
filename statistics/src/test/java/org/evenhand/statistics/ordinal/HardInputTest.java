package org.evenhand.statistics.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Inputs that make other programs print a number.
class HardInputTest {
    private static final References.Panel PANEL = References.Panel.read();
    private static final References CLM = References.read("clm.csv");
    private static final References STATSMODELS = References.read("statsmodels.csv");
    private static final String[] FOUR = {"prosecution", "protection", "lgdp", "ally"};
    private final OrderedModel model = OrderedModel.withDefaults();

    private static OrderedData separatedTable() {
        var rows = References.rows("separated.csv");
        var x = rows.stream().mapToDouble(r -> Double.parseDouble(r.get(0))).toArray();
        var z = rows.stream().mapToDouble(r -> Double.parseDouble(r.get(1))).toArray();
        var y = rows.stream().mapToInt(r -> Integer.parseInt(r.get(2)) - 1).toArray();
        return OrderedData.of(y, List.of("1", "2", "3"), Matrix.ofColumns(y.length, x, z), List.of("x", "z"));
    }

    @ParameterizedTest
    @EnumSource(Link.class)
    void separationNamesItsColumnAndDirection(Link link) {
        var fit = model.with(link).fit(separatedTable());
        assertThat(fit).isInstanceOf(Fit.Separated.class);
        var separated = (Fit.Separated) fit;
        assertThat(separated.kind()).isEqualTo(Fit.Separated.Kind.COMPLETE);
        assertThat(separated.columns()).containsExactly("x");
        assertThat(separated.direction().getFirst().coefficient()).isPositive();
        assertThat(fit.explain()).startsWith("Complete separation: x (up) predicts the outcome perfectly");
    }

    @Test
    void thePeersPrintNumbersWhereThereIsNoEstimate() {
        // On the same ten rows polr gives a slope of 16.6 with an error of 34 and no word (its own start fails
        // before); clm gives
        // 51.2 and no error at all.
        assertThat(CLM.value("separated-polr", "estimate", "x")).isGreaterThan(10);
        assertThat(CLM.value("separated-polr", "se", "x")).isFinite();
        assertThat(CLM.value("separated-clm", "estimate", "x")).isGreaterThan(10);
        assertThat(CLM.value("separated-clm", "se", "x")).isNaN();
    }

    @Test
    void quasiCompleteSeparationByAnIndicatorIsFoundAmongOtherColumns() {
        // Every ally is in the lowest level: ally goes to minus infinity, the other slopes exist.
        var tier = PANEL.tier().clone();
        for (int i = 0; i < tier.length; i++) {
            tier[i] = PANEL.column("ally")[i] == 1 ? 0 : tier[i];
        }
        var fit = model.fit(OrderedData.of(tier, References.LEVELS, PANEL.design(FOUR), List.of(FOUR)));
        assertThat(fit).isInstanceOf(Fit.Separated.class);
        var separated = (Fit.Separated) fit;
        assertThat(separated.kind()).isEqualTo(Fit.Separated.Kind.QUASI_COMPLETE);
        assertThat(separated.columns()).containsExactly("ally");
        assertThat(separated.direction().getFirst().coefficient()).isNegative();
    }

    @Test
    void separationOfOneThresholdIsNamedByThreshold() {
        var tier = PANEL.tier().clone();
        for (int i = 0; i < tier.length; i++) {
            // No ally on the highest level, but everywhere else.
            tier[i] = PANEL.column("ally")[i] == 1 && tier[i] == 3 ? 2 : tier[i];
        }
        var data = OrderedData.of(tier, References.LEVELS, PANEL.design("prosecution"), List.of("prosecution"))
                .withSlopesByThreshold(PANEL.design("ally"), List.of("ally"));
        var fit = model.fit(data);
        assertThat(fit).isInstanceOf(Fit.Separated.class);
        assertThat(((Fit.Separated) fit).columns()).containsExactly("ally [3|4]");
    }

    @Test
    void aDuplicateColumnIsNamedWithWhatItFollowsFrom() {
        var x = PANEL.design("prosecution", "protection", "lgdp", "ally", "ally");
        var fit = model.fit(OrderedData.of(
                PANEL.tier(), References.LEVELS, x, List.of("prosecution", "protection", "lgdp", "ally", "copy")));
        assertThat(fit).isInstanceOf(Fit.NotIdentified.class);
        var dependency = ((Fit.NotIdentified) fit).dependencies().getFirst();
        assertThat(dependency.column()).isEqualTo("copy");
        assertThat(dependency.of()).containsOnlyKeys("ally");
        assertThat(dependency.of().get("ally")).isCloseTo(1, within(1e-9));
        // statsmodels' OrderedModel says that it converged, and shares the slope between the two.
        assertThat(STATSMODELS.value("duplicate", "converged", "")).isEqualTo(1);
        assertThat(STATSMODELS.value("duplicate", "estimate", "ally")).isBetween(0.1, 0.2);
    }

    @Test
    void aConstantColumnFollowsFromTheThresholds() {
        var constant = new double[400];
        Arrays.fill(constant, 1e8 / 3);
        var x = Matrix.ofColumns(400, PANEL.column("ally"), constant);
        var fit = model.fit(OrderedData.of(PANEL.tier(), References.LEVELS, x, List.of("ally", "constant")));
        assertThat(fit).isInstanceOf(Fit.NotIdentified.class);
        assertThat(fit.explain())
                .isEqualTo("Not identified: constant follows from (thresholds). Leave out one column of each set.");
    }

    @Test
    void columnsOnScalesSixteenOrdersApartGiveTheSameFit() {
        var data = PANEL.data(FOUR);
        var tiny = Arrays.stream(PANEL.column("prosecution")).map(v -> v * 1e-8).toArray();
        var huge = Arrays.stream(PANEL.column("lgdp")).map(v -> v * 1e8).toArray();
        var scaled = data.withDesign(
                Matrix.ofColumns(400, tiny, PANEL.column("protection"), huge, PANEL.column("ally")), List.of(FOUR));
        var first = OrderedModelReferenceTest.ok(model.fit(data));
        var second = OrderedModelReferenceTest.ok(model.fit(scaled));
        assertThat(second.slope(0) * 1e-8).isCloseTo(first.slope(0), within(1e-10));
        assertThat(second.slope(2) * 1e8).isCloseTo(first.slope(2), within(1e-10));
        assertThat(second.slopeError(2) * 1e8).isCloseTo(first.slopeError(2), within(1e-10));
        assertThat(second.logLikelihood()).isCloseTo(first.logLikelihood(), within(1e-9));
    }

    @Test
    void anEmptyLevelIsNamed() {
        var tier = Arrays.stream(PANEL.tier()).map(t -> t == 2 ? 3 : t).toArray();
        var fit = model.fit(OrderedData.of(tier, List.of("1", "2", "2WL", "3"), PANEL.design(FOUR), List.of(FOUR)));
        assertThat(fit).isEqualTo(new Fit.EmptyCategory(List.of("2WL"), ""));
        assertThat(fit.explain()).isEqualTo("No row has outcome 2WL. Merge levels or leave it out.");
    }

    @Test
    void aGroupOfThresholdsThatLacksALevelIsNamed() {
        var tier = PANEL.tier().clone();
        for (int i = 0; i < tier.length; i++) {
            tier[i] = PANEL.late()[i] == 0 && tier[i] == 2 ? 1 : tier[i];
        }
        var data = OrderedData.of(tier, References.LEVELS, PANEL.design(FOUR), List.of(FOUR))
                .withThresholdsBy(PANEL.late(), List.of("early", "late"));
        assertThat(model.fit(data)).isEqualTo(new Fit.EmptyCategory(List.of("3"), "early"));
    }

    @Test
    void fewerRowsThanParametersIsSaidWithBothNumbers() {
        var data = PANEL.data(FOUR).selectRows(new int[] {0, 1, 2, 3, 4});
        assertThat(model.fit(data)).isEqualTo(new Fit.TooFewRows(5, 7));
        assertThat(model.fit(PANEL.data(FOUR).selectRows(new int[] {0}))).isEqualTo(new Fit.TooFewRows(1, 7));
        assertThat(model.fit(PANEL.data(FOUR).selectRows(new int[0]))).isEqualTo(new Fit.TooFewRows(0, 7));
        assertThat(model.fit(PANEL.data(FOUR).withWeights(new double[400]))).isEqualTo(new Fit.TooFewRows(0, 7));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aNumberThatIsNotFiniteIsNamedByRowAndColumn(double bad) {
        var column = PANEL.column("lgdp").clone();
        column[7] = bad;
        var x = Matrix.ofColumns(400, PANEL.column("ally"), column);
        var fit = model.fit(OrderedData.of(PANEL.tier(), References.LEVELS, x, List.of("ally", "lgdp")));
        assertThat(fit).isEqualTo(new Fit.InvalidInput("lgdp", 7, bad));
        assertThat(fit.explain()).startsWith("Row 8 of column lgdp is " + bad);
        var weights = new double[400];
        Arrays.fill(weights, 1);
        weights[3] = bad;
        assertThat(model.fit(PANEL.data(FOUR).withWeights(weights)))
                .isEqualTo(new Fit.InvalidInput("(weights)", 3, bad));
    }

    @Test
    void aNegativeWeightIsRefused() {
        var weights = new double[400];
        Arrays.fill(weights, 1);
        weights[0] = -1;
        assertThat(model.fit(PANEL.data(FOUR).withWeights(weights)).status()).isEqualTo("invalid_input");
    }

    @Test
    void aHugeOffsetMovesTheThresholdsAndNothingElse() {
        var offset = new double[400];
        Arrays.fill(offset, 1000);
        var plain = OrderedModelReferenceTest.ok(model.fit(PANEL.data(FOUR)));
        var moved = OrderedModelReferenceTest.ok(model.fit(PANEL.data(FOUR).withOffset(offset)));
        assertThat(moved.slope(3)).isCloseTo(plain.slope(3), within(1e-9));
        assertThat(moved.parameters()[0] - plain.parameters()[0]).isCloseTo(1000, within(1e-8));
    }

    static IntStream seeds() {
        return IntStream.range(0, 5);
    }

    @ParameterizedTest(name = "seed {0}")
    @org.junit.jupiter.params.provider.MethodSource("seeds")
    void theOrderOfRowsChangesNoBit(int seed) {
        var random = Streams.of(77, seed);
        var index = IntStream.range(0, 400).toArray();
        for (int i = 399; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = index[i];
            index[i] = index[j];
            index[j] = swap;
        }
        var data = PANEL.data("prosecution", "ally").withWeights(PANEL.column("weight"));
        var first = OrderedModelReferenceTest.ok(model.fit(data));
        var second = OrderedModelReferenceTest.ok(model.fit(data.selectRows(index)));
        assertThat(second.parameters()).isEqualTo(first.parameters());
        assertThat(second.covariance().values()).isEqualTo(first.covariance().values());
        assertThat(second.logLikelihood()).isEqualTo(first.logLikelihood());
        var country = Arrays.stream(PANEL.country())
                .mapToObj(c -> PANEL.countries().get(c))
                .toList();
        var shuffled = Arrays.stream(index).mapToObj(country::get).toList();
        var a = (ClusterCovariance.Estimated)
                ClusterCovariance.of(first, Clusters.of("c", country), ClusterCovariance.Factor.CLUSTERS);
        var b = (ClusterCovariance.Estimated)
                ClusterCovariance.of(second, Clusters.of("c", shuffled), ClusterCovariance.Factor.CLUSTERS);
        assertThat(b.matrix().values()).isEqualTo(a.matrix().values());
    }

    @Test
    void aReusedWorkspaceGivesWhatAFreshFitGives() {
        var data = PANEL.data(FOUR);
        var workspace = ((OrderedWorkspace.Prepared.Ready) OrderedWorkspace.prepare(model, data)).workspace();
        var start = OrderedModelReferenceTest.ok(workspace.fit());
        var exposure = PANEL.column("exposure");
        workspace.replaceColumn(3, exposure);
        assertThat(workspace.refit()).isTrue();
        var fresh = OrderedModelReferenceTest.ok(model.fit(data.withDesign(
                Matrix.ofColumns(
                        400, PANEL.column("prosecution"), PANEL.column("protection"), PANEL.column("lgdp"), exposure),
                List.of(FOUR))));
        assertThat(workspace.slope(3)).isCloseTo(fresh.slope(3), within(1e-12));
        assertThat(workspace.slopeError(3)).isCloseTo(fresh.slopeError(3), within(1e-12));
        assertThat(workspace.logLikelihood()).isCloseTo(fresh.logLikelihood(), within(1e-9));
        var clusters = Clusters.of(
                "country",
                Arrays.stream(PANEL.country()).mapToObj(Integer::toString).toList());
        var robust =
                (ClusterCovariance.Estimated) ClusterCovariance.of(fresh, clusters, ClusterCovariance.Factor.CLUSTERS);
        assertThat(workspace.clusterSlopeError(3, clusters, ClusterCovariance.Factor.CLUSTERS))
                .isCloseTo(robust.error(fresh.firstSlope() + 3), within(1e-12));
        // A warm start reaches the same estimate in fewer steps.
        int cold = workspace.iterations();
        workspace.startFrom(start.parameters());
        assertThat(workspace.refit()).isTrue();
        assertThat(workspace.iterations()).isLessThanOrEqualTo(cold);
        assertThat(workspace.slope(3)).isCloseTo(fresh.slope(3), within(1e-10));
    }
}
