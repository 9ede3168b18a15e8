package org.evenhand.statistics.ordinal;

import java.util.List;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.linear.SymmetricEigen;

/// Covariance of the estimates when rows of one cluster are not independent of each other: `A⁻¹ B A⁻¹` with
/// `A` the observed information and `B` the sum over clusters of the outer products of their summed scores
/// [Liang & Zeger 1986].
///
/// Programs differ in the small-sample factor, so it is part of the result. Rows of weight 0 form no cluster.
public sealed interface ClusterCovariance {
    /// What `B` is multiplied by.
    enum Factor {
        /// Nothing.
        HC0("HC0"),
        /// `G / (G − 1)`, as in R's `sandwich::vcovCL(type = "HC0", cadjust = TRUE)`.
        CLUSTERS("HC0 × G/(G−1)");

        private final String label;

        Factor(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        double of(int clusters) {
            return switch (this) {
                case HC0 -> 1;
                case CLUSTERS -> clusters / (clusters - 1.0);
            };
        }
    }

    /// What is done about a two-way covariance with a negative eigenvalue.
    enum Repair {
        /// Nothing: a variance may be negative, and then has no square root.
        NONE,
        /// Negative eigenvalues are set to zero [Cameron, Gelbach & Miller 2011, section 2.3].
        EIGENVALUES
    }

    /// The covariance.
    ///
    /// @param matrix in the order and units of [Fit.Ok#parameters()]
    /// @param method for people: kind, factor, clusters
    /// @param clusters how many there are, one number for each way
    /// @param repaired whether eigenvalues were set to zero
    record Estimated(Matrix matrix, String method, List<Integer> clusters, boolean repaired)
            implements ClusterCovariance {
        public Estimated {
            clusters = List.copyOf(clusters);
        }

        /// The standard error of parameter `j`; `NaN` where the variance is negative.
        public double error(int j) {
            return Math.sqrt(matrix.get(j, j));
        }
    }

    /// One cluster cannot vary.
    record TooFewClusters(String by, int clusters) implements ClusterCovariance {
        public String explain() {
            return "Clustered by %s there %s %d cluster%s; errors between clusters need at least 2. Cluster by something finer."
                    .formatted(by, clusters == 1 ? "is" : "are", clusters, clusters == 1 ? "" : "s");
        }
    }

    /// By one kind of cluster.
    static ClusterCovariance of(Fit.Ok fit, Clusters clusters, Factor factor) {
        return Scores.covariance(OrderedWorkspace.at(fit), clusters, factor);
    }

    /// By two kinds at once: `V(first) + V(second) − V(both)`, each term with its own factor
    /// [Cameron, Gelbach & Miller 2011, equation 2.13].
    static ClusterCovariance twoWay(Fit.Ok fit, Clusters first, Clusters second, Factor factor, Repair repair) {
        var workspace = OrderedWorkspace.at(fit);
        var scores = new Scores(workspace);
        var inverse = workspace.inverseInformation();
        var one = scores.summed(first);
        var two = scores.summed(second);
        var both = scores.summed(first.and(second));
        if (one.clusters() < 2) {
            return new TooFewClusters(first.name(), one.clusters());
        }
        if (two.clusters() < 2) {
            return new TooFewClusters(second.name(), two.clusters());
        }
        var a = one.sandwich(inverse, factor.of(one.clusters()));
        var b = two.sandwich(inverse, factor.of(two.clusters()));
        var c = both.sandwich(inverse, factor.of(both.clusters()));
        for (int i = 0; i < a.length; i++) {
            a[i] = a[i] + b[i] - c[i];
        }
        var matrix = workspace.layout().covarianceToData(a);
        boolean repaired = false;
        if (repair == Repair.EIGENVALUES) {
            var eigen = SymmetricEigen.of(matrix);
            for (double value : eigen.values()) {
                repaired |= value < 0;
            }
            if (repaired) {
                matrix = withoutNegative(eigen);
            }
        }
        return new Estimated(
                matrix,
                "cluster-robust by %s (G = %d) and %s (G = %d), each %s%s"
                        .formatted(
                                first.name(),
                                one.clusters(),
                                second.name(),
                                two.clusters(),
                                factor.label(),
                                repaired ? ", negative eigenvalues set to zero" : ""),
                List.of(one.clusters(), two.clusters()),
                repaired);
    }

    private static Matrix withoutNegative(SymmetricEigen eigen) {
        int p = eigen.values().length;
        var out = new double[p * p];
        for (int k = 0; k < p; k++) {
            double value = Math.max(0, eigen.values()[k]);
            for (int j = 0; j < p; j++) {
                for (int i = 0; i < p; i++) {
                    out[j * p + i] +=
                            value * eigen.vectors().get(i, k) * eigen.vectors().get(j, k);
                }
            }
        }
        return Matrix.over(p, p, out);
    }
}
