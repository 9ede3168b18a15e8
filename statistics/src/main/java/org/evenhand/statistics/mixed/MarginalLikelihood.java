package org.evenhand.statistics.mixed;

import java.util.Arrays;
import org.evenhand.statistics.linear.Kernels;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.tasks.Interruption;

/// The log-likelihood with the random intercepts integrated out, and its exact gradient.
///
/// For a group with intercept `a ~ N(0, σ²)` write `h(a) = Σ ln P_i(η_i + a) − a²/2σ² − ln σ`, mode `â`
/// and curvature `H = −h''(â)`. The group adds `ln s + ln Σ_q ω_q exp(h(â + s z_q) + z_q²/2)` with `s =
/// H^(−½)`; one node is Laplace's approximation. The gradient follows the mode and the curvature as the
/// parameters move, hence third derivatives. A workspace: arrays are made once, nothing is allocated
/// while it runs. Not thread-safe.
final class MarginalLikelihood {
    private static final int MODE_STEPS = 100;
    private static final double MODE_GRADIENT = 1e-11;
    private static final double LAST_STEP = 1e-7;

    final GroupedRows rows;
    final RowDerivatives terms;
    private final Kernels kernels = Kernels.best();
    private final int nodes;
    private final GaussHermite rule;
    private final double[] fixed;
    final double[] eta;
    /// Modes of the random intercepts, kept from one point to the next as starting values.
    final double[] mode;
    /// Curvature `H` at each mode.
    final double[] curvature;
    final double[] gradient;

    private final double[] first;
    private final double[] low;
    private final double[] high;
    private final boolean[] settled;
    private final double[][] nodeUpper;
    private final double[][] nodeLower;
    private final double[][] nodeValue;
    private final double[][] nodeSlope;
    private final double[] slopeTerm;
    private final double[] upperTerm;
    private final double[] lowerTerm;

    MarginalLikelihood(GroupedRows rows, Link link, Integration integration) {
        this.rows = rows;
        terms = RowDerivatives.of(link, rows);
        nodes = integration.count();
        rule = GaussHermite.of(nodes);
        int n = rows.rows;
        int groups = rows.groups;
        fixed = new double[n];
        eta = new double[n];
        mode = new double[groups];
        curvature = new double[groups];
        gradient = new double[rows.size];
        first = new double[groups];
        low = new double[groups];
        high = new double[groups];
        settled = new boolean[groups];
        int stored = nodes == 1 ? 0 : nodes;
        nodeUpper = new double[stored][n];
        nodeLower = new double[stored][n];
        nodeValue = new double[stored][groups];
        nodeSlope = new double[stored][groups];
        slopeTerm = new double[n];
        upperTerm = new double[n];
        lowerTerm = new double[n];
    }

