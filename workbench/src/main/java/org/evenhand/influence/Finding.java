package org.evenhand.influence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.evenhand.core.Bureau;
import org.evenhand.statistics.Median;
import org.evenhand.statistics.multiverse.Alignment;
import org.evenhand.statistics.multiverse.Curve;
import org.evenhand.statistics.multiverse.Decomposition;
import org.evenhand.statistics.multiverse.Outcome;

/// What running a universe gave.
///
/// @param universe what was declared
/// @param points its specifications
/// @param curve a result for each of them
/// @param scope which rows it was run on
/// @param seed of the permutations
/// @param alignment how residuals were moved
/// @param sources keys of the sources that the rows and variables rest on
/// @param command what remakes it
public record Finding(
        Universe universe,
        List<Universe.Point> points,
        Curve curve,
        Scope scope,
        long seed,
        Alignment alignment,
        List<String> sources,
        String command) {
    private static final Set<String> REGIONS =
            Arrays.stream(Bureau.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

    public Finding {
        points = List.copyOf(points);
        sources = List.copyOf(sources);
    }

    /// The rows that a universe is run on.
    ///
    /// @param region a region as on the command line
    /// @param administration report years of one administration, or `all`
    /// @param label for people
    public record Scope(String region, String administration, String label) {
        public static final Scope ALL = new Scope("WORLD", "all", "all governments, reports 2004-2025");

        /// All governments and reports.
        public boolean whole() {
            return region.equals("WORLD") && administration.equals("all");
        }
    }

    /// What tells its tables and sections from those of the same universe on other rows.
    String key() {
        return scope.whole()
                ? universe.name()
                : "%s-%s-%s".formatted(universe.name(), scope.region(), scope.administration());
    }

    /// Whether all rows are of one bureau region, which then is no control.
    boolean oneRegion() {
        return REGIONS.contains(scope.region());
    }

    /// The universe's title, with the rows where these are not all.
    String title() {
        return scope.whole() ? universe.title() : universe.title() + ": " + scope.label();
    }

    /// The full-fit effect of each specification; empty where there is none.
    public List<OptionalDouble> effects() {
        return curve.outcomes().stream()
                .map(r -> r instanceof Outcome.Estimated e
                        ? OptionalDouble.of(e.effect().value())
                        : OptionalDouble.empty())
                .toList();
    }

    /// Those that were estimated.
    public List<Outcome.Estimated> estimated() {
        return curve.outcomes().stream()
                .flatMap(r -> r instanceof Outcome.Estimated e
                        ? java.util.stream.Stream.of(e)
                        : java.util.stream.Stream.empty())
                .toList();
    }

    /// The median full-fit effect; empty where none was fitted.
    public OptionalDouble medianEffect() {
        return Median.of(estimated().stream().mapToDouble(e -> e.effect().value()));
    }

    /// The median robustness value; empty where none was fitted.
    public OptionalDouble medianRobustness() {
        return Median.of(estimated().stream().mapToDouble(Outcome.Estimated::robustness));
    }

    /// Why no joint p-value may be given; empty where the test is known to hold its level.
    public Optional<String> objection() {
        return Level.objection(universe, points, alignment);
    }

    /// Which choices move the effect.
    public Decomposition decomposition() {
        var varied = universe.choices().entrySet().stream()
                .filter(e -> e.getValue().options().size() > 1)
                .map(java.util.Map.Entry::getKey)
                .toList();
        return Decomposition.of(
                effects(),
                varied.stream().map(Dimension::key).toList(),
                points.stream().map(p -> varied.stream().map(p::of).toList()).toList());
    }

    /// The median of full-fit effects over the specifications with one of these options; empty where none was
    /// fitted.
    public OptionalDouble medianWhere(Dimension dimension, java.util.function.Predicate<String> option) {
        var effects = effects();
        return Median.of(IntStream.range(0, points.size())
                .filter(i -> option.test(points.get(i).of(dimension)))
                .filter(i -> effects.get(i).isPresent())
                .mapToDouble(i -> effects.get(i).getAsDouble()));
    }
}
