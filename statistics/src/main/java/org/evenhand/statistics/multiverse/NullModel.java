package org.evenhand.statistics.multiverse;

import java.util.Arrays;
import org.evenhand.statistics.ordinal.Fit;
import org.evenhand.statistics.ordinal.Link;
import org.evenhand.statistics.ordinal.OrderedData;

/// The fit without the interest, and the score statistic of any column beside it.
///
/// For a column `r`: `U = Σ r_i s_i` with `s_i = ∂ℓ_i/∂η_i`; its information given the other parameters `θ` is
/// `I = Σ w_i r_i² − c' A c` with `w_i = −∂²ℓ_i/∂η_i²`, `c = Σ r_i h_i`, `h_i = −∂²ℓ_i/∂η_i∂θ` and `A` the
/// covariance of `θ`. With the efficient score of block `b`, `e_b = Σ_{i∈b} (r_i s_i − c' A ψ_i)` (`ψ_i` the score
/// of `θ`), the one-step estimate is `Σ e_b / I` and its score variance, clustered by block, `Σ e_b²`. All but the
/// sums of `r s`, `w r²` and `c` is made once.
final class NullModel {
    private final int n;
    private final int size;
    private final double[] score;
    private final double[] weight;
    /// `n × size`, row after row: `h_i`.
    private final double[] cross;
    private final double[] covariance;
    private final int[] block;
    private final int blocks;
    /// `blocks × size`, block after block: `A Σ ψ`.
    private final double[] blockShift;
    private final double factor;
    private final double density;
    private final double[] c;
    private final double[] perBlock;
    /// One-step estimate of the slope at the last test.
    double slope;
    /// Efficient score over its clustered standard deviation, at the last test.
    double z;

    /// @param block codes from 0 to `blocks − 1`; those present count for the small-sample factor
    NullModel(Fit.Ok fit, int target, int[] block, int blocks) {
        OrderedData data = fit.data();
        this.n = data.rows();
        this.size = fit.parameters().length;
        this.block = block;
        this.blocks = blocks;
        this.score = new double[n];
        this.weight = new double[n];
        this.cross = new double[n * size];
        this.covariance = fit.covariance().values();
        this.c = new double[size];
        this.perBlock = new double[blocks];
        var psi = new double[blocks * size];
        this.density = rows(fit, target, psi);
        this.blockShift = new double[blocks * size];
        for (int b = 0; b < blocks; b++) {
            for (int k = 0; k < size; k++) {
                axpy(psi[b * size + k], covariance, k * size, blockShift, b * size);
            }
        }
        var present = new boolean[blocks];
        for (int b : block) {
            present[b] = true;
        }
        int count = 0;
        for (boolean p : present) {
            count += p ? 1 : 0;
        }
        this.factor = count > 1 ? count / (count - 1.0) : Double.NaN;
    }

    private void axpy(double a, double[] from, int fromAt, double[] to, int toAt) {
        for (int j = 0; j < size; j++) {
            to[toAt + j] = Math.fma(a, from[fromAt + j], to[toAt + j]);
        }
    }

    /// Fills scores, weights and cross derivatives; returns the mean density at the target's threshold.
    private double rows(Fit.Ok fit, int target, double[] psi) {
        OrderedData data = fit.data();
        Link link = fit.model().link();
        var parameters = fit.parameters();
        int top = data.levels().size() - 1;
        int groups = Math.max(1, data.groups().size());
        int first = fit.firstSlope();
        double densities = 0;
        for (int i = 0; i < n; i++) {
            double eta = 0;
            for (int j = first; j < size; j++) {
                eta = Math.fma(parameters[j], data.x().get(i, j - first), eta);
            }
            int y = data.outcome(i);
            int above = y * groups + data.group(i);
            int below = above - groups;
            double u = y < top ? parameters[above] - eta : Double.POSITIVE_INFINITY;
            double l = y > 0 ? parameters[below] - eta : Double.NEGATIVE_INFINITY;
            double p = y == top
                    ? link.upper(l)
                    : y == 0
                            ? link.cumulative(u)
                            : l > 0 ? link.upper(l) - link.upper(u) : link.cumulative(u) - link.cumulative(l);
            double fu = y < top ? link.density(u) / p : 0;
            double fl = y > 0 ? link.density(l) / p : 0;
            double du = y < top ? link.densitySlope(u) / p : 0;
            double dl = y > 0 ? link.densitySlope(l) / p : 0;
            double s = fl - fu;
            double w = s * s - (du - dl);
            score[i] = s;
            weight[i] = w;
            int h = i * size;
            int own = block[i] * size;
            if (y < top) {
                cross[h + above] = du + fu * s;
                psi[own + above] += fu;
            }
            if (y > 0) {
                cross[h + below] = -dl - fl * s;
                psi[own + below] -= fl;
            }
            for (int j = first; j < size; j++) {
                double x = data.x().get(i, j - first);
                cross[h + j] = w * x;
                psi[own + j] = Math.fma(s, x, psi[own + j]);
            }
            densities += link.density(parameters[(target - 1) * groups + data.group(i)] - eta);
        }
        return densities / n;
    }

