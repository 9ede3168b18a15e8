package org.evenhand.influence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// A declared set of specifications: the choices, their options and reasons, and what is ruled out.
///
/// @param name for example `trade`
/// @param title for people
/// @param question what is asked
/// @param moreMeans what more of the interest means in all its measures, each turned by its orientation
/// @param waivers whether rows are Tier 3 determinations instead of placements
/// @param choices options and reason of every dimension, in its order
/// @param orientations for each measure of the interest, which way it points
/// @param exclusions combinations that are ruled out
/// @param checksum SHA-256 of the file, hexadecimal
public record Universe(
        String name,
        String title,
        String question,
        String moreMeans,
        boolean waivers,
        Map<Dimension, Choice> choices,
        Map<String, Orientation> orientations,
        List<Exclusion> exclusions,
        String checksum) {
    public Universe {
        orientations = Collections.unmodifiableMap(new TreeMap<>(orientations));
        choices = Collections.unmodifiableMap(new EnumMap<>(choices));
        exclusions = List.copyOf(exclusions);
    }

    /// @param options at least one
    /// @param why the reason for them
    public record Choice(List<String> options, String why) {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /// Which way a measure points.
    ///
    /// @param sign +1 where a larger number is more of the interest, −1 where it is less
    /// @param why the reason
    public record Orientation(int sign, String why) {}

    /// @param when one option or more for each named dimension; all must hold
    /// @param why the reason
    public record Exclusion(Map<Dimension, List<String>> when, String why) {
        public Exclusion {
            when = Collections.unmodifiableMap(new EnumMap<>(when));
        }
    }

    /// A numbered specification.
    ///
    /// @param number from 1, in the order of the options
    /// @param options one for each dimension
    public record Point(int number, Map<Dimension, String> options) {
        public Point {
            options = Collections.unmodifiableMap(new EnumMap<>(options));
        }

        String of(Dimension dimension) {
            String option = options.get(dimension);
            if (option == null) {
                throw new IllegalStateException("no option for " + dimension);
            }
            return option;
        }
    }

    /// The options of a dimension; empty where the universe does not have it.
    public List<String> options(Dimension dimension) {
        var choice = choices.get(dimension);
        return choice == null ? List.of() : choice.options();
    }

    /// Which way the measure of a point points.
    int sign(Point point) {
        var measure = orientations.get(point.of(Dimension.INTEREST));
        if (measure == null) {
            throw new IllegalStateException("no orientation for " + point.of(Dimension.INTEREST));
        }
        return measure.sign();
    }

    /// The sign of an effect on the probability of the target that makes plus mean a better outcome for the
    /// government: Tier 3 is worse, a waiver is better.
    int orientation() {
        return waivers ? 1 : -1;
    }

    /// The same universe with other options; for parts of it and for simulation.
    Universe with(Map<Dimension, List<String>> options) {
        var changed = new EnumMap<>(choices);
        options.forEach((dimension, list) ->
                changed.computeIfPresent(dimension, (_, choice) -> new Choice(list, choice.why())));
        return new Universe(name, title, question, moreMeans, waivers, changed, orientations, exclusions, checksum);
    }

    /// All specifications that are not ruled out, numbered from 1.
    public List<Point> points() {
        var points = new ArrayList<Point>();
        forEachCombination((options, ruledOut) -> {
            if (ruledOut.isEmpty()) {
                points.add(new Point(points.size() + 1, options.get()));
            }
        });
        return points;
    }

    /// How many combinations each exclusion rules out; one ruled out twice counts for the first.
    public LinkedHashMap<String, Integer> ruledOut() {
        var counts = new LinkedHashMap<String, Integer>();
        exclusions.forEach(e -> counts.put(e.why(), 0));
        forEachCombination(
                (_, ruledOut) -> ruledOut.ifPresent(exclusion -> counts.merge(exclusion.why(), 1, Integer::sum)));
        return counts;
    }

    /// Takes one combination of options.
    @FunctionalInterface
    private interface Combination {
        /// @param options made when asked for
        /// @param ruledOut the first exclusion that covers it
        void take(Supplier<EnumMap<Dimension, String>> options, Optional<Exclusion> ruledOut);
    }

    /// Every combination, those of the last dimension first. There may be many thousands, most of them ruled
    /// out, so they are told apart by the places of their options.
    private void forEachCombination(Combination use) {
        var dimensions = List.copyOf(choices.keySet());
        var options = choices.values().stream().map(Choice::options).toList();
        var covered =
                exclusions.stream().map(e -> covered(e, dimensions, options)).toList();
        int[] at = new int[dimensions.size()];
        int turned = 0;
        while (turned >= 0) {
            use.take(() -> chosen(dimensions, options, at), first(covered, at));
            turned = at.length - 1;
            while (turned >= 0 && ++at[turned] == options.get(turned).size()) {
                at[turned--] = 0;
            }
        }
    }

    private static EnumMap<Dimension, String> chosen(List<Dimension> dimensions, List<List<String>> options, int[] at) {
        var chosen = new EnumMap<Dimension, String>(Dimension.class);
        for (int d = 0; d < at.length; d++) {
            chosen.put(dimensions.get(d), options.get(d).get(at[d]));
        }
        return chosen;
    }

    /// For each dimension, which of its options an exclusion covers: all where it does not name the dimension.
    private static boolean[][] covered(Exclusion exclusion, List<Dimension> dimensions, List<List<String>> options) {
        var covered = new boolean[dimensions.size()][];
        for (int d = 0; d < covered.length; d++) {
            var named = exclusion.when().get(dimensions.get(d));
            covered[d] = new boolean[options.get(d).size()];
            for (int k = 0; k < covered[d].length; k++) {
                covered[d][k] = named == null || named.contains(options.get(d).get(k));
            }
        }
        return covered;
    }

    private Optional<Exclusion> first(List<boolean[][]> covered, int[] at) {
        for (int e = 0; e < covered.size(); e++) {
            var options = covered.get(e);
            int d = 0;
            while (d < at.length && options[d][at[d]]) {
                d++;
            }
            if (d == at.length) {
                return Optional.of(exclusions.get(e));
            }
        }
        return Optional.empty();
    }
}
