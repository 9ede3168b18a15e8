package org.evenhand.statistics.exact;

/// Counts of a two-by-two table: two groups, each split into those with and without the outcome.
///
/// ```
///              outcome   no outcome
/// group 1         a          b
/// group 2         c          d
/// ```
public record TwoByTwo(long a, long b, long c, long d) {
    /// @throws IllegalArgumentException if a count is negative or the table has more than 10^9 units
    public TwoByTwo {
        if (a < 0 || b < 0 || c < 0 || d < 0) {
            throw new IllegalArgumentException("counts are not negative; found %d, %d, %d, %d".formatted(a, b, c, d));
        }
        long limit = 1_000_000_000L;
        if (a > limit || b > limit || c > limit || d > limit || a + b + c + d > limit) {
            throw new IllegalArgumentException(
                    "an exact test is computed for at most 10^9 units; found %d, %d, %d, %d".formatted(a, b, c, d));
        }
    }

    /// Number of units in the table.
    public long total() {
        return a + b + c + d;
    }
}
