package org.evenhand.statistics.linear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which columns of a design are free, and how the others follow from them.
///
/// Columns are taken in order; a column is dependent where what the earlier free columns leave of it is no
/// more than `tolerance` of its length (Gram–Schmidt with one reorthogonalisation, so that scale does not
/// matter).
///
/// @param free indices of the free columns, ascending
/// @param dependencies one entry for each column that is not free
public record Rank(List<Integer> free, List<Dependency> dependencies) {
    /// The default tolerance: a column that others explain to 9 digits carries no information of its own.
    public static final double TOLERANCE = 1e-9;

    /// A column that follows from others: `column = Σ coefficient * other`.
    ///
    /// @param index position of the column in the design
    /// @param column its name
    /// @param of coefficients by column name, in column order, those below 1e-8 of the largest left out;
    ///     empty for a column of zeros
    public record Dependency(int index, String column, Map<String, Double> of) {}

    public Rank {
        free = List.copyOf(free);
        dependencies = List.copyOf(dependencies);
    }

    public int rank() {
        return free.size();
    }

    public boolean full() {
        return dependencies.isEmpty();
    }

    /// The rank of `x` as it stands; for a model with an intercept use [#withIntercept].
    public static Rank of(Matrix x, List<String> names) {
        return compute(x, names, TOLERANCE, false);
    }

    /// The rank of `x` beside a column of ones. The ones come first, are named `(intercept)` and are not counted in
    /// [#free]: a constant column depends on `(intercept)`.
    public static Rank withIntercept(Matrix x, List<String> names) {
        return compute(x, names, TOLERANCE, true);
    }

    /// As [#of] and [#withIntercept], with a tolerance of one's own.
    public static Rank compute(Matrix x, List<String> names, double tolerance, boolean intercept) {
        if (names.size() != x.columns()) {
            throw new IllegalArgumentException("%d names for %d columns".formatted(names.size(), x.columns()));
        }
        int n = x.rows();
        var basis = new ArrayList<double[]>();
        var basisNames = new ArrayList<String>();
        // Coefficients of each basis vector's own column and the ones before it, to express a dependency in
        // columns.
        var triangle = new ArrayList<double[]>();
        if (intercept && n > 0) {
            var one = new double[n];
            java.util.Arrays.fill(one, 1 / Math.sqrt(n));
            basis.add(one);
            basisNames.add("(intercept)");
            triangle.add(new double[] {Math.sqrt(n)});
        }
        var free = new ArrayList<Integer>();
        var dependencies = new ArrayList<Dependency>();
        for (int j = 0; j < x.columns(); j++) {
            var residual = x.column(j);
            double length = largest(residual);
            if (length > 0) {
                scale(residual, 1 / length);
            }
            double norm = norm(residual);
            var r = new double[basis.size() + 1];
            for (int pass = 0; pass < 2; pass++) {
                for (int k = 0; k < basis.size(); k++) {
                    var q = basis.get(k);
                    double d = Kernels.scalar().dot(q, 0, residual, 0, n);
                    r[k] += d;
                    for (int i = 0; i < n; i++) {
                        residual[i] = Math.fma(-d, q[i], residual[i]);
                    }
                }
            }
            double left = norm(residual);
            if (left > tolerance * norm && basis.size() < n) {
                scale(residual, 1 / left);
                r[basis.size()] = left;
                for (int k = 0; k < r.length; k++) {
                    r[k] *= length;
                }
                basis.add(residual);
                basisNames.add(names.get(j));
                triangle.add(r);
                free.add(j);
            } else {
                dependencies.add(new Dependency(j, names.get(j), express(r, length, triangle, basisNames)));
            }
        }
        return new Rank(free, dependencies);
    }

    private static Map<String, Double> express(double[] r, double length, List<double[]> triangle, List<String> names) {
        int m = triangle.size();
        var c = new double[m];
        double most = 0;
        var effect = new double[m];
        for (int k = m - 1; k >= 0; k--) {
            double sum = r[k] * length;
            for (int l = k + 1; l < m; l++) {
                sum = Math.fma(-triangle.get(l)[k], c[l], sum);
            }
            c[k] = sum / triangle.get(k)[k];
            double size = 0;
            for (double t : triangle.get(k)) {
                size = Math.hypot(size, t);
            }
            effect[k] = Math.abs(c[k]) * size;
            most = Math.max(most, effect[k]);
        }
        var result = new LinkedHashMap<String, Double>();
        for (int k = 0; k < m; k++) {
            if (effect[k] > 1e-8 * most) {
                result.put(names.get(k), c[k]);
            }
        }
        return java.util.Collections.unmodifiableMap(result);
    }

    private static double largest(double[] v) {
        double most = 0;
        for (double d : v) {
            most = Math.max(most, Math.abs(d));
        }
        return most;
    }

    private static void scale(double[] v, double by) {
        for (int i = 0; i < v.length; i++) {
            v[i] *= by;
        }
    }

    private static double norm(double[] v) {
        return Math.sqrt(Kernels.scalar().dot(v, 0, v, 0, v.length));
    }
}
