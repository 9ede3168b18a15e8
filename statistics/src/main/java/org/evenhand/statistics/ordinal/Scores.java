package org.evenhand.statistics.ordinal;

import java.util.List;
import org.evenhand.statistics.linear.Kernels;

/// The rows' contributions to the gradient at the parameters a workspace stands at, in standardised columns.
final class Scores {
    private final Layout layout;
    private final RowTerms terms;

    Scores(OrderedWorkspace workspace) {
        this.layout = workspace.layout();
        this.terms = workspace.newton().likelihood.terms;
    }

    /// The covariance by clusters at the estimates a workspace stands at.
    static ClusterCovariance covariance(
            OrderedWorkspace workspace, Clusters clusters, ClusterCovariance.Factor factor) {
        var sums = new Scores(workspace).summed(clusters);
        if (sums.clusters() < 2) {
            return new ClusterCovariance.TooFewClusters(clusters.name(), sums.clusters());
        }
        var standard = sums.sandwich(workspace.inverseInformation(), factor.of(sums.clusters()));
        return new ClusterCovariance.Estimated(
                workspace.layout().covarianceToData(standard),
                "cluster-robust by %s (%s, G = %d)".formatted(clusters.name(), factor.label(), sums.clusters()),
                List.of(sums.clusters()),
                false);
    }

    /// Scores summed within clusters.
    ///
    /// @param values column-major, one row for each label, zero for labels without rows
    /// @param labels how many labels
    /// @param clusters how many of them have rows
    /// @param size how many parameters
    record Sums(double[] values, int labels, int clusters, int size) {
        /// `factor * A⁻¹ (Σ s s') A⁻¹`.
        double[] sandwich(double[] inverse, double factor) {
            // Each cluster's influence on the estimate first: one product of small matrices, then one
            // cross-product.
            var kernels = Kernels.best();
            var influence = new double[values.length];
            var column = new double[labels];
            for (int j = 0; j < size; j++) {
                kernels.times(values, labels, size, inverse, j * size, column);
                System.arraycopy(column, 0, influence, j * labels, labels);
            }
            var weight = new double[labels];
            java.util.Arrays.fill(weight, factor);
            var out = new double[size * size];
            kernels.crossProduct(influence, labels, size, weight, new double[Kernels.LANES * size * size], out);
            return out;
        }
    }

    Sums summed(Clusters clusters) {
        int labels = clusters.labels().size();
        int n = layout.rows;
        var code = new int[n];
        var seen = new boolean[labels];
        int count = 0;
        for (int i = 0; i < n; i++) {
            code[i] = clusters.codes()[layout.order[i]];
            if (!seen[code[i]]) {
                seen[code[i]] = true;
                count++;
            }
        }
        var sums = new double[labels * layout.size];
        for (int k = 0; k + 1 < layout.categories; k++) {
            for (int j = 0; j < layout.q; j++) {
                int at = (k * layout.q + j) * labels;
                add(sums, at, code, terms.allUpper, layout.start[k], layout.start[k + 1], j);
                add(sums, at, code, terms.allLower, layout.start[k + 1], layout.start[k + 2], j);
            }
        }
        for (int j = 0; j < layout.p; j++) {
            int at = (layout.firstSlope + j) * labels;
            int column = j * n;
            for (int i = 0; i < n; i++) {
                sums[at + code[i]] -= (terms.allUpper[i] + terms.allLower[i]) * layout.x[column + i];
            }
        }
        return new Sums(sums, labels, count, layout.size);
    }

    private void add(double[] sums, int at, int[] code, double[] score, int from, int to, int j) {
        if (layout.plain()) {
            for (int i = from; i < to; i++) {
                sums[at + code[i]] += score[i];
            }
        } else {
            int column = j * layout.rows;
            for (int i = from; i < to; i++) {
                sums[at + code[i]] += score[i] * layout.v[column + i];
            }
        }
    }
}
