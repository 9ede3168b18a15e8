package org.evenhand.influence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.statistics.multiverse.Alignment;
import org.evenhand.statistics.multiverse.JointTest;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.statistics.tasks.Watch;

/// What is simulated to show the level and the power of the joint test.
///
/// @param datasets simulated without an effect, for each universe and kind of outcome
/// @param planted simulated with an effect, for each strength
/// @param permutations of each dataset
/// @param seed of all of it
public record ValidationPlan(int datasets, int planted, int permutations, long seed) {
    /// Strengths of planted effects: the probability of one step, for each standard deviation of the interest.
    static final List<Double> STRENGTHS = List.of(0.05, 0.1, 0.2);

    /// One universe, one kind of outcome, one strength.
    ///
    /// @param universe its name
    /// @param measures those of the interest that were used
    /// @param mode the outcomes
    /// @param specifications how many
    /// @param strength of the planted effect; 0: none
    /// @param rates by alignment
    /// @param sources keys of the sources of the outcomes, interests, evidence and controls
    public record Part(
            String universe,
            String measures,
            Validation.Mode mode,
            int specifications,
            double strength,
            SortedMap<Alignment, Validation.Rate> rates,
            List<String> sources) {
        public Part {
            sources = List.copyOf(sources);
        }
    }

    private record Level(String universe, Validation.Mode mode, List<Alignment> alignments) {}

    /// All alignments where blocks differ most in length: a country is on Tier 3 in one year or in twenty.
    private static final List<Level> LEVELS = List.of(
            new Level("waivers", Validation.Mode.WAIVER, List.of(Alignment.values())),
            new Level("trade", Validation.Mode.ORDERED, List.of(Alignment.NEAREST_TIME)),
            new Level("trade", Validation.Mode.BINARY, List.of(Alignment.NEAREST_TIME)));

    /// Beside it, in as many datasets as an effect is planted in: enough to see a test fail.
    private static final List<Level> BESIDE = List.of(
            new Level("trade", Validation.Mode.ORDERED, List.of(Alignment.SAME_TIME, Alignment.ROWS)),
            new Level("trade", Validation.Mode.BINARY, List.of(Alignment.SAME_TIME, Alignment.ROWS)));

    private static final List<Level> POWERS = List.of(
            new Level("trade", Validation.Mode.ORDERED, List.of(Alignment.NEAREST_TIME)),
            new Level("trade", Validation.Mode.BINARY, List.of(Alignment.NEAREST_TIME)),
            new Level("waivers", Validation.Mode.WAIVER, List.of(Alignment.NEAREST_TIME)));

    /// Hears how far it is.
    public interface Progress {
        Watch<Map<Alignment, JointTest>> watch(String part);

        void finished(Part part);
    }

    public List<Part> run(Catalogue catalogue, Executor executor, Progress progress) {
        var parts = new ArrayList<Part>();
        for (var level : LEVELS) {
            parts.add(part(catalogue, executor, progress, level, datasets, 0));
        }
        for (var level : planted == 0 ? List.<Level>of() : BESIDE) {
            parts.add(part(catalogue, executor, progress, level, planted, 0));
        }
        for (var level : POWERS) {
            for (double strength : planted == 0 ? List.<Double>of() : STRENGTHS) {
                parts.add(part(catalogue, executor, progress, level, planted, strength));
            }
        }
        return parts;
    }

    private Part part(
            Catalogue catalogue, Executor executor, Progress progress, Level level, int count, double strength) {
        var validation = new Validation(
                catalogue, UniverseReader.find(level.universe), level.mode, level.alignments, permutations);
        var watch = progress.watch("%s, %s, strength %s".formatted(level.universe, level.mode.label(), strength));
        var part = new Part(
                level.universe,
                validation.measures(),
                level.mode,
                validation.specifications(),
                strength,
                validation.simulate(executor, watch, seed, count, strength),
                validation.sources());
        progress.finished(part);
        return part;
    }
}