    /// Tests a column: sets [#slope] and [#z]. False where its information is not positive.
    boolean test(double[] r) {
        Arrays.fill(c, 0);
        Arrays.fill(perBlock, 0);
        double information = 0;
        for (int i = 0; i < n; i++) {
            perBlock[block[i]] = Math.fma(r[i], score[i], perBlock[block[i]]);
            information = Math.fma(weight[i] * r[i], r[i], information);
            axpy(r[i], cross, i * size, c, 0);
        }
        return finish(information);
    }

    /// Tests the column that a permutation of blocks makes of the residual whose [Pairs] these are: one addition a
    /// block in place of one pass over the rows, the same statistic up to rounding.
    boolean test(Pairs pairs, int[] donors) {
        Arrays.fill(c, 0);
        double information = 0;
        for (int b = 0; b < blocks; b++) {
            int pair = pairs.at(b, donors[b]);
            if (pair < 0) {
                perBlock[b] = 0;
                continue;
            }
            perBlock[b] = pairs.score[pair];
            information += pairs.information[pair];
            int from = pair * size;
            for (int j = 0; j < size; j++) {
                c[j] += pairs.cross[from + j];
            }
        }
        return finish(information);
    }

    private boolean finish(double whole) {
        double taken = 0;
        for (int j = 0; j < size; j++) {
            taken = Math.fma(dot(covariance, j * size), c[j], taken);
        }
        double information = whole - taken;
        if (!(information > 1e-10 * Math.abs(whole))) {
            return false;
        }
        double sum = 0;
        double variance = 0;
        for (int b = 0; b < blocks; b++) {
            double own = perBlock[b] - dot(blockShift, b * size);
            sum += own;
            variance = Math.fma(own, own, variance);
        }
        slope = sum / information;
        z = sum / Math.sqrt(variance * factor);
        return Double.isFinite(z);
    }

    /// `c` times a row of `size` numbers; four sums, so that they need not wait for each other.
    private double dot(double[] rows, int at) {
        double a = 0;
        double b = 0;
        double d = 0;
        double e = 0;
        int j = 0;
        for (; j + 3 < size; j += 4) {
            a = Math.fma(rows[at + j], c[j], a);
            b = Math.fma(rows[at + j + 1], c[j + 1], b);
            d = Math.fma(rows[at + j + 2], c[j + 2], d);
            e = Math.fma(rows[at + j + 3], c[j + 3], e);
        }
        for (; j < size; j++) {
            a = Math.fma(rows[at + j], c[j], a);
        }
        return (a + b) + (d + e);
    }

    /// The sums that every permutation of blocks is made of, for one residual.
    Pairs pairs(Permuter permuter, double[] residual) {
        var at = new int[blocks * blocks];
        int count = 0;
        for (int b = 0; b < blocks; b++) {
            for (int d = 0; d < blocks; d++) {
                at[b * blocks + d] = permuter.exchangeable(b, d) ? count++ : -1;
            }
        }
        var pairs = new Pairs(at, blocks, new double[count], new double[count], new double[count * size]);
        for (int b = 0; b < blocks; b++) {
            for (int d = 0; d < blocks; d++) {
                int pair = at[b * blocks + d];
                if (pair >= 0) {
                    add(pairs, pair, permuter.rows(b), permuter.taken(b, d), residual);
                }
            }
        }
        return pairs;
    }

    private void add(Pairs pairs, int pair, int[] own, int[] taken, double[] residual) {
        for (int k = 0; k < own.length; k++) {
            if (taken[k] != Permuter.NONE) {
                int i = own[k];
                double r = residual[taken[k]];
                pairs.score[pair] = Math.fma(r, score[i], pairs.score[pair]);
                pairs.information[pair] = Math.fma(weight[i] * r, r, pairs.information[pair]);
                axpy(r, cross, i * size, pairs.cross, pair * size);
            }
        }
    }

    /// Sums over the rows of one block with the residuals of another.
    ///
    /// @param index `blocks × blocks`: where a pair's sums are, −1 where the two are not exchanged
    /// @param score `Σ r s`
    /// @param information `Σ w r²`
    /// @param cross `Σ r h`, `size` numbers a pair
    record Pairs(int[] index, int blocks, double[] score, double[] information, double[] cross) {
        int at(int block, int donor) {
            return index[block * blocks + donor];
        }
    }

    /// The one-step effect of `step` more on the probability of the target, to first order.
    double effect(double step) {
        return slope * step * density;
    }
}
