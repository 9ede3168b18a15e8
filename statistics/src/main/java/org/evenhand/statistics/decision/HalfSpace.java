package org.evenhand.statistics.decision;

/// One linear condition on weights: `normal · w ≤ bound`, or `= bound` for an equality.
final class HalfSpace {
    final double[] normal;
    final double bound;
    final boolean equality;

    HalfSpace(double[] normal, double bound, boolean equality) {
        this.normal = normal;
        this.bound = bound;
        this.equality = equality;
    }

    /// `bound − normal · w`: not negative where the condition holds.
    double slack(double[] w) {
        double sum = bound;
        for (int k = 0; k < w.length; k++) {
            sum -= normal[k] * w[k];
        }
        return sum;
    }
}
