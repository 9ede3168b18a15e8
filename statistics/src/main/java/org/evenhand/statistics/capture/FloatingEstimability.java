package org.evenhand.statistics.capture;

import java.util.ArrayList;
import java.util.Arrays;
import org.evenhand.statistics.tasks.Interruption;
import org.ojalgo.matrix.decomposition.SingularValue;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/// The decision of [Estimability] in floating point, stated as in the paper: the largest `s` for which some
/// table has every cell of `K` at least `s` and the observed sufficient statistics [Chan, Silverman & Vincent
/// 2021, section 2.5].
///
/// Used if whole numbers overflow, and by the tests as a second opinion. The counts enter as 1 on the positive
/// cells, since only their zeros matter.
final class FloatingEstimability {
    private static final double TOLERANCE = 1e-6;

    private FloatingEstimability() {}

    /// @param terms the terms that are not on the boundary
    /// @param positive cells with a positive count
    /// @param empty cells of `K` with count zero
    static Estimability.Verdict of(int[] terms, int[] positive, int[] empty) {
        var cells = new ArrayList<Integer>();
        Arrays.stream(positive).forEach(cells::add);
        Arrays.stream(empty).forEach(cells::add);
        return Estimability.verdict(largestFloor(terms, positive, cells) > TOLERANCE, identified(terms, cells));
    }

    private static double largestFloor(int[] terms, int[] positive, ArrayList<Integer> cells) {
        var model = new ExpressionsBasedModel();
        Variable floor = model.newVariable("floor").lower(0).upper(1).weight(1);
        var unknowns = new ArrayList<Variable>();
        for (int cell : cells) {
            Variable unknown = model.newVariable("x" + cell).lower(0);
            unknowns.add(unknown);
            model.newExpression("floor" + cell).lower(0).set(unknown, 1).set(floor, -1);
        }
        for (int term : terms) {
            Expression equation = model.newExpression("t" + term)
                    .level(Arrays.stream(positive)
                            .filter(c -> (c & term) == term)
                            .count());
            for (int j = 0; j < cells.size(); j++) {
                if ((cells.get(j) & term) == term) {
                    equation.set(unknowns.get(j), 1);
                }
            }
        }
        var result = model.maximise();
        Interruption.check();
        return result.getState().isFeasible() ? floor.getValue().doubleValue() : 0;
    }

    private static boolean identified(int[] terms, ArrayList<Integer> cells) {
        if (cells.size() < terms.length) {
            return false;
        }
        var design = R064Store.FACTORY.make(cells.size(), terms.length);
        for (int i = 0; i < cells.size(); i++) {
            for (int j = 0; j < terms.length; j++) {
                design.set(i, j, (cells.get(i) & terms[j]) == terms[j] ? 1 : 0);
            }
        }
        var decomposition = SingularValue.R064.make(design);
        decomposition.decompose(design);
        return decomposition.getRank() == terms.length;
    }
}
