package org.evenhand.statistics.multiverse;

import java.util.ArrayList;
import java.util.List;

/// The results of all specifications of a universe, in their order.
///
/// @param outcomes one for each specification
/// @param test the observed curve against the permuted ones
/// @param band where the sorted curve of one-step effects lies under no association
public record Curve(List<Outcome> outcomes, JointTest test, Band band) {
    public Curve {
        outcomes = List.copyOf(outcomes);
    }

    /// Reads the curves once.
    public static Curve of(List<Outcome> outcomes, PermutedCurves curves) {
        var joints = new ArrayList<Joint>();
        var band = new Band.Gathered(curves.permutations(), curves.specifications());
        curves.forEachCurve((number, effects, used) -> {
            joints.add(Joint.of(effects, used));
            if (number > 0) {
                band.add(effects, used);
            }
        });
        return new Curve(outcomes, JointTest.of(joints.getFirst(), joints.subList(1, joints.size())), band.band());
    }
}
