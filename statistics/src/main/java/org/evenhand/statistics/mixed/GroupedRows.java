package org.evenhand.statistics.mixed;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.OrderedData;

/// The data as the loops want them: rows of positive weight, group after group, columns standardised.
///
/// Parameters are numbered: thresholds, slopes, then the logarithm of the random intercept's standard
/// deviation.
final class GroupedRows {
    final int rows;
    final int groups;
    /// Rows of group `g` are `start[g] … start[g + 1] − 1`.
    final int[] start;
    /// Number of the group in the data, by group here; groups without a row of positive weight are gone.
    final int[] groupOf;
    final int[] category;
    final int categories;
    final int thresholds;
    final int p;
    final int size;
    final double[] x;
    final double[] means;
    final double[] scales;
    final double[] offset;
    /// Empty where all rows count once.
    final double[] weights;
    final double totalWeight;

    GroupedRows(OrderedData data, int[] group) {
        int[] order = IntStream.range(0, data.rows())
                .filter(i -> data.weight(i) > 0)
                .boxed()
                .sorted((i, j) -> Integer.compare(group[i], group[j]))
                .mapToInt(i -> i)
                .toArray();
        rows = order.length;
        groupOf = Arrays.stream(order).map(i -> group[i]).distinct().toArray();
        groups = groupOf.length;
        start = new int[groups + 1];
        int g = 0;
        for (int i = 0; i < rows; i++) {
            if (group[order[i]] != groupOf[g]) {
                g++;
            }
            start[g + 1] = i + 1;
        }
        category = Arrays.stream(order).map(data::outcome).toArray();
        categories = data.levels().size();
        thresholds = categories - 1;
        p = data.x().columns();
        size = thresholds + p + 1;
        offset = Arrays.stream(order).mapToDouble(data::offset).toArray();
        weights =
                data.weighted() ? Arrays.stream(order).mapToDouble(data::weight).toArray() : new double[0];
        totalWeight = data.weighted() ? Arrays.stream(weights).sum() : rows;
        Matrix kept = data.x().selectRows(order);
        x = kept.values();
        means = new double[p];
        scales = new double[p];
        for (int j = 0; j < p; j++) {
            standardise(j);
        }
    }

    private void standardise(int j) {
        int from = j * rows;
        double mean = 0;
        for (int i = 0; i < rows; i++) {
            mean += x[from + i] / rows;
        }
        double largest = 0;
        for (int i = 0; i < rows; i++) {
            x[from + i] -= mean;
            largest = Math.max(largest, Math.abs(x[from + i]));
        }
        double squares = 0;
        for (int i = 0; i < rows; i++) {
            x[from + i] /= largest;
            squares += x[from + i] * x[from + i];
        }
        double spread = Math.sqrt(squares / rows);
        for (int i = 0; i < rows; i++) {
            x[from + i] /= spread;
        }
        means[j] = mean;
        scales[j] = spread * largest;
    }

    /// Parameters of the standardised columns in the units of the data; linear, so that it carries
    /// covariances too.
    double[] toData(double[] standard) {
        double[] result = standard.clone();
        double shift = 0;
        for (int j = 0; j < p; j++) {
            double slope = standard[thresholds + j] / scales[j];
            result[thresholds + j] = slope;
            shift = Math.fma(means[j], slope, shift);
        }
        for (int k = 0; k < thresholds; k++) {
            result[k] += shift;
        }
        return result;
    }

    /// The inverse of [#toData].
    double[] toStandard(double[] parameters) {
        double[] result = parameters.clone();
        double shift = 0;
        for (int j = 0; j < p; j++) {
            result[thresholds + j] = parameters[thresholds + j] * scales[j];
            shift = Math.fma(means[j], parameters[thresholds + j], shift);
        }
        for (int k = 0; k < thresholds; k++) {
            result[k] -= shift;
        }
        return result;
    }
}
