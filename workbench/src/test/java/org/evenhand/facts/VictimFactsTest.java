package org.evenhand.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.evenhand.harness.CommandLineRun;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Victims in the account of 2014. Sources: the numbers of fiscal year 2013 are those of the 2015 Report (406
/// adults and 114 children certified or found eligible); the order of mention is that of the 2014 Report,
/// narrative of the United States.
class VictimFactsTest {
    private static final JsonNode ACCOUNT =
            CommandLineRun.of("account --region LAC --year 2014 --format json").json();

    private static List<JsonNode> blocks() {
        var blocks = new ArrayList<JsonNode>();
        for (var section : ACCOUNT.get("sections")) {
            if (section.get("id").asString().equals("victims")) {
                section.get("blocks").forEach(blocks::add);
            }
        }
        return blocks;
    }

    @Test
    void fiscalYear2013Had406AdultsAnd114Minors() {
        var certified = blocks().stream()
                .filter(block -> block.path("id").asString("").equals("certified"))
                .findFirst()
                .orElseThrow();
        var found = new ArrayList<List<Integer>>();
        for (var row : certified.get("rows")) {
            if (row.get("fiscal_year").asInt() == 2013) {
                found.add(List.of(
                        row.get("adults").asInt(),
                        row.get("minors").asInt(),
                        row.get("total").asInt()));
            }
        }
        assertThat(found).containsExactly(List.of(406, 114, 520));
    }

    @Test
    void theOriginsOfFiscalYear2013StandInTheReportsOrderOfMentionAndAreNoRanking() {
        var mentions = blocks().stream()
                .map(block -> block.path("text").asString(""))
                .filter(text -> text.contains("order in which the Report mentions them"))
                .toList();
        assertThat(mentions)
                .anySatisfy(text -> assertThat(text)
                        .contains(
                                "United States, Mexico, Philippines, Thailand, Honduras, Guatemala, India, El Salvador")
                        .contains("identified by federal agencies")
                        .contains("no ranking"));
    }
}
