package org.evenhand.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.likeness.Pairs.Exposure;
import org.evenhand.panel.Panel;
import org.evenhand.panel.Variable;
import org.evenhand.statistics.exact.SignedRank;

/// The difference in placement between like cases with much and with little of an interest.
///
/// Pairs are made within a report ([Pairs]). What is compared is the placement beyond what the same evidence and
/// capacity go with ([PlacementHistories]), since pairs are alike, not equal. Reports of one country are not
/// independent, so that the pairs of each country with much of the interest are averaged first.
///
/// @param measure the interest's measure
/// @param pairs pairs of country-years
/// @param countries countries with much of it that have a pair
/// @param plain mean of the countries' mean differences in severity, as published: above 0, much goes with worse
/// @param difference the same beyond the evidence
/// @param low lower end of its 95% interval, by the test's critical value
/// @param high upper end
/// @param p two-sided, by exchanging whole histories of placements ([ExchangeTest])
/// @param signedRank two-sided, Wilcoxon's test, which takes countries as independent
/// @param gamma how strong a hidden difference would have to be to explain the difference away, by that test; 1 where
///     `p` finds nothing to explain away
/// @param imbalance largest mean difference of a measure within pairs, in standard deviations
public record Disparity(
        Variable measure,
        int pairs,
        int countries,
        double plain,
        double difference,
        double low,
        double high,
        double p,
        double signedRank,
        double gamma,
        double imbalance) {
    static final double LEVEL = 0.95;

    /// One measure or more for each interest.
    static final List<String> MEASURES = List.of(
            "electoral_democracy_index",
            "asinh_us_imports_usd",
            "fta",
            "drug_major",
            "ln1p_us_foreign_born_stock",
            "ln1p_usbp_apprehensions",
            "nato",
            "mnna",
            "rio_treaty",
            "other_defense_pact",
            "ln1p_us_troops",
            "asinh_total_obligations_constant_usd",
            "agreement_with_us",
            "armed_conflict");

    /// Fewer countries than this are no ground for an interval.
    static final int FEWEST = 5;

    /// Whether enough countries have a pair.
    public boolean enough() {
        return countries >= FEWEST;
    }

    /// The disparity of one measure.
    ///
    /// @param pairs made by the measure
    /// @param severity as published, by position
    /// @param beyond the same beyond the evidence; another world's in a simulation
    static Disparity of(
            Features features,
            Variable measure,
            List<Pairs.Pair> pairs,
            double[] severity,
            double[] beyond,
            ExchangeTest test) {
        var paired = new PairedDifference(features, pairs);
        var estimate = paired.of(beyond);
        if (estimate.countries() < FEWEST) {
            return new Disparity(measure, pairs.size(), estimate.countries(), 0, 0, 0, 0, 1, 1, 1, 0);
        }
        var result = test.of(paired, estimate.t());
        double half = result.critical() * estimate.error();
        var ranks = SignedRank.of(estimate.means());
        var apart = new double[features.variables().size()];
        for (var pair : pairs) {
            for (int j = 0; j < apart.length; j++) {
                apart[j] += features.difference(pair.high(), pair.low(), j) / pairs.size();
            }
        }
        return new Disparity(
                measure,
                pairs.size(),
                estimate.countries(),
                paired.of(severity).mean(),
                estimate.mean(),
                estimate.mean() - half,
                estimate.mean() + half,
                result.p(),
                ranks.p(1),
                result.p() > 1 - LEVEL ? 1 : ranks.gamma(1 - LEVEL),
                Arrays.stream(apart).map(Math::abs).max().orElse(0));
    }

    /// Everyone's own history.
    static Map<String, String> own(Panel panel) {
        var owner = new HashMap<String, String>();
        panel.rows().forEach(r -> owner.put(r.iso3(), r.iso3()));
        return owner;
    }

    /// Much and little: yes and no, or the top and the bottom third of the report's complete cases; a level is much
    /// where it is above none.
    static Exposure[] exposure(Panel panel, Features features, Variable measure, Map<String, String> owner) {
        var column = panel.column(measure, panel.lags().of(measure.role()));
        var byCase = new HashMap<String, Double>();
        for (int i = 0; i < column.length; i++) {
            byCase.put(features.country(i) + features.year(i), column[i]);
        }
        var values = new double[column.length];
        for (int i = 0; i < values.length; i++) {
            boolean usable = PlacementHistories.usable(panel, features, i);
            values[i] = usable
                    ? byCase.getOrDefault(owner.get(features.country(i)) + features.year(i), Double.NaN)
                    : Double.NaN;
        }
        var byYear = new TreeMap<Integer, List<Double>>();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                byYear.computeIfAbsent(features.year(i), _ -> new ArrayList<>()).add(values[i]);
            }
        }
        boolean level = measure.yesNo() || measure.unit().equals("level");
        var exposure = new Exposure[values.length];
        Arrays.fill(exposure, Exposure.NEITHER);
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            if (level) {
                exposure[i] = values[i] > 0 ? Exposure.HIGH : Exposure.LOW;
                continue;
            }
            var all = byYear.getOrDefault(features.year(i), List.of()).stream()
                    .mapToDouble(v -> v)
                    .sorted()
                    .toArray();
            double lower = all[all.length / 3];
            double upper = all[all.length - 1 - all.length / 3];
            exposure[i] = values[i] > upper ? Exposure.HIGH : values[i] < lower ? Exposure.LOW : Exposure.NEITHER;
        }
        return exposure;
    }
}
