package org.evenhand.statistics.multiverse;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.statistics.linear.Kernels;
import org.evenhand.statistics.ordinal.OrderedData;

/// Least-squares residuals on the thresholds' groups and the columns of a design, by modified Gram–Schmidt done
/// twice, so that nearly dependent columns do no harm and dependent ones drop out.
final class Residuals {
    private static final double DEPENDENT = 1e-9;

    private final Kernels kernels = Kernels.best();
    private final List<double[]> basis = new ArrayList<>();
    private final int rows;

    private Residuals(int rows) {
        this.rows = rows;
    }

    /// On everything but the last `leaveOut` columns.
    static Residuals on(OrderedData data, int leaveOut) {
        var residuals = new Residuals(data.rows());
        int groups = Math.max(1, data.groups().size());
        for (int g = 0; g < groups; g++) {
            var indicator = new double[data.rows()];
            for (int i = 0; i < indicator.length; i++) {
                indicator[i] = data.group(i) == g ? 1 : 0;
            }
            residuals.add(indicator);
        }
        for (int j = 0; j < data.x().columns() - leaveOut; j++) {
            residuals.add(data.x().column(j));
        }
        return residuals;
    }

    void add(double[] column) {
        double before = Math.sqrt(kernels.dot(column, 0, column, 0, rows));
        var rest = of(column);
        double after = Math.sqrt(kernels.dot(rest, 0, rest, 0, rows));
        if (after > DEPENDENT * before && after > 0) {
            for (int i = 0; i < rows; i++) {
                rest[i] /= after;
            }
            basis.add(rest);
        }
    }

    /// What the basis leaves of `column`.
    double[] of(double[] column) {
        var rest = column.clone();
        for (int pass = 0; pass < 2; pass++) {
            for (var direction : basis) {
                double share = kernels.dot(direction, 0, rest, 0, rows);
                for (int i = 0; i < rows; i++) {
                    rest[i] = Math.fma(-share, direction[i], rest[i]);
                }
            }
        }
        return rest;
    }
}
