package org.evenhand.influence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.NoAnswer;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.evenhand.panel.PanelRow;
import org.evenhand.statistics.multiverse.Alignment;
import org.evenhand.statistics.multiverse.Curve;
import org.evenhand.statistics.multiverse.Multiverse;
import org.evenhand.statistics.multiverse.Outcome;
import org.evenhand.statistics.multiverse.PermutedCurves;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.statistics.tasks.Run;
import org.evenhand.statistics.tasks.Watch;

/// Runs a universe on the catalogue.
public final class UniverseRun {
    private final Catalogue catalogue;
    private final Universe universe;
    private final Finding.Scope scope;
    private final List<Universe.Point> points;
    private final Rows rows;
    private final SpecificationBuilder builder;

    /// @throws NoAnswer if the scope has no rows
    public UniverseRun(Catalogue catalogue, Universe universe, Finding.Scope scope) {
        this.catalogue = catalogue;
        this.universe = universe;
        this.scope = scope;
        this.points = universe.points();
        var panel = Panel.of(catalogue, Lags.DEFAULT);
        var region = catalogue.countries().region(scope.region());
        Predicate<PanelRow> wanted = row -> region.contains(row.iso3())
                && (scope.administration().equals("all") || row.administration().equals(scope.administration()));
        this.rows = universe.waivers()
                ? Rows.determinations(catalogue, panel, wanted)
                : Rows.placements(catalogue, panel, wanted);
        if (rows.at.length == 0) {
            throw new NoAnswer("No row lies in " + scope.label() + ".", "Ask for a wider region or more years.");
        }
        this.builder = new SpecificationBuilder(rows, universe);
    }

    public int specifications() {
        return points.size();
    }

    /// What makes two runs the same, so that a checkpoint of one may finish the other.
    public String identity(long seed, int permutations, Alignment alignment) {
        return String.join(
                "|",
                universe.checksum(),
                catalogue.version().checksum(),
                scope.region(),
                scope.administration(),
                Long.toString(seed),
                Integer.toString(permutations),
                alignment.name());
    }

    /// Runs what `done` does not hold yet; empty where `watch` cancelled it.
    ///
    /// @param curves room for the statistics of all specifications; those of `done` stand there already
    public Optional<Finding> run(
            Executor executor,
            Watch<Outcome> watch,
            SortedMap<Integer, Outcome> done,
            PermutedCurves curves,
            long seed,
            Alignment alignment,
            String command) {
        var multiverse = new Multiverse(rows.blocks, alignment, seed, curves.permutations());
        var rest = multiverse.job(curves, i -> builder.build(points.get(i))).without(done.keySet());
        var all = new TreeMap<Integer, Outcome>(done);
        switch (executor.run(rest, watch)) {
            case Run.Finished<Outcome>(var results) -> {
                for (int i = 0; i < rest.size(); i++) {
                    all.put(rest.number(i), results.get(i));
                }
            }
            case Run.Cancelled<Outcome> _ -> {
                return Optional.empty();
            }
        }
        return Optional.of(new Finding(
                universe,
                points,
                Curve.of(new ArrayList<>(all.values()), curves),
                scope,
                seed,
                alignment,
                RunSources.of(rows, universe),
                command));
    }

    /// The tables that its specifications rest on, sorted.
    public List<String> tables() {
        return RunSources.tables(rows, universe);
    }

    /// A measure's title for people.
    public String title(String measure) {
        return rows.panel.need(measure).title();
    }
}
