package org.evenhand.statistics.ordinal;

import java.util.Arrays;
import org.evenhand.statistics.linear.Kernels;

/// The log-likelihood of a [Layout] with gradient and information, summed over the rows in pieces: what
/// is computed of a piece stays in the fastest cache until it has been added up. All arrays are made
/// once; nothing is allocated while it runs.
final class Likelihood {
    private static final int PIECE = 256;

    private final Layout layout;
    private final Kernels kernels = Kernels.best();
    private final int piece;
    final RowTerms terms;
    final double[] gradient;
    final double[] information;
    /// The largest distance between a threshold and a predictor at the last evaluation.
    double farthest;

    private final double[] predictor;
    private final double[] both;
    private final double[] weight;
    private final double[] sums;
    private final double[] lanes;
    private final double[] block;

    Likelihood(Link link, Layout layout) {
        this.layout = layout;
        // Sets of thresholds and slopes by threshold are added up a category at a time.
        this.piece = layout.plain() ? PIECE : layout.largestCategory();
        int p = layout.p;
        this.terms = new RowTerms(link, layout, piece);
        this.gradient = new double[layout.size];
        this.information = new double[layout.size * layout.size];
        this.predictor = new double[piece];
        this.both = new double[piece];
        this.weight = new double[layout.rows];
        this.sums = new double[3 * Kernels.LANES * p];
        this.lanes = new double[Kernels.LANES * p * p];
        this.block = new double[p * p];
    }

    /// The log-likelihood at `at`, with [#gradient] and, where asked for, [#information].
    double evaluate(double[] at, boolean informed) {
        Arrays.fill(gradient, 0);
        if (informed) {
            Arrays.fill(information, 0);
        }
        farthest = 0;
        double value = 0;
        for (int k = 0; k < layout.categories; k++) {
            Arrays.fill(sums, 0);
            int end = layout.start[k + 1];
            for (int from = layout.start[k]; from < end; from += piece) {
                int to = Math.min(end, from + piece);
                bounds(at, k, from, to, true);
                value += terms.evaluate(k, from, to);
                farther(k, to - from);
                addGradient(gradient, k, from, to, terms.upper, terms.lower);
                if (informed) {
                    addInformation(k, from, to);
                }
                addSlopes(from, to, informed);
            }
            close(k, informed);
        }
        if (informed) {
            slopes();
        }
        return value;
    }

    /// Whether third derivatives are known, and so [#bend] and [#change].
    boolean bends() {
        return terms.bends();
    }

    /// By what share of itself the information of any row changes at most along `direction`, to first
    /// order, from the point of the last evaluation.
    double change(double[] direction) {
        double most = 0;
        for (int k = 0; k < layout.categories; k++) {
            int end = layout.start[k + 1];
            for (int from = layout.start[k]; from < end; from += piece) {
                int to = Math.min(end, from + piece);
                bounds(direction, k, from, to, false);
                terms.recall(k, from, to);
                most = Math.max(most, terms.change(k, to - from));
            }
        }
        return most;
    }

    /// Half the second derivative of the gradient along `direction`, at the point of the last evaluation.
    void bend(double[] direction, double[] out) {
        Arrays.fill(out, 0);
        for (int k = 0; k < layout.categories; k++) {
            Arrays.fill(sums, 0);
            int end = layout.start[k + 1];
            for (int from = layout.start[k]; from < end; from += piece) {
                int to = Math.min(end, from + piece);
                bounds(direction, k, from, to, false);
                terms.recall(k, from, to);
                terms.bend(k, from, to);
                addGradient(out, k, from, to, terms.u, terms.l);
                kernels.addProducts(layout.x, layout.rows, layout.p, from, to, both, sums);
            }
            close(out);
        }
    }

    /// The bounds of a piece, or how they move.
    private void bounds(double[] at, int k, int from, int to, boolean shifted) {
        int n = to - from;
        if (flat(at)) {
            Arrays.fill(predictor, 0, n, 0);
        } else {
            kernels.times(layout.x, layout.rows, layout.p, from, to, at, layout.firstSlope, predictor);
        }
        if (shifted && layout.offset.length > 0) {
            for (int r = 0; r < n; r++) {
                predictor[r] += layout.offset[from + r];
            }
        }
        if (k + 1 < layout.categories) {
            bound(at, k, from, n, terms.u);
        }
        if (k > 0) {
            bound(at, k - 1, from, n, terms.l);
        }
    }

    /// Whether all slopes are zero, as at a cold start.
    private boolean flat(double[] at) {
        int j = layout.firstSlope;
        while (j < layout.size && at[j] == 0) {
            j++;
        }
        return j == layout.size;
    }

    private void bound(double[] at, int threshold, int from, int n, double[] out) {
        if (layout.plain()) {
            double level = at[threshold];
            for (int r = 0; r < n; r++) {
                out[r] = level - predictor[r];
            }
            return;
        }
        for (int r = 0; r < n; r++) {
            out[r] = -predictor[r];
        }
        for (int j = 0; j < layout.q; j++) {
            double c = at[threshold * layout.q + j];
            int column = j * layout.rows + from;
            for (int r = 0; r < n; r++) {
                out[r] += c * layout.v[column + r];
            }
        }
    }

    private void farther(int k, int n) {
        if (k + 1 < layout.categories) {
            farthest = Math.max(farthest, kernels.largest(terms.u, 0, n));
        }
        if (k > 0) {
            farthest = Math.max(farthest, kernels.largest(terms.l, 0, n));
        }
    }

