package org.evenhand.statistics.decision;

/// What a rank is worth in the holistic acceptability: 1 for the first, less for each that follows (Lahdelma
/// & Salminen 2001, section 3.4). Which of these is used is a choice of whoever reads the result.
public enum MetaWeights {
    /// `(m − r)/(m − 1)` for rank `r` of `m`.
    LINEAR,
    /// `1/r`.
    INVERSE,
    /// `Σ_{i≥r} 1/i ÷ Σ_{i≥1} 1/i`: the centre of all weights that fall with the rank, scaled to 1 for the
    /// first.
    CENTROID;

    double[] of(int ranks) {
        double[] alpha = new double[ranks];
        for (int r = 0; r < ranks; r++) {
            alpha[r] = switch (this) {
                case LINEAR -> (ranks - 1.0 - r) / (ranks - 1.0);
                case INVERSE -> 1.0 / (r + 1);
                case CENTROID -> harmonic(r + 1, ranks) / harmonic(1, ranks);
            };
        }
        return alpha;
    }

    private static double harmonic(int from, int to) {
        double sum = 0;
        for (int i = to; i >= from; i--) {
            sum += 1.0 / i;
        }
        return sum;
    }
}
