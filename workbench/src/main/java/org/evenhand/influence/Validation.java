package org.evenhand.influence;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.evenhand.statistics.multiverse.Alignment;
import org.evenhand.statistics.multiverse.JointTest;
import org.evenhand.statistics.multiverse.ScoreCurves;
import org.evenhand.statistics.multiverse.Specification;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.statistics.tasks.Job;
import org.evenhand.statistics.tasks.Run;
import org.evenhand.statistics.tasks.Streams;
import org.evenhand.statistics.tasks.Watch;

/// How often the joint test rejects on the project's own panel when nothing is planted, and when something is.
///
/// A simulated dataset keeps outcomes, evidence and controls as they are and gives every country the whole interest
/// series of another one of its region, so that dependence within a country stays and no association is left but
/// chance. A planted effect then moves each outcome one step with probability `strength × |z|` towards the better
/// where the first measure of the interest is above its mean and towards the worse where it is below.
public final class Validation {
    /// Which outcomes are simulated.
    public enum Mode {
        ORDERED("four ordered tiers"),
        BINARY("Tier 3 or not"),
        WAIVER("a waiver or not, by Firth's regression");

        private final String label;

        Mode(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final Universe universe;
    private final Rows rows;
    private final List<Universe.Point> points;
    private final List<Alignment> alignments;
    private final int permutations;

    public Validation(Catalogue catalogue, Universe whole, Mode mode, List<Alignment> alignments, int permutations) {
        this.universe = smaller(whole, mode);
        this.points = universe.points();
        this.alignments = List.copyOf(alignments);
        this.permutations = permutations;
        var panel = Panel.of(catalogue, Lags.DEFAULT);
        this.rows = mode == Mode.WAIVER
                ? Rows.determinations(catalogue, panel, _ -> true)
                : Rows.placements(catalogue, panel, _ -> true);
    }

    /// The part of a universe that simulation uses: 16 specifications of placements or 24 of
    /// waivers, where it has two measures or more.
    static Universe smaller(Universe universe, Mode mode) {
        var options = new EnumMap<Dimension, List<String>>(Dimension.class);
        for (var entry : universe.choices().entrySet()) {
            options.put(entry.getKey(), List.of(entry.getValue().options().getFirst()));
        }
        var measures = universe.options(Dimension.INTEREST);
        options.put(Dimension.INTEREST, measures.subList(0, Math.min(2, measures.size())));
        if (mode == Mode.WAIVER) {
            options.put(Dimension.OUTCOME, List.of("full_waiver", "any_waiver"));
            options.put(Dimension.EVIDENCE, List.of("none", "treaties", "governance"));
            options.put(Dimension.CONTROLS, List.of("none", "economy"));
            options.put(Dimension.YEAR, List.of("none"));
        } else {
            options.put(Dimension.OUTCOME, List.of(mode == Mode.ORDERED ? "tiers" : "tier3"));
            options.put(Dimension.EVIDENCE, List.of("treaties", "treaties+rights"));
            options.put(Dimension.CONTROLS, List.of("economy", "economy+region"));
            options.put(Dimension.YEAR, List.of("moving_thresholds"));
            options.put(Dimension.VARIATION, List.of("total", "within"));
        }
        return universe.with(options);
    }

    public int specifications() {
        return points.size();
    }

    public String measures() {
        return String.join(", ", universe.options(Dimension.INTEREST));
    }

    /// Keys of the sources that the simulated datasets rest on.
    public List<String> sources() {
        return RunSources.of(rows, universe);
    }

    /// What simulation gave for one alignment.
    ///
    /// @param median datasets in which the median test rejects at 5%
    /// @param dominant the same for the share with the dominant sign
    /// @param significant the same for the share significant with it
    /// @param datasets how many
    /// @param meanMedian mean of the observed medians, in probability
    public record Rate(int median, int dominant, int significant, int datasets, double meanMedian) {
        Rate with(JointTest test) {
            return new Rate(
                    median + (test.medianP() <= 0.05 ? 1 : 0),
                    dominant + (test.dominantP() <= 0.05 ? 1 : 0),
                    significant + (test.significantP() <= 0.05 ? 1 : 0),
                    datasets + 1,
                    meanMedian + (test.observed().median() - meanMedian) / (datasets + 1));
        }
    }

    /// Simulates `datasets` datasets with a planted effect of `strength` (0: none).
    public SortedMap<Alignment, Rate> simulate(
            Executor executor, Watch<Map<Alignment, JointTest>> watch, long seed, int datasets, double strength) {
        var curves = new ScoreCurves(rows.blocks, alignments, permutations);
        var run = executor.run(
                Job.<Map<Alignment, JointTest>>of(
                        seed,
                        datasets,
                        (number, _) -> curves.test(specifications(seed, number, strength), seed + 1 + number)),
                watch);
        var tests = switch (run) {
            case Run.Finished<Map<Alignment, JointTest>>(var results) -> results;
            case Run.Cancelled<Map<Alignment, JointTest>> _ -> throw new IllegalStateException("nobody cancels it");
        };
        var rates = new TreeMap<Alignment, Rate>();
        for (var test : tests) {
            test.forEach((alignment, joint) ->
                    rates.merge(alignment, new Rate(0, 0, 0, 0, 0).with(joint), (old, _) -> old.with(joint)));
        }
        return rates;
    }

    private List<Specification> specifications(long seed, int number, double strength) {
        var donors = rows.blocks.permutation(seed, number + 1);
        var labels = rows.blocks.labels();
        var byCountry = new TreeMap<String, String>();
        for (int b = 0; b < donors.length; b++) {
            byCountry.put(labels.get(b), labels.get(donors[b]));
        }
        var swapped = rows.withInterestsOf(iso3 -> byCountry.getOrDefault(iso3, iso3));
        var used = strength == 0 ? swapped : planted(swapped, seed, number, strength);
        var builder = new SpecificationBuilder(used, universe);
        return points.stream().map(builder::build).toList();
    }

    private Rows planted(Rows swapped, long seed, int number, double strength) {
        var point = points.getFirst();
        var variable = rows.panel.need(point.of(Dimension.INTEREST));
        var values = swapped.column(variable, Integer.parseInt(point.of(Dimension.LAG)));
        var z = standardised(values);
        // Plus is better for the government; a better tier is a smaller number, a waiver a larger one.
        int sign = universe.orientation() * universe.sign(point);
        int top = universe.waivers() ? 2 : 3;
        var random = Streams.of(seed ^ 0x706c616e74L, number);
        var outcome = swapped.outcome.clone();
        for (int i = 0; i < outcome.length; i++) {
            double u = random.nextDouble();
            if (!Double.isNaN(z[i]) && u < strength * Math.abs(z[i])) {
                outcome[i] = Math.clamp(outcome[i] + sign * Math.signum(z[i]), 0, top);
            }
        }
        return swapped.withOutcome(outcome);
    }

    private static double[] standardised(double[] values) {
        double n = 0;
        double mean = 0;
        double squares = 0;
        for (double v : values) {
            if (!Double.isNaN(v)) {
                n++;
                double delta = v - mean;
                mean += delta / n;
                squares += delta * (v - mean);
            }
        }
        double deviation = Math.sqrt(squares / (n - 1));
        var z = new double[values.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = (values[i] - mean) / deviation;
        }
        return z;
    }
}
