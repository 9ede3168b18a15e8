package org.evenhand.influence;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.statistics.multiverse.Curve;
import org.evenhand.statistics.multiverse.Joint;
import org.evenhand.statistics.multiverse.JointTest;

/// The run of a universe as it is kept: all its rows in the tables of joint tests.
///
/// @param result its row in `universe_results`
/// @param measures its rows in `universe_measures`
/// @param curve its rows in `universe_specifications` and `universe_bands`
public record KeptUniverse(UniverseResult result, List<MeasureResult> measures, KeptCurve curve) {
    public KeptUniverse {
        measures = List.copyOf(measures);
    }

    /// The rows of a finding.
    ///
    /// @param titles of a panel variable
    /// @param tables the tables that it rests on
    /// @param dataChecksum over their rows
    public static KeptUniverse of(
            Finding finding, UnaryOperator<String> titles, List<String> tables, String dataChecksum) {
        var curve = KeptCurve.of(finding);
        return new KeptUniverse(
                UniverseResult.of(finding, tables, dataChecksum, curve.checksum()),
                MeasureResult.of(finding, titles),
                curve);
    }

    /// What is kept of a universe on these rows, whatever it was run on; empty where no result is, or where the rows of
    /// its curve are not those that it was kept with.
    public static Optional<KeptUniverse> whole(Catalogue catalogue, String universe, String region) {
        return UniverseResult.of(catalogue).stream()
                .filter(r -> r.universe().equals(universe) && r.region().equals(region))
                .findFirst()
                .map(result -> new KeptUniverse(
                        result,
                        MeasureResult.of(catalogue).stream()
                                .filter(m -> m.universe().equals(universe)
                                        && m.region().equals(region))
                                .toList(),
                        KeptCurve.read(catalogue, universe, region)))
                .filter(kept -> kept.curve.checksum().equals(kept.result.curveChecksum()));
    }

    /// The finding that these rows were made from: all that a section of it needs, with nine digits. What was withheld
    /// is not a number here either.
    ///
    /// @param universe the declaration that was run
    /// @throws IllegalArgumentException if it was another one
    public Finding finding(Universe universe) {
        if (!universe.checksum().equals(result.checksum())) {
            throw new IllegalArgumentException("kept of another declaration: " + result.checksum());
        }
        var numbers = result.curve();
        var test = new JointTest(
                new Joint(numbers.median(), numbers.dominant(), numbers.significant(), numbers.positive()),
                result.jointP().orElse(Double.NaN),
                result.dominantP().orElse(Double.NaN),
                result.jointP().isEmpty() ? Double.NaN : numbers.significantP(),
                numbers.permutations(),
                numbers.centre(),
                result.nullLow().orElse(Double.NaN),
                result.nullHigh().orElse(Double.NaN));
        return new Finding(
                universe,
                curve.points(),
                new Curve(curve.outcomes(), test, curve.nullBand()),
                new Finding.Scope(result.region(), "all", result.scope()),
                result.seed(),
                result.alignment(),
                result.sources(),
                result.command());
    }
}
