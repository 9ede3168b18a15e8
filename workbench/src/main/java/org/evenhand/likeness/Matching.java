package org.evenhand.likeness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.evenhand.panel.Variable;

/// The cases of other countries that are near enough, one a country: its nearest.
public final class Matching {
    /// Differences of half a standard deviation on average are the most that counts as alike.
    public static final double CALLIPER = 0.5;

    /// Fewer countries than this are no ground for a comparison.
    public static final int FEWEST = 5;

    private Matching() {}

    /// A like case.
    ///
    /// @param at position among the features
    /// @param distance from the case asked about
    public record Match(int at, double distance) {}

    /// What was found.
    public sealed interface Outcome {
        /// Enough, nearest first.
        record Alike(List<Match> matches) implements Outcome {
            public Alike {
                matches = List.copyOf(matches);
            }
        }

        /// The case itself lacks measures.
        record NotMeasured(List<Variable> lacking) implements Outcome {
            public NotMeasured {
                lacking = List.copyOf(lacking);
            }
        }

        /// Too few countries are near enough.
        ///
        /// @param found those that are
        /// @param eligible countries that could have been
        /// @param nearest distance of the nearest; `NaN` where none could be
        /// @param apart the measure in which the nearest five differ most, on average
        /// @param gap by how much, in standard deviations
        record TooFew(List<Match> found, int eligible, double nearest, String apart, double gap) implements Outcome {
            public TooFew {
                found = List.copyOf(found);
            }
        }
    }

    /// The nearest cases.
    ///
    /// @param at the case asked about
    /// @param eligible which others may be taken; must not look at what is to be compared
    /// @param calliper the largest distance that counts
    public static Outcome of(Features features, int at, IntPredicate eligible, double calliper) {
        if (!features.complete(at)) {
            return new Outcome.NotMeasured(features.lacking(at));
        }
        var nearest = new TreeMap<String, Match>();
        for (int i = 0; i < features.size(); i++) {
            if (!features.complete(i) || features.country(i).equals(features.country(at)) || !eligible.test(i)) {
                continue;
            }
            var match = new Match(i, features.distance(i, at));
            nearest.merge(features.country(i), match, (a, b) -> b.distance() < a.distance() ? b : a);
        }
        var all = new ArrayList<>(nearest.values());
        all.sort(Comparator.comparingDouble(Match::distance).thenComparing(m -> features.country(m.at())));
        var near = all.stream().filter(m -> m.distance() <= calliper).toList();
        return near.size() >= FEWEST ? new Outcome.Alike(near) : tooFew(features, at, near, all);
    }

    private static Outcome.TooFew tooFew(Features features, int at, List<Match> near, List<Match> all) {
        var closest = all.subList(0, Math.min(FEWEST, all.size()));
        String apart = "";
        double gap = 0;
        for (int j = 0; j < features.variables().size(); j++) {
            double sum = 0;
            for (var match : closest) {
                sum += Math.abs(features.difference(match.at(), at, j)) / closest.size();
            }
            if (sum > gap) {
                gap = sum;
                apart = features.variables().get(j).title();
            }
        }
        return new Outcome.TooFew(
                near, all.size(), all.isEmpty() ? Double.NaN : all.getFirst().distance(), apart, gap);
    }

    /// How far the matches' mean is above the case in each measure, in standard deviations: near 0 is balanced.
    public static double[] balance(Features features, int at, List<Match> matches) {
        var balance = new double[features.variables().size()];
        for (int j = 0; j < balance.length; j++) {
            for (var match : matches) {
                balance[j] += features.difference(match.at(), at, j) / matches.size();
            }
        }
        return balance;
    }
}
