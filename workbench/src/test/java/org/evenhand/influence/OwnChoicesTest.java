package org.evenhand.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.evenhand.core.BadRequest;
import org.evenhand.statistics.multiverse.Alignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A part of a declared universe.
class OwnChoicesTest {
    private final Universe trade = UniverseReader.find("trade");

    @Test
    void theRestIsExactlyTheDeclaredSpecificationsWithTheseOptions() {
        var own = OwnChoices.of(trade, List.of("lag=1", "link=logit", "evidence=policy_index", "evidence=treaties"));
        var expected = new TreeSet<String>();
        for (var point : trade.points()) {
            if (point.of(Dimension.LAG).equals("1")
                    && point.of(Dimension.LINK).equals("logit")
                    && List.of("treaties", "policy_index").contains(point.of(Dimension.EVIDENCE))) {
                expected.add(point.options().toString());
            }
        }
        var kept = new TreeSet<String>();
        own.within(trade).points().forEach(p -> kept.add(p.options().toString()));
        assertThat(kept).isEqualTo(expected).isNotEmpty();
    }

    @Test
    void theOrderInWhichOptionsAreNamedAndAllOfThemChangeNothing() {
        var one = OwnChoices.of(trade, List.of("evidence=policy_index", "evidence=treaties", "lag=1"));
        var other = OwnChoices.of(trade, List.of("lag=1", "evidence=treaties", "evidence=policy_index", "lag=1"));
        assertThat(one).isEqualTo(other);
        assertThat(one.options())
                .isEqualTo(
                        Map.of(Dimension.EVIDENCE, List.of("treaties", "policy_index"), Dimension.LAG, List.of("1")));
        assertThat(OwnChoices.of(trade, List.of("lag=2", "lag=1"))).isEqualTo(OwnChoices.NONE);
        assertThat(OwnChoices.of(trade, List.of()).within(trade)).isEqualTo(trade);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "lag=7 | lag: universe trade does not declare '7'",
                "weather=1 | 'weather=1' is not a choice",
                "lag | 'lag' is not a choice",
                "=1 | '=1' is not a choice",
                "evidence= | evidence: universe trade does not declare ''",
            })
    void whatIsNotDeclaredIsNamed(String asked, String message) {
        assertThatThrownBy(() -> OwnChoices.of(trade, List.of(asked)))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining(message);
    }

    @Test
    void choicesOfWhichAllCombinationsAreRuledOutAreRefused() {
        assertThatThrownBy(() -> OwnChoices.of(trade, List.of("lag=2", "outcome=merged")))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("ruled out");
    }

    /// A checkpoint of one part must never finish another, nor the whole.
    @Test
    void partsAreToldApart() {
        var whole = request(OwnChoices.NONE);
        var lag = request(OwnChoices.of(trade, List.of("lag=1")));
        assertThat(lag.command()).startsWith(whole.command()).endsWith(" --choose lag=1");
        var run = new UniverseRun(org.evenhand.panel.ShippedData.catalogue(), lag.universe(), Finding.Scope.ALL);
        assertThat(lag.identity(run)).isNotEqualTo(whole.identity(run));
    }

    private RunRequest request(OwnChoices own) {
        return new RunRequest(trade, own, Finding.Scope.ALL, 9, 1, Alignment.NEAREST_TIME);
    }

    @Test
    void thePartSaysHowMuchItIsAndWhatItsTestIsNot() {
        var own = OwnChoices.of(trade, List.of("lag=1", "link=logit"));
        assertThat(own.caution(trade))
                .startsWith("These are %d of the %d declared"
                        .formatted(
                                own.within(trade).points().size(),
                                trade.points().size()))
                .contains("lag 1, link logit")
                .contains("too small");
    }
}
