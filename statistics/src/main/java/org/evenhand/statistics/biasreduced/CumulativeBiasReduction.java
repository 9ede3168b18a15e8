package org.evenhand.statistics.biasreduced;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.ordinal.OrderedData;
import org.evenhand.statistics.ordinal.OrderedModel;

/// Bias-reduced cumulative models: estimates that stay finite under separation, with the bias of order
/// 1/n taken off (Kosmidis 2014, JRSS B 76:169-196).
///
/// The adjusted score equations are solved by scoring with the expected information, halving steps that
/// do not bring them closer to zero. They are not the derivative of a penalised likelihood (the binary
/// logit apart, where [FirthLogistic] gives profile intervals), so that only Wald intervals come with
/// them.
///
/// @param link distribution of the latent outcome
public record CumulativeBiasReduction(Link link) {
    /// Fits `P(Y ≤ k | x) = F(κ_k − x'β)`.
    ///
    /// @param data common thresholds and slopes
    /// @throws IllegalArgumentException if the data ask for thresholds or slopes that differ by group or
    ///     threshold
    public CumulativeOutcome fit(OrderedData data) {
        if (!data.groups().isEmpty() || data.slopesByThreshold().columns() > 0) {
            throw new IllegalArgumentException("bias reduction goes with common thresholds and slopes only");
        }
        return switch (OrderedModel.withDefaults().with(link).fit(data)) {
            case Fit.Ok likelihood -> solve(data, likelihood.parameters());
            case Fit.Separated ignored -> solve(data, new double[0]);
            case Fit.NotConverged ignored -> solve(data, new double[0]);
            case Fit.NotIdentified reason -> new CumulativeOutcome.Impossible(reason);
            case Fit.EmptyCategory reason -> new CumulativeOutcome.Impossible(reason);
            case Fit.TooFewRows reason -> new CumulativeOutcome.Impossible(reason);
            case Fit.InvalidInput reason -> new CumulativeOutcome.Impossible(reason);
        };
    }

    /// @param begin parameters in the data's units; empty for thresholds at the observed shares and no
    ///     slopes
    private CumulativeOutcome solve(OrderedData data, double[] begin) {
        int[] kept =
                IntStream.range(0, data.rows()).filter(i -> data.weight(i) > 0).toArray();
        OrderedData used = data.selectRows(kept);
        int n = used.rows();
        int p = used.x().columns();
        int thresholds = used.levels().size() - 1;
        double[] means = new double[p];
        double[] scales = new double[p];
        double[] x = standardised(used.x(), means, scales);
        double[] weights = IntStream.range(0, n).mapToDouble(used::weight).toArray();
        double[] offsets = IntStream.range(0, n).mapToDouble(used::offset).toArray();
        AdjustedScores scores = new AdjustedScores(link, thresholds, p, x, used.outcomes(), weights, offsets);
        double[] at = begin.length > 0
                ? standard(begin, means, scales, thresholds)
                : atShares(used, weights, thresholds, thresholds + p);
        double tolerance = 1e-9
                * Math.max(1, IntStream.range(0, n).mapToDouble(i -> weights[i]).sum() / 1e4);
        ScoreRoot root = new ScoreRoot(scores, at, tolerance);
        if (!root.find()) {
            // The maximum likelihood estimate may be far out where it barely exists.
            root = new ScoreRoot(scores, atShares(used, weights, thresholds, thresholds + p), tolerance);
            if (!root.find()) {
                root = new ScoreRoot(scores, atShares(used, weights, thresholds, thresholds + p), tolerance);
                if (!root.findBoldly()) {
                    return new CumulativeOutcome.NotConverged(root.iterations, root.largest);
                }
            }
        }
        return fitted(data, scores, root.at, means, scales, thresholds, n, root.iterations, root.largest);
    }

    private CumulativeOutcome.Fitted fitted(
            OrderedData data,
            AdjustedScores scores,
            double[] at,
            double[] means,
            double[] scales,
            int thresholds,
            int n,
            int iterations,
            double gradient) {
        int size = at.length;
        double[] values = new double[size * size];
        double[][] half = new double[size][];
        for (int j = 0; j < size; j++) {
            double[] column = new double[size];
            System.arraycopy(scores.inverse, j * size, column, 0, size);
            half[j] = original(column, means, scales, thresholds);
        }
        for (int i = 0; i < size; i++) {
            double[] row = new double[size];
            for (int j = 0; j < size; j++) {
                row[j] = half[j][i];
            }
            System.arraycopy(original(row, means, scales, thresholds), 0, values, i * size, size);
        }
        List<String> names = new ArrayList<>(data.parameterNames());
        return new CumulativeOutcome.Fitted(
                names,
                original(at, means, scales, thresholds),
                Matrix.over(size, size, values),
                scores.logLikelihood,
                link,
                n,
                iterations,
                gradient);
    }

    private static double[] standardised(Matrix x, double[] means, double[] scales) {
        int n = x.rows();
        int p = x.columns();
        double[] result = new double[n * p];
        for (int j = 0; j < p; j++) {
            double[] column = x.column(j);
            double mean = 0;
            for (int i = 0; i < n; i++) {
                mean += (column[i] - mean) / (i + 1);
            }
            double largest = 0;
            for (int i = 0; i < n; i++) {
                largest = Math.max(largest, Math.abs(column[i] - mean));
            }
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double share = (column[i] - mean) / largest;
                squares += share * share;
            }
            means[j] = mean;
            scales[j] = largest * Math.sqrt(squares / n);
            for (int i = 0; i < n; i++) {
                result[i * p + j] = (column[i] - mean) / scales[j];
            }
        }
        return result;
    }

    private double[] atShares(OrderedData data, double[] weights, int thresholds, int size) {
        double[] share = new double[thresholds + 1];
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            share[data.outcome(i)] += weights[i];
            total += weights[i];
        }
        double[] at = new double[size];
        double below = 0;
        for (int k = 0; k < thresholds; k++) {
            below += share[k];
            at[k] = link.quantile(below / total);
        }
        return at;
    }

    private static double[] original(double[] standard, double[] means, double[] scales, int thresholds) {
        double[] result = standard.clone();
        double shift = 0;
        for (int j = 0; j < means.length; j++) {
            result[thresholds + j] = standard[thresholds + j] / scales[j];
            shift = Math.fma(means[j], result[thresholds + j], shift);
        }
        for (int k = 0; k < thresholds; k++) {
            result[k] += shift;
        }
        return result;
    }

    private static double[] standard(double[] original, double[] means, double[] scales, int thresholds) {
        double[] result = original.clone();
        double shift = 0;
        for (int j = 0; j < means.length; j++) {
            result[thresholds + j] = original[thresholds + j] * scales[j];
            shift = Math.fma(means[j], original[thresholds + j], shift);
        }
        for (int k = 0; k < thresholds; k++) {
            result[k] -= shift;
        }
        return result;
    }
}
