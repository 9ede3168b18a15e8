package org.evenhand.statistics.biasreduced;

import java.util.Arrays;
import org.evenhand.statistics.linear.Cholesky;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.tasks.Interruption;

/// Scores of a cumulative model with Firth's adjustment, and the expected information.
///
/// The adjustment adds to each category's count, 1 or 0, the pseudo-count `a_c = ½ (V_c f'(η_c) − V_{c−1}
/// f'(η_{c−1}))`, where `η_c` is the linear predictor at threshold `c` and `V_c` its asymptotic variance
/// `z_c' F⁻¹ z_c` (Kosmidis 2014, section 4, derived from Firth 1993, equation 4.1). A workspace: [#at]
/// moves it to a point. Not thread-safe.
final class AdjustedScores {
    private final Link link;
    private final int n;
    private final int p;
    private final int thresholds;
    private final int size;
    /// Row after row.
    private final double[] x;
    private final int[] category;
    private final double[] weights;
    private final double[] offsets;

    final double[] scores;
    final double[] information;
    /// Inverse of the expected information.
    final double[] inverse;
    double logLikelihood;

    private final double[] factor;
    private final double[] logProbability;
    private final double[] upRatio;
    private final double[] lowRatio;
    private final double[] density;
    private final double[] slope;
    private final double[] bound;
    private final double[] half;

    AdjustedScores(Link link, int thresholds, int p, double[] x, int[] category, double[] weights, double[] offsets) {
        this.link = link;
        this.n = category.length;
        this.p = p;
        this.thresholds = thresholds;
        this.size = thresholds + p;
        this.x = x;
        this.category = category;
        this.weights = weights;
        this.offsets = offsets;
        scores = new double[size];
        information = new double[size * size];
        inverse = new double[size * size];
        factor = new double[size * size];
        logProbability = new double[thresholds + 1];
        upRatio = new double[thresholds + 1];
        lowRatio = new double[thresholds + 1];
        density = new double[thresholds];
        slope = new double[thresholds];
        bound = new double[thresholds];
        half = new double[p];
    }

    /// Fills everything at `parameters`; false where thresholds are out of order, a probability is zero
    /// in floating point or the information is not positive definite.
    boolean at(double[] parameters) {
        for (int k = 1; k < thresholds; k++) {
            if (!(parameters[k] > parameters[k - 1])) {
                return false;
            }
        }
        Arrays.fill(information, 0);
        logLikelihood = 0;
        for (int i = 0; i < n; i++) {
            if (!row(i, parameters)) {
                return false;
            }
            logLikelihood += weights[i] * logProbability[category[i]];
            addInformation(i);
        }
        System.arraycopy(information, 0, factor, 0, size * size);
        if (Cholesky.factor(factor, size, 1e-14) >= 0) {
            return false;
        }
        Cholesky.inverse(factor, size, inverse);
        Arrays.fill(scores, 0);
        for (int i = 0; i < n; i++) {
            row(i, parameters);
            addScores(i);
        }
        return true;
    }

    private boolean row(int i, double[] parameters) {
        Interruption.check();
        double eta = offsets[i];
        for (int j = 0; j < p; j++) {
            eta = Math.fma(x[i * p + j], parameters[thresholds + j], eta);
        }
        for (int k = 0; k < thresholds; k++) {
            bound[k] = parameters[k] - eta;
            density[k] = link.density(bound[k]);
            slope[k] = link.densitySlope(bound[k]);
        }
        for (int c = 0; c <= thresholds; c++) {
            ratios(c);
            if (!(upRatio[c] < Double.POSITIVE_INFINITY) || !(lowRatio[c] < Double.POSITIVE_INFINITY)) {
                return false;
            }
        }
        return true;
    }

