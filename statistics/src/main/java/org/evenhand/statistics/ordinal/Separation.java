package org.evenhand.statistics.ordinal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.evenhand.statistics.linear.Matrix;
import org.evenhand.statistics.tasks.Interruption;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/// Is there a direction along which the likelihood never falls?
///
/// A direction `d` of the parameters moves each row's upper bound by `a'd` and its lower bound by `b'd`. The
/// likelihood has no maximum exactly where some `d` has `a'd ≥ 0` and `b'd ≤ 0` for all rows with one of them
/// strict [Albert & Anderson 1984; Konis 2007]. A linear program looks for it; all strict is complete
/// separation.
final class Separation {
    /// What counts as more than zero: under overlap the program ends at about 1e-12 [see docs].
    private static final double POSITIVE = 1e-6;

    private Separation() {}

    static Optional<Fit.Separated> find(Layout layout) {
        var rows = rows(layout);
        var any = solve(layout.size, rows, Goal.ANY);
        if (any.isEmpty()) {
            return Optional.empty();
        }
        var strict = solve(layout.size, rows, Goal.STRICT);
        var fewest = solve(layout.size, rows, Goal.FEWEST, layout.firstSlope, layout.levels, layout.q);
        var kind = strict.isPresent() ? Fit.Separated.Kind.COMPLETE : Fit.Separated.Kind.QUASI_COMPLETE;
        var direction = components(layout, fewest.orElse(any.get()));
        return Optional.of(new Fit.Separated(kind, direction));
    }

    private enum Goal {
        /// The largest sum of movements within the unit cube.
        ANY,
        /// The largest smallest movement within the unit cube.
        STRICT,
        /// The smallest sum of absolute slopes that moves anything by one in all.
        FEWEST
    }

    /// Distinct constraint rows `c` with `c'd ≥ 0`.
    private static List<double[]> rows(Layout layout) {
        Matrix bounds = Existence.bounds(layout);
        int upper = layout.start[layout.categories - 1];
        var seen = new HashSet<List<Double>>();
        var result = new ArrayList<double[]>();
        for (int i = 0; i < bounds.rows(); i++) {
            Interruption.check();
            var row = new double[layout.size];
            for (int j = 0; j < layout.size; j++) {
                row[j] = i < upper ? bounds.get(i, j) : 0.0 - bounds.get(i, j);
            }
            if (seen.add(Arrays.stream(row).boxed().toList())) {
                result.add(row);
            }
        }
        return result;
    }

    private static Optional<double[]> solve(int size, List<double[]> rows, Goal goal, int... shape) {
        var model = new ExpressionsBasedModel();
        var variables = new Variable[size];
        for (int j = 0; j < size; j++) {
            variables[j] = model.newVariable("d" + j);
            if (goal != Goal.FEWEST) {
                variables[j].lower(-1).upper(1);
            }
        }
        var sum = new double[size];
        Variable least = goal == Goal.STRICT
                ? model.newVariable("least").lower(0).upper(1).weight(1)
                : null;
        for (int i = 0; i < rows.size(); i++) {
            Interruption.check();
            var row = rows.get(i);
            Expression constraint = model.newExpression("r" + i).lower(0);
            for (int j = 0; j < size; j++) {
                if (row[j] != 0) {
                    constraint.set(variables[j], row[j]);
                    sum[j] += row[j];
                }
            }
            if (least != null) {
                constraint.set(least, -1);
            }
        }
        if (goal == Goal.ANY) {
            for (int j = 0; j < size; j++) {
                variables[j].weight(sum[j]);
            }
        }
        if (goal == Goal.FEWEST) {
            fewest(model, variables, sum, shape[0], shape[1], shape[2]);
        }
        var result = goal == Goal.FEWEST ? model.minimise() : model.maximise();
        Interruption.check();
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        var d = new double[size];
        for (int j = 0; j < size; j++) {
            d[j] = result.doubleValue(j);
        }
        boolean found = switch (goal) {
            case ANY, FEWEST -> certified(rows, d);
            case STRICT -> smallest(rows, d) > POSITIVE;
        };
        return found ? Optional.of(d) : Optional.empty();
    }

    /// Slopes are bounded by their absolute values, whose sum is the objective; the thresholds proper are free.
    private static void fewest(
            ExpressionsBasedModel model, Variable[] variables, double[] sum, int firstSlope, int levels, int q) {
        var total = model.newExpression("total").level(1);
        for (int j = 0; j < variables.length; j++) {
            total.set(variables[j], sum[j]);
            if (j >= firstSlope || j % q >= levels) {
                var size = model.newVariable("a" + j).lower(0).weight(1);
                model.newExpression("p" + j).lower(0).set(size, 1).set(variables[j], -1);
                model.newExpression("m" + j).lower(0).set(size, 1).set(variables[j], 1);
            }
        }
    }

    /// Checks a direction by arithmetic: nothing moves the wrong way beyond rounding, and something moves the right
    /// way.
    private static boolean certified(List<double[]> rows, double[] d) {
        double size = Arrays.stream(d).map(Math::abs).max().orElse(0);
        if (!(size > 0)) {
            return false;
        }
        double total = 0;
        for (var row : rows) {
            total += product(row, d) / size;
        }
        return total > POSITIVE && smallest(rows, d) > -1e-9 * size;
    }

    private static double smallest(List<double[]> rows, double[] d) {
        double least = Double.POSITIVE_INFINITY;
        for (var row : rows) {
            least = Math.min(least, product(row, d));
        }
        return least;
    }

    private static double product(double[] row, double[] d) {
        double sum = 0;
        for (int j = 0; j < d.length; j++) {
            sum = Math.fma(row[j], d[j], sum);
        }
        return sum;
    }

    /// The direction by column, in the data's units; entries below 1e-9 of the largest are rounding.
    private static List<Fit.Separated.Component> components(Layout layout, double[] d) {
        var names = layout.data.parameterNames();
        double most = 0;
        for (int j = 0; j < d.length; j++) {
            if (slope(layout, j)) {
                most = Math.max(most, Math.abs(d[j]));
            }
        }
        var result = new ArrayList<Fit.Separated.Component>();
        for (int j = 0; j < d.length; j++) {
            if (slope(layout, j) && Math.abs(d[j]) > 1e-9 * most) {
                double own = j >= layout.firstSlope
                        ? d[j] / layout.scales[j - layout.firstSlope]
                        : -d[j] / layout.vScales[j % layout.q];
                result.add(new Fit.Separated.Component(names.get(j), own / most));
            }
        }
        return result;
    }

    private static boolean slope(Layout layout, int j) {
        return j >= layout.firstSlope || j % layout.q >= layout.levels;
    }
}
