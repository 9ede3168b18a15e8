package org.evenhand.statistics.decision;

import java.util.random.RandomGenerator;
import org.evenhand.statistics.tasks.Task;

/// The first phase: draws weights and measurements and ranks the options.
final class RankingTask implements Task<Tally> {
    private static final long serialVersionUID = 1L;

    private final int options;
    private final int criteria;
    private final MeasurementDraws measurements;
    private final WeightSampler sampler;
    private final Shares shares;

    RankingTask(int options, int criteria, MeasurementDraws measurements, WeightSampler sampler, Shares shares) {
        this.options = options;
        this.criteria = criteria;
        this.measurements = measurements;
        this.sampler = sampler;
        this.shares = shares;
    }

    @Override
    public Tally run(int number, RandomGenerator random) {
        var tally = new Tally(options, criteria);
        tally.draws = shares.of(number);
        double[] w = new double[criteria];
        double[] score = new double[options];
        int[] better = new int[options];
        WeightSampler.Draws weights = sampler.begin(random);
        MeasurementDraws.Sequence draws = measurements.begin(random);
        double[] values = draws.values;
        for (long draw = 0; draw < tally.draws; draw++) {
            weights.next(w);
            draws.next();
            for (int i = 0, at = 0; i < options; i++) {
                double sum = 0;
                for (int k = 0; k < criteria; k++) {
                    sum += w[k] * values[at++];
                }
                score[i] = sum;
                better[i] = 0;
            }
            for (int i = 0; i < options; i++) {
                for (int j = i + 1; j < options; j++) {
                    if (score[i] > score[j]) {
                        better[j]++;
                        tally.wins[i * options + j]++;
                    } else if (score[j] > score[i]) {
                        better[i]++;
                        tally.wins[j * options + i]++;
                    }
                }
            }
            for (int i = 0; i < options; i++) {
                tally.ranks[i * options + better[i]]++;
                if (better[i] == 0) {
                    for (int k = 0, at = i * criteria; k < criteria; k++, at++) {
                        tally.weights[at] += w[k];
                        tally.squares[at] += w[k] * w[k];
                    }
                }
            }
        }
        return tally;
    }
}
