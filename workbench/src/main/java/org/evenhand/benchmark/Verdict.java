package org.evenhand.benchmark;

import java.util.ArrayList;
import java.util.List;

/// Whether a benchmark may be held against a published tier: a fixed rule over its calibration out of sample.
///
/// It may, where by country and by year alike the 95% interval of the skill over climatology lies above 0,
/// predicted and observed shares differ by 0.05 at the most on average, and the 90% sets hold at least 85% of
/// the published tiers; in a region besides, where it predicts better than climatology there.
///
/// @param reasons what speaks against it; empty where nothing does
public record Verdict(List<String> reasons) {
    static final double ERROR = 0.05;
    static final double COVERAGE = 0.85;

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /// Whether countries may be ranked.
    public boolean good() {
        return reasons.isEmpty();
    }

    /// The rule on both ways out of sample.
    public static Verdict of(Calibrations calibrations) {
        var reasons = new ArrayList<String>();
        check("by country", calibrations.byCountry(), reasons);
        check("by year", calibrations.byYear(), reasons);
        return new Verdict(reasons);
    }

    /// The rule, and that for a region.
    public static Verdict of(Calibrations calibrations, String region, double skill) {
        var reasons = new ArrayList<>(of(calibrations).reasons());
        if (!(skill > 0)) {
            reasons.add("in %s it predicts no better than the shares of tiers alone".formatted(region));
        }
        return new Verdict(reasons);
    }

    private static void check(String how, Calibration calibration, List<String> reasons) {
        if (!(calibration.skillLow() > 0)) {
            reasons.add(how + " it predicts no better than the shares of tiers alone");
        }
        if (!(calibration.error() <= ERROR)) {
            reasons.add(how + " predicted and observed shares differ by more than 0.05");
        }
        if (!(calibration.coverage() >= COVERAGE)) {
            reasons.add(how + " its 90% sets hold less than 85% of the published tiers");
        }
    }
}
