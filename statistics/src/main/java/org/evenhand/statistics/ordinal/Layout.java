package org.evenhand.statistics.ordinal;

import java.util.Arrays;
import org.evenhand.statistics.linear.Kernels;
import org.evenhand.statistics.linear.Matrix;

/// The data of a fit as the loops want it: rows in canonical order, columns standardised, parameters
/// numbered.
///
/// Row `i` of category `k` lies between `u = v'θ_k − x'β − offset` (absent for the last category) and `l
/// = v'θ_{k−1} − x'β − offset` (absent for the first). `v` is one, or the indicators of the groups, then
/// the columns with slopes by threshold. Parameters: `θ_0 … θ_{K−2}`, `q` entries each, then `β`, `p`
/// entries.
final class Layout {
    final OrderedData data;
    final int[] order;
    /// Rows of category `k` are `start[k] … start[k + 1] − 1`.
    final int[] start;
    final int rows;
    final int categories;
    final int p;
    final int q;
    /// Entries of `v` that are thresholds proper: 1, or the number of groups.
    final int levels;
    final int size;
    final int firstSlope;
    final double[] x;
    final double[] v;
    /// Empty where all rows count once.
    final double[] weights;
    /// Empty where there is none.
    final double[] offset;
    final double[] means;
    final double[] scales;
    final double[] vMeans;
    final double[] vScales;
    final double totalWeight;
    final int[] groupOf;

    /// Of the column that is being standardised: its mean, and what rounding left out of that.
    private final double[] centre = new double[2];

    Layout(OrderedData data, int[] order) {
        this.data = data;
        this.order = order;
        this.rows = order.length;
        this.categories = data.levels().size();
        this.start = new int[categories + 1];
        int category = 0;
        for (int i = 0; i < rows; i++) {
            int at = data.outcome(order[i]);
            while (category < at) {
                start[++category] = i;
            }
        }
        Arrays.fill(start, category + 1, categories + 1, rows);
        this.p = data.x().columns();
        this.levels = Math.max(1, data.groups().size());
        int r = data.slopesByThreshold().columns();
        this.q = levels + r;
        this.firstSlope = (categories - 1) * q;
        this.size = firstSlope + p;
        this.weights = data.weighted() ? gather(data::weight) : new double[0];
        this.totalWeight = data.weighted() ? Kernels.best().sum(weights, 0, rows) : rows;
        this.offset = data.shifted() ? gather(data::offset) : new double[0];
        this.x = new double[rows * p];
        this.means = new double[p];
        this.scales = new double[p];
        for (int j = 0; j < p; j++) {
            standardise(data.x().values(), j * data.rows(), x, j, means, scales, j);
        }
        this.groupOf = new int[data.groups().isEmpty() ? 0 : rows];
        this.vMeans = new double[q];
        this.vScales = new double[q];
        Arrays.fill(vScales, 1);
        this.v = new double[plain() ? 0 : rows * q];
        if (!plain()) {
            fillV(r);
        }
    }

    private void fillV(int r) {
        for (int i = 0; i < rows; i++) {
            int g = data.group(order[i]);
            if (groupOf.length > 0) {
                groupOf[i] = g;
            }
            v[g * rows + i] = 1;
        }
        Matrix z = data.slopesByThreshold();
        for (int j = 0; j < r; j++) {
            int at = levels + j;
            standardise(z.values(), j * data.rows(), v, at, vMeans, vScales, at);
        }
    }

    /// One set of thresholds and common slopes only: `v` is one throughout and is not stored.
    boolean plain() {
        return q == 1;
    }

    /// Rows of the largest category.
    int largestCategory() {
        int most = 0;
        for (int k = 0; k < categories; k++) {
            most = Math.max(most, start[k + 1] - start[k]);
        }
        return most;
    }

    private double[] gather(java.util.function.IntToDoubleFunction of) {
        var result = new double[rows];
        for (int i = 0; i < rows; i++) {
            result[i] = of.applyAsDouble(order[i]);
        }
        return result;
    }

    private static void gather(double[] from, int fromAt, int[] order, double[] to, int toAt) {
        for (int i = 0; i < order.length; i++) {
            to[toAt + i] = from[fromAt + order[i]] + 0.0;
        }
    }

    /// Replaces column `j` of the design, given in the order of the data.
    void replace(int j, double[] column) {
        standardise(column, 0, x, j, means, scales, j);
    }

