package org.evenhand.benchmark;

import java.util.List;

/// A tier distribution made without seeing the placement, what happened, and what the shares of tiers alone would have
/// said.
///
/// @param iso3 country
/// @param year report
/// @param region bureau
/// @param probabilities by tier
/// @param climatology shares of the tiers in the same training data
/// @param happened published severity
public record Forecast(
        String iso3, int year, String region, List<Double> probabilities, List<Double> climatology, int happened) {
    public Forecast {
        probabilities = List.copyOf(probabilities);
        climatology = List.copyOf(climatology);
    }

    double score() {
        return Ranked.score(probabilities, happened);
    }

    double climatologyScore() {
        return Ranked.score(climatology, happened);
    }

    /// Probability of this tier or a worse one.
    double atLeast(int severity) {
        double sum = 0;
        for (int k = severity; k < probabilities.size(); k++) {
            sum += probabilities.get(k);
        }
        return sum;
    }

    /// Whether the smallest set of most likely tiers that holds `level` of the probability holds the published one.
    boolean covered(double level) {
        double sum = 0;
        var left = new boolean[probabilities.size()];
        while (sum < level - 1e-12) {
            int best = -1;
            for (int k = 0; k < left.length; k++) {
                if (!left[k] && (best < 0 || probabilities.get(k) > probabilities.get(best))) {
                    best = k;
                }
            }
            if (best < 0) {
                return true;
            }
            left[best] = true;
            sum += probabilities.get(best);
        }
        return left[happened];
    }
}
