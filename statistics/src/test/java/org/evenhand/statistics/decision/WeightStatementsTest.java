package org.evenhand.statistics.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WeightStatementsTest {
    private static final List<String> CRITERIA = List.of("leverage", "trade", "narcotics");

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Refusal.Kind.EMPTY, "no preference is stated", List.of()),
                Arguments.of(
                        Refusal.Kind.UNKNOWN_CRITERION,
                        "'oil' (in 'oil > trade') is not a criterion; the criteria are leverage, trade, narcotics",
                        List.of(new Statement.MoreImportant("oil", "trade"))),
                Arguments.of(
                        Refusal.Kind.NAMED_TWICE,
                        "'trade' stands twice in 'ranking trade > leverage > trade'",
                        List.of(Statement.Ranking.of("trade", "leverage", "trade"))),
                Arguments.of(
                        Refusal.Kind.IMPOSSIBLE_BOUND,
                        "the weight of trade cannot lie between 0.4 and 0.3; weights lie between 0 and 1",
                        List.of(new Statement.Bounds("trade", 0.4, 0.3))),
                Arguments.of(
                        Refusal.Kind.CANNOT_SUM_TO_ONE,
                        "the lower bounds add to 1.100, but weights add to 1",
                        List.of(new Statement.Bounds("trade", 0.5, 1), new Statement.Bounds("leverage", 0.6, 1))),
                Arguments.of(
                        Refusal.Kind.CANNOT_SUM_TO_ONE,
                        "the upper bounds add to 0.9000, but weights add to 1",
                        List.of(
                                new Statement.Bounds("trade", 0, 0.3),
                                new Statement.Bounds("leverage", 0, 0.3),
                                new Statement.Bounds("narcotics", 0, 0.3))),
                Arguments.of(
                        Refusal.Kind.CYCLE,
                        "the preferences go round in a circle: leverage > trade > narcotics > leverage",
                        List.of(
                                Statement.Ranking.of("leverage", "trade"),
                                new Statement.MoreImportant("trade", "narcotics"),
                                new Statement.MoreImportant("narcotics", "leverage", 2))),
                Arguments.of(
                        Refusal.Kind.CONTRADICTION,
                        "no weights meet all of these at once: trade > leverage; leverage between 0.6 and 1",
                        List.of(
                                new Statement.Bounds("narcotics", 0, 0.9),
                                new Statement.MoreImportant("trade", "leverage"),
                                new Statement.Bounds("leverage", 0.6, 1))),
                Arguments.of(
                        Refusal.Kind.CONTRADICTION,
                        "no weights meet all of these at once: trade > leverage; leverage = trade",
                        List.of(
                                new Statement.MoreImportant("trade", "leverage"),
                                new Statement.EquallyImportant("leverage", "trade"))),
                Arguments.of(
                        Refusal.Kind.CONTRADICTION,
                        "no weights meet '1 leverage + 1 trade >= 2'",
                        List.of(new Statement.Linear(
                                Map.of("leverage", 1.0, "trade", 1.0), Statement.Relation.AT_LEAST, 2))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void whatLeavesNoWeightsIsRefusedInOneSentence(Refusal.Kind kind, String message, List<Statement> statements) {
        assertThat(WeightStatements.read(CRITERIA, statements)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.message()).isEqualTo(message);
        });
    }

    /// With leverage > trade > narcotics: leverage from 1/3 to 1, trade from 0 to 1/2, narcotics from 0 to
    /// 1/3.
    @Test
    void rangesSayWhatTheStatementsLeave() {
        var ranges = Problems.space(CRITERIA, Statement.Ranking.of("leverage", "trade", "narcotics"))
                .ranges();
        double[][] expected = {{1 / 3.0, 1}, {0, 0.5}, {0, 1 / 3.0}};
        for (int k = 0; k < 3; k++) {
            assertThat(ranges.get(k).criterion()).isEqualTo(CRITERIA.get(k));
            assertThat(ranges.get(k).low()).isCloseTo(expected[k][0], within(1e-9));
            assertThat(ranges.get(k).high()).isCloseTo(expected[k][1], within(1e-9));
        }
    }

    @Test
    void ratiosBoundTheWeightsFromEitherSide() {
        var space = Problems.space(
                CRITERIA,
                new Statement.Ratio("trade", Statement.Relation.AT_MOST, 2, "narcotics"),
                new Statement.Ratio("trade", Statement.Relation.AT_LEAST, 0.5, "narcotics"),
                new Statement.Ratio("leverage", Statement.Relation.EQUAL, 3, "narcotics"));
        assertThat(space.contains(new double[] {0.6, 0.2, 0.2}, 1e-12)).isTrue();
        assertThat(space.contains(new double[] {0.6, 0.3, 0.1}, 1e-12)).isFalse();
        // trade = 2 narcotics, leverage = 3 narcotics: 1/6 to narcotics; trade = narcotics/2: 2/9.
        assertThat(space.ranges().get(2).low()).isCloseTo(1 / 6.0, within(1e-9));
        assertThat(space.ranges().get(2).high()).isCloseTo(2 / 9.0, within(1e-9));
        assertThat(space.statements().getFirst().words()).isEqualTo("trade <= 2 narcotics");
    }

    @Test
    void ratiosThatExcludeEachOtherAreAContradiction() {
        var stated = WeightStatements.read(
                CRITERIA,
                List.of(
                        new Statement.Ratio("trade", Statement.Relation.AT_MOST, 0.5, "narcotics"),
                        new Statement.MoreImportant("trade", "narcotics")));
        assertThat(stated).isInstanceOfSatisfying(Refusal.class, r -> {
            assertThat(r.kind()).isEqualTo(Refusal.Kind.CONTRADICTION);
            assertThat(r.message())
                    .isEqualTo("no weights meet all of these at once: trade <= 0.5 narcotics; trade > narcotics");
        });
    }
}
