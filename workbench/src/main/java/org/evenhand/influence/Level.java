package org.evenhand.influence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.evenhand.statistics.exact.BinomialRange;
import org.evenhand.statistics.multiverse.Alignment;

/// What simulation found of the joint test's level; a p-value is printed only where the level holds.
///
/// `level.csv` keeps the counts of `evenhand multiverse --validate --format csv`: datasets without an effect in which
/// the median test rejects at 5%.
final class Level {
    private record Count(String outcome, String alignment, int rejections, int datasets) {
        boolean holds() {
            return BinomialRange.of(datasets, 0.05, 0.99).contains(rejections);
        }
    }

    private static final List<Count> COUNTS = read();

    private Level() {}

    private static List<Count> read() {
        var stream = Objects.requireNonNull(Level.class.getResourceAsStream("level.csv"), "level.csv");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var counts = new ArrayList<Count>();
            lines.lines().skip(1).forEach(line -> {
                var cells = line.split(",", -1);
                counts.add(new Count(cells[0], cells[1], Integer.parseInt(cells[2]), Integer.parseInt(cells[5])));
            });
            return counts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Why no joint p-value may be given; empty where the test holds its level for all outcomes of the universe.
    static Optional<String> objection(Universe universe, Alignment alignment) {
        var outcomes = universe.waivers() ? List.of("waiver") : List.of("ordered", "binary");
        String way = alignment.name().toLowerCase(Locale.ROOT);
        for (var outcome : outcomes) {
            var count = COUNTS.stream()
                    .filter(c -> c.outcome.equals(outcome) && c.alignment.equals(way))
                    .findFirst();
            if (count.isEmpty()) {
                return Optional.of(
                        "The joint test has not been simulated for outcomes of this kind (%s, %s), so no joint p-value is given."
                                .formatted(outcome, way));
            }
            if (!count.get().holds()) {
                return Optional.of(
                        "Without any effect the joint test rejects in %d of %d simulated datasets at 5%% (%s, %s), which is not its level, so no joint p-value is given."
                                .formatted(count.get().rejections, count.get().datasets, outcome, way));
            }
        }
        return Optional.empty();
    }
}
