package org.evenhand.statistics.linear;

/// The loops where the time goes. All matrices are column-major arrays; nothing here allocates.
///
/// Two implementations, [#scalar()] and (where the processor and the module `jdk.incubator.vector` allow)
/// a vector one, give the same bits for every input: sums run in a fixed number of lanes with fused multiply-add
/// and
/// are
/// folded in a fixed order. [#best()] picks once per process.
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

    /// `out[i] = Σ_j x[i, j] * b[bFrom + j]` for the `n` rows of `x` (`p` columns): one fused sum a row, in column
    /// order.
    void times(double[] x, int n, int p, double[] b, int bFrom, double[] out);

    /// `out[outFrom + j] = Σ x[i, j] * v[i]` for rows `from ≤ i < to` of the `n` rows of `x`.
    void transposeTimes(double[] x, int n, int p, int from, int to, double[] v, double[] out, int outFrom);

    /// Lanes of an entry of [#crossProduct].
    int LANES = 4;

    /// `X' diag(w) X` into the full symmetric `p × p` array `out`; 4 lanes an entry, then the tail in order.
    ///
    /// @param lanes room for `LANES * p * p` sums; what it holds before and after means nothing
    void crossProduct(double[] x, int n, int p, double[] w, double[] lanes, double[] out);

    /// `out[i] = exp(in[i])` for `from ≤ i < to`, within 1 ulp or so; arguments outside [-708, 708] give the
    /// value at
    /// that bound. `in` and `out` may be the same array.
    void exp(double[] in, double[] out, int from, int to);

    /// `out[i] = ln(in[i])` for `from ≤ i < to`, within 1 ulp or so. Positive normal numbers only; zero, negative
    /// numbers and
    /// `NaN` give `NaN`, and infinity gives infinity. `in` and `out` may be the same array.
    void log(double[] in, double[] out, int from, int to);
}
