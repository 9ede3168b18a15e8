package org.evenhand.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.evenhand.harness.CommandLineRun;
import org.evenhand.harness.ShippedCatalogue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The clock of the 2015 report through the command. Source: memorandum of justification of the Department of State of
/// July 7, 2015, under section 110(b)(2)(D)(ii) of the Trafficking Victims Protection Act, which names seventeen
/// countries.
class ClockFactsTest {
    private static final List<JsonNode> ROWS = rows(CommandLineRun.of("clock --year 2015 --format json"));

    private static List<JsonNode> rows(CommandLineRun run) {
        var rows = new ArrayList<JsonNode>();
        run.json().forEach(rows::add);
        return rows;
    }

    @Test
    void exactlyTheSeventeenOfTheMemorandumNeedAWaiver() {
        assertThat(ROWS.stream()
                        .filter(row -> row.get("needs_waiver").asBoolean())
                        .map(row -> row.get("iso3").asString()))
                .containsExactlyInAnyOrder(
                        "MMR", "KHM", "DJI", "GIN", "GUY", "HTI", "LBN", "LSO", "MLI", "NAM", "SLB", "SUR", "LKA",
                        "TUN", "TZA", "TKM", "UKR");
    }

    @Test
    void forEachOfThemTheTableRecordsTheWaiver() {
        assertThat(ROWS.stream().filter(row -> row.get("needs_waiver").asBoolean()))
                .allMatch(row -> row.get("waiver_recorded").asBoolean());
    }

    @Test
    void thereIsOneRowForEachCountryOnTheListThisYearOrTheYearBefore() {
        var placements = ShippedCatalogue.open().placements();
        var expected = new TreeSet<String>();
        for (var iso3 : placements.countries()) {
            for (int year : List.of(2014, 2015)) {
                placements
                        .of(iso3, year)
                        .filter(p -> p.standing().code().equals("2WL"))
                        .ifPresent(_ -> expected.add(iso3));
            }
        }
        assertThat(ROWS.stream().map(row -> row.get("iso3").asString())).containsExactlyElementsOf(expected);
    }

    @Test
    void eachRowHasTheDocumentedFields() {
        for (var row : ROWS) {
            assertThat(row.get("year").asInt()).isEqualTo(2015);
            for (var count : List.of("consecutive_years", "waivers_used", "waivers_left")) {
                assertThat(row.get(count).isIntegralNumber()).as(count).isTrue();
                assertThat(row.get("passports").get(count).get("sources")).isNotEmpty();
            }
            for (var flag : List.of("waiver_recorded", "needs_waiver", "forced")) {
                assertThat(row.get(flag).isBoolean()).as(flag).isTrue();
            }
            assertThat(row.has("trace")).isTrue();
        }
    }

    @Test
    void theTraceOfHaitiNamesTheProvisionAndTheFacts() {
        var haiti = ROWS.stream()
                .filter(row -> row.get("iso3").asString().equals("HTI"))
                .findFirst()
                .orElseThrow();
        assertThat(haiti.get("consecutive_years").asInt()).isEqualTo(3);
        assertThat(haiti.get("trace").toString()).contains("7107(b)(2)(D)").contains("2014");
    }
}
