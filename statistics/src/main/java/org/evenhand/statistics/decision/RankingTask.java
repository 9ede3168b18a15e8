package org.evenhand.statistics.decision;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.evenhand.statistics.tasks.Interruption;
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
        double[][] weights = new double[criteria][MeasurementDraws.BLOCK];
        double[][] score = new double[options][MeasurementDraws.BLOCK];
        int[][] ahead = new int[options][MeasurementDraws.BLOCK];
        WeightSampler.Draws sequence = sampler.begin(random);
        MeasurementDraws.Block block = measurements.begin(random);
        for (long done = 0; done < tally.draws; done += MeasurementDraws.BLOCK) {
            Interruption.check();
            int size = (int) Math.min(MeasurementDraws.BLOCK, tally.draws - done);
            for (int l = 0; l < size; l++) {
                sequence.next(w);
                for (int k = 0; k < criteria; k++) {
                    weights[k][l] = w[k];
                }
            }
            block.next();
            for (int i = 0; i < options; i++) {
                block.score(i, weights, score[i]);
                Arrays.fill(ahead[i], 0);
            }
            for (int i = 0; i < options; i++) {
                for (int j = i + 1; j < options; j++) {
                    int wins = compare(score[i], score[j], ahead[j], size);
                    int losses = compare(score[j], score[i], ahead[i], size);
                    tally.wins[i * options + j] += wins;
                    tally.wins[j * options + i] += losses;
                }
            }
            for (int i = 0; i < options; i++) {
                count(i, ahead[i], weights, tally, size);
            }
        }
        return tally;
    }

    /// How often `one` is above `other`; adds one to `aheadOfOther` where it is. Without a branch: which of
    /// two wins is a coin toss that no processor can foresee.
    private static int compare(double[] one, double[] other, int[] aheadOfOther, int size) {
        int wins = 0;
        for (int l = 0; l < size; l++) {
            int win = one[l] > other[l] ? 1 : 0;
            aheadOfOther[l] += win;
            wins += win;
        }
        return wins;
    }

    private void count(int option, int[] ahead, double[][] weights, Tally tally, int size) {
        for (int l = 0; l < size; l++) {
            tally.ranks[option * options + ahead[l]]++;
            if (ahead[l] == 0) {
                for (int k = 0, at = option * criteria; k < criteria; k++, at++) {
                    double x = weights[k][l];
                    tally.weights[at] += x;
                    tally.squares[at] += x * x;
                }
            }
        }
    }
}
