package org.evenhand.statistics.ordinal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.evenhand.statistics.linear.Kernels;
import org.evenhand.statistics.linear.Matrix;

/// What a cumulative model is fitted to: `n` rows, complete; missing values are dealt with before (see the design
/// package).
///
/// Shapes: `outcome` has `n` entries in `0 … levels.size() − 1`; `x` is `n × p` without an intercept column
/// (the thresholds are the intercepts); weights and offset have `n` entries; `byThreshold` is `n × r`,
/// columns whose slope differs by threshold and which are *not* also in `x`; `group` says which set of
/// thresholds a row has.
public final class OrderedData {
    private final int[] outcome;
    private final List<String> levels;
    private final Matrix x;
    private final List<String> names;
    private final double[] weights;
    private final double[] offset;
    private final Matrix byThreshold;
    private final List<String> byThresholdNames;
    private final int[] group;
    private final List<String> groups;

    private OrderedData(
            int[] outcome,
            List<String> levels,
            Matrix x,
            List<String> names,
            double[] weights,
            double[] offset,
            Matrix byThreshold,
            List<String> byThresholdNames,
            int[] group,
            List<String> groups) {
        int n = outcome.length;
        require(x.rows() == n, "the design has %d rows, the outcome %d", x.rows(), n);
        require(x.columns() == names.size(), "%d columns have %d names", x.columns(), names.size());
        require(levels.size() >= 2 && levels.size() <= 64, "%d levels: from 2 to 64 are possible", levels.size(), 0);
        require(weights.length == 0 || weights.length == n, "%d weights for %d rows", weights.length, n);
        require(offset.length == 0 || offset.length == n, "%d offsets for %d rows", offset.length, n);
        require(byThreshold.rows() == n, "the threshold columns have %d rows, the outcome %d", byThreshold.rows(), n);
        require(
                byThreshold.columns() == byThresholdNames.size(),
                "%d threshold columns have %d names",
                byThreshold.columns(),
                byThresholdNames.size());
        require(groups.isEmpty() ? group.length == 0 : group.length == n, "%d groups for %d rows", group.length, n);
        for (int y : outcome) {
            require(y >= 0 && y < levels.size(), "outcome code %d with %d levels", y, levels.size());
        }
        for (int g : group) {
            require(g >= 0 && g < groups.size(), "group code %d with %d groups", g, groups.size());
        }
        this.outcome = outcome;
        this.levels = List.copyOf(levels);
        this.x = x;
        this.names = List.copyOf(names);
        this.weights = weights;
        this.offset = offset;
        this.byThreshold = byThreshold;
        this.byThresholdNames = List.copyOf(byThresholdNames);
        this.group = group;
        this.groups = List.copyOf(groups);
    }

