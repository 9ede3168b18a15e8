package org.evenhand.statistics.mixed;

import java.util.Arrays;

/// A first guess of the information of the marginal likelihood, to start the search with.
///
/// Thresholds and slopes: the information of the joint likelihood of parameters and intercepts with the
/// intercepts profiled out. The standard deviation: the information of a normal sample of intercepts
/// known with their reliabilities. Only the number of steps depends on it, not the answer.
final class JointInformation {
    private JointInformation() {}

    /// At the point where `likelihood` was last evaluated; full `size × size`.
    static double[] at(MarginalLikelihood likelihood, double logSigma) {
        GroupedRows rows = likelihood.rows;
        RowDerivatives terms = likelihood.terms;
        int size = rows.size;
        double[] information = new double[size * size];
        double[] cross = new double[size];
        double reliability = 0;
        for (int g = 0; g < rows.groups; g++) {
            Arrays.fill(cross, 0);
            for (int i = rows.start[g]; i < rows.start[g + 1]; i++) {
                addRow(rows, terms, i, information, cross);
            }
            double share = 1 - Math.exp(-2 * logSigma) / likelihood.curvature[g];
            reliability += 2 * share * share;
            for (int a = 0; a < size - 1; a++) {
                for (int b = 0; b <= a; b++) {
                    information[b * size + a] -= cross[a] * cross[b] / likelihood.curvature[g];
                }
            }
        }
        information[size * size - 1] = Math.max(reliability, 1e-2);
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < a; b++) {
                information[a * size + b] = information[b * size + a];
            }
        }
        return information;
    }

    private static void addRow(GroupedRows rows, RowDerivatives terms, int i, double[] information, double[] cross) {
        int size = rows.size;
        int first = rows.thresholds;
        int k = rows.category[i];
        double up = terms.upper[1][i];
        double low = terms.lower[1][i];
        double both = rows.weights.length == 0
                ? -terms.upper[0][i] * terms.lower[0][i]
                : -terms.upper[0][i] * terms.lower[0][i] / rows.weights[i];
        if (k < rows.thresholds) {
            information[k * size + k] += up + both;
            cross[k] += up;
        }
        if (k > 0) {
            information[(k - 1) * size + k - 1] += low + both;
            cross[k - 1] += low;
        }
        if (k > 0 && k < rows.thresholds) {
            information[(k - 1) * size + k] -= both;
        }
        for (int j = 0; j < rows.p; j++) {
            double x = rows.x[j * rows.rows + i];
            if (k < rows.thresholds) {
                information[k * size + first + j] -= up * x;
            }
            if (k > 0) {
                information[(k - 1) * size + first + j] -= low * x;
            }
            double weighted = (up + low) * x;
            cross[first + j] -= weighted;
            for (int m = j; m < rows.p; m++) {
                information[(first + j) * size + first + m] += weighted * rows.x[m * rows.rows + i];
            }
        }
    }
}
