package org.evenhand.statistics.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What one must value for an option to be best: the least and the largest weight of a criterion over all
/// weights of the space with which no other option is better, by linear programming.
public sealed interface NecessaryWeight {
    String option();

    String criterion();

    /// "For `option` to be best one must give `criterion` at least `least` of the weight", and at most
    /// `most`.
    record Between(String option, String criterion, double least, double most) implements NecessaryWeight {}

    /// No weights of the space make the option best.
    record Never(String option, String criterion) implements NecessaryWeight {}

    /// Which measurements the statement is about.
    enum At {
        /// Every measurement at its mean.
        STATED,
        /// The option at its best bound, all others at their worst: what is necessary here is necessary
        /// wherever inside their bounds the measurements are.
        FAVOURABLE,
        /// The option at its worst bound, all others at their best.
        ADVERSE
    }

    /// What is done with criteria that tell no options apart ([DecisionProblem#tellsNothing(int)]).
    enum Open {
        /// They get no weight: the statement is about the criteria on which options are known to differ.
        SET_ASIDE,
        /// They count, open ones over their whole scale as `At` says; at [At#STATED] all options stand at the
        /// middle.
        COUNTED
    }

    /// The statements for each criterion, in the problem's order.
    static List<NecessaryWeight> of(DecisionProblem problem, WeightSpace space, int option, At at, Open open) {
        int n = problem.criteria().size();
        String name = problem.options().get(option);
        List<HalfSpace> conditions = new ArrayList<>(space.conditions());
        for (int j = 0; j < problem.options().size(); j++) {
            if (j != option) {
                double[] normal = new double[n];
                for (int k = 0; k < n; k++) {
                    normal[k] = lead(problem, j, option, k, at);
                }
                conditions.add(new HalfSpace(normal, 0, false));
            }
        }
        for (int k = 0; k < n; k++) {
            if (open == Open.SET_ASIDE && problem.tellsNothing(k)) {
                double[] normal = new double[n];
                normal[k] = 1;
                conditions.add(new HalfSpace(normal, 0, true));
            }
        }
        List<NecessaryWeight> found = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            String criterion = problem.criteria().get(k).name();
            double[] objective = new double[n];
            objective[k] = 1;
            var least = WeightProgram.minimise(objective, conditions);
            Arrays.setAll(objective, i -> -objective[i]);
            var most = WeightProgram.minimise(objective, conditions);
            found.add(
                    least.isEmpty() || most.isEmpty()
                            ? new Never(name, criterion)
                            : new Between(
                                    name,
                                    criterion,
                                    least.get().value,
                                    Math.max(least.get().value, -most.get().value)));
        }
        return found;
    }

    /// By how much `other` is ahead of `option` on criterion `k`. Where options are only put in order the
    /// two values move together: whoever stands higher is ahead by anything from nothing to the whole scale.
    private static double lead(DecisionProblem problem, int other, int option, int k, At at) {
        if (at != At.STATED
                && problem.measurement(other, k) instanceof Measurement.Level theirs
                && problem.measurement(option, k) instanceof Measurement.Level ours) {
            return switch (at) {
                case FAVOURABLE -> leastLead(theirs, ours);
                case ADVERSE -> -leastLead(ours, theirs);
                case STATED -> throw new IllegalStateException("the stated lead has no bounds");
            };
        }
        return value(problem, other, k, opposite(at)) - value(problem, option, k, at);
    }

    /// The least by which `one` can be ahead of `other`; negative if it stands lower.
    private static double leastLead(Measurement.Level one, Measurement.Level other) {
        if (one.rank() == other.rank()) {
            return 0;
        }
        if (one.rank() > other.rank()) {
            return -1;
        }
        return one.rank() == 1 && other.rank() == other.levels() ? 1 : 0;
    }

    private static At opposite(At at) {
        return switch (at) {
            case STATED -> At.STATED;
            case FAVOURABLE -> At.ADVERSE;
            case ADVERSE -> At.FAVOURABLE;
        };
    }

    private static double value(DecisionProblem problem, int option, int k, At at) {
        Criterion c = problem.criteria().get(k);
        Measurement x = problem.measurement(option, k);
        double low = c.value(x.low());
        double high = c.value(x.high());
        return switch (at) {
            case STATED -> c.value(x.mean());
            case FAVOURABLE -> Math.max(low, high);
            case ADVERSE -> Math.min(low, high);
        };
    }
}
