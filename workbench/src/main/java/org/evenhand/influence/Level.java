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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhand.statistics.exact.BinomialRange;
import org.evenhand.statistics.multiverse.Alignment;

/// What simulation found of the joint test's level; a p-value is printed only where the level holds.
///
/// `level.csv` keeps the counts of `evenhand multiverse --validate`, as docs/simulation-influence.md has them: datasets
/// without an effect in which the median test rejects at 5%.
final class Level {
    /// What was simulated: a kind of outcome, fitted by an estimator.
    ///
    /// @param outcome `ordered`, `binary` or `waiver`
    /// @param estimator as in a universe
    private record Kind(String outcome, String estimator) implements Comparable<Kind> {
        static Kind of(Universe universe, Universe.Point point) {
            String outcome =
                    universe.waivers() ? "waiver" : point.of(Dimension.OUTCOME).equals("tier3") ? "binary" : "ordered";
            return new Kind(outcome, point.of(Dimension.ESTIMATOR));
        }

        @Override
        public int compareTo(Kind other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return outcome + " by " + estimator;
        }
    }

    private record Count(Kind kind, String alignment, int rejections, int datasets) {
        boolean holds() {
            return BinomialRange.of(datasets, 0.05, 0.99).contains(rejections);
        }
    }

    /// Fewer datasets can show that a test fails, not that it holds.
    private static final int ENOUGH = 400;

    private static final List<Count> COUNTS = read();

    private Level() {}

    private static List<Count> read() {
        var stream = Objects.requireNonNull(Level.class.getResourceAsStream("level.csv"), "level.csv");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var counts = new ArrayList<Count>();
            lines.lines().skip(1).forEach(line -> {
                var cells = line.split(",", -1);
                counts.add(new Count(
                        new Kind(cells[0], cells[1]),
                        cells[2],
                        Integer.parseInt(cells[3]),
                        Integer.parseInt(cells[6])));
            });
            return counts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Why no joint p-value may be given; empty where the test holds its level for every outcome and estimator of the
    /// universe.
    ///
    /// @param points of the universe
    static Optional<String> objection(Universe universe, List<Universe.Point> points, Alignment alignment) {
        String way = alignment.name().toLowerCase(Locale.ROOT);
        var kinds =
                points.stream().map(point -> Kind.of(universe, point)).collect(Collectors.toCollection(TreeSet::new));
        for (var kind : kinds) {
            var count = COUNTS.stream()
                    .filter(c -> c.kind.equals(kind) && c.alignment.equals(way))
                    .filter(c -> c.datasets >= ENOUGH || !c.holds())
                    .findFirst();
            if (count.isEmpty()) {
                return Optional.of(
                        "That the joint test holds its level has not been shown for %s under %s, so no joint p-value is given. Shown, in %d simulated datasets or more, is: %s."
                                .formatted(kind, way, ENOUGH, shown()));
            }
            if (!count.get().holds()) {
                return Optional.of(
                        "Without any effect the joint test rejects in %d of %d simulated datasets at 5%% (%s under %s), which is not its level, so no joint p-value is given."
                                .formatted(count.get().rejections, count.get().datasets, kind, way));
            }
        }
        return Optional.empty();
    }

    private static String shown() {
        return COUNTS.stream()
                .filter(c -> c.datasets >= ENOUGH && c.holds())
                .collect(Collectors.groupingBy(
                        c -> c.kind, TreeMap::new, Collectors.mapping(c -> c.alignment, Collectors.toList())))
                .entrySet()
                .stream()
                .map(e -> "%s under %s".formatted(e.getKey(), String.join(", ", e.getValue())))
                .collect(Collectors.joining("; "));
    }
}
