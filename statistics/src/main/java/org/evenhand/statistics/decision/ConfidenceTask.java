package org.evenhand.statistics.decision;

import java.util.random.RandomGenerator;
import org.evenhand.statistics.tasks.Task;

/// The second phase: draws measurements alone, and counts how often each option is first with its own central weights.
final class ConfidenceTask implements Task<long[]> {
    private static final long serialVersionUID = 1L;

    private final int options;
    private final int criteria;
    private final MeasurementDraws measurements;
    /// `options × criteria`; a row of an option that was never first is not used
    private final double[] central;
    private final boolean[] wasFirst;
    private final Shares shares;

    ConfidenceTask(
            int options,
            int criteria,
            MeasurementDraws measurements,
            double[] central,
            boolean[] wasFirst,
            Shares shares) {
        this.options = options;
        this.criteria = criteria;
        this.measurements = measurements;
        this.central = central;
        this.wasFirst = wasFirst;
        this.shares = shares;
    }

    @Override
    public long[] run(int number, RandomGenerator random) {
        long[] first = new long[options];
        MeasurementDraws.Sequence draws = measurements.begin(random);
        long count = shares.of(number);
        for (long draw = 0; draw < count; draw++) {
            draws.next();
            for (int i = 0; i < options; i++) {
                if (wasFirst[i] && isFirst(i, draws.values)) {
                    first[i]++;
                }
            }
        }
        return first;
    }

    private boolean isFirst(int option, double[] values) {
        double own = score(option, option, values);
        for (int j = 0; j < options; j++) {
            if (j != option && score(option, j, values) > own) {
                return false;
            }
        }
        return true;
    }

    private double score(int weightsOf, int option, double[] values) {
        double sum = 0;
        for (int k = 0; k < criteria; k++) {
            sum += central[weightsOf * criteria + k] * values[option * criteria + k];
        }
        return sum;
    }
}
