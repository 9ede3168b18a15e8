package org.evenhand.sanctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenhand.core.BadData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.ObjectMapper;

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

    private static final String HEAD = "name: x\notherwise: waive\nrules:\n";

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("", "p.yaml line 1: it is empty, expected a policy."),
                Arguments.of("# nothing\n", "p.yaml line 1: it is empty, expected a policy."),
                Arguments.of("otherwise: waive\nrules:\n", "p.yaml line 1: the key name is missing, expected it."),
                Arguments.of("name: x\nrules:\n", "p.yaml line 1: the key otherwise is missing, expected it."),
                Arguments.of(
                        "name: x\nname: y\n",
                        "p.yaml line 2, name: the key stands there twice, expected each key once."),
                Arguments.of(
                        "name:\notherwise: waive\n",
                        "p.yaml line 1, name: nothing, expected a few words that say what the policy does."),
                Arguments.of(
                        "title: x\n",
                        "p.yaml line 1, title: the key title is not known here, expected one of name, otherwise,"
                                + " rules."),
                Arguments.of(
                        "name: x\notherwise: spare\n",
                        "p.yaml line 2, otherwise: 'spare' is not a decision, expected restrict, partial or waive."),
                Arguments.of("name x\n", "p.yaml line 1: a single value or a list, expected named values."),
                Arguments.of(
                        "name: x\n\totherwise: waive\n",
                        "p.yaml line 2: it is not YAML or JSON: found character '\\t(TAB)' that cannot start any"
                                + " token. (Do not use \\t(TAB) for indentation), expected a policy."),
                Arguments.of(
                        "name: x\notherwise: waive\nrules: none\n", "p.yaml line 3, rules: no list, expected a list."),
                Arguments.of(
                        HEAD + "  - waive\n",
                        "p.yaml line 4, rules[0]: a single value or a list, expected named values."),
                Arguments.of(
                        HEAD + "  - decide: waive\n", "p.yaml line 4, rules[0]: the key if is missing, expected it."),
                Arguments.of(
                        HEAD + "  - if: drug_major = 1\n",
                        "p.yaml line 4, rules[0]: the key decide is missing, expected it."),
                Arguments.of(
                        HEAD + "  - decide: spare\n    if: drug_major = 1\n",
                        "p.yaml line 4, rules[0].decide: 'spare' is not a decision, expected restrict, partial or"
                                + " waive."),
                Arguments.of(HEAD + "  - decide: waive\n    if: at war\n", comparison("at war")),
                Arguments.of(
                        HEAD + "  - decide: waive\n    if: drug_major = 1 and\n", comparison("drug_major = 1 and")),
                Arguments.of(
                        HEAD + "  - decide: waive\n    if: armed_conflict >= 1 within 0 years\n",
                        comparison("armed_conflict >= 1 within 0 years")),
                Arguments.of(HEAD + "  - decide: waive\n    if: drug_major = NaN\n", comparison("drug_major = NaN")),
                Arguments.of(
                        HEAD + "  - decide: waive\n    if: oil > 1\n",
                        "p.yaml line 5, rules[0].if: 'oil' is not a measure, expected one of "
                                + String.join(", ", FACTS.names()) + "."),
                Arguments.of(
                        HEAD + "  - decide: waive\n    because: war\n",
                        "p.yaml line 5, rules[0].because: the key because is not known here, expected one of decide,"
                                + " if."),
                // Contradictory
                Arguments.of(
                        HEAD + "  - decide: waive\n    if: drug_major = 1 and drug_major = 0\n",
                        "p.yaml line 5, rules[0].if: 'drug_major = 1' and 'drug_major = 0' never hold together,"
                                + " expected conditions that can."),
                Arguments.of(
                        HEAD
                                + "  - decide: waive\n"
                                + "    if: tier3_reports_in_a_row >= 3 and tier3_reports_in_a_row < 3\n",
                        "p.yaml line 5, rules[0].if: 'tier3_reports_in_a_row >= 3' and 'tier3_reports_in_a_row < 3'"
                                + " never hold together, expected conditions that can."),
                Arguments.of(
                        HEAD
                                + "  - decide: waive\n    if: drug_major = 1\n"
                                + "  - decide: restrict\n    if: drug_major = 1 and mnna = 1\n",
                        "p.yaml line 7, rules[1].if: the rule never decides: 'waive if drug_major = 1' stands above it,"
                                + " expected conditions that the rules above leave open."));
    }

    private static String comparison(String text) {
        return "p.yaml line 5, rules[0].if: '%s' is not a comparison, expected a measure, a sign and a number, for example 'armed_conflict >= 1 within 2 years'."
                .formatted(text);
    }

    /// In different years both can have held.
    @Test
    void conditionsOfSeveralYearsExcludeNothing() {
        var policy = read(
                HEAD + "  - decide: restrict\n    if: armed_conflict >= 1 within 3 years and armed_conflict = 0\n");
        assertThat(policy.name()).isEqualTo("x");
    }

    /// Numbers so large that one more is the same number still leave room below them.
    @Test
    void largeNumbersExcludeNothingEither() {
        var policy = read(
                HEAD
                        + "  - decide: waive\n    if: us_troops < 100_000_000_000_000_000 and us_troops < 200_000_000_000_000_000\n");
        assertThat(policy.name()).isEqualTo("x");
    }

    @Test
    void jsonIsReadAsWell() {
        var policy = read("{\"name\": \"x\", \"otherwise\": \"waive\", \"rules\": []}");
        assertThat(policy.decide(FACTS, "SYR", 2014, Optional.empty()).decision())
                .isEqualTo(Decision.WAIVE);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void everyMistakeNamesItsLineAndKey(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(BadData.class).hasMessage(message);
    }

    /// What the published schema can say, it says.
    @Test
    void theSchemaTakesWhatTheReaderTakes() throws java.io.IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("..", "docs", "schemas", "sanctions-policy.schema.json")));
        assertThat(schema.validate(json(GOOD), InputFormat.JSON)).isEmpty();
        for (String wrong : java.util.List.of(
                "otherwise: waive",
                "name: x",
                "name: x\notherwise: spare",
                "title: x\nname: x\notherwise: waive",
                HEAD + "  - decide: waive",
                HEAD + "  - decide: waive\n    if: at war",
                HEAD + "  - decide: waive\n    because: war\n    if: drug_major = 1")) {
            assertThat(schema.validate(json(wrong), InputFormat.JSON)).as(wrong).isNotEmpty();
            assertThatThrownBy(() -> read(wrong)).as(wrong).isInstanceOf(BadData.class);
        }
    }

    private static String json(String yaml) {
        return new ObjectMapper()
                .writeValueAsString(new Load(LoadSettings.builder().build()).loadFromString(yaml));
    }
}
