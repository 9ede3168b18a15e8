package org.evenhand.statistics.decision;

import java.util.List;
import java.util.Optional;
import org.evenhand.statistics.tasks.Interruption;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// Linear programs over weights that are not negative and add to one, solved with ojAlgo's simplex method.
final class WeightProgram {
    private WeightProgram() {}

    /// The least value of `objective · w` over the weights that meet `conditions`, and weights that reach it;
    /// empty if no weights meet them. The weight simplex is bounded, so there is no third case.
    static Optional<Optimum> minimise(double[] objective, List<HalfSpace> conditions) {
        int n = objective.length;
        var model = new ExpressionsBasedModel();
        Variable[] w = new Variable[n];
        for (int k = 0; k < n; k++) {
            w[k] = model.newVariable("w" + k).lower(0).upper(1).weight(objective[k]);
        }
        Expression sum = model.newExpression("sum").level(1);
        for (Variable v : w) {
            sum.set(v, 1);
        }
        for (int r = 0; r < conditions.size(); r++) {
            HalfSpace condition = conditions.get(r);
            Expression row = model.newExpression("r" + r);
            for (int k = 0; k < n; k++) {
                if (condition.normal[k] != 0) {
                    row.set(w[k], condition.normal[k]);
                }
            }
            if (condition.equality) {
                row.level(condition.bound);
            } else {
                row.upper(condition.bound);
            }
        }
        Optimisation.Result result = model.minimise();
        Interruption.check();
        if (!result.getState().isFeasible()) {
            return Optional.empty();
        }
        double[] at = new double[n];
        double value = 0;
        for (int k = 0; k < n; k++) {
            at[k] = Math.min(1, Math.max(0, result.doubleValue(k)));
            value += objective[k] * at[k];
        }
        return Optional.of(new Optimum(value, at));
    }

    static boolean feasible(int criteria, List<HalfSpace> conditions) {
        return minimise(new double[criteria], conditions).isPresent();
    }

    /// The least value and weights that reach it.
    static final class Optimum {
        final double value;
        final double[] at;

        Optimum(double value, double[] at) {
            this.value = value;
            this.at = at;
        }
    }
}
