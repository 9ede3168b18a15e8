package org.evenhand.sanctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Stream;
import org.evenhand.core.BadData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFileTest {
    private static final Facts FACTS = new Facts(Shipped.CATALOGUE);
    private static final String GOOD = """
            # waive where the state was at war
            name: "Waive where there was armed conflict"
            otherwise: restrict
            rules:
              - decide: waive
                if: armed_conflict >= 1 within 2 years
              - decide: partial
                if: us_exports_usd >= 1_000_000_000 and drug_major = 0   # a large market
            """;

    private static Policy read(String text) {
        return PolicyFile.read("p.yaml", text, FACTS);
    }

    @Test
    void theFirstRuleThatHoldsDecides() {
        var policy = read(GOOD);
        assertThat(policy.name()).isEqualTo("Waive where there was armed conflict");
        // Syria 2014: war in 2013. Kuwait 2014: 2.6 billion of exports, no conflict. Cuba: neither.
        assertThat(policy.decide(FACTS, "SYR", 2014, Optional.empty()).decision())
                .isEqualTo(Decision.WAIVE);
        assertThat(policy.decide(FACTS, "KWT", 2014, Optional.empty()).decision())
                .isEqualTo(Decision.PARTIAL);
        assertThat(policy.decide(FACTS, "CUB", 2014, Optional.empty()).decision())
                .isEqualTo(Decision.RESTRICT);
    }

    /// No conflict data for the Marshall Islands (outside the UCDP system): the rule is named, and does not
    /// apply.
    @Test
    void aRuleWithoutDataDoesNotApplyAndIsNamed() {
        var verdict = read(GOOD).decide(FACTS, "MHL", 2015, Optional.empty());
        assertThat(verdict.decision()).isEqualTo(Decision.RESTRICT);
        assertThat(verdict.undecided()).containsExactly("waive if armed_conflict >= 1 within 2 years");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("", "p.yaml is empty."),
                Arguments.of("# nothing\n", "p.yaml is empty."),
                Arguments.of("otherwise: waive\nrules:\n", "p.yaml: key 'name' is missing."),
                Arguments.of("name: x\nrules:\n", "p.yaml: key 'otherwise' is missing."),
                Arguments.of("name: x\nname: y\n", "p.yaml line 2: key 'name' stands twice."),
                Arguments.of("name:\n", "p.yaml line 1: key 'name' has no value."),
                Arguments.of("title: x\n", "p.yaml line 1: key 'title' is not known here."),
                Arguments.of(
                        "name: x\notherwise: spare\n", "p.yaml line 2: key 'otherwise': 'spare' is not a decision."),
                Arguments.of("name x\n", "p.yaml line 1: 'name x' has no key."),
                Arguments.of("name: x\n\totherwise: waive\n", "p.yaml line 2: a tab."),
                Arguments.of(
                        "name: x\n  decide: waive\n",
                        "p.yaml line 2: key 'decide' is indented, but no 'rules:' stands above it."),
                Arguments.of(
                        "name: x\notherwise: waive\nrules:\n    decide: waive\n",
                        "p.yaml line 4: key 'decide' belongs to no rule."),
                Arguments.of(
                        "name: x\notherwise: waive\nrules:\n  - decide: waive\n",
                        "p.yaml line 4: the rule has no 'if'."),
                Arguments.of(
                        "name: x\notherwise: waive\nrules:\n  - if: drug_major = 1\n",
                        "p.yaml line 4: the rule has no 'decide'."),
                Arguments.of(
                        "name: x\notherwise: waive\nrules:\n  - decide: waive\n    if: at war\n",
                        "p.yaml line 5: key 'if': 'at war' is not a comparison."),
                Arguments.of(
                        "name: x\notherwise: waive\nrules:\n  - decide: waive\n    if: drug_major = 1 and\n",
                        "p.yaml line 5: key 'if': 'drug_major = 1 and' is not a comparison."),
                Arguments.of(
                        "name: x\notherwise: waive\nrules:\n  - decide: waive\n    if: armed_conflict >= 1 within 0 years\n",
                        "p.yaml line 5: key 'if': 'armed_conflict >= 1 within 0 years' is not a comparison."),
                Arguments.of(
                        "name: x\notherwise: waive\nrules:\n  - decide: waive\n    if: oil > 1\n",
                        "p.yaml line 5: key 'if': 'oil' is not a measure."),
                Arguments.of(
                        "name: x\notherwise: waive\nrules:\n  - decide: waive\n    because: war\n",
                        "p.yaml line 5: key 'because' is not known here."));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void everyMistakeNamesItsLineAndKey(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadData.class).hasMessage(message);
    }
}
