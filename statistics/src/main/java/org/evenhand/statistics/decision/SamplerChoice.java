package org.evenhand.statistics.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Chooses how to draw from a space of weights: exactly where that can be done in reasonable time,
/// hit-and-run elsewhere.
final class SamplerChoice {
    /// Rejection is used where at least this share of candidates is kept.
    static final double LEAST_ACCEPTANCE = 0.01;

    private static final int PILOT = 20_000;
    private static final double TOLERANCE = 1e-9;

    private SamplerChoice() {}

    /// A sampler of `space`; `pilot` is a stream of its own for trying out rejection.
    static WeightSampler of(WeightSpace space, RandomGenerator pilot) {
        int n = space.criteria().size();
        if (n == 1) {
            return new WeightSampler.Single(new double[] {1});
        }
        boolean ordered = space.chains().map(c -> c.length > 0).orElse(false);
        double[] low = new double[n];
        List<HalfSpace> conditions = new ArrayList<>();
        for (HalfSpace condition : space.besideChains()) {
            if (ordered || !raiseLowerBound(condition, low)) {
                conditions.add(condition);
            }
        }
        WeightSampler base =
                ordered ? new WeightSampler.Chains(n, space.chains().orElseThrow()) : new WeightSampler.Simplex(low);
        if (conditions.isEmpty() && Arrays.stream(low).sum() < 1 - TOLERANCE) {
            return base;
        }
        if (!conditions.isEmpty() && conditions.stream().noneMatch(c -> c.equality)) {
            var rejection = new WeightSampler.Rejection(base, normals(conditions), bounds(conditions));
            if (rejection.acceptance(pilot, PILOT) >= LEAST_ACCEPTANCE) {
                return rejection;
            }
        }
        return hitAndRun(space);
    }

    /// Takes a plain lower bound `w_k ≥ low` into `low`, and says whether `condition` is one.
    private static boolean raiseLowerBound(HalfSpace condition, double[] low) {
        int at = -1;
        for (int k = 0; k < low.length; k++) {
            if (condition.normal[k] != 0) {
                if (at >= 0 || condition.normal[k] > 0) {
                    return false;
                }
                at = k;
            }
        }
        if (at < 0 || condition.equality) {
            return false;
        }
        low[at] = Math.max(low[at], condition.bound / condition.normal[at]);
        return true;
    }

    /// Hit-and-run on `space`, or its one point if it has no more.
    static WeightSampler hitAndRun(WeightSpace space) {
        int n = space.criteria().size();
        List<HalfSpace> inequalities = new ArrayList<>();
        List<double[]> fixed = new ArrayList<>();
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        fixed.add(ones);
        for (int k = 0; k < n; k++) {
            double[] normal = new double[n];
            normal[k] = -1;
            inequalities.add(new HalfSpace(normal, 0, false));
        }
        for (HalfSpace condition : space.conditions()) {
            if (condition.equality) {
                fixed.add(condition.normal);
            } else {
                inequalities.add(condition);
            }
        }
        // The mean of the points that leave each inequality the most room lies inside all that have any;
        // an inequality without room anywhere is an equality in disguise.
        double[] centre = new double[n];
        List<HalfSpace> free = new ArrayList<>();
        for (HalfSpace inequality : inequalities) {
            var optimum = WeightProgram.minimise(inequality.normal, space.conditions())
                    .orElseThrow();
            for (int k = 0; k < n; k++) {
                centre[k] += optimum.at[k] / inequalities.size();
            }
            if (inequality.bound - optimum.value > TOLERANCE) {
                free.add(inequality);
            } else {
                fixed.add(inequality.normal);
            }
        }
        double[][] basis = complement(fixed, n);
        return basis.length == 0
                ? new WeightSampler.Single(centre)
                : new HitAndRun(centre, basis, normals(free), bounds(free));
    }

    /// An orthonormal basis of what is orthogonal to `fixed`, by Gram–Schmidt done twice.
    private static double[][] complement(List<double[]> fixed, int n) {
        List<double[]> base = new ArrayList<>();
        fixed.forEach(v -> addIndependent(base, v));
        int taken = base.size();
        for (int k = 0; k < n; k++) {
            double[] unit = new double[n];
            unit[k] = 1;
            addIndependent(base, unit);
        }
        return base.subList(taken, base.size()).toArray(double[][]::new);
    }

    private static void addIndependent(List<double[]> base, double[] v) {
        double[] rest = v.clone();
        double length = Math.sqrt(HitAndRun.dot(v, v));
        for (int pass = 0; pass < 2; pass++) {
            for (double[] b : base) {
                double along = HitAndRun.dot(rest, b);
                for (int k = 0; k < rest.length; k++) {
                    rest[k] -= along * b[k];
                }
            }
        }
        double left = Math.sqrt(HitAndRun.dot(rest, rest));
        if (left > 1e-9 * length) {
            for (int k = 0; k < rest.length; k++) {
                rest[k] /= left;
            }
            base.add(rest);
        }
    }

    private static double[][] normals(List<HalfSpace> of) {
        return of.stream().map(c -> c.normal).toArray(double[][]::new);
    }

    private static double[] bounds(List<HalfSpace> of) {
        return of.stream().mapToDouble(c -> c.bound).toArray();
    }
}
