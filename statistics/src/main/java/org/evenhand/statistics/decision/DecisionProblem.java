package org.evenhand.statistics.decision;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Options measured on criteria.
///
/// A criterion without data is *open*: every option may stand anywhere on its scale, independently. It is
/// neither filled with a guess nor dropped, so that a result shows how little is known.
///
/// On an *ordinal* criterion every option has a [Measurement.Level], and all levels up to the last are in
/// use.
///
/// @param options names, unique, at least two
/// @param criteria names unique, at least one
/// @param measurements `options × criteria`; an empty cell is open
public record DecisionProblem(
        List<String> options, List<Criterion> criteria, List<List<Optional<Measurement>>> measurements) {
    public DecisionProblem {
        options = List.copyOf(options);
        criteria = List.copyOf(criteria);
        measurements = measurements.stream().map(List::copyOf).toList();
        if (options.size() < 2) {
            throw new IllegalArgumentException("a choice needs at least two options, found " + options);
        }
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("a choice needs at least one criterion");
        }
        requireUnique(options, "option");
        requireUnique(criteria.stream().map(Criterion::name).toList(), "criterion");
        if (measurements.size() != options.size()) {
            throw new IllegalArgumentException(
                    "%d rows of measurements for %d options".formatted(measurements.size(), options.size()));
        }
        for (int i = 0; i < options.size(); i++) {
            if (measurements.get(i).size() != criteria.size()) {
                throw new IllegalArgumentException("option '%s' has %d measurements for %d criteria"
                        .formatted(options.get(i), measurements.get(i).size(), criteria.size()));
            }
        }
        for (int k = 0; k < criteria.size(); k++) {
            requireLevels(criteria.get(k), column(measurements, k));
        }
    }

    /// The measurements of all options on one criterion.
    private static List<Optional<Measurement>> column(List<List<Optional<Measurement>>> measurements, int k) {
        return measurements.stream().map(row -> row.get(k)).toList();
    }

    private static void requireLevels(Criterion criterion, List<Optional<Measurement>> column) {
        var levels = column.stream()
                .flatMap(Optional::stream)
                .filter(Measurement.Level.class::isInstance)
                .map(Measurement.Level.class::cast)
                .toList();
        if (levels.isEmpty()) {
            return;
        }
        int last = levels.getFirst().levels();
        boolean all = levels.size() == column.size()
                && levels.stream().allMatch(level -> level.levels() == last)
                && levels.stream().map(Measurement.Level::rank).distinct().count() == last;
        if (!all || criterion.worst() != 0 || criterion.best() != 1) {
            throw new IllegalArgumentException(
                    "criterion '%s': an order needs every option, every level in use, and a scale from 0 to 1"
                            .formatted(criterion.name()));
        }
    }

    /// Whether options are only put in order on criterion `k`.
    public boolean ordinal(int k) {
        return measurements
                .getFirst()
                .get(k)
                .filter(Measurement.Level.class::isInstance)
                .isPresent();
    }

    public List<String> criterionNames() {
        return criteria.stream().map(Criterion::name).toList();
    }

    /// Whether no option has a measurement on criterion `k`.
    public boolean open(int k) {
        return measurements.stream().allMatch(row -> row.get(k).isEmpty());
    }

    /// Whether criterion `k` tells no options apart: it is open, or all options are known and the same on it.
    public boolean tellsNothing(int k) {
        return open(k)
                || measurements.stream()
                                .allMatch(row -> row.get(k)
                                        .filter(m -> m.low() == m.high())
                                        .isPresent())
                        && measurements.stream()
                                        .map(row -> row.get(k).orElseThrow().low())
                                        .distinct()
                                        .count()
                                == 1;
    }

    /// The names of the criteria that no option has data on.
    public List<String> openCriteria() {
        return criteria.stream()
                .filter(c -> open(criteria.indexOf(c)))
                .map(Criterion::name)
                .toList();
    }

    /// The measurement of option `i` on criterion `k`; an open one spans the whole scale.
    public Measurement measurement(int i, int k) {
        Criterion c = criteria.get(k);
        return measurements
                .get(i)
                .get(k)
                .orElseGet(() -> new Measurement.Uniform(Math.min(c.worst(), c.best()), Math.max(c.worst(), c.best())));
    }

    private static void requireUnique(List<String> names, String what) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("%s '%s' stands twice".formatted(what, name));
            }
        }
    }
}
