package org.evenhand.statistics.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Point estimates as printed in the literature, or as given by the authors' own software (SparseMSE 2.0.1 for
/// stepwise, MultipleSystemsEstimation of August 2026 for BIC) where nothing is printed.
class PublishedEstimatesTest {
    private static final Selection STEPWISE = Selection.stepwise();

    private static Selection bic(int order) {
        return new Selection.Bic(order, Selection.Search.EXHAUSTIVE);
    }

    private static Selection downhill(int order) {
        return new Selection.Bic(order, Selection.Search.DOWNHILL);
    }

    static Stream<Arguments> published() {
        return Stream.of(
                // Chan, Silverman & Vincent 2021, and SparseMSE's default threshold 0.02
                Arguments.of("UK five lists", Tables.unitedKingdomFiveLists(), STEPWISE, 11313, "[12,13,24,25,35,45]"),
                Arguments.of("UK six lists", Tables.unitedKingdom(), STEPWISE, 11417.9910915, "[12,13,24,25,35,36,45]"),
                Arguments.of("Western", Tables.western(), STEPWISE, 2483, "[15,2,3,4]"),
                Arguments.of(
                        "Netherlands five",
                        Tables.netherlandsFiveLists(),
                        STEPWISE,
                        121521.613712,
                        "[12,13,15,24,34,35]"),
                Arguments.of(
                        "Netherlands six", Tables.netherlands(), STEPWISE, 111139.37123, "[12,16,23,25,34,36,45,46]"),
                Arguments.of("Kosovo", Tables.kosovo(), STEPWISE, 14341.6638004, "[12,13,14,23,34]"),
                Arguments.of("New Orleans", Tables.newOrleans(), STEPWISE, 1110.48808107, "[45,1,2,3,6,7,8]"),
                Arguments.of("New Orleans five", Tables.newOrleansFiveLists(), STEPWISE, 981.431366993, "[1,2,3,4,5]"),
                Arguments.of("Korea", Tables.korea(), STEPWISE, 268.777777778, "[12,3]"),
                Arguments.of("artificial", Tables.artificial(), STEPWISE, 539.093929429, "[1,2,3]"),
                // Silverman, Chan & Vincent 2024, table 6
                Arguments.of("UK five, pairs", Tables.unitedKingdomFiveLists(), bic(2), 22991, "[12,13,23,25,34]"),
                Arguments.of("UK five, triples", Tables.unitedKingdomFiveLists(), bic(3), 25311, "[123,25,34]"),
                Arguments.of("UK five, all", Tables.unitedKingdomFiveLists(), bic(4), 25311, "[123,25,34]"),
                Arguments.of("Kosovo", Tables.kosovo(), bic(3), 10357, "[123,14,34]"),
                Arguments.of("Kosovo, pairs", Tables.kosovo(), bic(2), 14342, "[12,13,14,23,34]"),
                Arguments.of("New Orleans five", Tables.newOrleansFiveLists(), bic(2), 981, "[1,2,3,4,5]"),
                Arguments.of("Korea", Tables.korea(), bic(2), 157.1666667, "[12,23]"),
                Arguments.of("UK six, downhill", Tables.unitedKingdom(), downhill(2), 12350, "[12,13,25,35,36,45]"),
                Arguments.of(
                        "UK six, downhill, all", Tables.unitedKingdom(), downhill(5), 12350, "[12,13,25,35,36,45]"),
                Arguments.of(
                        "UK five, downhill", Tables.unitedKingdomFiveLists(), downhill(4), 12262, "[12,13,25,35,45]"),
                Arguments.of("Kosovo, downhill", Tables.kosovo(), downhill(3), 10357, "[123,14,34]"),
                Arguments.of("New Orleans, downhill", Tables.newOrleans(), downhill(7), 1110, "[45,1,2,3,6,7,8]"),
                // MultipleSystemsEstimation
                Arguments.of("Western, triples", Tables.western(), bic(3), 2483.38392023, "[15,2,3,4]"),
                Arguments.of(
                        "Netherlands five, pairs",
                        Tables.netherlandsFiveLists(),
                        bic(2),
                        48012.72629,
                        "[12,15,23,24,25,35,45]"),
                Arguments.of(
                        "Netherlands five, triples",
                        Tables.netherlandsFiveLists(),
                        bic(3),
                        148788.75899,
                        "[135,12,24,34]"),
                Arguments.of(
                        "Netherlands six, downhill",
                        Tables.netherlands(),
                        downhill(2),
                        43584.737315351,
                        "[12,14,16,23,24,25,26,36,46,56]"));
    }

    @DisplayName("The model and the point estimate are the published ones")
    @ParameterizedTest(name = "{0}: {3} by {4}")
    @MethodSource("published")
    void estimate(String name, CaptureTable table, Selection selection, double total, String model) {
        assertThat(MultipleSystems.estimate(table, selection)).isInstanceOfSatisfying(Outcome.Estimate.class, e -> {
            assertThat(e.model().notation()).isEqualTo(model);
            assertThat(e.total()).isCloseTo(total, Percentage.withPercentage(total == Math.rint(total) ? 0.1 : 1e-6));
        });
    }

    static Stream<Arguments> criteria() {
        return Stream.of(
                Arguments.of(Tables.unitedKingdomFiveLists(), bic(2), 196.5397556),
                Arguments.of(Tables.unitedKingdomFiveLists(), bic(3), 195.8791056),
                Arguments.of(Tables.netherlandsFiveLists(), bic(2), 222.0539103),
                Arguments.of(Tables.netherlandsFiveLists(), bic(3), 219.1707295),
                Arguments.of(Tables.kosovo(), bic(3), 203.0296328),
                Arguments.of(Tables.western(), bic(2), 118.7443147),
                Arguments.of(Tables.korea(), bic(2), 57.14080988),
                Arguments.of(Tables.unitedKingdom(), downhill(2), 244.11934568));
    }

    @DisplayName("The criterion is that of the authors' software, its constants included")
    @ParameterizedTest
    @MethodSource("criteria")
    void criterion(CaptureTable table, Selection selection, double bic) {
        assertThat(MultipleSystems.estimate(table, selection))
                .isInstanceOfSatisfying(
                        Outcome.Estimate.class, e -> assertThat(e.bic()).isCloseTo(bic, within(5e-7)));
    }
}
