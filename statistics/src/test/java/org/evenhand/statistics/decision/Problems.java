package org.evenhand.statistics.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Small problems for tests.
final class Problems {
    private Problems() {}

    /// Options A, B, … measured exactly on criteria c1, c2, … with scale 0 to 1.
    static DecisionProblem exact(double[]... rows) {
        List<List<Optional<Measurement>>> measurements = new ArrayList<>();
        for (double[] row : rows) {
            List<Optional<Measurement>> cells = new ArrayList<>();
            for (double x : row) {
                cells.add(Optional.of(new Measurement.Point(x)));
            }
            measurements.add(cells);
        }
        return of(measurements);
    }

    static DecisionProblem of(List<List<Optional<Measurement>>> measurements) {
        List<String> options = new ArrayList<>();
        for (int i = 0; i < measurements.size(); i++) {
            options.add(String.valueOf((char) ('A' + i)));
        }
        return new DecisionProblem(
                options,
                names(measurements.getFirst().size()).stream()
                        .map(name -> new Criterion(name, 0, 1))
                        .toList(),
                measurements);
    }

    static List<String> names(int criteria) {
        List<String> names = new ArrayList<>();
        for (int k = 1; k <= criteria; k++) {
            names.add("c" + k);
        }
        return names;
    }

    /// Random exact measurements in 0 to 1.
    static DecisionProblem random(RandomGenerator random, int options, int criteria) {
        double[][] rows = new double[options][criteria];
        for (double[] row : rows) {
            for (int k = 0; k < criteria; k++) {
                row[k] = random.nextDouble();
            }
        }
        return exact(rows);
    }

    static WeightSpace space(List<String> criteria, Statement... statements) {
        return switch (WeightStatements.read(criteria, List.of(statements))) {
            case WeightSpace space -> space;
            case Refusal refusal -> throw new AssertionError(refusal.message());
        };
    }
}
