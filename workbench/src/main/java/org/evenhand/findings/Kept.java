package org.evenhand.findings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.catalogue.Row;
import org.evenhand.influence.MeasureResult;
import org.evenhand.influence.UniverseResult;

/// All results that are kept in a catalogue. A table that is not there has none.
///
/// @param universes joint tests
/// @param measures their measures
/// @param groups groups against all others
/// @param benchmarks calibration
/// @param divergences tiers against benchmarks
/// @param missing names of the tables that are not there
/// @param onOtherData names of the tables whose rows are others now than those that a result was computed on
public record Kept(
        List<UniverseResult> universes,
        List<MeasureResult> measures,
        List<GroupResult> groups,
        List<BenchmarkResult> benchmarks,
        List<DivergenceResult> divergences,
        List<String> missing,
        List<String> onOtherData) {
    /// The tables of kept results.
    public static final List<String> TABLES = List.of(
            UniverseResult.TABLE,
            MeasureResult.TABLE,
            GroupResult.TABLE,
            BenchmarkResult.TABLE,
            DivergenceResult.TABLE);

    public Kept {
        universes = List.copyOf(universes);
        measures = List.copyOf(measures);
        groups = List.copyOf(groups);
        benchmarks = List.copyOf(benchmarks);
        divergences = List.copyOf(divergences);
        missing = List.copyOf(missing);
        onOtherData = List.copyOf(onOtherData);
    }

    public static Kept of(Catalogue catalogue) {
        return catalogue.facts(Kept.class, Kept::load);
    }

    private static Kept load(Catalogue catalogue) {
        var universes = UniverseResult.of(catalogue);
        var groups = read(catalogue, GroupResult.TABLE, GroupResult::read);
        var benchmarks = read(catalogue, BenchmarkResult.TABLE, BenchmarkResult::read);
        var divergences = read(catalogue, DivergenceResult.TABLE, DivergenceResult::read);
        var resting = new LinkedHashMap<String, Stream<KeptFrom>>();
        resting.put(UniverseResult.TABLE, universes.stream().map(KeptFrom::of));
        resting.put(GroupResult.TABLE, groups.stream().map(GroupResult::from));
        resting.put(BenchmarkResult.TABLE, benchmarks.stream().map(BenchmarkResult::from));
        resting.put(DivergenceResult.TABLE, divergences.stream().map(DivergenceResult::from));
        return new Kept(
                universes,
                MeasureResult.of(catalogue),
                groups,
                benchmarks,
                divergences,
                TABLES.stream().filter(t -> catalogue.table(t).isEmpty()).toList(),
                resting.entrySet().stream()
                        .filter(e -> e.getValue().anyMatch(from -> !from.holds(catalogue)))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static <T> List<T> read(Catalogue catalogue, String table, Function<Row, T> read) {
        return catalogue.rows(table).stream().map(read).toList();
    }

    /// The joint test of a universe over all governments.
    Optional<UniverseResult> universe(String name) {
        return universes.stream()
                .filter(u -> u.universe().equals(name) && u.region().equals("WORLD"))
                .findFirst();
    }
}
