package org.evenhand.statistics.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.evenhand.statistics.capture.Estimability.Verdict;
import org.evenhand.statistics.tasks.Streams;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimabilityTest {
    private static final int AB = 3;
    private static final int AC = 5;
    private static final int BC = 6;

    @DisplayName("The verdicts of Chan, Silverman & Vincent 2021, table 3, on their artificial example")
    @ParameterizedTest
    @CsvSource({
        "'', ESTIMABLE",
        "AB, NOT_EXISTING",
        "AC, ESTIMABLE",
        "BC, ESTIMABLE",
        "AB AC, NOT_EXISTING",
        "AB BC, NOT_EXISTING",
        "AC BC, ESTIMABLE",
        "AB AC BC, NOT_IDENTIFIED"
    })
    void artificialExample(String pairs, Verdict verdict) {
        int[] terms = Arrays.stream(pairs.split(" ", -1))
                .filter(pair -> !pair.isEmpty())
                .mapToInt(pair -> pair.equals("AB") ? AB : pair.equals("AC") ? AC : BC)
                .toArray();
        assertThat(Estimability.of(HierarchicalModel.of(3, terms), Counts.of(Tables.artificial())))
                .isEqualTo(verdict);
    }

    @DisplayName("Every model of pairs exists for the New Orleans lists, as Chan, Silverman & Vincent 2021 report")
    @Test
    void newOrleans() {
        var counts = Counts.of(Tables.newOrleansFiveLists());
        assertThat(HierarchicalModels.upTo(5, 2))
                .allSatisfy(m -> assertThat(Estimability.of(m, counts)).isEqualTo(Verdict.ESTIMABLE));
    }

    @DisplayName("As many models of each order are estimable as the authors' software finds")
    @ParameterizedTest
    @CsvSource({"3, 6084", "4, 6519"})
    void unitedKingdom(int order, int estimable) {
        var counts = Counts.of(Tables.unitedKingdomFiveLists());
        assertThat(HierarchicalModels.upTo(5, order).stream()
                        .filter(m -> Estimability.of(m, counts) == Verdict.ESTIMABLE)
                        .count())
                .isEqualTo(estimable);
    }

    @DisplayName("Whole numbers and a linear programme in floating point agree, kept verdicts as well")
    @Test
    void agreesWithFloatingPoint() {
        var seen = new java.util.EnumMap<Verdict, Integer>(Verdict.class);
        for (int trial = 0; trial < 400; trial++) {
            var random = Streams.of(20261124, trial);
            int lists = 3 + random.nextInt(2);
            var counts = new Counts(RandomTables.sparse(lists, random));
            if (counts.total() == 0) {
                continue;
            }
            var models = HierarchicalModels.upTo(lists, lists - 1);
            var model = models.get(random.nextInt(models.size()));
            var verdict = Estimability.of(model, counts);
            assertThat(verdict).as("%s on %s", model, RandomTables.show(counts)).isEqualTo(floating(model, counts));
            assertThat(new EstimabilityCache(lists - 1).on(counts).verdict(model))
                    .isEqualTo(verdict);
            seen.merge(verdict, 1, Integer::sum);
        }
        assertThat(seen).containsKeys(Verdict.ESTIMABLE, Verdict.NOT_EXISTING, Verdict.NOT_IDENTIFIED);
    }

    /// The decision from the definition, by another solver.
    static Verdict floating(HierarchicalModel model, Counts counts) {
        int[] free =
                Arrays.stream(model.terms()).filter(t -> counts.overlap(t) > 0).toArray();
        int[] kept = IntStream.range(1, counts.cells())
                .filter(c -> Arrays.stream(model.terms()).noneMatch(t -> (c & t) == t && counts.overlap(t) == 0))
                .toArray();
        return FloatingEstimability.of(
                free,
                Arrays.stream(kept).filter(c -> counts.count(c) > 0).toArray(),
                Arrays.stream(kept).filter(c -> counts.count(c) == 0).toArray());
    }
}
