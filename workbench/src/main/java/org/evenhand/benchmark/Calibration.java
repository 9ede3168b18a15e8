package org.evenhand.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// How well a benchmark's distributions fit placements that it has not seen.
///
/// @param n forecasts
/// @param countries countries among them
/// @param score mean ranked probability score
/// @param climatology the same for the shares of tiers alone
/// @param skillLow lower end of the 95% interval of the skill, jackknifed by country
/// @param skillHigh upper end
/// @param reliability predicted against observed, by threshold and tenth of probability
/// @param coverage share of published tiers inside the 90% sets of most likely tiers
/// @param lines the line through predicted and observed log odds, by event; empty where none was drawn
public record Calibration(
        int n,
        int countries,
        double score,
        double climatology,
        double skillLow,
        double skillHigh,
        List<Bin> reliability,
        double coverage,
        List<CalibrationLine> lines) {
    /// The probability that a set of most likely tiers holds at least.
    public static final double SET = 0.9;

    static final double NORMAL_95 = 1.959963984540054;

    public Calibration {
        reliability = List.copyOf(reliability);
        lines = List.copyOf(lines);
    }

    /// One line of a reliability table.
    ///
    /// @param threshold `1`, `2` or `3`: this severity or worse
    /// @param tenth from 0: predicted probabilities from `tenth / 10` up to the next tenth
    /// @param n forecasts
    /// @param happened how many placements were that severe
    /// @param predicted mean predicted probability
    public record Bin(int threshold, int tenth, int n, int happened, double predicted) {
        public double observed() {
            return (double) happened / n;
        }
    }

    /// One less the score over climatology's: 0 is no better than the shares of tiers, 1 is perfect.
    public double skill() {
        return 1 - score / climatology;
    }

    /// Mean distance of predicted and observed over the bins, weighted by forecasts.
    public double error() {
        double sum = 0;
        double all = 0;
        for (var bin : reliability) {
            sum += bin.n() * Math.abs(bin.predicted() - bin.observed());
            all += bin.n();
        }
        return sum / all;
    }

    /// @param forecasts at least of two countries
    public static Calibration of(List<Forecast> forecasts) {
        double score = 0;
        double climatology = 0;
        int covered = 0;
        var byCountry = new TreeMap<String, double[]>();
        for (var f : forecasts) {
            double s = f.score();
            double c = f.climatologyScore();
            score += s;
            climatology += c;
            covered += f.covered(SET) ? 1 : 0;
            var sums = byCountry.computeIfAbsent(f.iso3(), _ -> new double[2]);
            sums[0] += s;
            sums[1] += c;
        }
        int n = forecasts.size();
        double skill = 1 - score / climatology;
        double error = jackknife(score, climatology, byCountry);
        return new Calibration(
                n,
                byCountry.size(),
                score / n,
                climatology / n,
                skill - NORMAL_95 * error,
                skill + NORMAL_95 * error,
                bins(forecasts),
                (double) covered / n,
                List.of());
    }

    /// Standard error of the skill when whole countries are left out in turn.
    private static double jackknife(double score, double climatology, TreeMap<String, double[]> byCountry) {
        int g = byCountry.size();
        double mean = 0;
        var left = new ArrayList<Double>();
        for (var sums : byCountry.values()) {
            double skill = 1 - (score - sums[0]) / (climatology - sums[1]);
            left.add(skill);
            mean += skill / g;
        }
        double squares = 0;
        for (double skill : left) {
            squares += (skill - mean) * (skill - mean);
        }
        return Math.sqrt(squares * (g - 1) / g);
    }

    private static List<Bin> bins(List<Forecast> forecasts) {
        var bins = new ArrayList<Bin>();
        for (int k = 1; k < ModelRows.LEVELS.size(); k++) {
            int threshold = k;
            bins.addAll(bins(k, forecasts, f -> f.atLeast(threshold), f -> f.happened() >= threshold));
        }
        return bins;
    }

    /// Predicted against observed for one event, by tenth of probability.
    ///
    /// @param event its number in [Bin#threshold()]
    public static <T> List<Bin> bins(int event, List<T> cases, ToDoubleFunction<T> probability, Predicate<T> happened) {
        var counts = new int[10];
        var hits = new int[10];
        var predicted = new double[10];
        for (var c : cases) {
            double p = probability.applyAsDouble(c);
            int tenth = Math.min(9, (int) (p * 10));
            counts[tenth]++;
            hits[tenth] += happened.test(c) ? 1 : 0;
            predicted[tenth] += p;
        }
        var bins = new ArrayList<Bin>();
        for (int t = 0; t < 10; t++) {
            if (counts[t] > 0) {
                bins.add(new Bin(event, t, counts[t], hits[t], predicted[t] / counts[t]));
            }
        }
        return bins;
    }
}
