package org.evenhand.benchmark;

import java.util.List;

/// The ranked probability score of a tier distribution: how far its cumulative probabilities are from what happened,
/// `Σ_k (P(T ≤ k) − 1[t ≤ k])² / (K − 1)` over the K − 1 thresholds of K tiers; 0 is perfect (Epstein 1969; Murphy
/// 1971).
final class Ranked {
    private Ranked() {}

    static double score(List<Double> probabilities, int happened) {
        double cumulative = 0;
        double sum = 0;
        for (int k = 0; k + 1 < probabilities.size(); k++) {
            cumulative += probabilities.get(k);
            double off = cumulative - (happened <= k ? 1 : 0);
            sum += off * off;
        }
        return sum / (probabilities.size() - 1);
    }
}