    /// Adds the thresholds' part of a gradient, and leaves in [#both] what the slopes' part is made from.
    private void addGradient(double[] out, int k, int from, int to, double[] upper, double[] lower) {
        int n = to - from;
        boolean hasUpper = k + 1 < layout.categories;
        if (hasUpper) {
            addThreshold(out, k, from, n, upper);
        }
        if (k > 0) {
            addThreshold(out, k - 1, from, n, lower);
        }
        if (!hasUpper) {
            System.arraycopy(lower, 0, both, 0, n);
        } else if (k == 0) {
            System.arraycopy(upper, 0, both, 0, n);
        } else {
            for (int r = 0; r < n; r++) {
                both[r] = upper[r] + lower[r];
            }
        }
    }

    private void addThreshold(double[] out, int k, int from, int n, double[] score) {
        if (layout.plain()) {
            out[k] += kernels.sum(score, 0, n);
            return;
        }
        for (int j = 0; j < layout.q; j++) {
            out[k * layout.q + j] += kernels.dot(score, 0, layout.v, j * layout.rows + from, n);
        }
    }

    /// Adds a piece's part of the slopes' gradient to [#sums] and, where one threshold is all that a
    /// bound has, of the information that it shares with the slopes.
    private void addSlopes(int from, int to, boolean informed) {
        if (informed && layout.plain()) {
            kernels.addProducts(
                    layout.x, layout.rows, layout.p, from, to, both, terms.upperSlope, terms.lowerSlope, sums);
        } else {
            kernels.addProducts(layout.x, layout.rows, layout.p, from, to, both, sums);
        }
    }

    private void close(int k, boolean informed) {
        if (!informed || !layout.plain()) {
            close(gradient);
            return;
        }
        for (int j = 0; j < layout.p; j++) {
            int at = 3 * Kernels.LANES * j;
            int slope = layout.firstSlope + j;
            gradient[slope] -= Kernels.fold(sums, at);
            if (k + 1 < layout.categories) {
                add(k, slope, -Kernels.fold(sums, at + Kernels.LANES));
            }
            if (k > 0) {
                add(k - 1, slope, -Kernels.fold(sums, at + 2 * Kernels.LANES));
            }
        }
    }

    /// Adds what a category's [#sums] hold of the slopes' gradient.
    private void close(double[] out) {
        for (int j = 0; j < layout.p; j++) {
            out[layout.firstSlope + j] -= Kernels.fold(sums, Kernels.LANES * j);
        }
    }

    private void addInformation(int k, int from, int to) {
        int n = to - from;
        boolean hasUpper = k + 1 < layout.categories;
        if (k == 0) {
            Arrays.fill(terms.lowerSlope, 0, n, 0);
        } else if (!hasUpper) {
            Arrays.fill(terms.upperSlope, 0, n, 0);
        }
        if (k == 0 || !hasUpper) {
            Arrays.fill(terms.cross, 0, n, 0);
        }
        for (int r = 0; r < n; r++) {
            predictor[r] = terms.upperSlope[r] + terms.lowerSlope[r];
        }
        System.arraycopy(predictor, 0, weight, from, n);
        if (layout.plain()) {
            double between = kernels.sum(terms.cross, 0, n);
            if (hasUpper) {
                add(k, k, kernels.sum(terms.upperSlope, 0, n) - between);
            }
            if (k > 0) {
                add(k - 1, k - 1, kernels.sum(terms.lowerSlope, 0, n) - between);
            }
            if (hasUpper && k > 0) {
                add(k - 1, k, between);
            }
        } else {
            addByThreshold(k, from, n);
        }
    }

    private void addByThreshold(int k, int from, int n) {
        boolean hasUpper = k + 1 < layout.categories;
        if (hasUpper) {
            addSet(k, from, n, terms.upperSlope);
        }
        if (k > 0) {
            addSet(k - 1, from, n, terms.lowerSlope);
        }
        if (!hasUpper || k == 0) {
            return;
        }
        for (int j = 0; j < layout.q; j++) {
            int column = j * layout.rows + from;
            for (int r = 0; r < n; r++) {
                predictor[r] = layout.v[column + r] * terms.cross[r];
            }
            for (int other = 0; other < layout.q; other++) {
                add(k * layout.q + j, (k - 1) * layout.q + other, withV(other, from, n));
            }
        }
    }

    /// Adds the information of threshold `t`, all its entries, on themselves and with the slopes.
    private void addSet(int t, int from, int n, double[] slope) {
        for (int j = 0; j < layout.q; j++) {
            int parameter = t * layout.q + j;
            int column = j * layout.rows + from;
            for (int r = 0; r < n; r++) {
                predictor[r] = layout.v[column + r] * (slope[r] - terms.cross[r]);
            }
            for (int other = j; other < layout.q; other++) {
                add(parameter, t * layout.q + other, withV(other, from, n));
            }
            for (int r = 0; r < n; r++) {
                predictor[r] = layout.v[column + r] * slope[r];
            }
            Arrays.fill(lanes, 0, Kernels.LANES * layout.p, 0);
            kernels.addProducts(layout.x, layout.rows, layout.p, from, from + n, predictor, lanes);
            for (int i = 0; i < layout.p; i++) {
                add(parameter, layout.firstSlope + i, -Kernels.fold(lanes, Kernels.LANES * i));
            }
        }
    }

    private double withV(int column, int from, int n) {
        return kernels.dot(predictor, 0, layout.v, column * layout.rows + from, n);
    }

    private void add(int a, int b, double value) {
        information[a * layout.size + b] += value;
        if (a != b) {
            information[b * layout.size + a] += value;
        }
    }

    /// The information on the slopes.
    private void slopes() {
        int p = layout.p;
        kernels.crossProduct(layout.x, layout.rows, p, weight, lanes, block);
        for (int j = 0; j < p; j++) {
            System.arraycopy(block, j * p, information, (layout.firstSlope + j) * layout.size + layout.firstSlope, p);
        }
    }
}
