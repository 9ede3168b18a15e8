package org.evenhand.likeness;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.evenhand.statistics.ordinal.Clusters;

/// The mean difference within pairs, for any outcome: each country's pairs are averaged first, then the countries
/// with much of the interest.
///
/// Two pairs that share a country, on whichever side, are not independent: the standard error adds the products of
/// all such pairs (Fafchamps & Gubert 2007, Journal of Development Economics 83:326; Aronow, Samii & Assenova 2015,
/// Political Analysis 23:564), and is never less than the one that sees only the countries with much.
final class PairedDifference {
    private final int[] high;
    private final int[] low;
    private final int[] highCountry;
    private final int[] lowCountry;
    private final int[] both;
    private final int countries;
    private final int dyads;

    /// @param mean above 0: those with much have more of the outcome
    /// @param error its standard error
    /// @param countries with much of the interest and a pair
    /// @param means of each of them, by country code
    record Estimate(double mean, double error, int countries, double[] means) {
        double t() {
            return mean == 0 ? 0 : mean / error;
        }
    }

    PairedDifference(Features features, List<Pairs.Pair> pairs) {
        high = pairs.stream().mapToInt(Pairs.Pair::high).toArray();
        low = pairs.stream().mapToInt(Pairs.Pair::low).toArray();
        var numbered = Clusters.of(
                "country",
                IntStream.concat(IntStream.of(high), IntStream.of(low))
                        .mapToObj(features::country)
                        .toList());
        countries = numbered.labels().size();
        highCountry = Arrays.copyOf(numbered.codes(), high.length);
        lowCountry = Arrays.copyOfRange(numbered.codes(), high.length, 2 * high.length);
        both = new int[high.length];
        var number = new HashMap<Integer, Integer>();
        for (int k = 0; k < both.length; k++) {
            int one = Math.min(highCountry[k], lowCountry[k]);
            int other = Math.max(highCountry[k], lowCountry[k]);
            both[k] = number.computeIfAbsent(one * countries + other, _ -> number.size());
        }
        dyads = number.size();
    }

    /// The estimate for an outcome by position; pairs in which it is `NaN` are left out.
    Estimate of(double[] outcome) {
        var counts = new int[countries];
        var sums = new double[countries];
        int found = 0;
        for (int k = 0; k < high.length; k++) {
            double d = outcome[high[k]] - outcome[low[k]];
            if (!Double.isNaN(d)) {
                found += counts[highCountry[k]]++ == 0 ? 1 : 0;
                sums[highCountry[k]] += d;
            }
        }
        var means = new double[found];
        double mean = 0;
        int at = 0;
        for (int c = 0; c < countries; c++) {
            if (counts[c] > 0) {
                means[at] = sums[c] / counts[c];
                mean += means[at++] / found;
            }
        }
        return new Estimate(mean, error(outcome, counts, mean, found), found, means);
    }

    private double error(double[] outcome, int[] counts, double mean, int found) {
        var anySide = new double[countries];
        var muchSide = new double[countries];
        var together = new double[dyads];
        for (int k = 0; k < high.length; k++) {
            double d = outcome[high[k]] - outcome[low[k]];
            if (!Double.isNaN(d)) {
                double part = (d - mean) / ((double) found * counts[highCountry[k]]);
                anySide[highCountry[k]] += part;
                anySide[lowCountry[k]] += part;
                muchSide[highCountry[k]] += part;
                together[both[k]] += part;
            }
        }
        // Pairs of the same two countries share both and would count twice.
        double shared = squares(anySide) - squares(together);
        return Math.sqrt(Math.max(shared, squares(muchSide)) * found / (found - 1.0));
    }

    private static double squares(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part * part;
        }
        return sum;
    }
}
