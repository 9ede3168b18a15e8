package org.evenhand.benchmark;

import java.util.OptionalDouble;
import org.evenhand.core.Tier;
import org.evenhand.statistics.Median;

/// What a benchmark gives for all placements on a tier, so that one of them can be compared with the others: few
/// placements are at the end of the scale, so that a benchmark seldom gives them a large probability.
public final class SameTier {
    private SameTier() {}

    /// The median, over all placements on a tier, of the probability that the benchmark made without the
    /// country gives a better one; empty where there is no such placement.
    public static OptionalDouble medianBetter(Benchmark benchmark, Tier tier) {
        return Median.of(Forecasts.byCountry(benchmark).stream()
                .filter(f -> f.happened() == tier.severity())
                .mapToDouble(f -> 1 - f.atLeast(f.happened())));
    }
}
