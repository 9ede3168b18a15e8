package org.evenhand.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;
import org.evenhand.benchmark.Specification;
import org.evenhand.catalogue.Placements;
import org.evenhand.likeness.Pairs.Exposure;
import org.evenhand.panel.Panel;
import org.evenhand.panel.Variable;
import org.evenhand.statistics.exact.SignedRank;

/// The difference in placement between like cases with much and with little of an interest.
///
/// Pairs are made within a report ([Pairs]). Reports of one country are not independent, so that the pairs of each
/// country with much of the interest are averaged first, and the countries are the units of interval and test.
///
/// @param measure the interest's measure
/// @param pairs pairs of country-years
/// @param countries countries with much of it that have a pair
/// @param difference mean of the countries' mean differences in severity: above 0, much of the interest goes with worse
/// @param low lower end of the 95% interval over countries
/// @param high upper end
/// @param p two-sided, Wilcoxon's signed-rank test over countries
/// @param gamma how strong a hidden difference would have to be to explain the difference away
/// @param imbalance largest mean difference of a measure within pairs, in standard deviations
public record Disparity(
        Variable measure,
        int pairs,
        int countries,
        double difference,
        double low,
        double high,
        double p,
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
    /// @param owner for each country, the country whose history of the interest it is given; itself, except in a
    ///     simulation
    static Disparity of(Panel panel, Features features, Variable measure, double calliper, Map<String, String> owner) {
        var exposure = exposure(panel, features, measure, owner);
        var pairs = Pairs.of(features, exposure, calliper);
        return outcome(panel, features, measure, pairs);
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
            boolean usable = features.complete(i)
                    && features.year(i) >= Specification.FIRST_REPORT
                    && !features.country(i).equals(Placements.JUDGE)
                    && panel.rows().get(i).standing() instanceof org.evenhand.core.Tier;
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

    private static Disparity outcome(Panel panel, Features features, Variable measure, List<Pairs.Pair> pairs) {
        var severity = panel.severity();
        var sums = new TreeMap<String, double[]>();
        var apart = new double[features.variables().size()];
        for (var pair : pairs) {
            var sum = sums.computeIfAbsent(features.country(pair.high()), _ -> new double[2]);
            sum[0] += severity[pair.high()] - severity[pair.low()];
            sum[1]++;
            for (int j = 0; j < apart.length; j++) {
                apart[j] += features.difference(pair.high(), pair.low(), j) / pairs.size();
            }
        }
        double[] means = sums.values().stream().mapToDouble(s -> s[0] / s[1]).toArray();
        double mean = Arrays.stream(means).average().orElse(0);
        double half = 0;
        if (means.length > 1) {
            double squares =
                    Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum();
            half = TDistribution.of(means.length - 1).inverseSurvivalProbability((1 - LEVEL) / 2)
                    * Math.sqrt(squares / (means.length - 1) / means.length);
        }
        var test = SignedRank.of(means);
        return new Disparity(
                measure,
                pairs.size(),
                means.length,
                mean,
                mean - half,
                mean + half,
                test.p(1),
                test.gamma(1 - LEVEL),
                Arrays.stream(apart).map(Math::abs).max().orElse(0));
    }
}
