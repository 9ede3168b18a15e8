package org.evenhand.statistics.multiverse;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Joint tests without the full fits that a test does not need: for simulation, where the same specifications are
/// tested under several alignments.
public final class ScoreCurves {
    private final Blocks blocks;
    private final List<Alignment> alignments;
    private final int permutations;

    public ScoreCurves(Blocks blocks, List<Alignment> alignments, int permutations) {
        this.blocks = blocks;
        this.alignments = List.copyOf(alignments);
        this.permutations = permutations;
    }

    /// The joint test of the specifications under each alignment, with the same fits and permutations. Those that
    /// cannot be fitted without the interest are left out, as in a run.
    public Map<Alignment, JointTest> test(List<Specification> specifications, long seed) {
        var multiverses = new EnumMap<Alignment, Multiverse>(Alignment.class);
        var statistics = new EnumMap<Alignment, PermutedCurves>(Alignment.class);
        for (var alignment : alignments) {
            multiverses.put(alignment, new Multiverse(blocks, alignment, seed, permutations));
            statistics.put(alignment, PermutedCurves.inMemory(specifications.size(), permutations));
        }
        for (int s = 0; s < specifications.size(); s++) {
            write(specifications.get(s), s, multiverses, statistics);
        }
        var tests = new EnumMap<Alignment, JointTest>(Alignment.class);
        statistics.forEach((alignment, curves) ->
                tests.put(alignment, Curve.of(List.of(), curves).test()));
        return tests;
    }

    private static void write(
            Specification specification,
            int number,
            Map<Alignment, Multiverse> multiverses,
            Map<Alignment, PermutedCurves> statistics) {
        if (specification instanceof Specification.Ready ready
                && SpecificationFit.withoutInterest(ready) instanceof SpecificationFit.Fitted(var fit)) {
            var column = ready.data().x().column(ready.interest());
            var residual = Residuals.on(ready.data(), 1).of(column);
            statistics.forEach((alignment, curves) -> {
                var multiverse = multiverses.get(alignment);
                if (multiverse != null) {
                    curves.write(number, multiverse.statistics(ready, fit, residual));
                }
            });
        } else {
            statistics.values().forEach(curves -> curves.writeNone(number));
        }
    }
}
