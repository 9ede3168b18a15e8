package org.evenhand.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.evenhand.panel.PanelRow;
import org.evenhand.panel.Role;
import org.evenhand.statistics.Median;
import org.evenhand.statistics.linear.Matrix;

/// A published tier against the benchmark with every interest at its reference, and what the difference goes with.
///
/// `published − E[at reference] = Σ parts + unexplained`, with `unexplained = published − E[as it is]`. The
/// reference is the median of the same report's placements in the model for quantities, and "no" for a yes or
/// no.
///
/// @param atReference the benchmark with the interests at their reference
/// @param asIs the same model with the interests as they are
/// @param parts one for each interest
public record Divergence(Prediction atReference, Prediction asIs, List<Attribution.Part> parts) {
    public Divergence {
        parts = List.copyOf(parts);
    }

    /// The part that no interest explains, in steps.
    public double unexplained() {
        return asIs.divergence();
    }

    /// The part that goes with all interests together, in steps.
    public double explained() {
        return atReference.divergence() - asIs.divergence();
    }

    /// The divergences of the placements that pass, under a model that has not seen them.
    ///
    /// @param benchmark of a specification with interests
    public static List<Divergence> of(Benchmark benchmark, Benchmark.Trained.Model model, Predicate<PanelRow> wanted) {
        var rows = benchmark.rows();
        int[] index = rows.where(wanted);
        var design = rows.design(index);
        var variables = rows.variables();
        var moved = design.values().clone();
        for (int j = 0; j < variables.size(); j++) {
            if (variables.get(j).role() == Role.INTEREST) {
                for (int i = 0; i < index.length; i++) {
                    moved[j * index.length + i] = variables.get(j).yesNo()
                            ? 0
                            : median(rows, j, rows.row(index[i]).year());
                }
            }
        }
        var reference = Matrix.over(index.length, variables.size(), moved);
        var asIs = benchmark.predict(model, index, design);
        var atReference = benchmark.predict(model, index, reference);
        var divergences = new ArrayList<Divergence>();
        for (int i = 0; i < index.length; i++) {
            var x = new double[variables.size()];
            var r = new double[variables.size()];
            for (int j = 0; j < x.length; j++) {
                x[j] = design.get(i, j);
                r[j] = reference.get(i, j);
            }
            divergences.add(new Divergence(
                    atReference.get(i),
                    asIs.get(i),
                    Attribution.of(model.fit(), model.covariance(), variables, x, r, Benchmark.LEVEL)));
        }
        return List.copyOf(divergences);
    }

    private static double median(ModelRows rows, int column, int year) {
        return Median.of(Arrays.stream(rows.where(r -> r.year() == year)).mapToDouble(i -> rows.value(i, column)))
                .orElseThrow();
    }
}