    /// Centres a column and divides it by its standard deviation (of the rows, not weighted). A constant
    /// column keeps scale 1 and becomes zero, which the test of identification finds.
    private void standardise(
            double[] source, int sourceAt, double[] values, int column, double[] toMeans, double[] toScales, int at) {
        int from = column * rows;
        gather(source, sourceAt, order, values, from);
        double unit = 1;
        double deviation = moments(values, from);
        double size = Math.abs(centre[0] + centre[1]) + deviation;
        // Squares of very large or very small entries leave the range of numbers: once more near one.
        if (!(size < 1e150 && (deviation > 1e-150 || size == 0))) {
            unit = unit(values, from);
            for (int i = 0; i < rows; i++) {
                values[from + i] /= unit;
            }
            deviation = moments(values, from);
            size = Math.abs(centre[0] + centre[1]) + deviation;
        }
        // Rounding leaves about 1e-16 of a constant's size; that is not a spread.
        boolean constant = !(deviation > 1e-13 * size);
        double inverse = constant ? 0 : 1 / deviation;
        double mean = centre[0];
        double rest = centre[1];
        for (int i = 0; i < rows; i++) {
            values[from + i] = ((values[from + i] - mean) - rest) * inverse;
        }
        toMeans[at] = (mean + rest) * unit;
        toScales[at] = constant ? 1 : deviation * unit;
    }

    /// Sets [#centre], in two steps since the first mean is rounded, and returns the standard deviation.
    private double moments(double[] values, int from) {
        var kernels = Kernels.best();
        double mean = kernels.sum(values, from, rows) / rows;
        kernels.moments(values, from, rows, mean, centre);
        double rest = centre[0] / rows;
        double deviation = Math.sqrt(Math.max(0, centre[1] / rows - rest * rest));
        centre[0] = mean;
        centre[1] = rest;
        return deviation;
    }

    /// A power of two near the largest entry.
    private double unit(double[] values, int from) {
        double largest = 0;
        for (int i = 0; i < rows; i++) {
            largest = Math.max(largest, Math.abs(values[from + i]));
        }
        return largest > 0 ? Math.scalb(1.0, Math.max(-1000, Math.min(1000, Math.getExponent(largest)))) : 1;
    }

    /// Turns parameters of the standardised columns into those of the data's own, in the order of
    /// [OrderedData#parameterNames()].
    double[] toData(double[] standard) {
        var result = new double[size];
        double shift = 0;
        for (int j = 0; j < p; j++) {
            double slope = standard[firstSlope + j] / scales[j];
            result[firstSlope + j] = slope;
            shift = Math.fma(means[j], slope, shift);
        }
        for (int k = 0; k + 1 < categories; k++) {
            double own = shift;
            for (int j = levels; j < q; j++) {
                double slope = -standard[k * q + j] / vScales[j];
                result[k * q + j] = slope;
                own = Math.fma(vMeans[j], slope, own);
            }
            for (int j = 0; j < levels; j++) {
                result[k * q + j] = standard[k * q + j] + own;
            }
        }
        return result;
    }

    /// The inverse of [#toData].
    double[] toStandard(double[] parameters) {
        var result = new double[size];
        double shift = 0;
        for (int j = 0; j < p; j++) {
            double slope = parameters[firstSlope + j];
            result[firstSlope + j] = slope * scales[j];
            shift = Math.fma(means[j], slope, shift);
        }
        for (int k = 0; k + 1 < categories; k++) {
            double own = shift;
            for (int j = levels; j < q; j++) {
                double slope = parameters[k * q + j];
                result[k * q + j] = -slope * vScales[j];
                own = Math.fma(vMeans[j], slope, own);
            }
            for (int j = 0; j < levels; j++) {
                result[k * q + j] = parameters[k * q + j] - own;
            }
        }
        return result;
    }

    /// `T C T'` for the linear map of [#toData]: the covariance of the data's own parameters.
    Matrix covarianceToData(double[] standard) {
        var half = new double[size * size];
        var column = new double[size];
        for (int j = 0; j < size; j++) {
            System.arraycopy(standard, j * size, column, 0, size);
            System.arraycopy(toData(column), 0, half, j * size, size);
        }
        var result = new double[size * size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                column[j] = half[j * size + i];
            }
            System.arraycopy(toData(column), 0, result, i * size, size);
        }
        for (int j = 0; j < size; j++) {
            for (int i = 0; i < j; i++) {
                double mean = 0.5 * (result[j * size + i] + result[i * size + j]);
                result[j * size + i] = mean;
                result[i * size + j] = mean;
            }
        }
        return Matrix.over(size, size, result);
    }
}
