package org.evenhand.statistics.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What SMAA-2 found. Options, criteria and ranks are counted from 0; every estimate carries its Monte Carlo
/// error.
public final class Acceptability {
    private final List<String> options;
    private final List<String> criteria;
    private final List<String> open;
    private final WeightSpace space;
    private final WeightSampler sampler;
    private final List<Tally> tallies;
    private final Tally total;
    private final long[] firsts;

    Acceptability(
            DecisionProblem problem,
            WeightSpace space,
            WeightSampler sampler,
            List<Tally> tallies,
            Tally total,
            List<long[]> confidence) {
        this.options = problem.options();
        this.criteria = problem.criterionNames();
        this.open = problem.openCriteria();
        this.space = space;
        this.sampler = sampler;
        this.tallies = List.copyOf(tallies);
        this.total = total;
        this.firsts = new long[options.size()];
        for (long[] part : confidence) {
            for (int i = 0; i < firsts.length; i++) {
                firsts[i] += part[i];
            }
        }
    }

    public List<String> options() {
        return options;
    }

    public List<String> criteria() {
        return criteria;
    }

    /// Criteria without data, which were left open over their whole scale.
    public List<String> openCriteria() {
        return open;
    }

    public WeightSpace weights() {
        return space;
    }

    /// Draws in each phase.
    public long draws() {
        return total.draws;
    }

    /// How weights were drawn.
    public String sampling() {
        return sampler.method();
    }

    /// Rank acceptability: the share of weights and measurements with which `option` takes `rank` (0 is
    /// best).
    public Estimate rank(int option, int rank) {
        int at = option * options.size() + rank;
        return share(t -> t.ranks[at]);
    }

    /// Pairwise winning index: the share with which `option` is strictly better than `other`.
    public Estimate beats(int option, int other) {
        int at = option * options.size() + other;
        return share(t -> t.wins[at]);
    }

    /// Central weights: the mean weights with which `option` is first; empty if it never was.
    public Optional<List<Estimate>> centralWeights(int option) {
        int m = options.size();
        int n = criteria.size();
        long first = total.ranks[option * m];
        if (first == 0) {
            return Optional.empty();
        }
        List<Estimate> weights = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            int at = option * n + k;
            double mean = total.weights[at] / first;
            double variance = Math.max(0, total.squares[at] / first - mean * mean);
            double error = sampler.independent()
                    ? Math.sqrt(variance / first)
                    : ratioError(t -> t.weights[at], t -> t.ranks[option * m], mean);
            weights.add(new Estimate(mean, error));
        }
        return Optional.of(weights);
    }

    /// Confidence factor: how often `option` is first with its central weights; low where the measurements
    /// are too uncertain to tell. Empty if it was never first.
    public Optional<Estimate> confidence(int option) {
        if (total.ranks[option * options.size()] == 0) {
            return Optional.empty();
        }
        double p = (double) firsts[option] / total.draws;
        return Optional.of(new Estimate(p, Math.sqrt(p * (1 - p) / total.draws)));
    }

    /// Holistic acceptability: `Σ_r α_r b_i^r`, one number for all ranks.
    public Estimate holistic(int option, MetaWeights meta) {
        int m = options.size();
        double[] alpha = meta.of(m);
        double mean = 0;
        double square = 0;
        for (int r = 0; r < m; r++) {
            double b = (double) total.ranks[option * m + r] / total.draws;
            mean += alpha[r] * b;
            square += alpha[r] * alpha[r] * b;
        }
        if (sampler.independent()) {
            return new Estimate(mean, Math.sqrt(Math.max(0, square - mean * mean) / total.draws));
        }
        ToDoubleFunction<Tally> sum = t -> {
            double s = 0;
            for (int r = 0; r < m; r++) {
                s += alpha[r] * t.ranks[option * m + r];
            }
            return s;
        };
        return new Estimate(mean, ratioError(sum, t -> t.draws, mean));
    }

    private Estimate share(ToDoubleFunction<Tally> count) {
        double p = count.applyAsDouble(total) / total.draws;
        double error =
                sampler.independent() ? Math.sqrt(p * (1 - p) / total.draws) : ratioError(count, t -> t.draws, p);
        return new Estimate(p, error);
    }

    /// The standard error of a ratio of sums over independent chains (linearised).
    private double ratioError(ToDoubleFunction<Tally> top, ToDoubleFunction<Tally> bottom, double ratio) {
        double sum = 0;
        for (Tally t : tallies) {
            double residual = top.applyAsDouble(t) - ratio * bottom.applyAsDouble(t);
            sum += residual * residual;
        }
        int chains = tallies.size();
        return chains < 2
                ? Double.POSITIVE_INFINITY
                : Math.sqrt(sum * chains / (chains - 1.0)) / bottom.applyAsDouble(total);
    }
}
