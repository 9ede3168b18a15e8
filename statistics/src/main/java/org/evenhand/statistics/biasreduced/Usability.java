package org.evenhand.statistics.biasreduced;

import java.util.List;
import org.evenhand.statistics.linear.Matrix;

/// Whether numbers can be computed with at all; says where they cannot.
final class Usability {
    private Usability() {}

    /// What is wrong with the data, in one sentence; empty if nothing is.
    static String fault(Matrix x, List<String> columns, double[] weights, double[] offsets) {
        if (x.rows() == 0) {
            return "there are no rows";
        }
        for (int j = 0; j < x.columns(); j++) {
            for (int i = 0; i < x.rows(); i++) {
                if (!Double.isFinite(x.get(i, j))) {
                    return "column %s holds %s in row %d; expected a finite number, leave the row out"
                            .formatted(columns.get(j), x.get(i, j), i + 1);
                }
            }
        }
        double total = 0;
        for (int i = 0; i < x.rows(); i++) {
            if (!Double.isFinite(weights[i]) || weights[i] < 0) {
                return "the weight of row %d is %s; expected a finite number not below 0".formatted(i + 1, weights[i]);
            }
            if (!Double.isFinite(offsets[i])) {
                return "the offset of row %d is %s; expected a finite number".formatted(i + 1, offsets[i]);
            }
            total += weights[i];
        }
        return total > 0 ? "" : "every row has weight 0";
    }
}