    /// The value at `parameters` (standardised), with [#gradient] filled; `-∞` where there is none.
    double at(double[] parameters) {
        Interruption.check();
        if (!terms.thresholds(parameters)) {
            return Double.NEGATIVE_INFINITY;
        }
        double logSigma = parameters[rows.size - 1];
        double precision = Math.exp(-2 * logSigma);
        if (!(precision > 0) || precision == Double.POSITIVE_INFINITY) {
            return Double.NEGATIVE_INFINITY;
        }
        kernels.times(rows.x, rows.rows, rows.p, parameters, rows.thresholds, fixed);
        for (int i = 0; i < rows.rows; i++) {
            fixed[i] += rows.offset[i];
        }
        if (!findModes(precision)) {
            return Double.NEGATIVE_INFINITY;
        }
        double value = nodes == 1 ? laplace(precision, logSigma) : quadrature(precision, logSigma);
        if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
            return Double.NEGATIVE_INFINITY;
        }
        assemble();
        return value;
    }

    private void predictor(double node) {
        for (int g = 0; g < rows.groups; g++) {
            double at = mode[g] + (node == 0 ? 0 : node / Math.sqrt(curvature[g]));
            for (int i = rows.start[g]; i < rows.start[g + 1]; i++) {
                eta[i] = fixed[i] + at;
            }
        }
    }

    /// Newton's method for all groups at once, each kept inside a bracket: `h'` falls in `a` for
    /// log-concave links.
    private boolean findModes(double precision) {
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        Arrays.fill(settled, false);
        for (int step = 0; step < MODE_STEPS; step++) {
            predictor(0);
            terms.at(eta, 2, false);
            boolean all = true;
            for (int g = 0; g < rows.groups; g++) {
                double slope = -mode[g] * precision;
                double bend = precision;
                for (int i = rows.start[g]; i < rows.start[g + 1]; i++) {
                    slope -= terms.upper[0][i] + terms.lower[0][i];
                    bend += terms.upper[1][i] + terms.lower[1][i];
                }
                if (!(bend > 0) || Double.isNaN(slope)) {
                    return false;
                }
                if (!settled[g]) {
                    settled[g] = Math.abs(slope) <= MODE_GRADIENT * Math.sqrt(bend) || !move(g, slope, bend);
                    all &= settled[g];
                }
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    /// One safeguarded step of group `g`; false where no further step is needed: what a Newton step
    /// leaves is of the size of its square.
    private boolean move(int g, double slope, double bend) {
        double from = mode[g];
        if (slope > 0) {
            low[g] = from;
        } else {
            high[g] = from;
        }
        double next = from + slope / bend;
        boolean newton = true;
        if (!(next > low[g]) || !(next < high[g])) {
            next = Double.isInfinite(low[g])
                    ? high[g] - 1
                    : Double.isInfinite(high[g]) ? low[g] + 1 : 0.5 * (low[g] + high[g]);
            newton = false;
        }
        mode[g] = next;
        double moved = Math.abs(next - from);
        return !(newton && moved < LAST_STEP) && moved > 4e-16 * Math.abs(from);
    }

    private double laplace(double precision, double logSigma) {
        predictor(0);
        terms.at(eta, 3, true);
        double value = 0;
        double sigmaTerm = 0;
        for (int g = 0; g < rows.groups; g++) {
            double a = mode[g];
            double h = -0.5 * a * a * precision - logSigma;
            for (int i = rows.start[g]; i < rows.start[g + 1]; i++) {
                h += terms.logProbability[i];
            }
            sigmaTerm += follow(g, precision, 0, 0) + a * a * precision - 1;
            value += h - 0.5 * Math.log(curvature[g]);
            for (int i = rows.start[g]; i < rows.start[g + 1]; i++) {
                upperTerm[i] += terms.upper[0][i];
                lowerTerm[i] += terms.lower[0][i];
            }
        }
        gradient[rows.size - 1] = sigmaTerm;
        return value;
    }

    /// The part of the gradient that comes from the mode and the curvature moving: sets the row terms of
    /// group `g` and returns the term of `ln σ`.
    ///
    /// @param shift Σ p_q h'(a_q)
    /// @param stretch Σ p_q h'(a_q) z_q s
    private double follow(int g, double precision, double shift, double stretch) {
        double bend = precision;
        double third = 0;
        for (int i = rows.start[g]; i < rows.start[g + 1]; i++) {
            bend += terms.upper[1][i] + terms.lower[1][i];
            third -= terms.upper[2][i] + terms.lower[2][i];
        }
        curvature[g] = bend;
        double byCurvature = (1 + stretch) / (2 * bend);
        double byMode = byCurvature * third / bend + shift / bend;
        for (int i = rows.start[g]; i < rows.start[g + 1]; i++) {
            upperTerm[i] = byCurvature * terms.upper[2][i] + byMode * terms.upper[1][i];
            lowerTerm[i] = byCurvature * terms.lower[2][i] + byMode * terms.lower[1][i];
        }
        return 2 * precision * (byCurvature + byMode * mode[g]);
    }

    private double quadrature(double precision, double logSigma) {
        predictor(0);
        terms.at(eta, 2, false);
        for (int g = 0; g < rows.groups; g++) {
            double bend = precision;
            for (int i = rows.start[g]; i < rows.start[g + 1]; i++) {
                bend += terms.upper[1][i] + terms.lower[1][i];
            }
            curvature[g] = bend;
        }
        for (int q = 0; q < nodes; q++) {
            evaluateNode(q, precision, logSigma);
        }
        double value = 0;
        for (int g = 0; g < rows.groups; g++) {
            value += weighNodes(g) - 0.5 * Math.log(curvature[g]);
        }
        predictor(0);
        terms.at(eta, 3, false);
        double sigmaTerm = 0;
        for (int g = 0; g < rows.groups; g++) {
            double scale = 1 / Math.sqrt(curvature[g]);
            double shift = 0;
            double stretch = 0;
            double spread = -1;
            for (int q = 0; q < nodes; q++) {
                double share = nodeValue[q][g];
                double a = mode[g] + scale * rule.nodes()[q];
                shift += share * nodeSlope[q][g];
                stretch += share * nodeSlope[q][g] * rule.nodes()[q] * scale;
                spread += share * a * a * precision;
            }
            sigmaTerm += follow(g, precision, shift, stretch) + spread;
            for (int q = 0; q < nodes; q++) {
                double share = nodeValue[q][g];
                for (int i = rows.start[g]; i < rows.start[g + 1]; i++) {
                    upperTerm[i] += share * nodeUpper[q][i];
                    lowerTerm[i] += share * nodeLower[q][i];
                }
            }
        }
        gradient[rows.size - 1] = sigmaTerm;
        return value;
    }

    private void evaluateNode(int q, double precision, double logSigma) {
        double z = rule.nodes()[q];
        predictor(z);
        terms.at(eta, 1, true);
        System.arraycopy(terms.upper[0], 0, nodeUpper[q], 0, rows.rows);
        System.arraycopy(terms.lower[0], 0, nodeLower[q], 0, rows.rows);
        for (int g = 0; g < rows.groups; g++) {
            double a = mode[g] + z / Math.sqrt(curvature[g]);
            double h = -0.5 * a * a * precision - logSigma + Math.log(rule.weights()[q]) + 0.5 * z * z;
            double slope = -a * precision;
            for (int i = rows.start[g]; i < rows.start[g + 1]; i++) {
                h += terms.logProbability[i];
                slope -= terms.upper[0][i] + terms.lower[0][i];
            }
            nodeValue[q][g] = h;
            nodeSlope[q][g] = slope;
        }
    }

    /// Turns the nodes' exponents of group `g` into their shares and returns the logarithm of their sum.
    private double weighNodes(int g) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int q = 0; q < nodes; q++) {
            largest = Math.max(largest, nodeValue[q][g]);
        }
        double sum = 0;
        for (int q = 0; q < nodes; q++) {
            nodeValue[q][g] = Math.exp(nodeValue[q][g] - largest);
            sum += nodeValue[q][g];
        }
        for (int q = 0; q < nodes; q++) {
            nodeValue[q][g] /= sum;
        }
        return largest + Math.log(sum);
    }

    private void assemble() {
        Arrays.fill(gradient, 0, rows.thresholds, 0);
        for (int i = 0; i < rows.rows; i++) {
            int k = rows.category[i];
            if (k < rows.thresholds) {
                gradient[k] += upperTerm[i];
            }
            if (k > 0) {
                gradient[k - 1] += lowerTerm[i];
            }
            slopeTerm[i] = -(upperTerm[i] + lowerTerm[i]);
        }
        kernels.transposeTimes(rows.x, rows.rows, rows.p, 0, rows.rows, slopeTerm, gradient, rows.thresholds);
    }
}
