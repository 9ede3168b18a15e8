package org.evenhand.statistics.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.function.IntToDoubleFunction;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.R064Store;

/// 5,000 random sparse tables: each ends in an estimate with a positive definite information, or in a reason
/// that a second way of deciding confirms.
class SparseTablesTest {
    private static final int TABLES = 5000;
    private static final long SEED = 8;

    @DisplayName("Every sparse table ends in an estimate or in a confirmed reason")
    @Test
    void everyTableEnds() {
        int estimates = 0;
        var reasons = new EnumMap<Failure, Integer>(Failure.class);
        for (int trial = 0; trial < TABLES; trial++) {
            var random = Streams.of(SEED, trial);
            int lists = 3 + random.nextInt(4);
            var table = RandomTables.table(RandomTables.sparse(lists, random));
            var selection = switch (trial % 3) {
                case 0 -> Selection.stepwise();
                case 1 -> new Selection.Bic(lists - 1, Selection.Search.DOWNHILL);
                default -> Selection.bic(lists, 2);
            };
            switch (MultipleSystems.estimate(table, selection)) {
                case Outcome.Estimate estimate -> {
                    estimates++;
                    confirmMaximum(table, estimate.model(), estimate::coefficient);
                    assertThat(Math.log(estimate.unseen())).isCloseTo(estimate.coefficient(0), within(1e-9));
                    assertThat(estimate.logUnseenError()).isPositive().isFinite();
                }
                case Outcome.None(var failure, var reason) -> {
                    assertThat(reason).isNotBlank();
                    reasons.merge(failure, 1, Integer::sum);
                    confirmReason(table, selection, failure);
                }
            }
        }
        assertThat(estimates).isGreaterThan(TABLES / 2);
        assertThat(reasons).containsKeys(Failure.NOT_EXISTING, Failure.TOO_FEW_LISTS);
        assertThat(reasons.getOrDefault(Failure.DID_NOT_CONVERGE, 0)).isZero();
    }

    /// From the coefficients alone, with a design matrix: the fitted table has the observed sufficient
    /// statistics (so the score is zero) and the information is positive definite; the likelihood is concave,
    /// so this is its maximum.
    private static void confirmMaximum(CaptureTable table, HierarchicalModel model, IntToDoubleFunction coefficient) {
        var counts = Counts.of(table);
        int[] free =
                Arrays.stream(model.terms()).filter(t -> counts.overlap(t) > 0).toArray();
        var means = new double[counts.cells()];
        for (int c = 1; c < means.length; c++) {
            double predictor = 0;
            for (int term : model.terms()) {
                predictor += (c & term) == term ? coefficient.applyAsDouble(term) : 0;
            }
            means[c] = Math.exp(predictor);
        }
        var information = R064Store.FACTORY.make(free.length, free.length);
        for (int i = 0; i < free.length; i++) {
            double expected = 0;
            for (int c = 1; c < means.length; c++) {
                expected += (c & free[i]) == free[i] ? means[c] : 0;
            }
            assertThat(expected)
                    .as("%s on %s", model, RandomTables.show(counts))
                    .isCloseTo(counts.overlap(free[i]), within(1e-3));
            for (int j = 0; j < free.length; j++) {
                double sum = 0;
                for (int c = 1; c < means.length; c++) {
                    sum += (c & (free[i] | free[j])) == (free[i] | free[j]) ? means[c] : 0;
                }
                information.set(i, j, sum);
            }
        }
        var cholesky = Cholesky.R064.make(information);
        cholesky.decompose(information);
        assertThat(cholesky.isSPD()).as("information of %s", model).isTrue();
    }

    private static void confirmReason(CaptureTable table, Selection selection, Failure failure) {
        var counts = Counts.of(table);
        var mainEffects = HierarchicalModel.mainEffects(table.size());
        switch (failure) {
            case TOO_FEW_LISTS ->
                assertThat(java.util.stream.IntStream.range(0, table.size())
                                .filter(list -> counts.overlap(1 << list) > 0)
                                .count())
                        .isLessThan(3);
            case NOT_EXISTING, NOT_IDENTIFIED -> {
                assertThat(EstimabilityTest.floating(mainEffects, counts)).isNotEqualTo(Estimability.Verdict.ESTIMABLE);
                if (selection instanceof Selection.Bic(int order, var search)
                        && search == Selection.Search.EXHAUSTIVE
                        && table.size() == 3) {
                    assertThat(HierarchicalModels.upTo(table.size(), order))
                            .noneMatch(model ->
                                    EstimabilityTest.floating(model, counts) == Estimability.Verdict.ESTIMABLE);
                }
            }
            // The maximum is there, but far beyond what a population can be.
            case EXPLODED -> {
                var chooser = new DownhillChooser(table.size() - 1, new EstimabilityCache(table.size() - 1));
                assertThat(chooser.choose(counts, new Fitter(table.size())))
                        .isInstanceOfSatisfying(Pick.Found.class, found -> {
                            assertThat(found.unseen()).isGreaterThan(MultipleSystems.EXPLODED * counts.total());
                            confirmMaximum(table, found.model(), term -> found.parameters()[term]);
                        });
            }
            case DID_NOT_CONVERGE -> throw new AssertionError("did not converge on " + RandomTables.show(counts));
        }
    }
}
