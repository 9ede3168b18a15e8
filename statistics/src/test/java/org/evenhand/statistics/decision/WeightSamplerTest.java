package org.evenhand.statistics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.api.Test;

/// Every way of drawing must give the uniform distribution on the stated part of the simplex. Moments are
/// compared at 200,000 draws: a weight's standard deviation is at most 0.3, so 0.003 is four errors.
class WeightSamplerTest {
    private static final int DRAWS = 200_000;

    private static double[][] moments(WeightSampler sampler, WeightSpace space, int n) {
        var draws = sampler.begin(Streams.of(7, 1));
        double[] w = new double[n];
        double[][] moments = new double[2][n];
        for (int i = 0; i < DRAWS; i++) {
            draws.next(w);
            if (i % 100 == 0) {
                assertThat(space.contains(w, 1e-9)).isTrue();
            }
            for (int k = 0; k < n; k++) {
                moments[0][k] += w[k] / DRAWS;
                moments[1][k] += w[k] * w[k] / DRAWS;
            }
        }
        return moments;
    }

    private static WeightSampler choose(WeightSpace space) {
        return SamplerChoice.of(space, Streams.of(7, -1));
    }

    /// Uniform on the simplex: Dirichlet(1, …, 1), so E w = 1/n and E w² = 2/(n(n+1)).
    @Test
    void theWholeSimplexIsDirichlet() {
        var space = WeightSpace.all(Problems.names(4));
        var moments = moments(choose(space), space, 4);
        assertThat(moments[0]).containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(0.003));
        assertThat(moments[1]).containsExactly(new double[] {0.1, 0.1, 0.1, 0.1}, within(0.003));
    }

    /// A complete ranking has the rank-order centroid as its mean: (1/n) Σ_{i≥r} 1/i (Barron & Barrett 1996).
    @Test
    void aCompleteRankingHasTheRankOrderCentroid() {
        var space = Problems.space(Problems.names(3), Statement.Ranking.of("c2", "c3", "c1"));
        var sampler = choose(space);
        assertThat(sampler.method()).isEqualTo("exact, sorted within rankings");
        var means = moments(sampler, space, 3)[0];
        assertThat(means).containsExactly(new double[] {1 / 9.0, 11 / 18.0, 5 / 18.0}, within(0.003));
    }

    /// A group on top of a group: the same moments as by rejection from the whole simplex.
    @Test
    void rankedGroupsAgreeWithRejection() {
        var space = Problems.space(
                Problems.names(5), new Statement.Ranking(List.of(List.of("c1", "c4"), List.of("c2", "c3"))));
        var sorted = choose(space);
        assertThat(sorted).isInstanceOf(WeightSampler.Chains.class);
        sameMoments(sorted, rejection(space), space);
    }

    /// Three above one and one above another is no ranking of groups: rejection is used and is exact.
    @Test
    void aPartialOrderThatIsNoRankingIsRejected() {
        var space = Problems.space(
                Problems.names(4),
                new Statement.MoreImportant("c1", "c2"),
                new Statement.MoreImportant("c3", "c4"),
                new Statement.MoreImportant("c1", "c4"));
        assertThat(choose(space)).isInstanceOf(WeightSampler.Rejection.class);
        sameMoments(choose(space), hitAndRun(space), space);
    }

    @Test
    void lowerBoundsAreExactAndAgreeWithHitAndRun() {
        var space = Problems.space(
                Problems.names(4), new Statement.Bounds("c1", 0.3, 1), new Statement.Bounds("c3", 0.2, 1));
        assertThat(choose(space)).isInstanceOf(WeightSampler.Simplex.class);
        assertThat(moments(choose(space), space, 4)[0])
                .containsExactly(new double[] {0.425, 0.125, 0.325, 0.125}, within(0.003));
        sameMoments(choose(space), hitAndRun(space), space);
    }

    @Test
    void narrowBoundsAreWalkedByHitAndRunAsRejectionWouldDrawThem() {
        var space = Problems.space(
                Problems.names(4), new Statement.Bounds("c1", 0.5, 0.6), new Statement.Bounds("c2", 0.2, 0.3));
        sameMoments(hitAndRun(space), rejection(space), space, 20_000);
    }

    /// "Four times as much, each": a simplex with corners (1), (4, 1)/5, (16, 4, 1)/21 and (64, 16, 4, 1)/85,
    /// and the mean of a simplex is the mean of its corners.
    @Test
    void aNarrowSpaceIsWalkedByHitAndRun() {
        var space = Problems.space(
                Problems.names(4),
                new Statement.MoreImportant("c1", "c2", 4),
                new Statement.MoreImportant("c2", "c3", 4),
                new Statement.MoreImportant("c3", "c4", 4));
        var sampler = choose(space);
        assertThat(sampler).isInstanceOf(HitAndRun.class);
        double[] mean = {
            (1 + 4 / 5.0 + 16 / 21.0 + 64 / 85.0) / 4,
            (1 / 5.0 + 4 / 21.0 + 16 / 85.0) / 4,
            (1 / 21.0 + 4 / 85.0) / 4,
            1 / 85.0 / 4
        };
        assertThat(moments(sampler, space, 4)[0]).containsExactly(mean, within(0.003));
    }

    /// An equality in disguise: c1 ≤ 0.5 and c1 ≥ 0.5; the rest is a simplex of total 0.5.
    @Test
    void impliedEqualitiesReduceTheDimension() {
        var space = Problems.space(
                Problems.names(3),
                new Statement.Linear(Map.of("c1", 1.0), Statement.Relation.AT_MOST, 0.5),
                new Statement.Linear(Map.of("c1", 1.0), Statement.Relation.AT_LEAST, 0.5));
        var sampler = choose(space);
        assertThat(sampler.method()).isEqualTo("hit-and-run in 1 dimension(s), keeping one step in 1");
        assertThat(moments(sampler, space, 3)[0]).containsExactly(new double[] {0.5, 0.25, 0.25}, within(0.003));
    }

    private static void sameMoments(WeightSampler one, WeightSampler other, WeightSpace space) {
        sameMoments(one, other, space, DRAWS);
    }

    private static void sameMoments(WeightSampler one, WeightSampler other, WeightSpace space, int otherDraws) {
        int n = space.criteria().size();
        var a = moments(one, space, n);
        double[] w = new double[n];
        double[][] b = new double[2][n];
        var draws = other.begin(Streams.of(8, 1));
        for (int i = 0; i < otherDraws; i++) {
            draws.next(w);
            for (int k = 0; k < n; k++) {
                b[0][k] += w[k] / otherDraws;
                b[1][k] += w[k] * w[k] / otherDraws;
            }
        }
        assertThat(a[0]).containsExactly(b[0], within(0.004));
        assertThat(a[1]).containsExactly(b[1], within(0.004));
    }

    private static WeightSampler rejection(WeightSpace space) {
        return new WeightSampler.Rejection(
                new WeightSampler.Simplex(new double[space.criteria().size()]),
                space.conditions().stream().map(c -> c.normal).toArray(double[][]::new),
                space.conditions().stream().mapToDouble(c -> c.bound).toArray());
    }

    private static WeightSampler hitAndRun(WeightSpace space) {
        return SamplerChoice.hitAndRun(space);
    }
}
