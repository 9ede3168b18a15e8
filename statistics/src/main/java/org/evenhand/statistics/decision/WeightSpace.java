package org.evenhand.statistics.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The weights that agree with what was stated: a polytope inside the simplex `w ≥ 0, Σw = 1`. "Weighs more"
/// is strict in words and `≥` here; the boundary has no volume.
///
/// Made by [WeightStatements]; never empty.
public final class WeightSpace implements StatedWeights {
    private final List<String> criteria;
    private final List<Statement> statements;
    private final List<HalfSpace> conditions;
    private final Optional<int[][][]> chains;
    private final List<HalfSpace> besideChains;

    WeightSpace(
            List<String> criteria,
            List<Statement> statements,
            List<HalfSpace> conditions,
            Optional<int[][][]> chains,
            List<HalfSpace> besideChains) {
        this.criteria = List.copyOf(criteria);
        this.statements = List.copyOf(statements);
        this.conditions = List.copyOf(conditions);
        this.chains = chains;
        this.besideChains = List.copyOf(besideChains);
    }

    /// All weights: no preference stated.
    public static WeightSpace all(List<String> criteria) {
        return new WeightSpace(criteria, List.of(), List.of(), Optional.of(new int[0][][]), List.of());
    }

    public List<String> criteria() {
        return criteria;
    }

    public List<Statement> statements() {
        return statements;
    }

    /// All stated conditions.
    List<HalfSpace> conditions() {
        return conditions;
    }

    /// The order conditions as disjoint ranked groups, where they have that form.
    Optional<int[][][]> chains() {
        return chains;
    }

    /// The conditions that [#chains()] does not already meet; all of them where there are no chains.
    List<HalfSpace> besideChains() {
        return besideChains;
    }

    /// Whether weights `w` agree with every statement, up to `tolerance`.
    public boolean contains(double[] w, double tolerance) {
        double sum = 0;
        for (double x : w) {
            if (x < -tolerance) {
                return false;
            }
            sum += x;
        }
        if (w.length != criteria.size() || Math.abs(sum - 1) > tolerance) {
            return false;
        }
        for (HalfSpace condition : conditions) {
            double slack = condition.slack(w);
            if (condition.equality ? Math.abs(slack) > tolerance : slack < -tolerance) {
                return false;
            }
        }
        return true;
    }

    /// The least and the largest weight that each criterion can have, in the criteria's order.
    public List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        for (int k = 0; k < criteria.size(); k++) {
            double[] objective = new double[criteria.size()];
            objective[k] = 1;
            double low = WeightProgram.minimise(objective, conditions).orElseThrow().value;
            objective[k] = -1;
            double high = -WeightProgram.minimise(objective, conditions).orElseThrow().value;
            ranges.add(new Range(criteria.get(k), low, high));
        }
        return ranges;
    }

    /// What the statements leave to one criterion.
    public record Range(String criterion, double low, double high) {}
}
