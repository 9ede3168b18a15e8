package org.evenhand.statistics.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    @DisplayName("There are as many hierarchical models with all main effects as in the authors' catalogue")
    @ParameterizedTest
    @CsvSource({"2, 1, 1", "3, 2, 8", "4, 3, 113", "5, 4, 6893", "6, 2, 32768", "5, 2, 1024"})
    void numberOfModels(int lists, int order, int models) {
        assertThat(HierarchicalModels.upTo(lists, order)).hasSize(models).doesNotHaveDuplicates();
        assertThat(HierarchicalModels.count(lists, order, 40_000)).hasValue(models);
        assertThat(HierarchicalModels.count(lists, order, models - 1)).isEmpty();
    }

    @DisplayName("Branch and bound finds the model of smallest BIC that fitting every model finds")
    @Test
    void branchAndBoundIsExact() {
        int found = 0;
        for (int trial = 0; trial < 150; trial++) {
            var random = Streams.of(77, trial);
            int lists = 3 + random.nextInt(3);
            int order = lists == 5 ? 2 : lists - 1;
            var table = RandomTables.table(RandomTables.sparse(lists, random));
            if (table.listsInUse() < 3) {
                continue;
            }
            var cache = new EstimabilityCache(order);
            var counts = Counts.of(table);
            var fitter = new Fitter(lists);
            double best = Double.POSITIVE_INFINITY;
            for (var model : HierarchicalModels.upTo(lists, order)) {
                if (cache.on(counts).estimable(model) && fitter.fit(model, counts) == Fitter.End.CONVERGED) {
                    best = Math.min(best, Chooser.score(model, fitter.kernel(), counts));
                }
            }
            var pick = new ExhaustiveChooser(order, cache, List.of()).choose(counts, fitter);
            if (pick instanceof Pick.Found f) {
                found++;
                assertThat(f.score()).isCloseTo(best, within(1e-6));
            } else {
                assertThat(best).isInfinite();
            }
        }
        assertThat(found).isGreaterThan(75);
    }

    @DisplayName("A downhill search never ends below the exhaustive one")
    @Test
    void downhillIsNoBetterThanExhaustive() {
        for (int trial = 0; trial < 40; trial++) {
            var random = Streams.of(78, trial);
            var table = RandomTables.table(RandomTables.sparse(4, random));
            var all = MultipleSystems.estimate(table, new Selection.Bic(3, Selection.Search.EXHAUSTIVE));
            var downhill = MultipleSystems.estimate(table, new Selection.Bic(3, Selection.Search.DOWNHILL));
            if (all instanceof Outcome.Estimate a && downhill instanceof Outcome.Estimate d) {
                assertThat(d.bic()).isGreaterThanOrEqualTo(a.bic() - 1e-6);
            }
        }
    }

    @DisplayName("Threshold 0 leaves the main effects; lists of one order leave them too")
    @Test
    void mainEffectsOnly() {
        var table = Tables.western();
        assertThat(MultipleSystems.estimate(table, new Selection.Stepwise(0)))
                .isInstanceOfSatisfying(
                        Outcome.Estimate.class, e -> assertThat(e.model()).isEqualTo(HierarchicalModel.mainEffects(5)));
        assertThat(MultipleSystems.estimate(table, new Selection.Bic(1, Selection.Search.DOWNHILL)))
                .isInstanceOfSatisfying(
                        Outcome.Estimate.class, e -> assertThat(e.model()).isEqualTo(HierarchicalModel.mainEffects(5)));
    }

    @DisplayName("Lists that never overlap give a parameter at minus infinity, named")
    @Test
    void boundaryIsNamed() {
        var outcome = MultipleSystems.estimate(Tables.netherlandsFiveLists(), Selection.stepwise());
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Estimate.class, e -> {
            assertThat(e.boundary()).containsExactly("K:R");
            assertThat(e.coefficient(0b01010)).isEqualTo(Double.NEGATIVE_INFINITY);
        });
    }

    @DisplayName("The weights of a ranking add to one over all models, and better models weigh more")
    @Test
    void weights() {
        var ranking = MultipleSystems.analyse(
                        Tables.korea(),
                        new MultipleSystems.Options(Selection.bic(3, 2), 0, 1, 0.95),
                        Executor.sequential())
                .ranking()
                .orElseThrow();
        assertThat(ranking.models()).hasSize(6);
        assertThat(ranking.failed()).containsEntry(Failure.NOT_EXISTING, 2);
        assertThat(ranking.models().stream().mapToDouble(RankedModel::weight).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(ranking.models()).isSortedAccordingTo(java.util.Comparator.comparingDouble(RankedModel::bic));
        // exp(−(58.96859631 − 57.14080988) / 2), from the BIC that the authors' software prints
        assertThat(ranking.models().get(1).weight() / ranking.models().get(0).weight())
                .isCloseTo(0.40094, within(1e-4));
    }
}
