package org.evenhand.statistics.survival;

import java.util.Arrays;
import java.util.List;
import org.evenhand.statistics.linear.Matrix;

/// Rows of a counting process: under observation from `start` (excluded) to `stop` (included), with these
/// covariates.
///
/// A subject may have many rows, one for each period in which its covariates are constant; late entry is
/// a first row that starts late. Times are compared exactly: tied events must have equal numbers. Arrays
/// are shared, not copied.
///
/// @param start beginning of each row, before `stop`
/// @param stop end of each row
/// @param event whether the event happened at `stop`
/// @param x covariates, `n × p`, no intercept (the baseline hazard is one)
/// @param names one for each column of `x`
/// @param stratum a code from 0 for each row: each stratum has its own baseline hazard
/// @param weights one for each row, not negative; rows of weight 0 take no part
/// @param offsets added to the log hazard, one for each row
public record SurvivalData(
        double[] start,
        double[] stop,
        boolean[] event,
        Matrix x,
        List<String> names,
        int[] stratum,
        double[] weights,
        double[] offsets) {
    /// @throws IllegalArgumentException if the lengths do not agree or a stratum is negative
    public SurvivalData {
        names = List.copyOf(names);
        int n = x.rows();
        if (names.size() != x.columns()) {
            throw new IllegalArgumentException("%d names for %d columns".formatted(names.size(), x.columns()));
        }
        if (start.length != n
                || stop.length != n
                || event.length != n
                || stratum.length != n
                || weights.length != n
                || offsets.length != n) {
            throw new IllegalArgumentException(
                    "%d rows, but %d starts, %d stops, %d events, %d strata, %d weights, %d offsets"
                            .formatted(
                                    n,
                                    start.length,
                                    stop.length,
                                    event.length,
                                    stratum.length,
                                    weights.length,
                                    offsets.length));
        }
        for (int s : stratum) {
            if (s < 0) {
                throw new IllegalArgumentException("strata are numbered from 0; found " + s);
            }
        }
    }

    /// One stratum, no weights, no offsets.
    public static SurvivalData of(double[] start, double[] stop, boolean[] event, Matrix x, List<String> names) {
        double[] ones = new double[stop.length];
        Arrays.fill(ones, 1);
        return new SurvivalData(start, stop, event, x, names, new int[stop.length], ones, new double[stop.length]);
    }

    public SurvivalData withStrata(int[] newStratum) {
        return new SurvivalData(start, stop, event, x, names, newStratum, weights, offsets);
    }

    public SurvivalData withWeights(double[] newWeights) {
        return new SurvivalData(start, stop, event, x, names, stratum, newWeights, offsets);
    }

    public SurvivalData withOffsets(double[] newOffsets) {
        return new SurvivalData(start, stop, event, x, names, stratum, weights, newOffsets);
    }

    /// What is wrong with the numbers, in one sentence; empty if nothing is.
    String fault() {
        if (x.rows() == 0) {
            return "there are no rows";
        }
        boolean any = false;
        for (int i = 0; i < x.rows(); i++) {
            if (!(start[i] < stop[i]) || Double.isInfinite(start[i]) || Double.isInfinite(stop[i])) {
                return "row %d runs from %s to %s; a row starts before it stops, at finite times"
                        .formatted(i + 1, start[i], stop[i]);
            }
            if (!(weights[i] >= 0) || Double.isInfinite(weights[i])) {
                return "the weight of row %d is %s; expected a finite number not below 0".formatted(i + 1, weights[i]);
            }
            if (!Double.isFinite(offsets[i])) {
                return "the offset of row %d is %s; expected a finite number".formatted(i + 1, offsets[i]);
            }
            for (int j = 0; j < x.columns(); j++) {
                if (!Double.isFinite(x.get(i, j))) {
                    return "column %s holds %s in row %d; expected a finite number, leave the row out"
                            .formatted(names.get(j), x.get(i, j), i + 1);
                }
            }
            any |= event[i] && weights[i] > 0;
        }
        return any ? "" : "no row ends with the event: there is nothing to compare";
    }
}
