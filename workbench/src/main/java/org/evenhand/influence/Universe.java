package org.evenhand.influence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

        boolean covers(Map<Dimension, String> options) {
            return when.entrySet().stream().allMatch(e -> e.getValue().contains(options.get(e.getKey())));
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
        for (var options : combinations()) {
            if (exclusions.stream().noneMatch(e -> e.covers(options))) {
                points.add(new Point(points.size() + 1, options));
            }
        }
        return points;
    }

    /// How many combinations each exclusion rules out; one ruled out twice counts for the first.
    public LinkedHashMap<String, Integer> ruledOut() {
        var counts = new LinkedHashMap<String, Integer>();
        exclusions.forEach(e -> counts.put(e.why(), 0));
        for (var options : combinations()) {
            exclusions.stream()
                    .filter(e -> e.covers(options))
                    .findFirst()
                    .ifPresent(e -> counts.merge(e.why(), 1, Integer::sum));
        }
        return counts;
    }

    private List<EnumMap<Dimension, String>> combinations() {
        var all = new ArrayList<EnumMap<Dimension, String>>();
        all.add(new EnumMap<>(Dimension.class));
        for (var entry : choices.entrySet()) {
            var longer = new ArrayList<EnumMap<Dimension, String>>();
            for (var begun : all) {
                for (var option : entry.getValue().options()) {
                    var with = new EnumMap<>(begun);
                    with.put(entry.getKey(), option);
                    longer.add(with);
                }
            }
            all = longer;
        }
        return all;
    }
}