    /// The densities at the bounds of category `c` over its probability, and the logarithm of that. The
    /// complementary log-log's upper tail falls below the smallest number at a predictor of 6.6, where
    /// its ratios are still small numbers: they are formed without the probability.
    private void ratios(int c) {
        if (link == Link.CLOGLOG) {
            double low = c > 0 ? Math.exp(bound[c - 1]) : 0;
            double gap = c == 0
                    ? Math.exp(bound[0])
                    : c < thresholds ? low * Math.expm1(bound[c] - bound[c - 1]) : Double.POSITIVE_INFINITY;
            double inside = -Math.expm1(-gap);
            logProbability[c] = Math.log(inside) - low;
            lowRatio[c] = c > 0 ? low / inside : 0;
            upRatio[c] = c < thresholds ? (gap > 700 ? 0 : Math.exp(bound[c]) / Math.expm1(gap)) : 0;
            return;
        }
        double probability;
        if (c == 0) {
            probability = link.cumulative(bound[0]);
        } else if (c == thresholds) {
            probability = link.upper(bound[c - 1]);
        } else {
            probability = bound[c - 1] > 0
                    ? link.upper(bound[c - 1]) - link.upper(bound[c])
                    : link.cumulative(bound[c]) - link.cumulative(bound[c - 1]);
        }
        logProbability[c] = Math.log(probability);
        lowRatio[c] = c > 0 ? density[c - 1] / probability : 0;
        upRatio[c] = c < thresholds ? density[c] / probability : 0;
    }

    /// Multinomial information: tridiagonal in the predictors at the thresholds.
    private void addInformation(int i) {
        double both = 0;
        for (int k = 0; k < thresholds; k++) {
            double own = weights[i] * density[k] * (upRatio[k] + lowRatio[k + 1]);
            double below = k == 0 ? 0 : -weights[i] * density[k - 1] * upRatio[k];
            double above = k == thresholds - 1 ? 0 : -weights[i] * density[k + 1] * lowRatio[k + 1];
            double all = own + below + above;
            information[k * size + k] += own;
            if (k > 0) {
                information[k * size + k - 1] += below;
                information[(k - 1) * size + k] += below;
            }
            for (int j = 0; j < p; j++) {
                double cross = -all * x[i * p + j];
                information[k * size + thresholds + j] += cross;
                information[(thresholds + j) * size + k] += cross;
            }
            both += all;
        }
        for (int j = 0; j < p; j++) {
            for (int m = 0; m < p; m++) {
                information[(thresholds + j) * size + thresholds + m] += both * x[i * p + j] * x[i * p + m];
            }
        }
    }

    private void addScores(int i) {
        double quadratic = 0;
        for (int j = 0; j < p; j++) {
            half[j] = 0;
            for (int m = 0; m < p; m++) {
                half[j] = Math.fma(inverse[(thresholds + m) * size + thresholds + j], x[i * p + m], half[j]);
            }
            quadratic = Math.fma(half[j], x[i * p + j], quadratic);
        }
        double count = pseudoCount(i, 0, quadratic);
        for (int k = 0; k < thresholds; k++) {
            double above = pseudoCount(i, k + 1, quadratic);
            double score = weights[i] * (count * upRatio[k] - above * lowRatio[k + 1]);
            scores[k] += score;
            for (int j = 0; j < p; j++) {
                scores[thresholds + j] -= score * x[i * p + j];
            }
            count = above;
        }
    }

    private double pseudoCount(int i, int c, double quadratic) {
        double up = c < thresholds ? variance(i, c, quadratic) * slope[c] : 0;
        double low = c > 0 ? variance(i, c - 1, quadratic) * slope[c - 1] : 0;
        return (category[i] == c ? 1 : 0) + 0.5 * (up - low);
    }

    /// Asymptotic variance of the predictor at threshold `k`.
    private double variance(int i, int k, double quadratic) {
        double cross = 0;
        for (int j = 0; j < p; j++) {
            cross = Math.fma(inverse[k * size + thresholds + j], x[i * p + j], cross);
        }
        return inverse[k * size + k] - 2 * cross + quadratic;
    }
}
