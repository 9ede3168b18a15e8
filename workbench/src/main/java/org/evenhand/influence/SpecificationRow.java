package org.evenhand.influence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenhand.core.Digits;
import org.evenhand.statistics.multiverse.Outcome;
import org.evenhand.statistics.ordinal.Effects;

/// One specification and what came of it, as cells of the table `universe_specifications`.
///
/// Effects are changes of a probability, plus for a better outcome for the government, with the ends of their 95%
/// intervals. What does not exist is blank.
///
/// @param point the specification
/// @param outcome what came of it
record SpecificationRow(Universe.Point point, Outcome outcome) {
    /// The coverage of the kept intervals.
    private static final double LEVEL = 0.95;

    private static final String ESTIMATED = "ok";

    /// The columns of a specification, in the order of [#cells].
    static final List<String> COLUMNS = Stream.of(
                    Stream.of("number"),
                    Stream.of(Dimension.values()).map(Dimension::key),
                    Stream.of("status"),
                    estimate("effect"),
                    estimate("effect_watch_list"),
                    Stream.of("slope", "slope_error", "n", "countries", "robustness", "reason"))
            .flatMap(s -> s)
            .toList();

    private static Stream<String> estimate(String name) {
        return Stream.of(name, name + "_error", name + "_low", name + "_high");
    }

    /// The row, in the order of the columns.
    List<String> cells() {
        var cells = new ArrayList<String>(COLUMNS.size());
        cells.add(Integer.toString(point.number()));
        for (var dimension : Dimension.values()) {
            cells.add(point.of(dimension));
        }
        switch (outcome) {
            case Outcome.Estimated e -> {
                cells.add(ESTIMATED);
                add(cells, Optional.of(e.effect()));
                add(cells, e.second());
                cells.addAll(List.of(
                        Digits.nine(e.slope()),
                        Digits.nine(e.slopeError()),
                        Integer.toString(e.n()),
                        Integer.toString(e.blocks()),
                        Digits.nine(e.robustness()),
                        ""));
            }
            case Outcome.Failed(var status, var reason) -> {
                cells.add(status);
                while (cells.size() < COLUMNS.size() - 1) {
                    cells.add("");
                }
                cells.add(reason);
            }
        }
        return cells;
    }

    private static void add(List<String> cells, Optional<Effects.Estimate> estimate) {
        cells.addAll(estimate.map(e -> List.of(
                        Digits.nine(e.value()), Digits.nine(e.error()), Digits.nine(e.low()), Digits.nine(e.high())))
                .orElseGet(() -> List.of("", "", "", "")));
    }

    /// Reads what [#cells] wrote.
    static SpecificationRow of(List<String> cells) {
        var next = cells.iterator();
        int number = Integer.parseInt(next.next());
        var options = new EnumMap<Dimension, String>(Dimension.class);
        for (var dimension : Dimension.values()) {
            options.put(dimension, next.next());
        }
        var point = new Universe.Point(number, options);
        String status = next.next();
        if (!status.equals(ESTIMATED)) {
            return new SpecificationRow(point, new Outcome.Failed(status, cells.getLast()));
        }
        var effect =
                estimate(next.next(), next.next(), next.next(), next.next()).orElseThrow();
        var second = estimate(next.next(), next.next(), next.next(), next.next());
        return new SpecificationRow(
                point,
                new Outcome.Estimated(
                        effect,
                        second,
                        Double.parseDouble(next.next()),
                        Double.parseDouble(next.next()),
                        Integer.parseInt(next.next()),
                        Integer.parseInt(next.next()),
                        Double.parseDouble(next.next())));
    }

    private static Optional<Effects.Estimate> estimate(String value, String error, String low, String high) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Effects.Estimate(
                        Double.parseDouble(value),
                        Double.parseDouble(error),
                        Double.parseDouble(low),
                        Double.parseDouble(high),
                        LEVEL));
    }
}