    private static void require(boolean holds, String message, int first, int second) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(first, second));
        }
    }

    /// @param outcome codes from 0, in the order of `levels`
    /// @param levels names of the ordered levels, lowest first
    /// @param x design without intercept
    /// @param names one for each column of `x`
    public static OrderedData of(int[] outcome, List<String> levels, Matrix x, List<String> names) {
        int n = outcome.length;
        return new OrderedData(
                outcome.clone(),
                levels,
                x,
                names,
                new double[0],
                new double[0],
                Matrix.zeros(n, 0),
                List.of(),
                new int[0],
                List.of());
    }

    /// Multiplies each row's log-likelihood. Rows of weight 0 take no part.
    public OrderedData withWeights(double[] newWeights) {
        return new OrderedData(
                outcome, levels, x, names, newWeights.clone(), offset, byThreshold, byThresholdNames, group, groups);
    }

    /// Added to `x'β`.
    public OrderedData withOffset(double[] newOffset) {
        return new OrderedData(
                outcome, levels, x, names, weights, newOffset.clone(), byThreshold, byThresholdNames, group, groups);
    }

    /// Columns with a slope for each threshold (partial proportional odds; with no other columns, the
    /// generalised model). They must not be in `x` as well.
    public OrderedData withSlopesByThreshold(Matrix columns, List<String> columnNames) {
        return new OrderedData(outcome, levels, x, names, weights, offset, columns, columnNames, group, groups);
    }

    /// Gives each group its own set of thresholds, for example each report year.
    public OrderedData withThresholdsBy(int[] newGroup, List<String> newGroups) {
        return new OrderedData(
                outcome, levels, x, names, weights, offset, byThreshold, byThresholdNames, newGroup.clone(), newGroups);
    }

    /// The same data with another design.
    public OrderedData withDesign(Matrix newX, List<String> newNames) {
        return new OrderedData(
                outcome, levels, newX, newNames, weights, offset, byThreshold, byThresholdNames, group, groups);
    }

    /// Without column `column` of the design.
    public OrderedData withoutColumn(int column) {
        var keep = IntStream.range(0, x.columns()).filter(j -> j != column).toArray();
        return withDesign(
                x.selectColumns(keep), Arrays.stream(keep).mapToObj(names::get).toList());
    }

    /// The rows of `index`, in that order; rows may repeat.
    public OrderedData selectRows(int[] index) {
        return new OrderedData(
                Arrays.stream(index).map(i -> outcome[i]).toArray(),
                levels,
                x.selectRows(index),
                names,
                weights.length == 0
                        ? weights
                        : Arrays.stream(index).mapToDouble(i -> weights[i]).toArray(),
                offset.length == 0
                        ? offset
                        : Arrays.stream(index).mapToDouble(i -> offset[i]).toArray(),
                byThreshold.selectRows(index),
                byThresholdNames,
                group.length == 0
                        ? group
                        : Arrays.stream(index).map(i -> group[i]).toArray(),
                groups);
    }

    public int rows() {
        return outcome.length;
    }

    public int outcome(int row) {
        return outcome[row];
    }

    /// A copy of the outcome codes.
    public int[] outcomes() {
        return outcome.clone();
    }

    public List<String> levels() {
        return levels;
    }

    public Matrix x() {
        return x;
    }

    public List<String> names() {
        return names;
    }

    public boolean weighted() {
        return weights.length > 0;
    }

    /// Whether any row's predictor is shifted by a known number.
    public boolean shifted() {
        return Arrays.stream(offset).anyMatch(o -> o != 0);
    }

    public double weight(int row) {
        return weights.length == 0 ? 1 : weights[row];
    }

    public double offset(int row) {
        return offset.length == 0 ? 0 : offset[row];
    }

    public Matrix slopesByThreshold() {
        return byThreshold;
    }

    public List<String> slopesByThresholdNames() {
        return byThresholdNames;
    }

    public List<String> groups() {
        return groups;
    }

    /// The row's set of thresholds; 0 where all rows share one.
    public int group(int row) {
        return group.length == 0 ? 0 : group[row];
    }

    /// The names of all parameters in the order of [Fit.Ok]: for each threshold its own value (one for each
    /// group) and the slopes that differ by threshold, then the common slopes.
    public List<String> parameterNames() {
        var result = new java.util.ArrayList<String>();
        for (int k = 0; k + 1 < levels.size(); k++) {
            String threshold = threshold(k);
            if (groups.isEmpty()) {
                result.add(threshold);
            }
            for (var g : groups) {
                result.add(threshold + " @" + g);
            }
            for (var name : byThresholdNames) {
                result.add(name + " [" + threshold + "]");
            }
        }
        result.addAll(names);
        return List.copyOf(result);
    }

    /// The name of threshold `k`, between levels `k` and `k + 1`: for example `2|2WL`.
    public String threshold(int k) {
        return levels.get(k) + "|" + levels.get(k + 1);
    }

    /// The first number that is not usable, if any: not finite, or a weight below zero.
    Optional<Fit.InvalidInput> firstUnusable() {
        for (int j = 0; j < x.columns(); j++) {
            var bad = notFinite(x, j);
            if (bad >= 0) {
                return Optional.of(new Fit.InvalidInput(names.get(j), bad, x.get(bad, j)));
            }
        }
        for (int j = 0; j < byThreshold.columns(); j++) {
            var bad = notFinite(byThreshold, j);
            if (bad >= 0) {
                return Optional.of(new Fit.InvalidInput(byThresholdNames.get(j), bad, byThreshold.get(bad, j)));
            }
        }
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] >= 0) || weights[i] == Double.POSITIVE_INFINITY) {
                return Optional.of(new Fit.InvalidInput("(weights)", i, weights[i]));
            }
        }
        for (int i = 0; i < offset.length; i++) {
            if (!Double.isFinite(offset[i])) {
                return Optional.of(new Fit.InvalidInput("(offset)", i, offset[i]));
            }
        }
        return Optional.empty();
    }

    private static int notFinite(Matrix m, int column) {
        var values = m.values();
        int from = column * m.rows();
        // One fast pass: a sum is finite where every entry is, unless it overflows, and then the slow pass finds
        // nothing.
        if (Double.isFinite(Kernels.best().sum(values, from, m.rows()))) {
            return -1;
        }
        int i = 0;
        while (i < m.rows() && Double.isFinite(values[from + i])) {
            i++;
        }
        return i < m.rows() ? i : -1;
    }
}
