package org.evenhand.benchmark;

import java.util.List;
import org.evenhand.panel.PanelRow;
import org.evenhand.statistics.ordinal.Effects;

/// The tiers that a benchmark expects for one placement it has not seen.
///
/// @param row the placement
/// @param published published severity, 0 for Tier 1 to 3 for Tier 3
/// @param probabilities of Tier 1, Tier 2, Watch List, Tier 3
/// @param severity expected severity, with its delta-method interval
/// @param worse probability that the benchmark is worse than published, with its interval
/// @param better probability that the benchmark is better than published, with its interval
public record Prediction(
        PanelRow row,
        int published,
        List<Double> probabilities,
        Effects.Estimate severity,
        Effects.Estimate worse,
        Effects.Estimate better) {
    public Prediction {
        probabilities = List.copyOf(probabilities);
    }

    /// Published less expected severity, in steps: positive where the published tier is worse.
    public double divergence() {
        return published - severity.value();
    }

    /// The interval of the divergence: that of the expected severity, turned round. The published tier is known.
    public double low() {
        return published - severity.high();
    }

    /// See [#low()].
    public double high() {
        return published - severity.low();
    }
}
