package org.evenhand.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Whether a difference within pairs is more than exchanging whole histories of placements between countries gives.
///
/// Interests, evidence and pairs stay as they are, so that the question is the one asked: given like evidence, does
/// the interest go with placements? What is compared is the difference in units of its own standard error (Chung &
/// Romano 2013, Annals of Statistics 41:484). Where histories beyond the evidence are exchangeable, the p-value holds
/// its level exactly.
final class ExchangeTest {
    /// The test's exchanges have streams of their own, beside those of simulated worlds.
    private static final long STREAMS = 1_000_000;

    private final List<double[]> exchanges;

    /// @param p two-sided
    /// @param critical the size of `t` that one in twenty exchanges reaches: half the width of an interval in
    /// standard errors
    record Result(double p, double critical) {}

    private ExchangeTest(List<double[]> exchanges) {
        this.exchanges = exchanges;
    }

    /// @param number of exchanges; `(number + 1) / 20` should be whole
    /// @param seed exchange `i` is the same for the same seed
    static ExchangeTest of(PlacementHistories histories, int number, long seed) {
        var exchanges = new ArrayList<double[]>();
        for (int i = 0; i < number; i++) {
            exchanges.add(histories.exchanged(seed, STREAMS + i));
        }
        return new ExchangeTest(exchanges);
    }

    Result of(PairedDifference pairs, double t) {
        var sizes = exchanges.stream()
                .map(pairs::of)
                .filter(e -> e.countries() >= Disparity.FEWEST)
                .mapToDouble(e -> Math.abs(e.t()))
                .sorted()
                .toArray();
        long asLarge = Arrays.stream(sizes).filter(s -> s >= Math.abs(t)).count();
        // Of the sizes and the observed one together, so many may be as large at the level.
        int allowed = (int) Math.floor((1 - Disparity.LEVEL) * (sizes.length + 1) + 1e-9);
        return new Result(
                (1.0 + asLarge) / (1.0 + sizes.length),
                allowed == 0 ? Double.POSITIVE_INFINITY : sizes[sizes.length - allowed]);
    }
}
