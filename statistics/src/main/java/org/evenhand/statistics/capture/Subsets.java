package org.evenhand.statistics.capture;

/// Sums and products over subsets and supersets of bit masks, in place, in `lists · 2^lists` operations.
///
/// They are what makes the log-linear model fast: with terms and cells both subsets of the lists, the fitted
/// means are subset products of `exp(parameter)`, the score is made of superset sums, and the information needs
/// no design matrix: its entry for terms `s` and `t` is the superset sum of the means at `s ∪ t`.
final class Subsets {
    private Subsets() {}

    /// Replaces `v[c]` by the sum of `v[d]` over `d ⊇ c`.
    static void sumOverSupersets(double[] v) {
        for (int bit = 1; bit < v.length; bit <<= 1) {
            for (int block = 0; block < v.length; block += 2 * bit) {
                for (int c = block; c < block + bit; c++) {
                    v[c] += v[c + bit];
                }
            }
        }
    }

    /// Replaces `v[c]` by the sum of `v[d]` over `d ⊇ c`.
    static void sumOverSupersets(long[] v) {
        for (int bit = 1; bit < v.length; bit <<= 1) {
            for (int block = 0; block < v.length; block += 2 * bit) {
                for (int c = block; c < block + bit; c++) {
                    v[c] += v[c + bit];
                }
            }
        }
    }

    /// Replaces `v[c]` by the sum of `v[d]` over `d ⊆ c`.
    static void sumOverSubsets(long[] v) {
        for (int bit = 1; bit < v.length; bit <<= 1) {
            for (int block = 0; block < v.length; block += 2 * bit) {
                for (int c = block; c < block + bit; c++) {
                    v[c + bit] = Math.addExact(v[c + bit], v[c]);
                }
            }
        }
    }

    /// Replaces `v[c]` by the product of `v[d]` over `d ⊆ c`.
    static void multiplyOverSubsets(double[] v) {
        for (int bit = 1; bit < v.length; bit <<= 1) {
            for (int block = 0; block < v.length; block += 2 * bit) {
                for (int c = block; c < block + bit; c++) {
                    v[c + bit] *= v[c];
                }
            }
        }
    }
}
