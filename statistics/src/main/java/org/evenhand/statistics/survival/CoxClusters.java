package org.evenhand.statistics.survival;

import java.util.List;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.ClusterCovariance;
import org.evenhand.statistics.ordinal.ClusterCovariance.Factor;
import org.evenhand.statistics.ordinal.Clusters;

/// Covariance of Cox coefficients when the rows of one cluster (a country's years) are not independent of
/// each other: `A⁻¹ B A⁻¹` with `B` the sum over clusters of the outer products of their score residuals
/// (Lin & Wei 1989).
public final class CoxClusters {
    private CoxClusters() {}

    /// The covariance, with the small-sample factor named in its method; R's coxph uses none (HC0).
    ///
    /// @param clusters one code for each row of the data; rows of weight 0 form no cluster
    /// @throws IllegalArgumentException if there are more or fewer codes than rows
    public static ClusterCovariance covariance(CoxOutcome.Fitted fit, Clusters clusters, Factor factor) {
        int n = fit.scoreResiduals().rows();
        int p = fit.scoreResiduals().columns();
        int[] codes = clusters.codes();
        if (codes.length != n) {
            throw new IllegalArgumentException("%d cluster codes for %d rows".formatted(codes.length, n));
        }
        double[][] sums = new double[clusters.labels().size()][p];
        boolean[] seen = new boolean[sums.length];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (fit.data().weights()[i] > 0) {
                count += seen[codes[i]] ? 0 : 1;
                seen[codes[i]] = true;
                for (int j = 0; j < p; j++) {
                    sums[codes[i]][j] += fit.scoreResiduals().get(i, j);
                }
            }
        }
        if (count < 2) {
            return new ClusterCovariance.TooFewClusters(clusters.name(), count);
        }
        double multiplier = switch (factor) {
            case HC0 -> 1;
            case CLUSTERS -> count / (count - 1.0);
        };
        double[] result = new double[p * p];
        for (double[] sum : sums) {
            double[] influence = new double[p];
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    influence[j] = Math.fma(fit.covariance().get(j, k), sum[k], influence[j]);
                }
            }
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    result[j * p + k] += multiplier * influence[j] * influence[k];
                }
            }
        }
        return new ClusterCovariance.Estimated(
                Matrix.over(p, p, result),
                "cluster-robust by %s, %s, %d clusters".formatted(clusters.name(), factor.label(), count),
                List.of(count),
                false);
    }
}
