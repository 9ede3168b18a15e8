package org.evenhand.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.benchmark.Benchmarks;
import org.evenhand.catalogue.Catalogue;
import org.evenhand.core.BadRequest;
import org.evenhand.findings.Remake;
import org.evenhand.influence.Finding;
import org.evenhand.influence.KeptUniverse;
import org.evenhand.influence.UniverseReader;
import org.evenhand.influence.UniverseRun;
import org.evenhand.panel.Lags;
import org.evenhand.panel.Panel;
import org.evenhand.statistics.multiverse.Alignment;
import org.evenhand.statistics.multiverse.Outcome;
import org.evenhand.statistics.multiverse.PermutedCurves;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.statistics.tasks.Watch;
import org.jspecify.annotations.Nullable;

/// `evenhand findings --remake DIR`: computes the kept results anew and writes one folder a table.
final class FindingsRemake {
    /// The rows that every universe is run on: all governments, for which the joint test was shown to hold its level.
    private static final String REGION = "WORLD";

    private static final Alignment ALIGNMENT = Alignment.NEAREST_TIME;

    private final Catalogue catalogue;
    private final Path folder;
    private final PrintStream said;

    /// @param folder where the tables are written
    /// @param said where it says how far it is
    FindingsRemake(Catalogue catalogue, Path folder, PrintStream said) {
        this.catalogue = catalogue;
        this.folder = folder;
        this.said = said;
    }

    /// The tables that take seconds.
    void quick() {
        var panel = Panel.of(catalogue, Lags.DEFAULT);
        new Remake(catalogue, new Benchmarks(catalogue, panel, Benchmarks.NOWHERE))
                .quick()
                .forEach(this::write);
    }

    /// The tables of universes; they are written after each universe, so that an interrupted run loses one at the most.
    ///
    /// @param resume keep what the tables in use have of the same universe, data, permutations and seed
    void universes(boolean resume, int permutations, long seed, int threads) {
        var runs = new ArrayList<KeptUniverse>();
        var scope = MultiverseCommand.scope(catalogue, REGION, "all");
        for (var name : UniverseReader.SHIPPED) {
            var universe = UniverseReader.find(name);
            var run = new UniverseRun(catalogue, universe, scope);
            var tables = run.tables();
            String checksum = catalogue.version().rowsOf(tables);
            var before = Optional.of(name)
                    .filter(_ -> resume)
                    .flatMap(n -> KeptUniverse.whole(catalogue, n, REGION))
                    .filter(k -> k.result().checksum().equals(universe.checksum())
                            && k.result().dataChecksum().equals(checksum)
                            && k.result().curve().permutations() == permutations
                            && k.result().seed() == seed
                            && k.result().alignment() == ALIGNMENT);
            if (before.isPresent()) {
                runs.add(before.get());
                continue;
            }
            runs.add(KeptUniverse.of(run(run, name, permutations, seed, threads), run::title, tables, checksum));
            Remake.universes(runs).forEach(this::write);
        }
        Remake.universes(runs).forEach(this::write);
    }

    private Finding run(UniverseRun run, String name, int permutations, long seed, int threads) {
        String command = "evenhand multiverse %s --region %s --permutations %d --seed %d"
                .formatted(name, REGION, permutations, seed);
        return run.run(
                        Executor.threads(threads),
                        new Progress(name),
                        new TreeMap<>(),
                        PermutedCurves.inMemory(run.specifications(), permutations),
                        seed,
                        ALIGNMENT,
                        command)
                .orElseThrow();
    }

    /// Says how far a universe is.
    private final class Progress implements Watch<Outcome> {
        private final String name;

        Progress(String name) {
            this.name = name;
        }

        @Override
        public void finished(int number, Outcome outcome, int finished, int total) {
            if (finished % 100 == 0) {
                said.printf("%s: %d of %d specifications%n", name, finished, total);
            }
        }
    }

    private void write(String table, String csv) {
        try {
            var target = Files.createDirectories(folder.resolve(table)).resolve(table + ".csv");
            var beside = target.resolveSibling(table + ".part");
            Files.writeString(beside, csv);
            Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BadRequest(
                    "--remake: %s cannot be written (%s).".formatted(folder.resolve(table), e.getMessage()),
                    "Name a folder that you may write.");
        }
    }

    /// A folder that is there.
    static Path need(@Nullable Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BadRequest("--remake: %s is not a folder.".formatted(folder), "Name one that is there.");
        }
        return folder;
    }
}
