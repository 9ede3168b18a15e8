package org.evenhand.statistics.decision;

import java.util.List;
import java.util.stream.IntStream;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.statistics.tasks.Job;
import org.evenhand.statistics.tasks.Streams;

/// SMAA-2 (Lahdelma & Salminen 2001, Operations Research 49:444–454; computed as in Tervonen & Lahdelma 2007,
/// European Journal of Operational Research 178:500–513).
///
/// With additive value `u_i = Σ_k w_k v_k(x_ik)`, weights uniform on a [WeightSpace] and measurements drawn
/// from their distributions: rank acceptability `b_i^r = P(rank of i is r)`, central weights `w_i^c = E(w | i
/// is first)`, confidence factor `p_i^c = P(i is first | w = w_i^c)`, pairwise winning index `P(u_i > u_j)`.
/// The rank of an option is one more than the number of options strictly better, so options that tie share
/// the better rank.
///
/// The same problem, weights, draws and seed give the same bits on any executor.
///
/// @param draws Monte Carlo draws in each of the two phases, at least 1
/// @param seed seed of the random streams
public record Smaa2(long draws, long seed) {
    /// Draws of a task whose draws are independent.
    private static final int INDEPENDENT_TASK = 8192;

    /// Chains of a sampler whose draws are not; the spread between chains gives the errors.
    private static final int CHAINS = 64;

    public Smaa2 {
        if (draws < 1) {
            throw new IllegalArgumentException("%d draws say nothing".formatted(draws));
        }
    }

    /// 100,000 draws: errors of at most 0.0016.
    public static Smaa2 withDefaults() {
        return new Smaa2(100_000, 20010101L);
    }

    public Smaa2 withDraws(long number) {
        return new Smaa2(number, seed);
    }

    public Smaa2 withSeed(long number) {
        return new Smaa2(draws, number);
    }

    /// Analyses `problem` with weights from `space`, which must be over the problem's criteria in their
    /// order.
    public Acceptability analyse(DecisionProblem problem, WeightSpace space, Executor executor) {
        if (!space.criteria().equals(problem.criterionNames())) {
            throw new IllegalArgumentException(
                    "weights over %s do not fit criteria %s".formatted(space.criteria(), problem.criterionNames()));
        }
        int m = problem.options().size();
        int n = problem.criteria().size();
        var measurements = new MeasurementDraws(problem);
        // Task numbers are not negative, so that this stream belongs to no task.
        WeightSampler sampler = SamplerChoice.of(space, Streams.of(seed, -1));
        int tasks = sampler.independent()
                ? (int) Math.min(1 << 20, (draws + INDEPENDENT_TASK - 1) / INDEPENDENT_TASK)
                : (int) Math.min(CHAINS, draws);
        List<Tally> tallies = executor.run(
                Job.of(seed, tasks, new RankingTask(m, n, measurements, sampler, new Shares(draws, tasks, 0))));
        var total = Tally.sum(tallies, m, n);
        double[][] central = new double[m][n];
        boolean[] wasFirst = new boolean[m];
        for (int i = 0; i < m; i++) {
            wasFirst[i] = total.ranks[i * m] > 0;
            for (int k = 0; wasFirst[i] && k < n; k++) {
                central[i][k] = total.weights[i * n + k] / total.ranks[i * m];
            }
        }
        int[] second = IntStream.range(tasks, 2 * tasks).toArray();
        List<long[]> firsts = executor.run(new Job<>(
                seed, second, new ConfidenceTask(m, measurements, central, wasFirst, new Shares(draws, tasks, tasks))));
        return new Acceptability(problem, space, sampler, tallies, total, firsts);
    }
}
