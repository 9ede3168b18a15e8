package org.evenhand.statistics.decision;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.evenhand.statistics.tasks.Interruption;
import org.evenhand.statistics.tasks.Task;

/// The second phase: draws measurements alone, and counts how often each option is first with its own central
/// weights.
final class ConfidenceTask implements Task<long[]> {
    private static final long serialVersionUID = 1L;

    private final int options;
    private final MeasurementDraws measurements;
    /// `options × criteria`; a row of an option that was never first is not used
    private final double[][] central;
    private final boolean[] wasFirst;
    private final Shares shares;

    ConfidenceTask(int options, MeasurementDraws measurements, double[][] central, boolean[] wasFirst, Shares shares) {
        this.options = options;
        this.measurements = measurements;
        this.central = central;
        this.wasFirst = wasFirst;
        this.shares = shares;
    }

    @Override
    public long[] run(int number, RandomGenerator random) {
        long[] first = new long[options];
        double[] own = new double[MeasurementDraws.BLOCK];
        double[] other = new double[MeasurementDraws.BLOCK];
        int[] beaten = new int[MeasurementDraws.BLOCK];
        MeasurementDraws.Block block = measurements.begin(random);
        long count = shares.of(number);
        for (long done = 0; done < count; done += MeasurementDraws.BLOCK) {
            Interruption.check();
            int size = (int) Math.min(MeasurementDraws.BLOCK, count - done);
            block.next();
            for (int i = 0; i < options; i++) {
                if (wasFirst[i]) {
                    block.score(i, central[i], own);
                    Arrays.fill(beaten, 0);
                    for (int j = 0; j < options; j++) {
                        if (j != i) {
                            block.score(j, central[i], other);
                            mark(own, other, beaten);
                        }
                    }
                    first[i] += size - sum(beaten, size);
                }
            }
        }
        return first;
    }

    private static void mark(double[] own, double[] other, int[] beaten) {
        for (int l = 0; l < beaten.length; l++) {
            beaten[l] |= other[l] > own[l] ? 1 : 0;
        }
    }

    private static int sum(int[] x, int size) {
        int sum = 0;
        for (int l = 0; l < size; l++) {
            sum += x[l];
        }
        return sum;
    }
}
