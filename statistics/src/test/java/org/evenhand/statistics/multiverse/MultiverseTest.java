package org.evenhand.statistics.multiverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.evenhand.statistics.biasreduced.BinarySample;
import org.evenhand.statistics.biasreduced.CumulativeBiasReduction;
import org.evenhand.statistics.biasreduced.CumulativeOutcome;
import org.evenhand.statistics.biasreduced.FirthLogistic;
import org.evenhand.statistics.biasreduced.FirthOutcome;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.ordinal.OrderedModel;
import org.evenhand.statistics.ordinal.Target;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MultiverseTest {
    private static final int COUNTRIES = 24;
    private static final int YEARS = 8;
    private static final Blocks BLOCKS = new Blocks(
            IntStream.range(0, COUNTRIES).mapToObj(i -> "c%02d".formatted(i)).toList(),
            IntStream.range(0, COUNTRIES)
                    .mapToObj(i -> i < 10 ? "north" : "south")
                    .toList());

    /// A panel of invented countries: an interest that moves slowly, one control, and an outcome that follows the
    /// control, a country's own level and `slope` times the interest.
    private static Specification.Ready panel(long seed, double slope, Link link, int levels) {
        var random = Streams.of(seed, 0);
        int n = COUNTRIES * YEARS;
        var control = new double[n];
        var interest = new double[n];
        var outcome = new int[n];
        var block = new int[n];
        var time = new int[n];
        for (int c = 0; c < COUNTRIES; c++) {
            double own = random.nextGaussian();
            double level = random.nextGaussian();
            for (int t = 0; t < YEARS; t++) {
                int i = c * YEARS + t;
                block[i] = c;
                time[i] = 2000 + t;
                control[i] = random.nextGaussian();
                interest[i] = level + 0.5 * random.nextGaussian() + 0.3 * control[i];
                double u = random.nextDouble();
                double latent = 0.7 * control[i] + own + slope * interest[i] + Math.log(u / (1 - u));
                outcome[i] = latent < -1 ? 0 : latent < 1 || levels == 2 ? 1 : 2;
            }
        }
        var data = OrderedData.of(
                outcome,
                IntStream.range(0, levels).mapToObj(k -> "level " + k).toList(),
                Matrix.ofColumns(n, control, interest),
                List.of("control", "interest"));
        return new Specification.Ready(
                data, link, false, false, 1, new Target.AtLeast(levels - 1), Optional.empty(), 1, block, time);
    }

    /// At the estimate the score statistic is a Newton step from zero, so for a weak interest the two must
    /// agree to second order, by every link and with two levels or three.
    @ParameterizedTest
    @EnumSource(Link.class)
    void theOneStepSlopeAgreesWithTheFullFitWhereTheInterestIsWeak(Link link) {
        for (int levels = 2; levels <= 3; levels++) {
            var ready = panel(4, 0, link, levels);
            var full = (Fit.Ok) OrderedModel.withDefaults().with(link).fit(ready.data());
            var none = (Fit.Ok)
                    OrderedModel.withDefaults().with(link).fit(ready.data().withoutColumn(1));
            var model = new NullModel(none, levels - 1, ready.block(), BLOCKS.size());
            assertThat(model.test(ready.data().x().column(1))).isTrue();
            double likelihoodRatio = 2 * (full.logLikelihood() - none.logLikelihood());
            assertThat(likelihoodRatio).isLessThan(12);
            assertThat(model.slope).isCloseTo(full.slope(1), within(0.04 + 0.1 * Math.abs(full.slope(1))));
            // Score statistics do not change when combinations of the other columns are taken from the column, but
            // for what is left of the gradient where the fit stopped.
            double slope = model.slope;
            double z = model.z;
            assertThat(model.test(
                            Residuals.on(ready.data(), 1).of(ready.data().x().column(1))))
                    .isTrue();
            assertThat(model.slope).isCloseTo(slope, within(1e-7));
            assertThat(model.z).isCloseTo(z, within(1e-6));
        }
    }

    @Test
    void theSameBytesOnAnyNumberOfThreads() {
        var results = new ArrayList<String>();
        for (int threads : new int[] {1, 2, 8}) {
            var curve = curve(
                    Executor.threads(threads),
                    12,
                    i -> panel(i, 0.1 * i, i % 2 == 0 ? Link.LOGIT : Link.PROBIT, 3),
                    7,
                    30);
            results.add(curve.outcomes() + " " + curve.test()
                    + Arrays.toString(curve.band().low()));
        }
        assertThat(results.get(1)).isEqualTo(results.get(0));
        assertThat(results.get(2)).isEqualTo(results.get(0));
    }

    private static Curve curve(
            Executor executor, int count, IntFunction<Specification> specifications, long seed, int permutations) {
        var curves = PermutedCurves.inMemory(count, permutations);
        var job = new Multiverse(BLOCKS, Alignment.NEAREST_TIME, seed, permutations).job(curves, specifications);
        return Curve.of(executor.run(job), curves);
    }

    /// Sums over pairs of blocks give the statistics of the permuted column itself, for every alignment by blocks,
    /// also where blocks have different years.
    @ParameterizedTest
    @EnumSource(value = Alignment.class, names = "ROWS", mode = EnumSource.Mode.EXCLUDE)
    void sumsOverPairsOfBlocksAreTheStatisticsOfThePermutedColumn(Alignment alignment) {
        var whole = panel(6, 0.4, Link.LOGIT, 3);
        var kept = IntStream.range(0, whole.data().rows())
                .filter(i -> (i * 7) % 11 > 1 || i % 5 == 0)
                .toArray();
        var data = whole.data().selectRows(kept);
        var block = Arrays.stream(kept).map(i -> whole.block()[i]).toArray();
        var time = Arrays.stream(kept).map(i -> whole.time()[i]).toArray();
        var none = (Fit.Ok) OrderedModel.withDefaults().fit(data.withoutColumn(1));
        var model = new NullModel(none, 2, block, BLOCKS.size());
        var residual = Residuals.on(data, 1).of(data.x().column(1));
        var permuter = new Permuter(BLOCKS, alignment, block, time);
        var pairs = model.pairs(permuter, residual);
        var moved = new double[residual.length];
        for (int m = 1; m <= 20; m++) {
            var permutation = BLOCKS.permutation(2, m);
            assertThat(model.test(pairs, permuter.donors(permutation))).isTrue();
            double slope = model.slope;
            double z = model.z;
            permuter.permute(permutation, 2, m, residual, moved);
            assertThat(model.test(moved)).isTrue();
            assertThat(slope).isCloseTo(model.slope, within(1e-10));
            assertThat(z).isCloseTo(model.z, within(1e-10));
        }
    }

    /// Turning a measure and its orientation round changes nothing but the sign of the slope.
    @Test
    void aMeasureThatPointsTheOtherWayGivesTheSameCurveOnceTurned() {
        var straight = panel(5, 0.8, Link.LOGIT, 3);
        var column = straight.data().x().column(1);
        var minus = Arrays.stream(column).map(v -> -v).toArray();
        var turned = new Specification.Ready(
                straight.data()
                        .withDesign(
                                Matrix.ofColumns(
                                        minus.length, straight.data().x().column(0), minus),
                                straight.data().names()),
                Link.LOGIT,
                false,
                false,
                -1,
                straight.target(),
                Optional.empty(),
                1,
                straight.block(),
                straight.time());
        var one = curve(Executor.sequential(), 1, _ -> straight, 4, 49);
        var other = curve(Executor.sequential(), 1, _ -> turned, 4, 49);
        var expected = (Outcome.Estimated) one.outcomes().getFirst();
        var found = (Outcome.Estimated) other.outcomes().getFirst();
        assertThat(found.slope()).isCloseTo(-expected.slope(), within(1e-9));
        assertThat(found.effect().value()).isCloseTo(expected.effect().value(), within(1e-9));
        assertThat(found.effect().low()).isCloseTo(expected.effect().low(), within(1e-7));
        assertThat(found.effect().high()).isCloseTo(expected.effect().high(), within(1e-7));
        assertThat(other.test().medianP()).isEqualTo(one.test().medianP());
        assertThat(other.test().observed().positive())
                .isEqualTo(one.test().observed().positive());
    }

    /// The effect on a second probability is that of a specification which asks for it first.
    @Test
    void theSecondEffectIsThatOfItsOwnTarget() {
        var whole = panel(5, 0.8, Link.LOGIT, 3);
        var both = withTargets(whole, new Target.AtLeast(2), Optional.of(new Target.AtLeast(1)));
        var other = withTargets(whole, new Target.AtLeast(1), Optional.empty());
        var outcomes = curve(Executor.sequential(), 2, i -> i == 0 ? both : other, 1, 0)
                .outcomes();
        var first = (Outcome.Estimated) outcomes.get(0);
        var second = (Outcome.Estimated) outcomes.get(1);
        assertThat(first.second()).contains(second.effect());
        assertThat(second.second()).isEmpty();
        assertThat(first.effect()).isNotEqualTo(second.effect());
    }

    private static Specification.Ready withTargets(
            Specification.Ready ready, Target.AtLeast target, Optional<Target.AtLeast> second) {
        return new Specification.Ready(
                ready.data(),
                ready.link(),
                ready.firth(),
                ready.yesNo(),
                ready.step(),
                target,
                second,
                ready.orientation(),
                ready.block(),
                ready.time());
    }

    @Test
    void aFailingSpecificationIsAResultAndStopsNothing() {
        var good = panel(1, 0, Link.LOGIT, 3);
        var twice = new double[COUNTRIES * YEARS];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = 2 * good.data().x().get(i, 0);
        }
        var dependent = good.data()
                .withDesign(
                        Matrix.ofColumns(twice.length, good.data().x().column(0), twice), List.of("control", "twice"));
        var bad = new Specification.Ready(
                dependent, Link.LOGIT, false, false, 1, good.target(), Optional.empty(), 1, good.block(), good.time());
        var results =
                curve(Executor.sequential(), 2, i -> i == 0 ? bad : good, 1, 9).outcomes();
        assertThat(results.get(0)).isInstanceOf(Outcome.Failed.class);
        assertThat(((Outcome.Failed) results.get(0)).reason()).contains("twice", "control");
        assertThat(results.get(1)).isInstanceOf(Outcome.Estimated.class);
    }

    /// A bias-reduced specification is Kosmidis's cumulative model with its own link, Firth's regression
    /// where there are two levels and the logit; its effect and score statistics go on from there.
    @ParameterizedTest
    @EnumSource(Link.class)
    void aBiasReducedSpecificationIsTheBiasReducedModelWithItsLink(Link link) {
        for (int levels = 2; levels <= 3; levels++) {
            var ready = biasReduced(panel(8, 0.5, link, levels));
            var direct = (CumulativeOutcome.Fitted) new CumulativeBiasReduction(link).fit(ready.data());
            var found = (Outcome.Estimated)
                    curve(Executor.sequential(), 1, _ -> ready, 1, 9).outcomes().getFirst();
            assertThat(found.slope()).isEqualTo(direct.parameters()[levels]);
            assertThat(found.slopeError()).isEqualTo(direct.error(levels));
            if (levels == 2 && link == Link.LOGIT) {
                var event = new boolean[ready.data().rows()];
                for (int i = 0; i < event.length; i++) {
                    event[i] = ready.data().outcome(i) == 1;
                }
                var firth = (FirthOutcome.Fitted) FirthLogistic.fit(
                        BinarySample.of(ready.data().x(), ready.data().names(), event), 0.95);
                var interest = firth.coefficients().get(2);
                assertThat(found.slope()).isCloseTo(interest.estimate(), within(1e-7));
                assertThat(found.slopeError()).isCloseTo(interest.standardError(), within(1e-7));
            }
        }
    }

    /// Perfect prediction has no maximum likelihood estimate; the bias-reduced one is finite.
    @Test
    void separationFailsALikelihoodAndNotABiasReducedSpecification() {
        var whole = panel(8, 0, Link.LOGIT, 2);
        var outcome = IntStream.range(0, whole.data().rows())
                .map(i -> whole.data().x().get(i, 1) > 0 ? 1 : 0)
                .toArray();
        var data = OrderedData.of(
                outcome, whole.data().levels(), whole.data().x(), whole.data().names());
        var separated = new Specification.Ready(
                data, Link.LOGIT, false, false, 1, whole.target(), Optional.empty(), 1, whole.block(), whole.time());
        var outcomes = curve(Executor.sequential(), 2, i -> i == 0 ? separated : biasReduced(separated), 1, 9)
                .outcomes();
        assertThat(outcomes.get(0))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, f -> assertThat(f.status()).isEqualTo("separated"));
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        Outcome.Estimated.class, e -> assertThat(e.slope()).isPositive());
    }

    /// A joint test rests on the fit without the interest: without that, the specification has failed, whatever the fit
    /// with it gave.
    @Test
    void aSpecificationWithoutItsNullModelHasFailed() {
        var ready = biasReduced(panel(8, 0.5, Link.LOGIT, 2));
        var rest = Residuals.on(ready.data(), 1);
        var residual = rest.of(ready.data().x().column(1));
        var fit = ((SpecificationFit.Fitted) SpecificationFit.of(ready)).fit();
        var multiverse = new Multiverse(BLOCKS, Alignment.NEAREST_TIME, 1, 9);
        var result = multiverse.run(
                ready, rest, residual, fit, new SpecificationFit.Failed("null_not_converged", "Stopped."));
        assertThat(result.outcome()).isEqualTo(new Outcome.Failed("null_not_converged", "Stopped."));
        assertThat(result.statistics()).isEmpty();
        assertThat(multiverse
                        .run(ready, rest, residual, fit, SpecificationFit.withoutInterest(ready))
                        .statistics())
                .hasSize(10);
    }

    /// By bias reduction too, and with nothing but thresholds left.
    @Test
    void theFitWithoutTheInterestIsByTheSameEstimator() {
        var ready = biasReduced(panel(8, 0.5, Link.LOGIT, 2));
        var alone = biasReduced(new Specification.Ready(
                ready.data().withoutColumn(0),
                Link.LOGIT,
                true,
                false,
                1,
                ready.target(),
                Optional.empty(),
                1,
                ready.block(),
                ready.time()));
        for (var specification : List.of(ready, alone)) {
            var data = specification.data().withoutColumn(specification.interest());
            var direct = (CumulativeOutcome.Fitted) new CumulativeBiasReduction(Link.LOGIT).fit(data);
            assertThat(((SpecificationFit.Fitted) SpecificationFit.withoutInterest(specification))
                            .fit()
                            .parameters())
                    .isEqualTo(direct.parameters());
        }
        var grouped = ready.data().withThresholdsBy(new int[ready.data().rows()], List.of("all"));
        assertThat(SpecificationFit.withoutInterest(new Specification.Ready(
                        grouped,
                        Link.LOGIT,
                        true,
                        false,
                        1,
                        ready.target(),
                        Optional.empty(),
                        1,
                        ready.block(),
                        ready.time())))
                .isInstanceOfSatisfying(
                        SpecificationFit.Failed.class,
                        f -> assertThat(f.status()).isEqualTo("null_not_available"));
    }

    private static Specification.Ready biasReduced(Specification.Ready ready) {
        return new Specification.Ready(
                ready.data(),
                ready.link(),
                true,
                ready.yesNo(),
                ready.step(),
                ready.target(),
                ready.second(),
                ready.orientation(),
                ready.block(),
                ready.time());
    }

    @Test
    void blocksStayInTheirStratumAndAbsentOnesAreSteppedOver() {
        for (int m = 1; m <= 50; m++) {
            var permutation = BLOCKS.permutation(3, m);
            assertThat(Arrays.stream(permutation).sorted().toArray())
                    .isEqualTo(IntStream.range(0, COUNTRIES).toArray());
            var kind = new int[COUNTRIES];
            for (int b = 0; b < COUNTRIES; b++) {
                kind[b] = (b + m) % 3 == 0 ? -1 : BLOCKS.strata().get(b).equals("north") ? 0 : 1;
            }
            var induced = Blocks.induced(permutation, kind);
            var donors = IntStream.range(0, COUNTRIES).filter(b -> kind[b] >= 0).map(b -> induced[b]);
            assertThat(donors.sorted().toArray())
                    .isEqualTo(IntStream.range(0, COUNTRIES)
                            .filter(b -> kind[b] >= 0)
                            .toArray());
            for (int b = 0; b < COUNTRIES; b++) {
                assertThat(BLOCKS.strata().get(permutation[b]))
                        .isEqualTo(BLOCKS.strata().get(b));
            }
        }
    }

    @Test
    void aShorterDonorLendsItsNearestYears() {
        var blocks = new Blocks(List.of("a", "b"), List.of("x", "x"));
        int[] block = {0, 0, 0, 1, 1};
        int[] time = {2001, 2002, 2003, 2002, 2003};
        var out = new double[5];
        double[] residual = {1, 2, 3, 20, 30};
        new Permuter(blocks, Alignment.NEAREST_TIME, block, time).permute(new int[] {1, 0}, 1, 1, residual, out);
        assertThat(out).containsExactly(20, 20, 30, 2, 3);
        new Permuter(blocks, Alignment.CYCLE, block, time).permute(new int[] {1, 0}, 1, 1, residual, out);
        assertThat(out).containsExactly(20, 30, 20, 1, 2);
        new Permuter(blocks, Alignment.SAME_TIME, block, time).permute(new int[] {1, 0}, 1, 1, residual, out);
        assertThat(out).containsExactly(0, 20, 30, 2, 3);
        new Permuter(blocks, Alignment.EQUAL_TIMES, block, time).permute(new int[] {1, 0}, 1, 1, residual, out);
        assertThat(out).containsExactly(1, 2, 3, 20, 30);
    }

    /// Invented data with a strong effect must be found, with its sign; the p-value is the smallest possible.
    @Test
    void aStrongAssociationIsFoundWithItsSign() {
        for (double slope : new double[] {1.5, -1.5}) {
            var test = curve(Executor.sequential(), 1, _ -> panel(5, slope, Link.LOGIT, 3), 11, 99)
                    .test();
            assertThat(test.medianP()).isEqualTo(0.01);
            assertThat(test.observed().positive()).isEqualTo(slope > 0);
        }
    }

    /// Cinelli & Hazlett 2020: f² = r/(1−r); for r = 1/2, f = 1 and RV = (√5 − 1)/2.
    @Test
    void theRobustnessValueFollowsItsFormula() {
        assertThat(Confounding.robustness(0.5)).isCloseTo((Math.sqrt(5) - 1) / 2, within(1e-15));
        assertThat(Confounding.robustness(0)).isZero();
        assertThat(Confounding.robustness(1)).isEqualTo(1);
    }

    @Test
    void varianceGoesToTheChoiceThatMakesIt() {
        var effects = new ArrayList<OptionalDouble>();
        var options = new ArrayList<List<String>>();
        for (int i = 0; i < 12; i++) {
            effects.add(i == 5 ? OptionalDouble.empty() : OptionalDouble.of(i % 3));
            options.add(List.of("a" + i % 3, "b" + i % 2));
        }
        var decomposition = Decomposition.of(effects, List.of("a", "b"), options);
        assertThat(decomposition.additive()).isCloseTo(1, within(1e-12));
        assertThat(decomposition.choices().get(0).unique()).isGreaterThan(0.9);
        assertThat(decomposition.choices().get(1).unique()).isZero();
    }
}
