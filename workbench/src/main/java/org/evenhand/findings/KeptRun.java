package org.evenhand.findings;

import java.util.Optional;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.influence.Finding;
import org.evenhand.influence.KeptCurve;
import org.evenhand.influence.KeptUniverse;
import org.evenhand.influence.Universe;
import org.evenhand.influence.UniverseResult;

/// What is kept of the run of one universe on all governments, and how much of it stands today.
sealed interface KeptRun {
    /// Nothing is, for this reason.
    record None(String why) implements KeptRun {}

    /// A run of another declaration of the same name.
    record OtherDeclaration(UniverseResult result) implements KeptRun {}

    /// A run on other rows than those in use.
    record OtherRows(UniverseResult result) implements KeptRun {}

    /// What all specifications say together, but, for this reason, no curve.
    record WithoutCurve(UniverseResult result, String why) implements KeptRun {}

    /// A run of this declaration on the rows in use, whole.
    record Whole(KeptUniverse kept, Finding finding) implements KeptRun {}

    static KeptRun of(Catalogue catalogue, Universe universe) {
        if (!catalogue.has(UniverseResult.TABLE)) {
            return new None("The table %s is not available, so no run is kept.".formatted(UniverseResult.TABLE));
        }
        var found = Kept.of(catalogue).universe(universe.name());
        if (found.isEmpty()) {
            return new None("No run of this universe is kept.");
        }
        var result = found.get();
        if (!result.checksum().equals(universe.checksum())) {
            return new OtherDeclaration(result);
        }
        if (!KeptFrom.of(result).holds(catalogue)) {
            return new OtherRows(result);
        }
        return curve(catalogue, universe, result);
    }

    private static KeptRun curve(Catalogue catalogue, Universe universe, UniverseResult result) {
        for (var table : new String[] {KeptCurve.SPECIFICATIONS, KeptCurve.BANDS}) {
            if (!catalogue.has(table)) {
                return new WithoutCurve(result, "The table %s is not available.".formatted(table));
            }
        }
        Optional<KeptUniverse> whole = KeptUniverse.whole(catalogue, result.universe(), result.region());
        if (whole.isEmpty()) {
            return new WithoutCurve(
                    result,
                    "The rows of %s and %s are not those that were kept with this result: they are damaged, or of another run."
                            .formatted(KeptCurve.SPECIFICATIONS, KeptCurve.BANDS));
        }
        var finding = whole.get().finding(universe);
        return finding.objection().equals(result.curve().objection())
                ? new Whole(whole.get(), finding)
                : new WithoutCurve(
                        result, "What is known of the level of the joint test is other now than when it was run.");
    }
}
