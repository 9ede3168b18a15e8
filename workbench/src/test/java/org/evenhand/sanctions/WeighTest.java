package org.evenhand.sanctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalLong;
import org.evenhand.core.BadData;
import org.evenhand.core.BadRequest;
import org.evenhand.core.Basis;
import org.evenhand.core.NoAnswer;
import org.evenhand.document.Document;
import org.evenhand.statistics.decision.NecessaryWeight;
import org.evenhand.statistics.decision.Smaa2;
import org.evenhand.statistics.decision.WeightSpace;
import org.evenhand.statistics.tasks.Executor;
import org.evenhand.weighing.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeighTest {
    private static AidSplit aid(long economic, long military, long narcotics) {
        return AidSplit.split(
                "XAA",
                2014,
                economic + military,
                OptionalLong.of(economic),
                OptionalLong.of(military),
                OptionalLong.of(0),
                OptionalLong.of(narcotics),
                OptionalLong.empty(),
                Basis.SOURCED,
                List.of("fa_gov"));
    }

    private static double leverage(AidSplit aid, int option, NecessaryWeight.At at) {
        var problem = Weighing.of(List.of(aid));
        var found = NecessaryWeight.of(
                problem, WeightSpace.all(problem.criterionNames()), option, at, NecessaryWeight.Open.SET_ASIDE);
        return ((NecessaryWeight.Between) found.getFirst()).least();
    }

    /// By hand. Economic aid alone: full restrictions gain the leverage and lose what harm counts, so half
    /// the weight. With narcotics aid too, half of it lost at the middle: w ≥ (1 − w)/2, a third; none of it
    /// lost: nothing needed.
    @Test
    void theWeightThatLeverageMustHave() {
        assertThat(leverage(aid(100, 0, 0), 0, NecessaryWeight.At.STATED)).isCloseTo(0.5, within(1e-9));
        assertThat(leverage(aid(100, 0, 50), 0, NecessaryWeight.At.STATED)).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(leverage(aid(100, 0, 50), 0, NecessaryWeight.At.FAVOURABLE)).isCloseTo(0, within(1e-9));
        assertThat(leverage(aid(100, 40, 0), 2, NecessaryWeight.At.STATED)).isCloseTo(0, within(1e-9));
    }

    @Test
    void criteriaWithoutDataStayOpen() {
        assertThat(Weighing.of(List.of(aid(100, 40, 10))).openCriteria())
                .containsExactly("democracy", "trade", "migration");
        var none = OptionalLong.empty();
        var late = AidSplit.split("XAA", 2021, 50, none, none, none, none, none, Basis.SOURCED, List.of("fa_gov"));
        assertThat(Weighing.of(List.of(late)).openCriteria())
                .containsExactly("security", "narcotics", "democracy", "trade", "migration");
    }

    private static Document weigh(Preferences preferences, Executor executor) {
        return WeighDocument.of(
                Shipped.CATALOGUE,
                Shipped.CATALOGUE.countries().region("VEN"),
                2014,
                preferences,
                Smaa2.withDefaults().withDraws(20_000),
                executor,
                Shipped.ASKED);
    }

    @Test
    void theAnswerIsTheSameOnAnyNumberOfThreads() {
        assertThat(weigh(Preferences.none(), Executor.threads(2)))
                .isEqualTo(weigh(Preferences.none(), Executor.sequential()));
    }

    @Test
    void whoWasNotOnTier3CannotBeWeighed() {
        assertThatThrownBy(() -> WeighDocument.of(
                        Shipped.CATALOGUE,
                        Shipped.CATALOGUE.countries().region("CAN"),
                        2014,
                        Preferences.none(),
                        Smaa2.withDefaults(),
                        Executor.sequential(),
                        Shipped.ASKED))
                .isInstanceOf(NoAnswer.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "trade matters|--prefer: 'trade matters' says nothing about weights.",
                "oil > trade|--prefer: 'oil' (in 'ranking oil > trade') is not a criterion; the criteria are leverage,"
                        + " vulnerable, security, narcotics, democracy, trade, migration.",
                "trade > leverage > trade|--prefer: 'trade' stands twice in 'ranking trade > leverage > trade'.",
                "trade between 0.5 and 0.2|--prefer: the weight of trade cannot lie between 0.5 and 0.2; weights lie"
                        + " between 0 and 1."
            })
    void preferencesThatMakeNoSenseAreRefusedInOneMessage(String text, String message) {
        assertThatThrownBy(() -> weigh(Preferences.stated(List.of(text)), Executor.sequential()))
                .isInstanceOf(BadRequest.class)
                .hasMessage(message);
    }

    @Test
    void aFileOfPreferencesNamesFileAndLine() {
        assertThatThrownBy(() -> Preferences.written("mine.txt", "# nothing\n\n"))
                .isInstanceOf(BadData.class)
                .hasMessage("mine.txt states no preference.");
        assertThatThrownBy(() -> Preferences.written("mine.txt", "trade > leverage # mine\nleverage first\n"))
                .hasMessage("mine.txt line 2: 'leverage first' says nothing about weights.");
        var circle = Preferences.written("mine.txt", "trade > leverage\nleverage > trade\n");
        assertThatThrownBy(() -> weigh(circle, Executor.sequential()))
                .isInstanceOf(BadData.class)
                .hasMessage(
                        "mine.txt lines 1 and 2: the preferences go round in a circle: leverage > trade > leverage.");
        var impossible = Preferences.written("mine.txt", "trade at least 0.6\nleverage at least 0.6\n");
        assertThatThrownBy(() -> weigh(impossible, Executor.sequential()))
                .hasMessage("mine.txt lines 1 and 2: the lower bounds add to 1.200, but weights add to 1.");
    }
}
