package org.evenhand.statistics.decision;

import java.util.random.RandomGenerator;

/// Hit-and-run on a polytope in its own affine hull (Smith 1984; for weights: Tervonen, van Valkenhoef,
/// Baştürk & Postmus 2013): from a point inside, a uniform direction, then a uniform point on the chord.
///
/// The chain's limit is the uniform distribution. With `d` the dimension, every draw is `⌈ln(d+1)/4 · d³⌉`
/// steps after the one before (that paper's thinning), and a sequence starts twenty draws' worth of steps
/// after the centre.
final class HitAndRun implements WeightSampler {
    private static final long serialVersionUID = 1L;
    private static final int BURN_IN_DRAWS = 20;

    private final double[] centre;
    /// `d × n`: an orthonormal basis of the directions inside the hull.
    private final double[][] basis;
    /// `rows × d`: the inequality normals in that basis.
    private final double[][] rows;
    /// `rows`: the inequalities' slack at the centre.
    private final double[] room;
    private final int thinning;

    HitAndRun(double[] centre, double[][] basis, double[][] normals, double[] bounds) {
        this.centre = centre.clone();
        this.basis = basis;
        int d = basis.length;
        this.rows = new double[normals.length][d];
        this.room = new double[normals.length];
        for (int r = 0; r < normals.length; r++) {
            for (int j = 0; j < d; j++) {
                rows[r][j] = dot(normals[r], basis[j]);
            }
            room[r] = bounds[r] - dot(normals[r], centre);
        }
        this.thinning = (int) Math.ceil(Math.log(d + 1.0) / 4 * d * d * d);
    }

    @Override
    public Draws begin(RandomGenerator random) {
        int d = basis.length;
        double[] y = new double[d];
        double[] direction = new double[d];
        walk(random, y, direction, BURN_IN_DRAWS * thinning);
        return w -> {
            walk(random, y, direction, thinning);
            System.arraycopy(centre, 0, w, 0, w.length);
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < w.length; k++) {
                    w[k] += y[j] * basis[j][k];
                }
            }
        };
    }

    private void walk(RandomGenerator random, double[] y, double[] direction, int steps) {
        double[] slack = room.clone();
        for (int r = 0; r < rows.length; r++) {
            slack[r] -= dot(rows[r], y);
        }
        double[] speed = new double[rows.length];
        for (int s = 0; s < steps; s++) {
            for (int j = 0; j < direction.length; j++) {
                direction[j] = random.nextGaussian();
            }
            double back = Double.NEGATIVE_INFINITY;
            double forth = Double.POSITIVE_INFINITY;
            for (int r = 0; r < rows.length; r++) {
                speed[r] = dot(rows[r], direction);
                double reach = Math.max(0, slack[r]) / speed[r];
                if (speed[r] > 0) {
                    forth = Math.min(forth, reach);
                } else if (speed[r] < 0) {
                    back = Math.max(back, reach);
                }
            }
            double step = back + (forth - back) * random.nextDouble();
            for (int j = 0; j < y.length; j++) {
                y[j] += step * direction[j];
            }
            for (int r = 0; r < rows.length; r++) {
                slack[r] -= step * speed[r];
            }
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    public boolean independent() {
        return false;
    }

    @Override
    public String method() {
        return "hit-and-run in %2$d dimension(s), keeping one step in %1$d".formatted(thinning, basis.length);
    }
}
