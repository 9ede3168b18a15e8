package org.evenhand.statistics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.evenhand.statistics.tasks.Executor;
import org.junit.jupiter.api.Test;

/// Thrombolytics: heparin against enoxaparin for preventing deep vein thrombosis after major trauma.
///
/// Data: Lynd & O'Brien 2004 (Journal of Clinical Epidemiology 57:795–803): proximal thrombosis 20 of 136 and
/// 8 of 129, distal thrombosis 40 of 136 and 32 of 129, major bleeding 1 of 136 and 5 of 129; each rate
/// Beta(events, others), scales 0–25 %, 15–40 % and 0–10 %, less is better. Indices: the reference output of
/// the R package smaa 0.3-2 (van Valkenhoef), example `smaa-package`, 10,000 draws, printed to four and seven
/// digits; the scales and shapes were confirmed from the moments of its file thrombo-meas.txt.
///
/// The published numbers carry their own Monte Carlo error, 0.005 at 10,000 draws. The tolerance is four
/// standard errors of the difference.
class PublishedExampleTest {
    private static final double PUBLISHED_DRAWS = 10_000;
    private static final List<String> CRITERIA = List.of("proximal", "distal", "bleeding");
    private static final DecisionProblem THROMBOLYTICS = new DecisionProblem(
            List.of("heparin", "enoxaparin"),
            List.of(
                    new Criterion("proximal", 0.25, 0),
                    new Criterion("distal", 0.4, 0.15),
                    new Criterion("bleeding", 0.1, 0)),
            List.of(
                    List.of(rate(20, 136), rate(40, 136), rate(1, 136)),
                    List.of(rate(8, 129), rate(32, 129), rate(5, 129))));
    private static final Smaa2 SMAA = Smaa2.withDefaults().withDraws(400_000);

    private static Optional<Measurement> rate(double events, double patients) {
        return Optional.of(new Measurement.Beta(events, patients - events));
    }

    private static Offset<Double> fourErrors(double p, Estimate ours) {
        return within(4 * Math.hypot(Math.sqrt(p * (1 - p) / PUBLISHED_DRAWS), ours.error()));
    }

    @Test
    void rankAcceptabilitiesCentralWeightsAndConfidenceFactorsAgreeWithThePublishedOnes() {
        var result = SMAA.analyse(THROMBOLYTICS, WeightSpace.all(CRITERIA), Executor.sequential());

        assertThat(result.rank(0, 0).value()).isCloseTo(0.3504, fourErrors(0.3504, result.rank(0, 0)));
        assertThat(result.rank(1, 0).value()).isCloseTo(0.6496, fourErrors(0.6496, result.rank(1, 0)));
        double[][] published = {{0.1865097, 0.2772205, 0.5362698}, {0.4073100, 0.3641477, 0.2285423}};
        for (int option = 0; option < 2; option++) {
            var central = result.centralWeights(option).orElseThrow();
            double first = result.rank(option, 0).value();
            for (int k = 0; k < 3; k++) {
                // A weight given "first" has standard deviation at most 0.236 (the simplex's own), over the published
                // draws.
                double error = 0.236 / Math.sqrt(PUBLISHED_DRAWS * first);
                assertThat(central.get(k).value()).isCloseTo(published[option][k], within(4 * error));
            }
        }
        // Our own central weights are a little off the published ones, and the factor follows them.
        double[] confidence = {0.6682, 0.8956};
        for (int option = 0; option < 2; option++) {
            var ours = result.confidence(option).orElseThrow();
            assertThat(ours.value()).isCloseTo(confidence[option], within(0.03));
        }
    }

    /// At the published central weights the probability of being first is the published confidence factor.
    @Test
    void confidenceFactorsAgreeAtThePublishedCentralWeights() {
        double[][] central = {{0.1865097, 0.2772205}, {0.4073100, 0.3641477}};
        double[] confidence = {0.6682, 0.8956};
        for (int option = 0; option < 2; option++) {
            var weights = Problems.space(
                    CRITERIA,
                    new Statement.Linear(Map.of("proximal", 1.0), Statement.Relation.EQUAL, central[option][0]),
                    new Statement.Linear(Map.of("distal", 1.0), Statement.Relation.EQUAL, central[option][1]));
            var first =
                    SMAA.analyse(THROMBOLYTICS, weights, Executor.sequential()).rank(option, 0);
            assertThat(first.value()).isCloseTo(confidence[option], fourErrors(confidence[option], first));
        }
    }

    @Test
    void fixedWeightsAreASpaceOfOnePoint() {
        var fixed = Problems.space(
                CRITERIA,
                new Statement.Bounds("proximal", 0.5, 0.5),
                new Statement.Linear(Map.of("distal", 1.0), Statement.Relation.EQUAL, 0.2));
        var result = SMAA.analyse(THROMBOLYTICS, fixed, Executor.sequential());
        assertThat(result.sampling()).isEqualTo("the statements leave one set of weights");
        assertThat(result.rank(0, 0).value()).isCloseTo(0.1279, fourErrors(0.1279, result.rank(0, 0)));
    }
}
