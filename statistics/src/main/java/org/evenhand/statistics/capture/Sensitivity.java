package org.evenhand.statistics.capture;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.statistics.tasks.Executor;

/// How much an estimate hangs on single lists: the analysis repeated without each list, and with each pair
/// merged.
public final class Sensitivity {
    private Sensitivity() {}

    /// One variant.
    ///
    /// @param change what was done to the table, for example `without NG` or `PF+NCA`
    /// @param analysis the analysis of the changed table, the model chosen anew
    public record Variant(String change, MultipleSystems.Analysis analysis) {}

    /// The analysis without each of the lists in turn. People on the left-out list only are no longer observed,
    /// so the estimates are of the same population, but not the observed numbers.
    public static List<Variant> leaveOneOut(CaptureTable table, MultipleSystems.Options options, Executor executor) {
        var variants = new ArrayList<Variant>();
        for (int list = 0; list < table.size() && table.size() > 1; list++) {
            var changed = table.without(list);
            variants.add(new Variant("without " + table.lists().get(list), analyse(changed, options, executor)));
        }
        return variants;
    }

    /// The analysis with each two of the lists merged into one.
    public static List<Variant> mergePairs(CaptureTable table, MultipleSystems.Options options, Executor executor) {
        var variants = new ArrayList<Variant>();
        for (int first = 0; first < table.size(); first++) {
            for (int second = first + 1; second < table.size(); second++) {
                var changed = table.merged(first, second);
                variants.add(new Variant(
                        table.lists().get(first) + "+" + table.lists().get(second),
                        analyse(changed, options, executor)));
            }
        }
        return variants;
    }

    /// With fewer lists the search is the usual one for that many, so that no search becomes impossible or
    /// local.
    private static MultipleSystems.Analysis analyse(
            CaptureTable table, MultipleSystems.Options options, Executor executor) {
        var selection = options.selection() instanceof Selection.Bic bic
                ? Selection.bic(table.size(), Math.max(1, Math.min(bic.order(), table.size() - 1)))
                : options.selection();
        return MultipleSystems.analyse(
                table,
                new MultipleSystems.Options(selection, options.replicates(), options.seed(), options.level()),
                executor);
    }
}
