package org.evenhand.statistics.linear;

/// The loops where the time goes. All matrices are column-major arrays; nothing here allocates.
///
/// Two implementations, [#scalar()] and (where the processor and the module `jdk.incubator.vector` allow)
/// a vector one, give the same bits for every input: sums run in a fixed number of lanes with fused
/// multiply-add and are folded in a fixed order. [#best()] picks once per process.
public interface Kernels {
    /// The vector kernels where they can be loaded, otherwise the scalar ones. Same results either way.
    static Kernels best() {
        return KernelChoice.BEST;
    }

    /// The portable kernels.
    static Kernels scalar() {
        return KernelChoice.SCALAR;
    }

    /// A short name for reports: `scalar` or `vector`.
    String name();

    /// `Σ a[aFrom + i] * b[bFrom + i]` over `n` entries: 16 lanes, then the tail in order.
    double dot(double[] a, int aFrom, double[] b, int bFrom, int n);

    /// `Σ a[from + i]` over `n` entries, in the lanes of [#dot].
    double sum(double[] a, int from, int n);

    /// `Σ (a[from + i] − centre)` and `Σ (a[from + i] − centre)²` over `n` entries into `out[0]` and
    /// `out[1]`, in the lanes of [#dot].
    void moments(double[] a, int from, int n, double centre, double[] out);

    /// `out[i] = Σ_j x[i, j] * b[bFrom + j]` for the `n` rows of `x` (`p` columns): one fused sum a row,
    /// in column order.
    default void times(double[] x, int n, int p, double[] b, int bFrom, double[] out) {
        times(x, n, p, 0, n, b, bFrom, out);
    }

    /// The same for rows `from ≤ i < to` of the `n` rows of `x`, row `i` into `out[i − from]`.
    void times(double[] x, int n, int p, int from, int to, double[] b, int bFrom, double[] out);

    /// `out[outFrom + j] = Σ x[i, j] * v[i]` for rows `from ≤ i < to` of the `n` rows of `x`.
    void transposeTimes(double[] x, int n, int p, int from, int to, double[] v, double[] out, int outFrom);

    /// Lanes of a sum that is kept in lanes until its last row is in: row `i` of a call goes into lane `i
    /// mod LANES`.
    int LANES = 4;

    /// Adds `x[i, j] * v[i − from]` for rows `from ≤ i < to` of the `n` rows of `x` to the lanes of
    /// column `j`, which begin at `LANES * j`.
    void addProducts(double[] x, int n, int p, int from, int to, double[] v, double[] lanes);

    /// The same for three vectors at once, those of `u`, `v` and `w` at `LANES * (3 * j)` and after it.
    void addProducts(double[] x, int n, int p, int from, int to, double[] u, double[] v, double[] w, double[] lanes);

    /// What the lanes from `at` on add up to.
    static double fold(double[] lanes, int at) {
        return (lanes[at] + lanes[at + 1]) + (lanes[at + 2] + lanes[at + 3]);
    }

    /// `X' diag(w) X` into the full symmetric `p × p` array `out`; 4 lanes an entry, then the tail in
    /// order.
    ///
    /// @param lanes room for `LANES * p * p` sums; what it holds before and after means nothing
    void crossProduct(double[] x, int n, int p, double[] w, double[] lanes, double[] out);

    /// The largest absolute value of `n` entries from `from` on, at least 0; `NaN` where one of them is.
    double largest(double[] a, int from, int n);

    /// `out[i] = exp(in[i])` for `from ≤ i < to`, within 1 ulp or so; arguments outside [-708, 708] give
    /// the value at that bound. `in` and `out` may be the same array.
    void exp(double[] in, double[] out, int from, int to);

    /// `out[i] = ln(in[i])` for `from ≤ i < to`, within 1 ulp or so. Positive normal numbers only; zero,
    /// negative numbers and `NaN` give `NaN`, and infinity gives infinity. `in` and `out` may be the same
    /// array.
    void log(double[] in, double[] out, int from, int to);
}
